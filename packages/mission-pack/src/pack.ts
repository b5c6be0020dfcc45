import {
  fieldsOf,
  granted,
  listOf,
  oneOf,
  type Result,
  refused,
  type Shape,
  textLike,
  textUpTo,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type Basis, bases } from "./basis.ts";
import { calendarsShape } from "./calendars.ts";
import { answerDay, clocksShape } from "./clocks.ts";
import { type DeadlineBook, type DeadlinesRefusal, formerShape, refuseDeadlines } from "./deadlines.ts";
import type { AnswerTime, Forum } from "./forums.ts";
import { type Care, careShape, noSource, type Service, servicesShape } from "./services.ts";

/** A force that a complaint may name: a contributing State's, or the host police. */
export type PackForce = {
  readonly id: string;
  readonly kind: "contributing" | "host";
  readonly names: { readonly ht: string; readonly fr: string; readonly en: string };
  readonly source: string;
  readonly basis: Basis;
};

/** A department, for the assessment, the figures and whoever looks for help near by. */
export type Department = {
  readonly id: string;
  readonly names: { readonly ht: string; readonly fr: string };
  /** Where it stands when the country is drawn as tiles, counted from 1. */
  readonly tile: { readonly column: number; readonly row: number };
};

/** A mission as data. */
export type Pack = DeadlineBook & {
  readonly id: string;
  readonly forces: readonly PackForce[];
  readonly departments: readonly Department[];
  readonly services: readonly Service[];
  readonly care: readonly Care[];
  readonly erasure: ErasurePolicy;
  readonly log: LogRhythm;
  /** To whom a case may be referred, and how long they have to answer: read from a table of its own (docs/specs/forums.md). */
  readonly forums?: readonly Forum[];
  readonly forumAnswer?: AnswerTime;
};

/** How often the public log takes how many leaves. Always as many, so that neither shows how much is complained. */
export type LogRhythm = {
  readonly everyMinutes: number;
  readonly batch: number;
  /** Within how many hours after it came a complaint stands in the log: what the office promises each person. */
  readonly promiseHours: number;
  readonly source: string;
  readonly basis: Basis;
};

/** How an erasure goes, in whole days. */
export type ErasurePolicy = {
  /** Between the second signature and the erasure: time to stop it, and for the person to read of it. */
  readonly waitDays: number;
  /** After which no backup may be left that was made before the erasure. */
  readonly backupDays: number;
  readonly source: string;
  readonly basis: Basis;
};

/** What an assessment says when it does not know, or of any private company: no force and no department may be called so. */
const id = textLike(/^(?!unknown$|private-company$)[a-z][a-z0-9-]{1,23}$/);

const packShape: Shape<Pack> = fieldsOf(
  {
    id,
    zone: textLike(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2}$/),
    forces: listOf(
      fieldsOf({
        id,
        kind: oneOf("contributing", "host"),
        names: fieldsOf({ ht: textUpTo(80), fr: textUpTo(80), en: textUpTo(80) }),
        source: textUpTo(300),
        basis: oneOf(...bases),
      }),
      64,
    ),
    departments: listOf(
      fieldsOf({
        id,
        names: fieldsOf({ ht: textUpTo(60), fr: textUpTo(60) }),
        tile: fieldsOf({ column: wholeUpTo(12), row: wholeUpTo(12) }),
      }),
      64,
    ),
    clocks: clocksShape,
    services: servicesShape,
    care: careShape,
    erasure: fieldsOf({
      waitDays: wholeUpTo(365),
      backupDays: wholeUpTo(3650),
      source: textUpTo(300),
      basis: oneOf(...bases),
    }),
    log: fieldsOf({
      everyMinutes: wholeUpTo(1440),
      batch: wholeUpTo(65_536),
      promiseHours: wholeUpTo(168),
      source: textUpTo(300),
      basis: oneOf(...bases),
    }),
  },
  { calendars: calendarsShape, formerDeadlines: formerShape },
);

export type PackRefusal =
  | DeadlinesRefusal
  | { readonly code: "malformed-pack" }
  | { readonly code: "id-twice" | "unknown-department" | "found-nowhere" | "number-not-found"; readonly id: string };

/** Reads a pack; ids must be unique, because acts and figures refer to them for decades. */
export function parsePack(value: unknown): Result<Pack, PackRefusal> {
  const pack = packShape(value);
  if (!pack) return refused({ code: "malformed-pack" });
  for (const list of [pack.forces, pack.departments, pack.clocks, pack.calendars ?? [], pack.services, pack.care]) {
    const seen = new Set<string>(list === pack.clocks ? [answerDay] : []);
    for (const entry of list) {
      if (seen.has(entry.id)) return refused({ code: "id-twice", id: entry.id });
      seen.add(entry.id);
    }
  }
  const refusal = refuseServices(pack) ?? refuseDeadlines(pack);
  return refusal ? refused(refusal) : granted(pack);
}

/** A number that no source gives could lead a person in need to a stranger: then the pack is not read at all. */
function refuseServices({ services, care, departments }: Pack): PackRefusal | undefined {
  for (const { id, source, basis } of [...services, ...care]) {
    if (basis === "found" && source === noSource) return { code: "found-nowhere", id };
  }
  for (const { id, where, line, basis } of services) {
    const places = where === "country" ? [] : where;
    const isKnown = ({ department }: { readonly department: string }) =>
      departments.some((one) => one.id === department);
    if (!places.every(isKnown)) return { code: "unknown-department", id };
    if (line && basis !== "found") return { code: "number-not-found", id };
  }
  return undefined;
}
