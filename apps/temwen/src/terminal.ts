import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { type Exit, exitFor } from "./exit.ts";

/** What a verb speaks to: never the process itself, so that it can be tried in a test. */
export type Terminal = {
  readonly json: boolean;
  /** The result: one JSON object with `--json`, else the sentence. */
  readonly result: (value: object, sentence: string) => void;
  /** One entry of a list: one JSON object a line with `--json`. */
  readonly entry: (value: object, sentence: string) => void;
  /** Progress and warnings, on stderr. */
  readonly progress: (line: string) => void;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Asks whoever sits there; absent where nobody does. */
  readonly ask?: Ask;
};

/**
 * Shows lines and reads one that is typed; undefined when the person breaks off. Neither question nor answer stays on the
 * screen or in what it can be scrolled back to.
 */
export type Ask = (lines: string) => Promise<string | undefined>;

/**
 * One JSON object on one line, by whatever counts lines: some readers also end one at U+2028, U+2029 or U+0085, which
 * JSON leaves as they are. What commands a terminal is escaped with them.
 */
export const toJsonLine = (value: object): string =>
  JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029]/g, escapeCharacter);

/** A sentence in which what a stranger wrote cannot command the terminal of whoever reads it; lines and tabs stay. */
export const toPlainText = (sentence: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  sentence.replace(/\r\n/g, "\n").replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, escapeCharacter);

const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** The terminal of a real process. */
export function openTerminal(json: boolean): Terminal {
  const print = (value: object, sentence: string): void => {
    process.stdout.write(`${json ? toJsonLine(value) : toPlainText(sentence)}\n`);
  };
  return {
    json,
    result: print,
    entry: print,
    progress: (line) => {
      process.stderr.write(`${toPlainText(line)}\n`);
    },
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      return new Uint8Array(Buffer.concat(chunks));
    },
    ...(process.stdin.isTTY && process.stderr.isTTY && { ask: askOnScreen }),
  };
}

/** A screen of its own, which terminals give back without a trace: somebody may look at this one afterwards. */
const ownScreen = { enter: "\u001b[?1049h\u001b[H", leave: "\u001b[?1049l" };

async function askOnScreen(lines: string): Promise<string | undefined> {
  const typing = createInterface({ input: process.stdin, output: process.stderr, historySize: 0 });
  process.stderr.write(ownScreen.enter);
  try {
    return await new Promise((resolve) => {
      typing.once("close", () => resolve(undefined));
      typing.question(`${toPlainText(lines)}\n\n> `, resolve);
    });
  } finally {
    typing.close();
    process.stderr.write(ownScreen.leave);
  }
}

/** Reads FILE, or standard input for `-`. */
export async function readInput(terminal: Terminal, place: string): Promise<Uint8Array> {
  return place === "-" ? terminal.readStdin() : new Uint8Array(await readFile(place));
}

type Refusal = { readonly code: string; readonly [more: string]: unknown };

/** Says a refusal on stderr (and as JSON on stdout where that was asked for) and gives its exit code. */
export function sayRefusal(terminal: Terminal, refusal: Refusal): Exit {
  const exit = exitFor(refusal.code);
  if (terminal.json) terminal.result({ refused: refusal.code, ...refusal }, "");
  terminal.progress(`temwen: ${sentenceFor(refusal)}`);
  return exit;
}

