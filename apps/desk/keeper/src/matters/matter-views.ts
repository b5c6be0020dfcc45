import {
  briefMatter,
  clocksOfMatter,
  dueOfMatter,
  holdersOf,
  lawfulMatterOrders,
  type MatterHappened,
  type MatterInBrief,
  type MatterOrder,
  type MatterRefusal,
  rolesIn,
  tiesTo,
} from "@temwen/casework/matters";
import type { Deadlines } from "@temwen/mission-pack";
import { findActive, type StaffMember, type Standing } from "@temwen/office";
import type { Instant, MatterId, StaffId } from "@temwen/vocabulary";
import type { Alarm } from "../views.ts";
import { findLeavers } from "./leavers.ts";
import { holdsNewest, type MatterRoom } from "./matter-room.ts";

/** A line of the board. */
export type MatterRow = MatterInBrief & {
  readonly matter: MatterId;
  readonly version: number;
  /** The nearest clock of the pack that runs on it. */
  readonly clock?: { readonly id: string; readonly due: Instant };
  /** The day went by, and nobody answered, or nobody wrote it down. */
  readonly isSilent: boolean;
  readonly isBroken: boolean;
  /** Who can read what comes next and has no part in it any more; only whoever could give it another key is told. */
  readonly leavers: readonly StaffId[];
  /** Whether nobody besides whoever looks has the newest key and goes on: with them the words would be lost. */
  readonly isLastReader: boolean;
};

export type MatterBoard = { readonly rows: readonly MatterRow[]; readonly now: Instant };

/** One matter, as far as this person may see it. */
export type MatterView = MatterRow & {
  readonly now: Instant;
  readonly told?: { readonly [language: string]: string | undefined };
  readonly steps: readonly MatterStep[];
  /** Who has the newest key. */
  readonly holders: readonly StaffId[];
  readonly canRead: boolean;
  readonly orders: readonly { readonly order: MatterOrder["type"]; readonly refusal?: MatterRefusal }[];
  /** Who serves, has no tie and no part in it yet: whom one may let in. */
  readonly mayLetIn: readonly Colleague[];
  /** Whoever has the newest key besides oneself, and goes on: who gets another key unless somebody says otherwise. */
  readonly mayKeepKey: readonly Colleague[];
  readonly alarms: readonly Alarm[];
  /** Somebody wants a claim gone: from `due` on, where two do. */
  readonly erasure?: { readonly due?: Instant };
};

type Colleague = { readonly id: StaffId; readonly role: string };
const colleague = ({ id, role }: StaffMember): Colleague => ({ id, role });

export type MatterStep = {
  readonly index: number;
  readonly type: string;
  readonly at: Instant;
  readonly by: StaffId | "clock";
  readonly facts: { readonly [name: string]: string };
  readonly words?: string;
};

/** How a matter stands on the board at an hour. */
export function rowOf(room: MatterRoom, { me: { id: me }, standing, deadlines, now }: Looking): MatterRow {
  const { id, matter, version, alarms } = room;
  const leavers = holdsNewest(room) ? findLeavers(room, standing, now) : [];
  const brief = briefMatter(matter);
  const [clock] = clocksOfMatter(matter, deadlines);
  return {
    ...brief,
    matter: id,
    version,
    ...(clock && { clock }),
    isSilent: isSilent(brief, now),
    isBroken: alarms.length > 0,
    leavers,
    isLastReader: holdsNewest(room) && holdersOf(matter).every((id) => id === me || leavers.includes(id)),
  };
}

/** Silence: the day is over and no answer came since, or it was written down that none came. */
function isSilent({ answer, answerDue, waits }: MatterInBrief, now: Instant): boolean {
  if (answer === "none" && !waits) return true;
  return waits && answerDue !== undefined && now.slice(0, 10) > answerDue;
}

/** Who looks, who serves, by which deadlines, and when. */
type Looking = {
  readonly me: StaffMember;
  readonly standing: Standing;
  readonly deadlines: Deadlines;
  readonly now: Instant;
};

/** A matter with its steps and what this person could do in it now. */
export function viewMatter(room: MatterRoom, looking: Looking): MatterView {
  const { me, standing, now } = looking;
  const due = dueOfMatter(room.matter);
  const { id, matter, happened, words, alarms } = room;
  const holders = holdersOf(matter);
  const isEligible = (one: StaffMember): boolean =>
    rolesIn[matter.kind].includes(one.role) &&
    !matter.steppedBack.includes(one.id) &&
    tiesTo(matter.forces, one).length === 0;
  const eligible = standing.directory.staff.filter((one) => findActive(standing, one.id, now) && isEligible(one));
  return {
    ...rowOf(room, looking),
    now,
    ...(matter.told && { told: matter.told }),
    steps: happened.map((fact) => stepOf(fact, words.get(fact.index))),
    holders,
    canRead: holdsNewest(room),
    orders: lawfulMatterOrders(matter, id, me),
    mayLetIn: eligible.filter(({ id: staff }) => !holders.includes(staff)).map(colleague),
    mayKeepKey: eligible.filter(({ id: staff }) => staff !== me.id && holders.includes(staff)).map(colleague),
    alarms,
    ...(matter.kind === "paternity" && matter.erasure && { erasure: due === undefined ? {} : { due } }),
  };
}

const header = [
  "type",
  "matter",
  "office",
  "epoch",
  "index",
  "previous",
  "by",
  "at",
  "explanation",
  "grants",
  "recipient",
];

function stepOf(fact: MatterHappened, words: string | undefined): MatterStep {
  const { index, type, at } = fact;
  const by = "by" in fact ? fact.by : "clock";
  const facts = Object.entries(fact).flatMap(([name, value]) => {
    if (header.includes(name) || typeof value === "object")
      return Array.isArray(value) && name === "forces" ? [[name, value.join(", ")]] : [];
    return [[name, String(value)]];
  });
  return { index, type, at, by, facts: Object.fromEntries(facts), ...(words !== undefined && { words }) };
}
