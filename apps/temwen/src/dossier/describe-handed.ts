import type { HandedOver } from "@temwen/desk";
import type { Ask, DossierFacts, Enclosed, IdentityIn, LeftOut, LeftOutThing, Piece } from "@temwen/dossier";
import type { Forum, Pack } from "@temwen/mission-pack";
import type { Identity } from "@temwen/sealing/open";
import { type Instant, type Json, parseId } from "@temwen/vocabulary";
import type { Language } from "@temwen/words";
import { nameIn } from "@temwen/words/names";
import type { Allowed } from "./judge-consent.ts";
import type { EventProofs } from "./prove-events.ts";

/** What whoever makes the dossier says. */
export type Wish = {
  readonly forum: Forum;
  readonly language: Language;
  readonly asks: readonly Ask[];
  readonly allowed: Allowed;
  /** `words`, `messages`, or parts of pieces. */
  readonly leaveOut: ReadonlySet<string>;
  /** Indexes of the steps that go out; of the others the digest does. */
  readonly going: ReadonlySet<number>;
  readonly at: Instant;
  /** Where its receiver answers. */
  readonly receipt?: { readonly address: string; readonly code: string };
};

/** What letter and summary say of a case that is handed over. */
export function describeHanded(handed: HandedOver, proofs: EventProofs, wish: Wish, pack: Pack): DossierFacts {
  const words = wordsOf(handed.view);
  const { view, trust, identity } = handed;
  const { forum, language, asks, allowed, leaveOut, going, at, receipt } = wish;
  const timeline = view.timeline.filter(({ index }) => going.has(index));
  const { given: consent, byName, beyond } = allowed;
  const roleOf = (by: string): string => {
    const staff = parseId("staff", by);
    return staff.ok ? (handed.roles.get(staff.value) ?? by) : by;
  };
  const assessment = describeAssessment(view.assessment, language, pack);
  return {
    ...{ case: view.caseId, office: trust.office, at, zone: pack.zone, language, forum, asks, consent, byName },
    withdrawalAsked: view.withdrawalAsked,
    ...(view.opened && { openedByOffice: true as const }),
    ...(beyond && { beyond }),
    identity: sayIdentity(identity, wish),
    ...(receipt && { receipt }),
    stage: view.stage,
    receivedAt: view.receivedAt,
    ...(assessment && { assessment }),
    ...(words && !leaveOut.has("words") && { story: words }),
    messages: leaveOut.has("messages") ? [] : messagesOf(handed, wish),
    steps: timeline.map(({ index, at: when, type, by }) => ({ index, at: when, type, by: roleOf(by) })),
    pieces: piecesOf(handed, wish, roleOf),
    ...(handed.found && { found: nameForces(handed.found, language, pack) }),
    provedSteps: going.size - proofs.waiting.length,
    leftOut: listLeftOut(handed, proofs, wish),
  };
}

/** What the case began with: a person's words, or those of whoever opened it for the office. */
const wordsOf = ({ story, opened }: HandedOver["view"]) => story ?? opened?.words;

/** The bytes that go with it. */
export function encloseHanded(handed: HandedOver, { proofs, policy }: EventProofs, wish: Wish): Enclosed {
  const { view } = handed;
  const { leaveOut, going } = wish;
  const identity = handed.identity && cutIdentity(handed.identity, wish);
  return {
    events: handed.events.filter(({ index }) => going.has(index)),
    withheld: handed.digests.flatMap((digest, index) => (going.has(index) ? [] : [{ index, digest }])),
    directories: handed.directories,
    suspensions: handed.suspensions,
    roots: handed.trust,
    ...(wordsOf(view) && !leaveOut.has("words") && { story: wordsOf(view) as unknown as Json }),
    ...(leaveOut.has("messages") ? {} : { messages: messagesOf(handed, wish) as unknown as Json }),
    ...(handed.found && { findings: handed.found as unknown as Json }),
    ...(identity && { identity: identity as unknown as Json }),
    readPiece: async (part) => {
      const opened = await handed.readPiece(part);
      if (!opened.ok) throw new Error(`a piece that was opened before does not open again: ${opened.refusal.code}`);
      return opened.value.bytes;
    },
    proofs,
    ...(policy && { policy }),
  };
}

/**
 * Whether somebody presses the person to withdraw was said to the office, and to nobody else; and what the office wrote with a step
 * that stays would tell of it.
 */
function messagesOf({ view, happened }: HandedOver, { going }: Wish) {
  const staying = new Set(
    happened.flatMap(({ fact, index }) =>
      fact.type === "case.message-sent/1" && !going.has(index) ? [fact.number] : [],
    ),
  );
  return view.messages.flatMap(({ direction, at, number, text, pressed }) => {
    if (direction === "from-office" && staying.has(number)) return [];
    return [{ direction, at, number, ...(text !== undefined && pressed === undefined && { text }) }];
  });
}

/** Of name and contact, what the person named for this body; what is written of how to reach them safely goes with the contact. */
function cutIdentity({ name, contact, safeContact, ...head }: Identity, { allowed }: Wish): Identity {
  const hasContact = allowed.identity.includes("contact");
  return {
    ...head,
    ...(name !== undefined && allowed.identity.includes("identity") && { name }),
    ...(contact !== undefined && hasContact && { contact }),
    ...(safeContact !== undefined && hasContact && { safeContact }),
  };
}