/** What to do about it, for the refusals that people meet at a command line. */
const sentences: { readonly [code: string]: string } = {
  "not-imported": "no case with this key stands in this register",
  "not-proved": "the case is not what was imported: its bytes do not lead to the signed root",
  "unknown-register": "no register of this name was imported here, or its import is not whole yet",
  "another-history": "what came before the stop is not what these files give; nothing more was sent",
  "import-not-open": "another import of this register was begun in the meantime; run the same command again",
  "not-an-answer": "this is no act of staff that stopped a clock: there is nothing to open",
  "no-such-leaf": "the log has no leaf of this number",
  "case-erased": "the case was erased: nothing opens its leaves any more",
  "same-deadlines": "the directory names these deadlines already; change the pack, and start the office again",
  unreachable: "the server cannot be reached; check --server and the line, then try again",
  "cannot-tell": "we cannot tell whether it was stored; run the same command again, nothing is stored twice",
  "wrong-passphrase": "the passphrase does not open this key file",
  "malformed-key-file": "this is not a staff key file",
  "passphrase-too-short": "a passphrase needs 14 characters or more; several words that nobody would guess are best",
  "malformed-passphrase": "the passphrases could not be read: each is a file, or a line of standard input",
  "malformed-receipt": "a receipt has 24 digits",
  "wrong-check-digits": "the check digits do not fit: one of the digits is wrong",
  "unknown-mailbox": "no complaint was filed with this receipt here",
  "not-in-directory": "the directory in force does not list this key",
  "not-granted":
    "this person may see the case but has no key to its words: a new one is readable for four people of intake, and " +
    "nobody can say for whom; ask colleagues: who can read it can acknowledge it, and `grant` it then",
  "wrong-stage": "the case is not at the stage for this act: `temwen office read` lists what can be done next",
  "wrong-role": "this act belongs to people of another role: `temwen office read` lists what this one can do",
  "unknown-case": "no such case, or none that this person may know of (role and ties)",
  "directory-not-trusted": "the directory is not signed by the root keys; nothing was sent",
  "too-long":
    "the text is too long: a complaint holds about 30 000 bytes (more goes as a file, with --attach), a message of staff 8 192",
  empty: "there is no text",
  "no-space": "the server's disk is full; nothing was stored; try again later",
  "being-sent": "it is being sent at this moment, perhaps over a line that broke; try again in a few minutes",
  "batch-running": "another command files this folder at this moment; wait until it has ended",
  "too-many-uploads": "too many files are being sent at this moment; try again later",
  "too-slow": "nothing came through for a minute; try again",
  "not-announced":
    "this server has no complaint that this file belongs to: check --server, or the complaint never arrived",
  "unknown-force": "this force is not in the directory; `temwen complain --help` lists them; or say unknown",
  "no-office": "this server has no office yet",
  "review-already-asked": "this was asked already; the office answers in the mailbox",
  "already-withdrawn": "this was asked already; the office answers in the mailbox",
  "broken-off": "broken off; nothing was sent",
  "too-many-at-once": "one act closes 500 cases at most, and one at least; split the list",
  "no-flood-proposed": "nobody of intake proposed to close these: they run close-flood first",
  "several-proposals": "these were proposed in several runs; close one at a time",
  "person-wrote": "the person wrote: this is no noise; it stays open",
  "somebody-looked": "a piece of its evidence was opened: it cannot be closed unread",
  "no-such-summary": "another summary was shown since, or none: read the mailbox again",
  "summary-differs":
    "the words that were sent are not those that the office signed it would publish: nothing was answered",
  "answer-unchanged": "this is your answer already",
  "treatment-already-told": "you told this already",
  "no-such-consent": "nothing of that kind is allowed now, so there is nothing to take back",
  "beyond-consent": "the person allows less than this: ask them first",
  "withdrawal-asked": "the person has asked to stop: speak with them before anything else",
  "override-not-confirmed":
    "nobody goes beyond it alone: one person proposes it and tells the person (act propose-override), another agrees",
  "consent-changed": "the person allows less by now; nothing was written, and the record says that pieces went out",
  "identity-not-allowed": "the person does not allow name or contact for this body: they stay in the office",
  "identity-not-for-referral":
    "nobody asked for the name with the reason referral: that is done at the desk, by two people",
  "identity-not-approved": "no second person has said yes to your own question for the name",
  "file-exists": "a file stands there already; nothing was written",
  "no-space-here": "the disk here is full; nothing was kept, and the record says that pieces went out",
  "no-receiver": "no recipient was named",
  "malformed-recipient": "a recipient is not of the form age1…; the key file of a receiver is none",
  "mixed-recipients": "recipients are either all post-quantum (age1pq1…) or none of them",
  "case-not-trusted": "the record of this case does not hold together: show it to the registrar and a colleague",
  "another-leaf": "the public log holds something else than the record; nothing was written",
  conflict: "somebody else acted on this case in the meantime; read it again",
};

/** The sentence for a refusal; its code where there is none. */
export function sentenceFor(refusal: Refusal): string {
  const { code, expected, actual } = refusal;
  if (code === "version-not-reached") {
    return (
      `nobody acted in the meantime: this case has ${actual} events, and --expected says ${expected}; ` +
      "if you have seen that many, the server is hiding some of them"
    );
  }
  if (code === "malformed-people") return `the file of people cannot be read: ${sayWherePeople(refusal)}`;
  return sentences[code] ?? `refused: ${code}`;
}

function sayWherePeople({ person, field }: Refusal): string {
  if (person === undefined) return "JSON with a list `people` is wanted, as in packs/haiti/demo/people.json";
  return `person ${person}${field === undefined ? "" : `, ${field}`}; \`temwen init --help\` says what is wanted`;
}
