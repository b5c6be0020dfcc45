// Given what happened, when somebody orders or asks something, then facts or a refusal. The history of every test is
// made by the rules themselves, so no test begins at a place that no case can reach.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type Forum, hourBehind } from "@temwen/mission-pack";
import type { Role } from "@temwen/office";
import {
  bytesToDigest,
  type ConsentChoice,
  createId,
  type Digest,
  type Id,
  type IdKind,
  type Instant,
  instantToMillis,
  millisToInstant,
  type StaffId,
} from "@temwen/vocabulary";
import type { Case, KnownCase } from "../case/case.ts";
import type { Actor, CaseRefusal, OfficeFacts, StaffCommand } from "../case/commands.ts";
import type { CaseFact, PersonFact, ReceivedFact } from "../facts/facts.ts";
import { decideStaffAct } from "../law/decide.ts";
import { decidePersonAct } from "../law/decide-person.ts";
import { evolveCase, type Happened } from "../law/evolve.ts";

const sha256 = (name: string) => new Uint8Array(createHash("sha256").update(name).digest());
export const digestOf = (name: string): Digest => bytesToDigest(sha256(name));
export const testId = <K extends IdKind>(kind: K, name: string): Id<K> => createId(kind, sha256(name).subarray(0, 16));
export const part = (name: string) => ({ part: name, digest: digestOf(name) });

const person = (name: string, role: Role, ties: readonly string[] = []): Actor => ({
  id: testId("staff", name),
  role,
  ties,
});

export const asha = person("asha", "intake");
export const bruno = person("bruno", "intake");
export const carla = person("carla", "panel");
export const dario = person("dario", "panel");
/** Of the reserve bench. */
export const elsa = person("elsa", "panel");
export const fabien = person("fabien", "investigator");
export const gerda = person("gerda", "support");
export const hugo = person("hugo", "child-protection");
/** Three who are tied to the force called alfa. */
export const ines = person("ines", "intake", ["alfa"]);
export const jules = person("jules", "panel", ["alfa"]);
export const karim = person("karim", "investigator", ["alfa"]);
export const lena = person("lena", "registrar");
/** Of the panel, and of civil society. */
export const mona = person("mona", "panel");
/** Of the reserve bench, as elsa; paula is of civil society. */
export const otto = person("otto", "panel");
export const paula = person("paula", "panel");

export const everybody = [
  asha,
  bruno,
  carla,
  dario,
  elsa,
  fabien,
  gerda,
  hugo,
  ines,
  jules,
  karim,
  lena,
  mona,
  otto,
  paula,
] as const;
export const holders: readonly StaffId[] = [1, 2, 3, 4, 5].map((n) => testId("staff", `holder ${n}`));

const forum = (id: string, change: Partial<Forum>): Forum => ({
  ...{ id, name: id, kind: "haitian-civilian-court", state: "hti", basis: ["investigates-with-civil-party"] },
  ...{ obstacle: [], reach: "not-established", source: "no published source", confidence: "memory", language: "fr" },
  ...change,
});

export const office: OfficeFacts = {
  staff: everybody.map((actor) => ({
    ...actor,
    bench: [elsa, otto, paula].includes(actor) ? "reserve" : "first",
    ...((actor === mona || actor === paula) && { civilSociety: true }),
  })),
  forces: ["alfa", "bravo"],
  hostForces: ["alfa"],
  departments: ["dep01", "dep02"],
  forums: [
    forum("court", { kind: "haitian-civilian-court", obstacle: ["status-agreement-immunity"] }),
    forum("prosecutor", { kind: "sending-state-civilian-prosecutor", state: "ken", obstacle: ["reach-unknown"] }),
    forum("soldiers", { kind: "military-justice", state: "bhs", basis: ["military-discipline"] }),
  ],
  erasureDays: 14,
  // By its name alone, whatever its hour: so the same order is lawful at every hour of a made-up history.
  latestFor: (theCase, { clock, due }) =>
    clock === "inquiry" && "admittedAt" in theCase ? hourBehind(due, "P6M", "America/Port-au-Prince") : undefined,
  isLawfulEscrow: (dealt) => dealt.length === 5 && holders.every((holder) => dealt.includes(holder)),
};

/** An hour of a history, counted from its filing. */
export const hourAfter = (hours: number): Instant => millisToInstant(instantToMillis(begun) + hours * 3_600_000);

