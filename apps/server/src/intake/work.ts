import { randomBytes, timingSafeEqual } from "node:crypto";
import { isDone, mostWork } from "@temwen/courier/work";
import { type CaseId, instantToMillis, joinBytes, utf8 } from "@temwen/vocabulary";
import { hmacOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";

/** Asks senders for a little work in a flood. Nothing is kept of what was asked: a ticket proves itself. */
export type WorkDesk = {
  readonly ask: (caseId: CaseId, bits: number) => Promise<{ readonly ticket: string; readonly bits: number }>;
  /** Whether `Temwen-Work` brings the work that a server of this office asked for this case, less than an hour ago. */
  readonly isGood: (header: string | undefined, caseId: CaseId) => Promise<boolean>;
};

/** Long enough for the slowest phone, which then sends the whole parcel once more over a bad line. */
const lifeMillis = 3_600_000;

// A ticket is base64url of 32 bytes: when it expires (u64, milliseconds), how many bits (u8), and 23 bytes of HMAC-SHA-256
// over both and the case, under a secret that the record keeps. Work done for one case is worth nothing for another.
const saidSize = 9;
const spelling = /^([A-Za-z0-9_-]{43})\.\d{1,15}$/;
const leastWork = 13;

/**
 * How much is asked: nothing while as much again would fit, then twice as much work each time that the flood doubles,
 * up to what a cheap phone does in some ten seconds.
 */
export function bitsFor(pressure: number): number {
  if (pressure < 1) return 0;
  return Math.min(leastWork + Math.floor(Math.log2(pressure)), mostWork);
}

/** Gives and judges tickets. The secret is fetched once. */
export function createWorkDesk({ record, now }: Pick<OfficeContext, "record" | "now">): WorkDesk {
  let agreed: Uint8Array | undefined;
  const sealFor = async (caseId: CaseId, said: Uint8Array): Promise<Uint8Array> => {
    agreed ??= await record.agreeOnSecret("work", randomBytes(32));
    return hmacOf(agreed, joinBytes(utf8(`temwen/work/1\n${caseId}`), said)).subarray(0, 32 - saidSize);
  };
  return {
    ask: async (caseId, bits) => {
      const said = Buffer.alloc(saidSize);
      said.writeBigUInt64BE(BigInt(instantToMillis(now()) + lifeMillis));
      said.writeUInt8(bits, saidSize - 1);
      return { ticket: Buffer.from(joinBytes(said, await sealFor(caseId, said))).toString("base64url"), bits };
    },
    isGood: async (header, caseId) => {
      const ticket = header === undefined ? undefined : spelling.exec(header)?.[1];
      if (header === undefined || ticket === undefined) return false;
      const bytes = Buffer.from(ticket, "base64url");
      const said = bytes.subarray(0, saidSize);
      if (!timingSafeEqual(bytes.subarray(saidSize), await sealFor(caseId, said))) return false;
      const left = Number(said.readBigUInt64BE()) - instantToMillis(now());
      return left > 0 && left <= lifeMillis && isDone(header, said.readUInt8(saidSize - 1));
    },
  };
}
