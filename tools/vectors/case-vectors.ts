// A case from beginning to end, as the record keeps it: bodies, signatures, records, digests, and the case after each.
import {
  type Case,
  type CaseFact,
  decidePersonAct,
  decideStaffAct,
  dueErasure,
  foldCase,
  type Happened,
  type KnownCase,
  officeFactsOf,
  type PersonFact,
  type StaffCommand,
  stateFact,
} from "@temwen/casework";
import { type Directory, recordBytes, type Signer, type Standing, type Vouching, vouchFor } from "@temwen/office";
import { sealedSize } from "@temwen/sealing/inspect";
import {
  bytesToDigest,
  canonicalBytes,
  type Digest,
  type Instant,
  instantToMillis,
  type Json,
  millisToInstant,
  parseId,
  utf8ToText,
} from "@temwen/vocabulary";
import { extendingPack } from "./clock-vectors.ts";
import { createTestDirectory, staffIdOf } from "./office-vectors.ts";
import { deriveTestReceipt } from "./receipt-vectors.ts";
import type { SealedVectors } from "./sealed-vectors.ts";
import { sha256, testDigest, testKeyPair, testSigner } from "./test-keys.ts";

export type Recorded = {
  readonly index: number;
  readonly at: Instant;
  readonly body: CaseFact;
  readonly vouchings: readonly Vouching[];
  readonly record: Uint8Array;
  readonly digest: Digest;
};

const begun = "2026-11-03T15:04:05.678Z" as Instant;
export const part = (name: string) => ({ part: name, digest: testDigest(`part ${name}`) });
export const grantTo = (name: string, keys: readonly string[], index: number) => ({
  to: staffIdOf(name),
  keys,
  grant: part(`access-${index}-1`),
});

export type Step =
  | { readonly by: string; readonly order: StaffCommand }
  /** An order about what stands in the case just then. */
  | { readonly by: string; readonly answers: (theCase: KnownCase) => StaffCommand }
  /** A vote for what is proposed just then. */
  | { readonly by: string; readonly votes: "for" | "against" }
  | { readonly asks: Asked }
  | { readonly misses: string }
  | { readonly erases: true };

type Asked =
  | "message"
  | "withdrawal"
  | "less"
  | "more"
  | "review"
  | "evidence"
  | "consent-back"
  | "treatment"
  | "objection";

export const firstSteps: readonly Step[] = [
  {
    by: "intake-1",
    order: {
      type: "acknowledge-case",
      escrow: {
        threshold: 3,
        shares: [1, 2, 3, 4, 6].map((n, i) => ({
          ...part(`escrow-1-${i + 1}`),
          holder: staffIdOf(`holder-${n}`),
          commitment: testDigest(`commitment ${n}`),
        })),
      },
      consent: { choice: "keep-words", language: "ht", explainer: "page" },
      message: part("message-out-1"),
      copy: part("message-copy-1"),
    },
  },
  { asks: "message" },
  {
    by: "intake-1",
    order: { type: "grant-access", reason: "asked-to-help", grants: [grantTo("support-1", ["support"], 5)] },
  },
  {
    by: "intake-2",
    order: {
      type: "assess-case",
      rights: ["integrity", "fair-treatment"],
      class: "serious-misconduct",
      forces: ["alfa"],
      department: "dep01",
      month: "2026-10",
      child: "no",
    },
  },
  {
    by: "intake-2",
    order: {
      type: "propose-non-admission",
      reason: "same-complaint-already-open",
      explanation: part("explanation-7"),
      grants: [grantTo("panel-1", ["story"], 7)],
    },
  },
  { by: "panel-1", order: { type: "keep-open", explanation: part("explanation-9") } },
  { misses: "feedback" },
  { asks: "withdrawal" },
  {
    by: "intake-1",
    order: {
      type: "propose-non-admission",
      reason: "person-asked-for-help-only",
      explanation: part("explanation-12"),
      grants: [grantTo("panel-2", ["story"], 12)],
    },
  },
  {
    by: "panel-2",
    order: { type: "confirm-non-admission", message: part("message-out-2"), copy: part("message-copy-2") },
  },
  // Somebody left: a new key for what comes next, and then a holder.
  {
    by: "intake-2",
    order: {
      type: "rekey-case",
      recipient: (await testKeyPair("words-1")).recipient,
      grants: [
        { to: staffIdOf("intake-2"), keys: ["story", "support", "words-1"], grant: part("access-16-1") },
        { to: staffIdOf("panel-2"), keys: ["story", "support", "words-1"], grant: part("access-16-2") },
      ],
    },
  },
  {
    by: "intake-2",
    order: {
      type: "deal-escrow",
      escrow: {
        threshold: 3,
        shares: [2, 1, 3, 4, 5].map((n, i) => ({
          ...part(`escrow-19-${i + 1}`),
          holder: staffIdOf(`holder-${n}`),
          commitment: testDigest(`commitment dealt anew ${n}`),
        })),
      },
    },
  },
];

