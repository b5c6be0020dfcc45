import type { ProvedFile } from "../checker/check-file.ts";
import type { FoundNumber } from "../checker/find-number.ts";
import type { HeadSeen } from "../checker/head-seen.ts";
import type { PromiseSeen } from "../checker/judge-promise.ts";
import { say, sayRefusal } from "../page/words.ts";

/** A verdict as a screen shows it, the most important first. */
export type Said = { readonly isGood: boolean; readonly lines: readonly string[] };

/** What a proof file was found to be. */
export function sayFile(proved: ProvedFile, hasOwnPolicy: boolean): Said {
  const { index, head, today, promise } = proved;
  const included = [...sayIncluded(index, head, hasOwnPolicy), ...(promise ? sayPromise(promise) : [])];
  if (isAgainst(today)) return { isGood: false, lines: [say(today), ...included] };
  return { isGood: true, lines: [...included, sayToday(today), say("keep")] };
}

/** What a proof number was found to be. */
export const sayNumber = ({ index, head, today }: FoundNumber, hasOwnPolicy: boolean): Said => ({
  isGood: true,
  lines: [...sayIncluded(index, head, hasOwnPolicy), ...(today === "fresh" ? [] : [sayToday(today)]), say("keep")],
});

/** Why nothing is proved, and what to do. */
export const sayNot = (code: string): Said => ({
  isGood: false,
  lines: [say("not"), sayRefusal(reasons[code] ?? code)],
});

function sayIncluded(index: string, { origin, size, cosigned, unjudged }: HeadSeen, hasOwnPolicy: boolean) {
  return [
    say("included"),
    say("place", { index, size, origin }),
    ...cosigned.map(({ name, at }) => say("saw", { name, at })),
    ...unjudged.map((name) => say("unjudged", { name })),
    ...(cosigned.length === 0 ? [say("noWitness")] : []),
    ...(hasOwnPolicy ? [] : [say("officeList")]),
  ];
}

const sayPromise = ({ signature, hour }: PromiseSeen): readonly string[] => [
  say({ signed: "promiseSigned", "not-signed": "promiseNot", unknown: "promiseUnknown" }[signature]),
  say(hour === "kept" ? "hourKept" : "hourUnsure"),
];

/** What is said of the log of today, where the proof itself holds. */
function sayToday(today: string): string {
  const reason = reasons[today] ?? today;
  if (["fresh", "too-old", "clock-differs", "tile-missing", "tile-wrong"].includes(reason)) return say(reason);
  if (today === "no-witness-time") return say("fresh");
  return say(reason === "another-log" ? "today-elsewhere" : "today-unknown");
}

/** What speaks against the office: another history, or one that became shorter. */
const isAgainst = (today: string): boolean => ["proof-of-another-tree", "proof-beyond-log"].includes(today);

/** Codes that say the same to a person; the others are names of sentences themselves. */
const reasons: { readonly [code: string]: string } = {
  "leaf-missing": "malformed-leaf",
  "malformed-note": "malformed-proof",
  "malformed-checkpoint": "malformed-proof",
  "proof-length": "malformed-proof",
  "index-beyond-size": "malformed-proof",
  "no-known-signature": "another-log",
  "log-signature-missing": "another-log",
  "origin-differs": "another-log",
  "key-ids-collide": "malformed-policy",
  "tile-malformed": "tile-wrong",
  "root-differs": "tile-wrong",
};
