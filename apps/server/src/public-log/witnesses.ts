import { type Checkpoint, openCheckpoint, parseCheckpoint } from "@temwen/public-log/checkpoint";
import { type NoteSignature, parseNote, parseSignatureLines, type Vkey, verifyNote } from "@temwen/public-log/note";
import type { LogPolicy, PolicyWitness } from "@temwen/public-log/policy";
import type { Primitives } from "@temwen/public-log/primitives-node";
import type { Hash } from "@temwen/public-log/tree";
import { formatAddCheckpoint, monitoringPath } from "@temwen/public-log/witness";
import { type Answer, createAsking } from "./ask-witness.ts";

/** What a witness says to a checkpoint. */
export type WitnessAnswer =
  /** Its own line, which holds for the checkpoint and says a time. */
  | { readonly outcome: "cosigned"; readonly line: NoteSignature }
  /** It says that it cosigned a larger tree of this log; proved where it shows our own signature on one. */
  | { readonly outcome: "ahead"; readonly size: bigint; readonly isProved: boolean }
  /** It said yes and gave no line of its key that holds: nothing of it is taken. */
  | { readonly outcome: "false-answer" }
  /** It said no. */
  | { readonly outcome: "declined" }
  /** Unreachable, too slow, cut off, or nonsense. */
  | { readonly outcome: "silent" };

/** Somebody outside who signs only what continues what they signed before. */
export type Witness = {
  readonly name: string;
  /** What they say to it. Never throws. */
  readonly cosign: (
    checkpoint: Uint8Array,
    prove: (oldSize: bigint) => Promise<readonly Hash[]>,
  ) => Promise<WitnessAnswer>;
};

export type AskingOptions = {
  /** The log's own key: what a witness shows as larger counts only under it. */
  readonly log: Vkey;
  readonly primitives: Primitives;
  /** All that a witness may take for one checkpoint: it must not hold up the others, nor the log for ever. */
  readonly patienceMillis?: number;
};

/** The witnesses that a policy names with an address. */
export function witnessesOf(policy: LogPolicy, options: AskingOptions): readonly Witness[] {
  return policy.witnesses.flatMap((witness) =>
    witness.url === null ? [] : [createWitness(witness, witness.url.replace(/\/$/, ""), options)],
  );
}

function createWitness(
  { name, vkey }: PolicyWitness,
  url: string,
  { log, primitives, patienceMillis = 10_000 }: AskingOptions,
): Witness {
  // What they said last that they had; a wrong guess is answered with the right one.
  let known = 0n;
  const shows = `${url}/${monitoringPath(primitives.hasher.sha256, log.name)}`;
  return {
    name,
    cosign: async (bytes, prove) => {
      const ask = createAsking(AbortSignal.timeout(patienceMillis));
      try {
        const { text, size } = readOwn(bytes);
        for (let attempt = 0; known <= size && attempt < 2; attempt += 1) {
          const proof = known === 0n || known === size ? [] : await prove(known);
          const request = formatAddCheckpoint({ oldSize: known, proof, checkpoint: bytes });
          const answer = await ask(`${url}/add-checkpoint`, request);
          if (answer.status === 200) {
            const line = findOwnLine(answer.body, text, vkey, primitives);
            if (line === undefined) return { outcome: "false-answer" };
            known = size;
            return { outcome: "cosigned", line };
          }
          const said = sizeSaid(answer);
          if (said === undefined || said === known) return { outcome: "declined" };
          known = said;
        }
        if (known <= size) return { outcome: "declined" };
        // Asked anew the next time: what was said without a proof may have been a slip.
        const claimed = known;
        known = 0n;
        const shown = await ask(shows).catch(() => undefined);
        const proved = shown?.status === 200 ? findSigned(shown.body, log, primitives) : undefined;
        if (proved && proved.size > size) return { outcome: "ahead", size: proved.size, isProved: true };
        return { outcome: "ahead", size: claimed, isProved: false };
      } catch {
        return { outcome: "silent" };
      }
    },
  };
}

function readOwn(bytes: Uint8Array): { readonly text: string; readonly size: bigint } {
  const note = parseNote(bytes);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!note.ok || !checkpoint.ok) throw new Error("what the log signed is a checkpoint");
  return { text: note.value.text, size: checkpoint.value.size };
}

/** The witness's own line among what it answered. Whatever else stands there is nobody's word, and goes no further. */
function findOwnLine(body: Uint8Array, text: string, vkey: Vkey, primitives: Primitives): NoteSignature | undefined {
  const lines = parseSignatureLines(body);
  return (lines.ok ? lines.value : [])
    .filter(({ name, keyId }) => name === vkey.name && keyId === vkey.keyId)
    .find((line) => {
      const verified = verifyNote({ text, signatures: [line] }, [vkey], primitives);
      return verified.ok && verified.value.verified.some(({ time }) => (time ?? 0n) > 0n);
    });
}

const sizeSaid = ({ status, body }: Answer): bigint | undefined => {
  const said = status === 409 ? /^(0|[1-9]\d{0,18})\n$/.exec(new TextDecoder().decode(body))?.[1] : undefined;
  return said === undefined ? undefined : BigInt(said);
};

function findSigned(bytes: Uint8Array, log: Vkey, primitives: Primitives): Checkpoint | undefined {
  const opened = openCheckpoint(bytes, [log], primitives);
  return opened.ok && opened.value.checkpoint.origin === log.name ? opened.value.checkpoint : undefined;
}