const begun = "2026-11-03T15:00:00.000Z" as Instant;
export const caseId = testId("case", "case");
const officeId = testId("office", "office");
const recipient = `age1pq1${"q".repeat(1952)}`;

export const received: ReceivedFact = {
  type: "case.received/1",
  case: caseId,
  office: officeId,
  epoch: 7,
  bucket: 4,
  receiptKey: `${"A".repeat(43)}=`,
  replyRecipient: recipient,
  storyRecipient: recipient,
};

type Order<T extends StaffCommand["type"]> = Extract<StaffCommand, { readonly type: T }>;

export const acknowledge = (change: Partial<Order<"acknowledge-case">> = {}): StaffCommand => ({
  type: "acknowledge-case",
  escrow: {
    threshold: 3,
    shares: holders.map((holder, i) => ({ ...part(`dealt-${i}`), holder, commitment: digestOf(`commitment ${i}`) })),
  },
  consent: { choice: "investigate-with-me", language: "ht", explainer: "page" },
  message: part("reply"),
  copy: part("copy"),
  ...change,
});

export const assess = (change: Partial<Order<"assess-case">> = {}): StaffCommand => ({
  type: "assess-case",
  rights: ["integrity"],
  class: "serious-misconduct",
  forces: ["alfa"],
  department: "dep01",
  month: "2026-10",
  child: "no",
  ...change,
});

export const grantTo = (actor: Actor, ...keys: readonly string[]) => ({
  to: actor.id,
  keys,
  grant: part("grant-later"),
});

export const propose = (change: Partial<Order<"propose-non-admission">> = {}): StaffCommand => ({
  type: "propose-non-admission",
  reason: "not-about-the-mission",
  explanation: part("explanation"),
  grants: [grantTo(carla, "story")],
  ...change,
});

export const confirm = (): StaffCommand => ({
  type: "confirm-non-admission",
  message: part("reply"),
  copy: part("copy"),
});
export const keepOpen = (): StaffCommand => ({ type: "keep-open", explanation: part("explanation") });
export const send = (): StaffCommand => ({ type: "send-message", message: part("reply"), copy: part("copy") });
export const letIn = (...grants: Order<"grant-access">["grants"]): StaffCommand => ({
  type: "grant-access",
  reason: "asked-to-help",
  grants,
});

export const freshRecipient = (letter: string): string => `age1pq1${letter.repeat(1952)}`;
export const rekey = (number: number, ...grants: Order<"rekey-case">["grants"]): StaffCommand => ({
  type: "rekey-case",
  recipient: freshRecipient("acdefghjkl"[number] ?? "m"),
  grants,
});
export const deal = (change: Partial<Order<"deal-escrow">["escrow"]> = {}): StaffCommand => {
  const { escrow } = acknowledge() as Order<"acknowledge-case">;
  return { type: "deal-escrow", escrow: { ...escrow, ...change } };
};

export const proposeErasure = (
  reason: Extract<StaffCommand, { readonly type: "propose-erasure" }>["reason"] = "law-requires",
): StaffCommand => ({ type: "propose-erasure", reason });
export const confirmErasure = (days = 14): StaffCommand => ({
  type: "confirm-erasure",
  days,
  message: part("reply"),
  copy: part("copy"),
});
export const stopErasure = (): StaffCommand => ({ type: "stop-erasure" });
/** Before an end somebody of the panel is the second, and has read the case. */
export const eraseWithPanel = (): readonly Step[] => [
  [asha, letIn(grantTo(carla, "story"))],
  [asha, proposeErasure()],
  [carla, confirmErasure()],
];

export const proposeFlood = (caseCount = 212): StaffCommand => ({
  type: "propose-flood",
  casesDigest: digestOf("the cases"),
  caseCount,
});
export const confirmFlood = (): StaffCommand => ({ type: "confirm-flood" });

