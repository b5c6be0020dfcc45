import { readFile } from "node:fs/promises";
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
};

/** The terminal of a real process. */
export function openTerminal(json: boolean): Terminal {
  const print = (value: object, sentence: string): void => {
    process.stdout.write(`${json ? JSON.stringify(value) : sentence}\n`);
  };
  return {
    json,
    result: print,
    entry: print,
    progress: (line) => {
      process.stderr.write(`${line}\n`);
    },
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk);
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}

/** Reads FILE, or standard input for `-`. */
export async function readInput(terminal: Terminal, place: string): Promise<Uint8Array> {
  return place === "-" ? terminal.readStdin() : new Uint8Array(await readFile(place));
}

/** Says a refusal on stderr (and as JSON on stdout where that was asked for) and gives its exit code. */
export function sayRefusal(terminal: Terminal, refusal: { readonly code: string }): Exit {
  const exit = exitFor(refusal.code);
  if (terminal.json) process.stdout.write(`${JSON.stringify({ refused: refusal.code, ...refusal })}\n`);
  terminal.progress(`temwen: ${sentenceFor(refusal)}`);
  return exit;
}

/** What to do about it, for the refusals that people meet at a command line. */
const sentences: { readonly [code: string]: string } = {
  unreachable: "the server cannot be reached; check --server and the line, then try again",
  "cannot-tell": "we cannot tell whether it was stored; run the same command again, nothing is stored twice",
  "wrong-passphrase": "the passphrase does not open this key file",
  "malformed-key-file": "this is not a staff key file",
  "malformed-receipt": "a receipt has 24 digits",
  "wrong-check-digits": "the check digits do not fit: one of the digits is wrong",
  "unknown-mailbox": "no complaint was filed with this receipt here",
  "not-in-directory": "the directory in force does not list this key",
  "not-granted": "this person holds no key to this case",
  "directory-not-trusted": "the directory is not signed by the root keys; nothing was sent",
  "too-long": "the text is longer than a complaint can hold (about 30 000 bytes); attach it as a file with --attach",
  empty: "there is no text",
  "no-space": "the server's disk is full; nothing was stored; try again later",
  "unknown-force": "this force is not in the directory; use an id from it, or unknown",
  "no-office": "this server has no office yet",
  conflict: "somebody else acted on this case in the meantime; read it again",
};

function sentenceFor({ code }: { readonly code: string }): string {
  return sentences[code] ?? `refused: ${code}`;
}
