import { createHash } from "node:crypto";
import {
  bytesToDigest,
  type CaseId,
  createId,
  type Digest,
  type Instant,
  type MessageId,
  millisToInstant,
  type StaffId,
} from "@temwen/vocabulary";
import type { Append, CaseSummary, EventToAppend, Filing, SealedPart } from "../record.ts";

/** Makes plausible things for the record out of a seed: the same seed, the same bytes. */
export type Samples = {
  bytes(size: number): Uint8Array;
  digest(): Digest;
  caseId(): CaseId;
  staffId(): StaffId;
  messageId(): MessageId;
  instant(): Instant;
  event(over?: Partial<EventToAppend>): EventToAppend;
  part(name: string, size?: number): SealedPart;
  summary(over?: Partial<CaseSummary>): CaseSummary;
  filing(over?: Partial<Filing>): FilingOfPerson;
  /** A parcel as phones send it: about 41 KB in 16 parts. */
  fullParcel(): FilingOfPerson;
  act(caseId: CaseId, expected: number, over?: Partial<Append>): Append;
};

/** As a person files: with a mailbox. */
export type FilingOfPerson = Filing & Required<Pick<Filing, "mailbox" | "receiptKey">>;

const firstHour = Date.UTC(2026, 0, 1);
const partSizes = [3000, 17_000, 1200, 1100, 1300, 1500, 1700, 1250, 1100, 1350, 1000, 1050, 1000, 1100, 1075, 4275];

/** Samples drawn from a seed. */
export function createSamples(seed: string): Samples {
  let drawn = 0;
  const draw = (size: number): Uint8Array => {
    drawn += 1;
    const bytes = createHash("shake256", { outputLength: size }).update(`${seed}/${drawn}`).digest();
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  };
  const samples: Samples = {
    bytes: draw,
    digest: () => bytesToDigest(draw(32)),
    caseId: () => createId("case", draw(16)),
    staffId: () => createId("staff", draw(16)),
    messageId: () => createId("message", draw(16)),
    instant: () => millisToInstant(firstHour + (drawn++ % 1000) * 3_600_007),
    event: (over = {}) => ({
      type: "case.received/1",
      at: samples.instant(),
      body: draw(300),
      vouchings: [{ key: base64(draw(32)), signature: base64(draw(64)) }],
      digest: samples.digest(),
      ...over,
    }),
    part(name, size = 200) {
      const bytes = draw(size);
      return { name, bytes, digest: bytesToDigest(createHash("sha256").update(bytes).digest()) };
    },
    summary: (over = {}) => ({ stage: "received", receivedAt: samples.instant(), facts: { channel: "web" }, ...over }),
    filing: (over = {}) => ({
      caseId: samples.caseId(),
      event: samples.event(),
      parts: [samples.part("story", 900), samples.part("grant-1"), samples.part("share-1")],
      erasable: { labelKey: draw(32), salt: draw(16) },
      mailbox: samples.digest(),
      receiptKey: base64(draw(32)),
      summary: samples.summary(),
      proofNumber: String(drawn).padStart(12, "0"),
      announced: [],
      ...over,
    }),
    fullParcel: () =>
      samples.filing({
        event: samples.event({ body: draw(2500) }),
        parts: partSizes.map((size, n) => samples.part(`part-${n}`, size)),
      }),
    act: (caseId, expected, over = {}) => ({
      stream: caseId,
      expected,
      events: [samples.event({ type: "case.acknowledged/1" })],
      parts: [],
      summary: samples.summary({ stage: "acknowledged" }),
      ...over,
    }),
  };
  return samples;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
