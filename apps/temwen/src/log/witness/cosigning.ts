import { readFile } from "node:fs/promises";
import { formatNote, formatSignatureLine, signText, type Vkey } from "@temwen/public-log/note";
import { sameHash } from "@temwen/public-log/tree";
import {
  type AddCheckpoint,
  decideCosignature,
  monitoringPath,
  parseAddCheckpoint,
  type WitnessRefusal,
  witnessStatus,
} from "@temwen/public-log/witness";
import { utf8 } from "@temwen/vocabulary";
import { isAbsent } from "../../running/error-codes.ts";
import { primitives } from "../primitives.ts";
import { writeDurably } from "../write-durably.ts";
import { readStates, writeStates } from "./state-file.ts";
import type { StateFolder } from "./state-folder.ts";
import { WitnessFault } from "./witness-fault.ts";

/** The logs that a witness knows, each by its keys. The origin of a log is its keys' name. */
export type KnownLogs = ReadonlyMap<string, readonly Vkey[]>;

/** What C2SP tlog-witness has a witness answer. */
export type WitnessAnswer = { readonly status: number; readonly body: Uint8Array; readonly contentType?: string };

export type Cosigning = {
  /** `POST add-checkpoint`. */
  readonly addCheckpoint: (body: Uint8Array) => Promise<WitnessAnswer>;
  /** The last checkpoint that was cosigned, by the digits of its address; null for none. */
  readonly findShown: (digits: string) => Promise<Uint8Array | null>;
  /** The size last cosigned; 0 for never. */
  readonly sizeOf: (origin: string) => Promise<bigint>;
};

const mostWaiting = 256;

/** A witness at work. Requests are judged one after another, each against what is on the disk. */
export function createCosigning(folder: StateFolder, logs: KnownLogs, now: () => bigint): Cosigning {
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const findLast = async (origin: string) => {
    const states = await readStates(folder.states);
    if (states === null) throw new WitnessFault("witness-state-lost", "state.json went away while the witness ran");
    return { states, last: states.get(origin) ?? null };
  };
  const judge = async (request: AddCheckpoint): Promise<WitnessAnswer> => {
    const { origin } = request.checkpoint;
    const { states, last } = await findLast(origin);
    const decided = decideCosignature({ request, logKeys: logs.get(origin) ?? null, last, primitives });
    if (!decided.ok) return refusal(decided.refusal);
    const { next, note } = decided.value;
    // Stored before it is signed: whatever happens from here, no other tree of this size is ever cosigned.
    if (last === null || last.size !== next.size || !sameHash(last.root, next.root)) {
      await writeStates(folder.states, new Map([...states, [origin, next]]));
    }
    const line = signText(folder.signer, note.text, now());
    const shown = formatNote({ text: note.text, signatures: [...note.signatures, line] });
    await writeDurably(folder.shown(digitsOf(origin)), shown, 0o644);
    return { status: 200, body: utf8(formatSignatureLine(line)) };
  };
  return {
    addCheckpoint: async (body) => {
      const request = parseAddCheckpoint(body);
      if (!request.ok) return refusal({ code: request.refusal });
      if (waiting >= mostWaiting) return { status: 503, body: utf8("too many requests wait\n") };
      waiting += 1;
      const answer = turn
        .then(() => judge(request.value))
        .finally(() => {
          waiting -= 1;
        });
      turn = answer.catch(() => undefined);
      return answer;
    },
    findShown: (digits) =>
      readFile(folder.shown(digits)).then(
        (bytes) => new Uint8Array(bytes),
        (error) => {
          if (isAbsent(error)) return null;
          throw error;
        },
      ),
    sizeOf: async (origin) => (await findLast(origin)).last?.size ?? 0n,
  };
}

function refusal(why: WitnessRefusal): WitnessAnswer {
  const status = witnessStatus[why.code];
  if (why.code !== "size-conflict") return { status, body: utf8(`${why.code}\n`) };
  return { status, body: utf8(`${why.size}\n`), contentType: "text/x.tlog.size" };
}

const digitsOf = (origin: string): string =>
  monitoringPath(primitives.hasher.sha256, origin).replace(/\/checkpoint$/, "");