/** Another way from the same filing: who looked at evidence, and how a name was opened. */
export const deskSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  { by: "intake-1", order: { type: "open-evidence", evidence: part("evidence-1") } },
  {
    by: "intake-1",
    order: { type: "export-evidence", evidence: part("evidence-1"), reason: "offline-machine" },
  },
  {
    by: "intake-1",
    order: {
      type: "ask-identity",
      reason: "danger",
      half: testDigest("one half"),
      explanation: part("explanation-6"),
    },
  },
  {
    by: "intake-2",
    order: { type: "approve-identity", half: testDigest("other half"), grant: part("access-7-1") },
  },
  { by: "intake-1", order: { type: "open-identity" } },
];

/** A question to see a name that a second person answers with no. */
export const refusalSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  {
    by: "intake-1",
    order: {
      type: "ask-identity",
      reason: "referral",
      half: testDigest("one half"),
      explanation: part("explanation-4"),
    },
  },
  { by: "intake-2", order: { type: "refuse-identity", explanation: part("explanation-5") } },
];

/** A third way: two people want it gone, one stops it, they want it again, and the days pass. */
export const erasureSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  { by: "intake-1", order: { type: "propose-erasure", reason: "person-asked" } },
  { by: "intake-2", order: { type: "stop-erasure" } },
  { by: "intake-1", order: { type: "propose-erasure", reason: "retention-ended" } },
  {
    by: "intake-2",
    order: { type: "confirm-erasure", days: 14, message: part("message-out-2"), copy: part("message-copy-2") },
  },
  { erases: true },
];
/** The same as it is wanted since somebody of the panel agrees, or the person asked: what nobody asked for, nobody says they did. */
export const erasureWantedSteps: readonly Step[] = [
  ...firstSteps.slice(0, 1),
  { by: "intake-1", order: { type: "propose-erasure", reason: "no-complaint" } },
];
/** A fourth way: nobody reads it, and two people close it with others as noise. */
export const floodSteps: readonly Step[] = [
  { by: "intake-1", order: { type: "propose-flood", casesDigest: testDigest("the cases"), caseCount: 212 } },
  { by: "panel-1", order: { type: "confirm-flood" } },
];
/** After the end too: the person allows less, and shows more. */
export const personSteps: readonly Step[] = [...firstSteps, { asks: "less" }, { asks: "evidence" }];

/** The second numbers of facts that have a third, by the order behind them. */
const seconds = {
  "assess-case/2": "case.assessed/2",
  "propose-decision/2": "case.decision-proposed/2",
  "propose-erasure/2": "case.erasure-proposed/2",
  "record-delivery/2": "case.delivery-recorded/2",
} as const;

/** An order that stands as it is given now; or under the second number of its fact, where there is a third. */
type Renumbered = StaffCommand["type"] | keyof typeof seconds;

/**
 * A whole stream, of the first release unless told otherwise; the same bytes each time, given the sealed parcel. Acts whose rule was
 * tightened since stand in it under their earlier number, but for the orders that are to stand there as they are given now.
 */