function sayIdentity(identity: Identity | undefined, { allowed }: Wish): IdentityIn {
  if (!identity || allowed.identity.length === 0) return "left out";
  if (allowed.identity.length === 2) return "included";
  return allowed.identity.includes("identity") ? "name" : "contact";
}

/** The parts that can go out: those that arrived, but for what is left out; none where the person named no evidence for this body. */
export const partsToHand = (
  view: HandedOver["view"],
  { leaveOut, allowed }: Pick<Wish, "leaveOut" | "allowed">,
): readonly string[] =>
  allowed.evidence ? view.evidence.flatMap(({ part, arrived }) => (arrived && !leaveOut.has(part) ? [part] : [])) : [];

function piecesOf(handed: HandedOver, wish: Wish, roleOf: (by: string) => string): readonly Piece[] {
  const going = new Set(partsToHand(handed.view, wish).filter((part) => !handed.withoutKey.includes(part)));
  return handed.view.evidence.flatMap(
    ({ part, name, mediaType, size, sha256, copyOf, custody, taken }): readonly Piece[] => {
      const sealed = handed.sealedDigests.get(part);
      if (!sealed || !going.has(part)) return [];
      const log = custody.map((one) => ({ ...one, role: roleOf(one.by) }));
      const from = taken && { at: taken.at, by: taken.by, role: roleOf(taken.by), source: taken.source };
      const more = { ...(copyOf && { copyOf }), ...(from && { taken: from }) };
      return [{ part, name, mediaType, size, sha256, sealed, ...more, custody: log }];
    },
  );
}

function listLeftOut(handed: HandedOver, { waiting, noLog }: EventProofs, wish: Wish): readonly LeftOut[] {
  const { view, withoutKey } = handed;
  const { leaveOut, allowed, going } = wish;
  const pieces = view.evidence.flatMap(({ part, arrived }): readonly LeftOut[] => {
    const what = part as LeftOutThing;
    if (leaveOut.has(part)) return [{ what, why: "by-choice" }];
    if (!arrived) return [{ what, why: "not-arrived" }];
    if (!allowed.evidence) return [{ what, why: "evidence-not-allowed" }];
    return withoutKey.includes(part) ? [{ what, why: "no-key" }] : [];
  });
  const staying = handed.digests.flatMap((_, index) => (going.has(index) ? [] : [index]));
  const isSealed = messagesOf(handed, wish).some(({ text }) => text === undefined);
  return [
    ...leftOfIdentity[sayIdentity(handed.identity, wish)].map(
      (what) => ({ what, why: "identity-not-allowed" }) as const,
    ),
    { what: "support", why: "for-those-who-help" },
    { what: "colleagues", why: "among-colleagues" },
    { what: "keys", why: "stay-with-the-office" },
    ...(staying.length > 0 ? [{ what: "steps", why: "not-for-a-forum", steps: staying } as const] : []),
    ...(leaveOut.has("words") ? [{ what: "words", why: "by-choice" } as const] : []),
    ...(leaveOut.has("messages") ? [{ what: "messages", why: "by-choice" } as const] : []),
    ...(isSealed && !leaveOut.has("messages") ? [{ what: "messages", why: "no-key" } as const] : []),
    ...pieces,
    ...(waiting.length > 0
      ? [{ what: "proofs", why: noLog ? "no-public-log" : "not-in-the-log-yet", steps: waiting } as const]
      : []),
  ];
}

const leftOfIdentity = {
  "left out": ["identity"],
  name: ["contact"],
  contact: ["name"],
  included: [],
} as const satisfies { readonly [I in IdentityIn]: readonly LeftOutThing[] };

/** Forces and department by their names in the pack; a word that it does not know stays as it is. */
function describeAssessment(
  assessment: HandedOver["view"]["assessment"],
  language: Language,
  { forces, departments }: Pack,
): DossierFacts["assessment"] {
  if (!assessment) return undefined;
  const {
    rights = "",
    class: missionClass = "",
    forces: named = "",
    department = "",
    month = "",
    child = "",
  } = assessment;
  const place = departments.find(({ id }) => id === department);
  return {
    rights: rights.split(", "),
    class: missionClass,
    forces: named.split(", ").map((id) => forceName(id, language, forces)),
    department: place ? nameIn(place.names, language) : department,
    month,
    child,
  };
}

function forceName(id: string, language: Language, forces: Pack["forces"]): string {
  const force = forces.find((one) => one.id === id);
  return force ? nameIn(force.names, language) : id;
}

/** Forces of findings and measures by their names. */
function nameForces(
  found: NonNullable<HandedOver["found"]>,
  language: Language,
  { forces }: Pack,
): NonNullable<DossierFacts["found"]> {
  const name = (id: string): string => forceName(id, language, forces);
  return {
    ...found,
    findings: found.findings.map((finding) => ({ ...finding, forces: finding.forces.map(name) })),
    measures: found.measures.map((measure) => {
      const [who, force] = measure.bearer.split(":");
      return force === undefined ? measure : { ...measure, bearer: `${who}:${name(force)}` };
    }),
  };
}
