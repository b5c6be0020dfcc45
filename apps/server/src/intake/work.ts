import { isDone, mostWork } from "@temwen/courier/work";
import type { CaseId } from "@temwen/vocabulary";
import type { OfficeContext } from "../office-context.ts";
import { createPasses } from "../passes.ts";

/** Asks senders for a little work in a flood. Nothing is kept of what was asked: a ticket proves itself. */
export type WorkDesk = {
  readonly ask: (caseId: CaseId, bits: number) => Promise<{ readonly ticket: string; readonly bits: number }>;
  /** Whether `Temwen-Work` brings the work that a server of this office asked for this case, less than an hour ago. */
  readonly isGood: (header: string | undefined, caseId: CaseId) => Promise<boolean>;
};

/** With how many bits (one byte) and the seal a ticket is 32 bytes. Work done for one case is worth nothing for another. */
const kind = {
  secret: "work",
  domain: "temwen/work/1\n",
  // Long enough for the slowest phone, which then sends the whole parcel once more over a bad line.
  lifeMillis: 3_600_000,
  moreBytes: 1,
  sealBytes: 23,
} as const;

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

/** Gives and judges tickets. */
export function createWorkDesk(office: Pick<OfficeContext, "record" | "now">): WorkDesk {
  const passes = createPasses(kind, office);
  return {
    ask: async (caseId, bits) => ({ ticket: (await passes.give(caseId, Uint8Array.of(bits))).pass, bits }),
    isGood: async (header, caseId) => {
      const ticket = header === undefined ? undefined : spelling.exec(header)?.[1];
      if (header === undefined || ticket === undefined) return false;
      const bits = (await passes.open(ticket, caseId))?.more[0];
      return bits !== undefined && isDone(header, bits);
    },
  };
}