export async function recordTestCase(
  sealed: SealedVectors,
  steps: readonly Step[] = firstSteps,
  renumbered: readonly Renumbered[] = [],
): Promise<readonly Recorded[]> {
  const { event, vouching } = sealed.manifest;
  const stream: Recorded[] = [recordOf(0, begun, event, [vouching])];
  const receipt = await deriveTestReceipt(sealed.receipt);
  // The released directory knows nobody of civil society: that word came later, and no panel decides without.
  const released = await createTestDirectory();
  const isOfPeople = (id: string): boolean => id === staffIdOf("panel-2");
  const staff = released.staff.flatMap((one) => {
    if (isOfPeople(one.id)) return [{ ...one, civilSociety: true as const }];
    if (one.id !== staffIdOf("panel-4")) return [one];
    // Two more of the reserve, and one of the three of civil society.
    const [fifth, sixth] = ["panel-5", "panel-6"].map((name) => ({ ...one, id: staffIdOf(name) }));
    return [one, ...(fifth ? [{ ...fifth, civilSociety: true as const }] : []), ...(sixth ? [sixth] : [])];
  });
  const directory = { ...released, staff };
  const append = (body: CaseFact, at: Instant, signer: Signer) =>
    stream.push(recordOf(stream.length, at, body, [vouchFor(canonicalBytes(body as Json), signer)]));
  for (const [i, step] of steps.entries()) {
    const at = millisToInstant(instantToMillis(begun) + (i + 1) * 3_600_000);
    if ("by" in step)
      for (const body of decided(stream, step, { at, directory, renumbered })) append(body, at, testSigner(step.by));
    else if ("erases" in step) {
      const due = dueErasure(foldCase(happenedIn(stream)));
      if (!due) throw new Error("nobody wants the test case erased");
      const { case: caseId, office } = sealed.manifest.event;
      append({ type: "case.erased/1", case: caseId, office, due }, due, testSigner("clock"));
    } else if ("asks" in step) append(asked(stream, step.asks, sealed), at, receipt.signer);
    else append(missed(sealed, step.misses), at, testSigner("clock"));
  }
  return stream;
}

export const happenedIn = (stream: readonly Recorded[]): readonly Happened[] =>
  stream.map(({ body, at }) => {
    const by = parseId("staff", "by" in body ? body.by : undefined);
    return { fact: body, at, ...(by.ok && { by: by.value }) };
  });

function decided(
  stream: readonly Recorded[],
  step: Extract<Step, { readonly by: string }>,
  {
    at,
    directory,
    renumbered,
  }: {
    readonly at: Instant;
    readonly directory: Directory;
    readonly renumbered: readonly Renumbered[];
  },
): readonly CaseFact[] {
  const standing: Standing = { directory, suspended: new Set() };
  const office = officeFactsOf(standing, extendingPack, at);
  const actor = office.staff.find(({ id }) => id === staffIdOf(step.by));
  if (!actor) throw new Error(`${step.by} is not in the test directory`);
  const theCase = foldCase(happenedIn(stream));
  const order = orderIn(step, theCase);
  const second = renumbered.find((one): one is keyof typeof seconds => one === `${order.type}/2`);
  const formerly = second === undefined && !renumbered.includes(order.type);
  // What stands in a golden file was recorded: a rule that asks only who acts now does not ask it.
  const recordedAs = second ? seconds[second] : order.type;
  const facts = decideStaffAct(theCase, order, { actor, office, at, formerly, recordedAs });
  if (!facts.ok) throw new Error(`${order.type} was refused: ${facts.refusal.code}`);
  const first = stream[0]?.body;
  if (first?.type !== "case.received/1") throw new Error("a case begins with what was received");
  const bodies: CaseFact[] = [];
  let previous = stream.at(-1)?.digest ?? testDigest("nothing");
  for (const fact of facts.value) {
    const index = stream.length + bodies.length;
    const { office: officeId, case: caseId } = first;
    const header = { case: caseId, office: officeId, epoch: directory.epoch, index, previous, by: actor.id, at };
    const body = stateFact(fact, header);
    bodies.push(body);
    previous = recordOf(index, at, body, [vouchFor(canonicalBytes(body), testSigner(step.by))]).digest;
  }
  return bodies;
}

