import { exportReasons, laterOrders, type OpeningSaid, openingSaidShape } from "@temwen/casework";
import { type CaseId, type Digest, languages, parseDigest, parseId, type StaffId } from "@temwen/vocabulary";
import * as z from "zod";
import { isAbout } from "../draft-store.ts";
import type { EvidenceUse } from "../evidence/evidence.ts";
import type { ActRequest, DraftAbout, LaterRequest } from "../views.ts";

// What the page may ask of the local desk, read at the door. What an act may say is for the rules; here it only has to be text
// of a bearable length.

const caseId = z.custom<CaseId>((value) => parseId("case", value).ok);
const staffId = z.custom<StaffId>((value) => parseId("staff", value).ok);
const word = z.string().max(64);
const words = z.array(word).max(64);
/** As long as a sealed message can be; the keeper refuses what does not fit its padded size. */
const text = z.string().max(40_000);

export const caseIdAsk = caseId;
export const partAsk = z.string().regex(/^[a-z][a-z0-9-]{1,63}$/);

export const signInAsk = z.union([
  z.strictObject({ key: z.base64().max(200_000), passphrase: z.string().max(1000) }),
  z.strictObject({ person: staffId, passphrase: z.string().max(1000) }),
]);

export const evidenceAsk: z.ZodType<EvidenceUse> = z.discriminatedUnion("for", [
  z.strictObject({ for: z.literal("showing") }),
  z.strictObject({ for: z.literal("file"), reason: z.enum(exportReasons) }),
]);

/** The case as the page last saw it. */
export const copyAsk = z.strictObject({ expected: z.int().min(0) });

/** Where a survey of the boards goes on, empty to begin; and whether units are to be read. */
export const surveyAsk = z.strictObject({
  withUnits: z.literal(true).exactOptional(),
  place: z.strictObject({ stage: word, after: z.string().max(300).exactOptional() }).exactOptional(),
});

export const queueAsk = z.strictObject({
  stage: word.exactOptional(),
  after: z.string().max(300).exactOptional(),
});

/** A case that the office opens: what is said in clear is for the rules to read. */
export const openCaseAsk = z.strictObject({
  says: z.custom<OpeningSaid>((value) => openingSaidShape(value) !== undefined),
  text,
  language: z.enum(languages),
  reference: z.string().max(2000),
});

export const findAsk = z.strictObject({ number: z.string().max(60) });

const actRequest: z.ZodType<ActRequest> = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("acknowledge"), text }),
  z.strictObject({
    act: z.literal("assess"),
    rights: words,
    class: word,
    forces: words,
    department: word,
    month: word,
    child: word,
  }),
  z.strictObject({ act: z.literal("reply"), text }),
  z.strictObject({ act: z.literal("propose-not-admitted"), reason: word, text }),
  z.strictObject({ act: z.literal("confirm"), text }),
  z.strictObject({ act: z.literal("keep-open"), text }),
  z.strictObject({ act: z.literal("grant"), to: staffId, reason: word }),
  z.strictObject({ act: z.literal("rekey"), to: z.array(staffId).max(32) }),
  z.strictObject({ act: z.literal("let-in-panel") }),
  z.strictObject({ act: z.literal("deal-escrow") }),
  z.strictObject({ act: z.literal("propose-erasure"), reason: word }),
  z.strictObject({ act: z.literal("confirm-erasure"), text }),
  z.strictObject({ act: z.literal("stop-erasure") }),
  z.strictObject({ act: z.literal("ask-identity"), reason: word, text }),
  z.strictObject({ act: z.literal("approve-identity") }),
  z.strictObject({ act: z.literal("refuse-identity"), text }),
]);

const laterRequest: z.ZodType<LaterRequest> = z.strictObject({
  act: z.enum(laterOrders),
  says: z.record(word, z.json()),
  text,
  told: text.exactOptional(),
  lets: z.array(staffId).max(16).exactOptional(),
});

export const actAsk = z.strictObject({
  request: z.union([actRequest, laterRequest]),
  expected: z.int().min(0),
});

/** What somebody gives their share for, as it was shown to them. */
export const shareAsk = z.strictObject({ terms: z.custom<Digest>((value) => parseDigest(value).ok) });

const draftAbout = z.custom<DraftAbout>(isAbout);
export const draftAsk = z.strictObject({
  about: draftAbout,
  act: word,
  value: z.record(word, z.union([text, words])),
});

export const forgetAsk = z.union([
  z.strictObject({ about: draftAbout, act: word }),
  z.strictObject({ all: z.literal(true) }),
]);
