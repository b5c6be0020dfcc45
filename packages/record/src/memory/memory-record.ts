import { type CaseId, type Digest, type MatterId, prefixOfMatters, type StreamId, sameBytes } from "@temwen/vocabulary";
import { refuseDefectiveAppend, refuseDefectiveFiling } from "../defects.ts";
import type { Append, AppendOutcome, Erasable, Filing, FilingOutcome, SealedPart, TheRecord } from "../record.ts";
import { doomEvidence, eraseCase, eraseMatter, isAnnounced } from "./erase.ts";
import { createMemoryLogRows } from "./log-rows.ts";
import { findBeginning, findUnsaidOfFloods, inQueueOrder, readPage } from "./queue.ts";
import { createMemoryReferralRows } from "./referral-rows.ts";
import { createMemoryRegisterRows } from "./register-rows.ts";
import { createMemorySessions } from "./sessions.ts";
import { createState, eventsOf, type State, writeEvents } from "./state.ts";

/** What the memory record is told to go through. Each wish may be changed between calls. */
export type MemoryOptions = {
  /** The connection breaks before or after a write takes effect; the answer is "unknown" either way. */
  loseAnswer?: "before-write" | "after-write" | undefined;
  /** The disk is full: nothing is written. */
  full?: boolean | undefined;
  /** The record cannot be reached: everything throws. */
  unreachable?: boolean | undefined;
};

