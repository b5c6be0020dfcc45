import { type NoteSignature, parseNote, parseSignatureLines } from "@temwen/public-log/note";
import type { LogPolicy } from "@temwen/public-log/policy";
import type { Hash } from "@temwen/public-log/tree";
import { formatAddCheckpoint } from "@temwen/public-log/witness";

/** Somebody outside who signs only what continues what they signed before. */
export type Witness = {
  readonly name: string;
  /** Their signature lines for a checkpoint; none when they did not answer, or said no. Never throws. */
  readonly cosign: (
    checkpoint: Uint8Array,
    prove: (oldSize: bigint) => Promise<readonly Hash[]>,
  ) => Promise<readonly NoteSignature[]>;
};

/** A witness that sleeps must not hold up the others, nor the log for ever. */
const patienceMillis = 10_000;
const longestAnswer = 16_384;

/** The witnesses that a policy names with an address. */
export function witnessesOf(policy: LogPolicy): readonly Witness[] {
  return policy.witnesses.flatMap(({ name, url }) => (url === null ? [] : [createWitness(name, url)]));
}

function createWitness(name: string, url: string): Witness {
  // What they said last that they had; a wrong guess is answered with the right one.
  let known = 0n;
  const submission = `${url.replace(/\/$/, "")}/add-checkpoint`;
  return {
    name,
    cosign: async (checkpoint, prove) => {
      try {
        const note = parseNote(checkpoint);
        const size = note.ok ? BigInt(note.value.text.split("\n")[1] ?? "0") : 0n;
        for (let attempt = 0; attempt < 2; attempt += 1) {
          if (known > size) return [];
          const proof = known === 0n || known === size ? [] : await prove(known);
          const body = formatAddCheckpoint({ oldSize: known, proof, checkpoint });
          const answer = await post(submission, body);
          if (answer.status === 200) {
            const lines = parseSignatureLines(answer.body);
            if (!lines.ok) return [];
            known = size;
            return lines.value;
          }
          const said = /^(0|[1-9]\d{0,18})\n$/.exec(new TextDecoder().decode(answer.body))?.[1];
          if (answer.status !== 409 || said === undefined || BigInt(said) === known) return [];
          known = BigInt(said);
        }
      } catch {
        // Unreachable, cut off, or nonsense: the same to a log that waits for a quorum.
      }
      return [];
    },
  };
}

async function post(url: string, body: Uint8Array): Promise<{ readonly status: number; readonly body: Uint8Array }> {
  const response = await fetch(url, {
    method: "POST",
    body: Buffer.from(body),
    redirect: "error",
    signal: AbortSignal.timeout(patienceMillis),
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > longestAnswer) throw new Error("a witness's answer is too long");
    chunks.push(chunk);
  }
  return { status: response.status, body: Buffer.concat(chunks) };
}
