import { type Exit, exits } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { UnreachableFault } from "./place/fetch-bounded.ts";

/** Something that a log, a proof or a site was found to be; `code` is what scripts read. */
export type Finding = { readonly code: string; readonly [more: string]: unknown };

/** Says what was found on stderr, and as JSON on stdout where that was asked for, and gives its exit code. */
export function sayFinding(terminal: Terminal, finding: Finding): Exit {
  const { code, ...more } = finding;
  if (terminal.json) terminal.result(toPlain({ refused: code, ...more }), "");
  const where = ["path", "index", "firstIndex", "row", "line", "why", "place"].flatMap((name) =>
    more[name] === undefined ? [] : [`${name} ${more[name]}`],
  );
  terminal.progress(`temwen: ${[sentences[code] ?? `refused: ${code}`, ...where].join("; ")}`);
  return exitOf(code);
}

/** Runs a step; when the other side cannot be reached, says so and ends with 5. */
export async function reaching(terminal: Terminal, step: () => Promise<Exit>): Promise<Exit> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof UnreachableFault)) throw error;
    if (terminal.json) terminal.result({ refused: error.code }, "");
    terminal.progress(`temwen: ${error.message}`);
    return exits.unreachable;
  }
}

/** What JSON can hold: a whole number as a number, one beyond 2^53 as its decimal digits. */
export const toPlain = (value: object): object => JSON.parse(JSON.stringify(value, (_, held) => plainNumber(held)));

function plainNumber(held: unknown): unknown {
  if (typeof held !== "bigint") return held;
  return held <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(held) : held.toString();
}

/** Seconds since 1970 as an instant; as digits where no calendar reaches. */
export function secondsToText(seconds: bigint): string {
  return seconds < 8_640_000_000_000n ? new Date(Number(seconds) * 1000).toISOString() : `second ${seconds}`;
}

function exitOf(code: string): Exit {
  if (["no-witness-time", "clock-differs", "no-page-leaves"].includes(code)) return exits.cannotTell;
  return code === "unreachable" ? exits.unreachable : exits.refused;
}

const sentences: { readonly [code: string]: string } = {
  "no-checkpoint":
    "no log is shown here: no file `checkpoint`; after a restore it stands still until the office runs `temwen log resume`",
  "malformed-policy": "the policy file cannot be read (docs/guides/check-the-log.md shows one)",
  "malformed-note": "the checkpoint is not a signed note",
  "malformed-checkpoint": "the checkpoint cannot be read",
  "malformed-proof": "this is not a proof file",
  "signature-invalid": "a signature of a key that the policy names does not hold",
  "no-known-signature": "no key that the policy names has signed",
  "log-signature-missing": "no log of the policy has signed",
  "origin-differs": "signed by a log of the policy, under another log's name",
  "quorum-missing": "not enough witnesses have cosigned",
  "root-differs": "the files and the checkpoint are of different logs",
  "tile-missing": "a file of the log is missing",
  "tile-malformed": "a file of the log is cut short, too long, or no tile",
  "tile-wrong": "a file of the log holds something else than its checkpoint commits to",
  "too-old": "the newest cosignatures are older than was asked for",
  "malformed-breach": "this is not a breach certificate",
  "malformed-opening": "this is not an opening of a leaf",
  "malformed-kept": "this is not what a person kept of a filing (NUMBER.kept)",
  "not-yet": "the complaint is not in the log yet, and need not be",
  "promise-broken":
    "the office broke its promise: witnesses saw the log behind the promised hour, and the complaint is not in it",
  "promise-of-another-leaf": "the promise is for something else than the filing beside it",
  "promise-not-signed": "the promise is not signed by the key that it names",
  "filing-not-in-log": "the complaint is not in this log, and no promise was kept with it",
  "not-a-filing": "the record is no complaint signed by its receipt",
  "record-not-opened": "the certificate's leaf does not open to its record",
  "another-policy": "the certificate's deadlines are not those that the complaint was filed under",
  "policy-not-published": "the log does not hold these deadlines",
  "unknown-clock": "these deadlines have no such clock that may be proved in public",
  "clock-not-of-filing": "only a clock that the filing starts can be proved yet",
  "checkpoints-reversed": "the checkpoint after is older than the one before",
  "not-due": "witnesses have not yet seen the log behind the due hour",
  answered:
    "an answer of the office stands in the log; if it came too late, only a checkpoint kept from before it shows that",
  "no-witness-time": "cannot tell how old this is: no witness says a time (with --policy, those that it names)",
  "clock-differs": "cannot tell how old this is: a cosignature is of a later hour than this machine's clock",
  "index-beyond-size": "the proof names an index beyond its tree",
  "proof-length": "the proof has too many or too few hashes",
  "leaf-missing": "the proof bears no leaf: say which one it is of with --leaf",
  "leaf-differs": "this leaf is not the one that the proof proves, or the proof is wrong",
  "proof-beyond-log": "the proof is of a larger tree than this log shows: the log has gone back, or this copy is old",
  fork: "this is not the log that is kept here: it does not continue it; what it showed is kept aside",
  "log-went-back": "the log shows an older head than the one kept here; nothing was taken",
  "copy-damaged": "the copy in this folder is not whole; nothing was taken",
  "no-page-leaves": "cannot tell: this log says nothing of any page",
  "page-differs": "the site serves something else than the log says",
  "page-older": "the site serves an older page than the log says",
  "page-not-logged": "the site serves a page of which the log says nothing",
  "page-missing": "the site does not serve what the log says",
  "mirror-running": "another process mirrors into this folder",
  "openings-beyond-log": "the openings are of a longer log than this one: this copy is old, or the log has gone back",
  "opening-missing": "a leaf of the month has no opening",
  "opening-wrong": "an opening does not open its leaf to what it says",
  "opening-of-no-leaf": "an opening is for a leaf that is not there, or not of the month",
  "record-malformed": "a leaf is said to be an event, and opens to something else",
  "record-not-signed": "a leaf opens to an event that nobody signed",
  "event-twice": "two leaves stand for one event",
  "stop-without-event": "a leaf stops a clock by an event that is not among those of the month",
  unreachable: "the log cannot be reached",
  "not-included": "no leaf with this number is in the log as it is here",
  "row-differs": "a row of the database holds another leaf than the log",
  "row-missing": "the database has no row for a leaf of the log",
  "row-not-opened": "a leaf and what the database says it stands for are not of each other",
  "event-without-leaf": "the database says that an event is in the log, and no leaf stands for it",
  "head-differs": "the rows of the database do not give the root that stands beside them",
  "proof-of-another-tree": "the proof's tree does not begin this log: two logs were shown to two people",
};