const ofThePerson = { case: caseId, office: officeId };
export const write = (sequence: number): PersonFact => ({
  type: "case.message-received/1",
  ...ofThePerson,
  sequence,
  message: part("message"),
});
export const withdraw = (sequence: number): PersonFact => ({
  type: "case.withdrawal-asked/1",
  ...ofThePerson,
  sequence,
});
export const change = (sequence: number, choice: ConsentChoice): PersonFact => ({
  type: "case.consent-changed/1",
  ...ofThePerson,
  sequence,
  choice,
});
export const askReview = (sequence: number): PersonFact => ({ type: "case.review-asked/1", ...ofThePerson, sequence });
export const add = (sequence: number, pieces = 1): Extract<PersonFact, { readonly type: "case.evidence-added/1" }> => ({
  type: "case.evidence-added/1",
  ...ofThePerson,
  sequence,
  note: part(`added-in-${sequence}`),
  evidence: Array.from({ length: pieces }, (_, i) => ({ ...part(`added-${sequence}-${i + 1}`), size: 263_867 })),
});
export const miss = (clock: string, due = "2026-11-04T15:00:00.000Z"): CaseFact => ({
  type: "case.clock-missed/1",
  ...ofThePerson,
  clock,
  due,
});

/** Facts of which there is a number before and one since. */
type Second = "case.assessed/2" | "case.decision-proposed/2" | "case.delivery-recorded/2" | "case.erasure-proposed/2";

/** An order by somebody (or one that was recorded under the first number of its fact, or the second of three, or before a rule that asks who acts now), something the person asks, or a clock that ran out. */
export type Step = readonly [Actor, StaffCommand, ("formerly" | Second | "before")?] | PersonFact | CaseFact;

/** A case of which only the filing is known. */
export const filed: Case = evolveCase({ stage: "unknown" }, { fact: received, at: begun });

/** What the rules answer to one step. */
export function decideStep(
  theCase: Case,
  step: Step,
  at: Instant = begun,
): { readonly facts: readonly CaseFact[] } | { readonly refusal: CaseRefusal } {
  if ("type" in step) {
    if (!isAsked(step)) return { facts: [step] };
    const asked = decidePersonAct(theCase, step);
    return asked.ok ? { facts: [asked.value] } : { refusal: asked.refusal };
  }
  const [actor, order, as] = step;
  const decided = decideStaffAct(theCase, order, {
    actor,
    office,
    at,
    formerly: as === "formerly",
    ...(as && { recordedAs: as }),
  });
  return decided.ok ? { facts: decided.value } : { refusal: decided.refusal };
}

/** The person alone counts what they ask for. */
const isAsked = (step: PersonFact | CaseFact): step is PersonFact => "sequence" in step;

/** The case after the facts of one step, an hour after the step before. */
export function applyStep(theCase: Case, step: Step, facts: readonly CaseFact[], place: number): Case {
  const at = millisToInstant(instantToMillis(begun) + place * 3_600_000);
  const by = "type" in step ? undefined : step[0].id;
  return facts.reduce<Case>((before, fact) => evolveCase(before, happenedAs(fact, at, by)), theCase);
}

const happenedAs = (fact: CaseFact, at: Instant, by: StaffId | undefined): Happened => ({
  fact,
  at,
  ...(by && { by }),
});

export function given(...history: readonly Step[]) {
  const theCase = history.reduce<Case>((before, step, i) => {
    const answer = decideStep(before, step);
    if ("refusal" in answer) throw new Error(`step ${i} of the history was refused: ${answer.refusal.code}`);
    return applyStep(before, step, answer.facts, i + 1);
  }, filed);
  const answerTo = (step: Step, at?: Instant) => ({
    refuses(code: CaseRefusal["code"], more: object = {}) {
      const answer = decideStep(theCase, step, at);
      assert.ok("refusal" in answer, `granted, but ${code} was expected`);
      assert.equal(answer.refusal.code, code);
      for (const [name, value] of Object.entries(more)) assert.deepEqual({ ...answer.refusal }[name as "code"], value);
    },
    gives(...types: readonly CaseFact["type"][]): KnownCase {
      const answer = decideStep(theCase, step, at);
      assert.ok("facts" in answer, `refused: ${JSON.stringify(answer)}`);
      assert.deepEqual(
        answer.facts.map(({ type }) => type),
        types,
      );
      const after = applyStep(theCase, step, answer.facts, history.length + 1);
      assert.ok(after.stage !== "unknown");
      return after;
    },
  });
  return {
    theCase,
    when: (actor: Actor, order: StaffCommand) => answerTo([actor, order]),
    whenAt: (at: Instant, actor: Actor, order: StaffCommand) => answerTo([actor, order], at),
    whenThePerson: (asks: PersonFact) => answerTo(asks),
  };
}
