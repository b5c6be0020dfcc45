import {
  againstOpeningCase,
  briefCase,
  evolveCase,
  type OpenedFact,
  type OpeningCaseRefusal,
  openedParts,
  openedShape,
  runningClocks,
} from "@temwen/casework";
import { mayReadMatter } from "@temwen/casework/matters";
import { periodOf } from "@temwen/mission-pack";
import { type Directory, isVouchedFor, recordBytes, type Vouching } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { SealedPart } from "@temwen/record";
import { grantSize, sealedSize, shareSize } from "@temwen/sealing/inspect";
import { committedLeaf, proofNumberOf, stopLabel } from "@temwen/sealing/leaf";
import {
  type CaseId,
  granted,
  type Instant,
  parseBase64,
  parseCanonical,
  type Result,
  refused,
} from "@temwen/vocabulary";
import * as z from "zod";
import { digestOf, hmacOf } from "../digest.ts";
import { readMatterFile } from "../matters/matter-file.ts";
import type { OfficeContext } from "../office-context.ts";
import { actMembers, readSealed, readSent, signedBody } from "./door.ts";
import type { SignedIn } from "./session.ts";
import { type ActRefusal, collectParts, judgeSigning, type SigningRefusal, type WantedPart } from "./signed-act.ts";

export type OpenCaseRequest = {
  /** The signed bytes of `case.opened/1`. */
  readonly body: Uint8Array;
  readonly vouching: Vouching;
  readonly labelKey: Uint8Array;
  readonly salt: Uint8Array;
  readonly sealed: ReadonlyMap<string, Uint8Array>;
};

export type OpenCaseRefusal =
  | OpeningCaseRefusal
  | ActRefusal
  | { readonly code: "malformed-opening" | "another-office" | "epoch-behind" | "another-policy" | "wrong-label-key" }
  | SigningRefusal
  | { readonly code: "unknown-matter" }
  | { readonly code: "another-digest" };

export type CaseOpened = { readonly case: CaseId; readonly at: Instant; readonly proofNumber: string };

const openingBody = z.strictObject({
  statement: signedBody,
  labelKey: z.string().max(44),
  salt: z.string().max(44),
  sealed: actMembers.sealed,
});

/** Reads the request (docs/specs/opened-cases.md); says nothing of its signature or its parts. */
export function readOpening(value: unknown): OpenCaseRequest | undefined {
  const asked = openingBody.safeParse(value);
  const sent = asked.success ? readSent(asked.data.statement) : undefined;
  const sealed = asked.success ? readSealed(asked.data.sealed) : undefined;
  const labelKey = parseBase64(asked.data?.labelKey);
  const salt = parseBase64(asked.data?.salt);
  const isWhole = labelKey.ok && salt.ok && labelKey.value.length === 32 && salt.value.length === 32;
  return sent && sealed && isWhole ? { ...sent, labelKey: labelKey.value, salt: salt.value, sealed } : undefined;
}

/**
 * Opens a case for the office: what was signed at a desk is read, decided again and filed, with no mailbox and nobody's key. The
 * same signed bytes sent twice are one case.
 */
export async function openCase(
  request: OpenCaseRequest,
  { member, standing }: SignedIn,
  office: OfficeContext,
): Promise<Result<CaseOpened, OpenCaseRefusal>> {
  const value = parseCanonical(request.body);
  const fact = value.ok ? openedShape(value.value) : undefined;
  if (!fact || fact.by !== member.id) return refused({ code: "malformed-opening" });
  const { directory } = standing;
  const signer = judgeSigning(fact, directory, office.now());
  if (!signer.ok) return signer;
  const misplaced = againstDirectory(fact, request, directory);
  if (misplaced) return refused({ code: misplaced });
  const forces = directory.forces.map(({ id }) => id);
  const against = againstOpeningCase(fact, signer.value, forces);
  if (against) return refused(against);
  const { vouching, body } = request;
  if (vouching.key !== member.signingKey || !isVouchedFor(body, vouching, verifyOnNode))
    return refused({ code: "signature-invalid" });
  const [matter] = fact.matter;
  if (matter && !mayReadMatter((await readMatterFile(office, matter)).matter, member))
    return refused({ code: "unknown-matter" });
  const parts = partsOf(fact, request.sealed);
  return parts.ok ? write(fact, request, parts.value, office) : parts;
}

/** What the directory in force says of it: no desk opens a case under another. */
function againstDirectory(
  { office, epoch, policy, labelKey, stops }: OpenedFact,
  request: OpenCaseRequest,
  directory: Directory,
): "another-office" | "epoch-behind" | "another-policy" | "wrong-label-key" | undefined {
  if (office !== directory.office) return "another-office";
  if (epoch !== directory.epoch) return "epoch-behind";
  if (policy !== directory.policy.digest) return "another-policy";
  const { clocks } = directory.policy;
  const isCommitted =
    digestOf(request.labelKey) === labelKey &&
    Object.keys(stops).length === clocks.length &&
    clocks.every((clock) => stops[clock] === stopLabel(request.labelKey, clock, hmacOf));
  return isCommitted ? undefined : "wrong-label-key";
}

/** Exactly the parts that such a case has, as its event names them, each of its one size. */
function partsOf(fact: OpenedFact, sealed: ReadonlyMap<string, Uint8Array>): ReturnType<typeof collectParts> {
  const strange = Object.keys(fact.parts).find((name) => !openedParts.includes(name));
  if (strange !== undefined) return refused({ code: "unexpected-part", part: strange });
  const wanted: WantedPart[] = [];
  for (const part of openedParts) {
    const said = fact.parts[part];
    const size = plainSize(part, fact.bucket);
    if (!said) return refused({ code: "missing-part", part });
    if (said.size !== sealedSize(size)) return refused({ code: "wrong-size", part });
    wanted.push({ part, digest: said.digest, names: /^[a-z]+(-[1-8])?$/, sizes: [size] });
  }
  return collectParts(wanted, sealed);
}

function plainSize(part: string, bucket: number): number {
  if (part === "story") return bucket * 1024;
  return part.startsWith("share-") ? shareSize : grantSize;
}

async function write(
  fact: OpenedFact,
  { body, vouching, labelKey, salt }: OpenCaseRequest,
  parts: readonly SealedPart[],
  { record, pack }: OfficeContext,
): Promise<Result<CaseOpened, OpenCaseRefusal>> {
  const { at } = fact;
  const bytes = recordBytes({ at, body, index: 0, vouchings: [vouching] });
  const leaf = committedLeaf({ period: periodOf(at, pack.zone), labelKey, index: 0, salt, record: bytes }, hmacOf);
  const opened = evolveCase({ stage: "unknown" }, { fact, at, by: fact.by });
  if (opened.stage === "unknown") throw new Error("an opened case is known");
  const outcome = await record.fileComplaint({
    caseId: fact.case,
    event: { type: fact.type, at, body, vouchings: [vouching], digest: digestOf(bytes) },
    parts,
    erasable: { labelKey, salt },
    summary: briefCase(opened, runningClocks(opened, pack)),
    proofNumber: proofNumberOf(leaf),
    announced: [],
  });
  switch (outcome.outcome) {
    case "filed":
    case "already-filed":
      return granted({ case: fact.case, at: outcome.at, proofNumber: outcome.proofNumber });
    case "another-digest":
    case "no-space":
      return refused({ code: outcome.outcome });
    case "unknown":
      return refused({ code: "cannot-tell" });
  }
}