function orderIn(step: Extract<Step, { readonly by: string }>, theCase: Case): StaffCommand {
  if ("order" in step) return step.order;
  if (theCase.stage === "unknown") throw new Error("there is no case to answer in");
  return "answers" in step ? step.answers(theCase) : voteOf(theCase, step.votes);
}

function voteOf(theCase: Case, vote: "for" | "against"): StaffCommand {
  if (theCase.stage === "unknown" || !theCase.sitting) throw new Error("nobody proposed anything to vote on");
  const { number: sitting, decision } = theCase.sitting;
  return { type: "cast-vote", sitting, decision, vote, dissent: [] };
}

function asked(stream: readonly Recorded[], what: Asked, sealed: SealedVectors): PersonFact {
  const theCase = foldCase(happenedIn(stream));
  const { case: caseId, office } = sealed.manifest.event;
  const sequence = "sequence" in theCase ? theCase.sequence + 1 : 0;
  const header = { case: caseId, office, sequence };
  const facts: { readonly [what in Asked]: PersonFact } = {
    message: { type: "case.message-received/1", ...header, message: part("message-in-1") },
    withdrawal: { type: "case.withdrawal-asked/1", ...header },
    more: { type: "case.consent-changed/1", ...header, choice: "investigate-with-me" },
    review: { type: "case.review-asked/1", ...header },
    "consent-back": { type: "case.consent-withdrawn/1", ...header, purpose: "recording", recipient: "none" },
    treatment: { type: "case.treatment-told/1", ...header, told: part(`treatment-in-${sequence}`) },
    objection: { type: "case.summary-answered/1", ...header, number: 1, answer: "objects" },
    less: { type: "case.consent-changed/1", ...header, choice: "help-only" },
    evidence: {
      type: "case.evidence-added/1",
      ...header,
      note: part(`added-in-${sequence}`),
      evidence: [1, 2].map((n) => ({ ...part(`added-${sequence}-${n}`), size: sealedSize(262_144) })),
    },
  };
  const fact = facts[what];
  const may = decidePersonAct(theCase, fact);
  if (!may.ok) throw new Error(`${fact.type} was refused: ${may.refusal.code}`);
  return may.value;
}

function missed(sealed: SealedVectors, clock: string): CaseFact {
  const { case: caseId, office } = sealed.manifest.event;
  return { type: "case.clock-missed/1", case: caseId, office, clock, due: "2026-11-03T22:00:00.000Z" };
}

function recordOf(index: number, at: Instant, body: CaseFact, vouchings: readonly Vouching[]): Recorded {
  const record = recordBytes({ at, body: body as Json, index, vouchings });
  return { index, at, body, vouchings, record, digest: bytesToDigest(sha256(record)) };
}

/** Record by record: what was signed, by whom, and the bytes that the digest covers. */
export function recordVectors(stream: readonly Recorded[]): Json {
  return {
    spec: "docs/specs/record.md",
    records: stream.map(({ index, record, digest }) => {
      const text = utf8ToText(record);
      if (!text.ok) throw new Error("a canonical record is UTF-8");
      return { index, record: text.value, digest };
    }),
  };
}

/** One golden file for each version of each event: the stream up to its first use, and the case that it gives. */
export function caseStreamVectors(stream: readonly Recorded[]): ReadonlyMap<string, Json> {
  const golden = new Map<string, Json>();
  for (const [i, { body }] of stream.entries()) {
    if (golden.has(body.type)) continue;
    const upTo = stream.slice(0, i + 1);
    golden.set(body.type, {
      spec: "docs/specs/casework.md",
      type: body.type,
      events: upTo.map((event) => ({ at: event.at, body: event.body as Json })),
      case: foldCase(happenedIn(upTo)),
    });
  }
  return golden;
}