/** A record in memory under the same contract, failing on demand. `options` is read at every call. */
export function createMemoryRecord(options: MemoryOptions = {}): TheRecord {
  const state = createState();
  const reach = async (): Promise<void> => {
    // A turn of the event loop, so that callers meet the interleavings a real record has.
    await Promise.resolve();
    if (options.unreachable) throw new Error("the record cannot be reached");
  };
  const record: TheRecord = {
    async fileComplaint(filing) {
      // Bytes are copied: whoever handed them in may use their memory again.
      return writing(options, () => fileComplaint(state, structuredClone(filing)));
    },
    async append(act) {
      return writing(options, () => append(state, structuredClone(act)));
    },
    async readStream(stream) {
      return [...eventsOf(state, stream)];
    },
    async readAfter(position, limit) {
      return state.events.slice(position, position + limit);
    },
    async readMatters(kind) {
      const streams = [...new Set(state.events.map(({ stream }) => stream))];
      const ids = streams.filter((stream): stream is MatterId => stream.startsWith(prefixOfMatters(kind))).sort();
      return ids.map((matter) => ({ matter, version: eventsOf(state, matter).length }));
    },
    async readQueue(query) {
      return readPage(state.cases.values(), query);
    },
    async readAskedOpenings() {
      const asked = [...state.cases.values()].filter(({ facts }) => "openingUntil" in facts);
      return asked.map(({ caseId }) => caseId).sort();
    },
    async readUnsaidOfFloods(query) {
      return findUnsaidOfFloods(state.cases.values(), query);
    },
    async readKeptFor(grantee) {
      const isKept = (caseId: CaseId): boolean =>
        [...(state.parts.get(caseId)?.values() ?? [])].some((part) => part.grantee === grantee);
      return inQueueOrder([...state.cases.values()].filter(({ caseId }) => isKept(caseId)));
    },
    async findCases(beginning, limit) {
      return findBeginning(state.cases.values(), beginning, limit);
    },
    async readPartNames(stream) {
      return partsByName(state, stream).map(({ bytes, ...part }) => ({ ...part, size: bytes.length }));
    },
    async readParts(stream, names) {
      const parts = state.parts.get(stream);
      return [...new Set(names)].flatMap((name) => parts?.get(name) ?? []);
    },
    async readMailbox(mailbox) {
      return [...state.filings.values()]
        .filter((filing) => filing.mailbox === mailbox)
        .map(({ caseId, receiptKey = "" }) => ({ caseId, receiptKey }))
        .sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
    },
    async findOpening(mailbox) {
      const found = [...state.filings.values()].find((filing) => filing.mailbox === mailbox);
      return found && state.openings.get(found.caseId);
    },
    async noteOpening(mailbox, hour) {
      for (const { caseId, mailbox: known } of state.filings.values()) {
        if (known === mailbox) state.openings.set(caseId, hour);
      }
    },
    async readErasable(caseId): Promise<Erasable | undefined> {
      return state.filings.get(caseId)?.erasable;
    },
    async readAnnounced(caseId) {
      return [...(state.announced.get(caseId) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async markArrived(caseId, digest) {
      return markArrived(state, caseId, digest);
    },
    async doomEvidence(caseId) {
      return doomEvidence(state, caseId);
    },
    async isAnnounced(digest) {
      return isAnnounced(state, digest);
    },
    async eraseCase(erasure) {
      return writing(options, () => eraseCase(state, structuredClone(erasure)));
    },
    async eraseMatter(erasure) {
      return writing(options, () => eraseMatter(state, structuredClone(erasure)));
    },
    async dropGrants(grantee) {
      let dropped = 0;
      for (const parts of state.parts.values()) {
        for (const part of parts.values()) {
          if (part.grantee === grantee && parts.delete(part.name)) dropped += 1;
        }
      }
      return dropped;
    },
    ...createMemorySessions(),
    log: createMemoryLogRows(state),
    registers: createMemoryRegisterRows(),
    referrals: createMemoryReferralRows(state),
    async ping() {},
    async [Symbol.asyncDispose]() {},
  };
  return afterReaching(record, reach);
}

/** Everything asked of the record has to reach it first. */
function afterReaching(record: TheRecord, reach: () => Promise<void>): TheRecord {
  return new Proxy(record, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function" || name === Symbol.asyncDispose) return member;
      return async (...args: unknown[]) => {
        await reach();
        return Reflect.apply(member, target, args) as unknown;
      };
    },
  });
}

type Unsure = { readonly outcome: "no-space" } | { readonly outcome: "unknown"; readonly cause: unknown };

function writing<Outcome>(options: MemoryOptions, write: () => Outcome): Outcome | Unsure {
  if (options.full) return { outcome: "no-space" };
  const lost = { outcome: "unknown", cause: new Error("the answer was lost") } as const;
  if (options.loseAnswer === "before-write") return lost;
  const outcome = write();
  return options.loseAnswer === "after-write" ? lost : outcome;
}

function fileComplaint(state: State, filing: Filing): FilingOutcome {
  refuseDefectiveFiling(filing);
  const known = state.filings.get(filing.caseId);
  if (known !== undefined) {
    const same = sameBytes(known.event.body, filing.event.body);
    if (!same) return { outcome: "another-digest" };
    return { outcome: "already-filed", at: known.event.at, proofNumber: known.proofNumber };
  }
  writeEvents(state, filing.caseId, [filing.event]);
  state.filings.set(filing.caseId, filing);
  state.parts.set(filing.caseId, new Map(filing.parts.map((part) => [part.name, part])));
  state.announced.set(
    filing.caseId,
    filing.announced.map((one) => ({ ...one, arrived: false })),
  );
  state.cases.set(filing.caseId, { ...filing.summary, caseId: filing.caseId, version: 1 });
  return { outcome: "filed", at: filing.event.at, proofNumber: filing.proofNumber };
}

function append(state: State, act: Append): AppendOutcome {
  refuseDefectiveAppend(act);
  const actual = eventsOf(state, act.stream).length;
  if (actual !== act.expected) return { outcome: "conflict", expected: act.expected, actual };
  const parts = new Map(state.parts.get(act.stream));
  for (const name of act.dropped ?? []) parts.delete(name);
  addParts(parts, act.parts);
  writeEvents(state, act.stream, act.events);
  const version = actual + act.events.length;
  state.parts.set(act.stream, parts);
  if (act.announced !== undefined) {
    const known = state.announced.get(act.stream) ?? [];
    state.announced.set(act.stream, [...known, ...act.announced.map((one) => ({ ...one, arrived: false }))]);
  }
  const known = state.cases.get(act.stream);
  const summary = act.summary ?? known;
  // A summary is given for case streams only.
  if (summary !== undefined) state.cases.set(act.stream, { ...summary, caseId: act.stream as CaseId, version });
  return { outcome: "appended", version };
}

function addParts(parts: Map<string, SealedPart>, added: readonly SealedPart[]): void {
  for (const part of added) {
    if (parts.has(part.name)) throw new Error("a sealed part of this name exists");
    parts.set(part.name, part);
  }
}

function partsByName(state: State, stream: StreamId): readonly SealedPart[] {
  return [...(state.parts.get(stream)?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function markArrived(state: State, caseId: CaseId, digest: Digest): boolean {
  const announced = state.announced.get(caseId) ?? [];
  state.announced.set(
    caseId,
    announced.map((one) => (one.digest === digest ? { ...one, arrived: true } : one)),
  );
  return announced.some((one) => one.digest === digest);
}
