import { formatNote, type NoteSignature, parseNote } from "@temwen/public-log/note";
import { isQuorum, type LogPolicy } from "@temwen/public-log/policy";
import type { Hash } from "@temwen/public-log/tree";
import { granted, type Result, refused } from "@temwen/vocabulary";
import type { Head } from "./head-signer.ts";
import type { Witness, WitnessAnswer } from "./witnesses.ts";

export type HearingRefusal =
  /** Too few witnesses cosigned. The log stands still rather than be seen without them. */
  | { readonly code: "quorum-missing"; readonly cosigned: readonly string[] }
  /**
   * The public saw a larger log than this one: all of it, database and key's memory too, came back from an old copy. One signature
   * of ours on a larger tree is enough to say so; a number alone is where without that witness there is no quorum, so that
   * no single one stops the log with a word.
   */
  | { readonly code: "behind-witness"; readonly witness: string; readonly size: bigint };

export type Hearing = {
  readonly witnesses: readonly Witness[];
  readonly policy: LogPolicy;
  /** Told of each answer, for whoever looks after the log. */
  readonly onAnswer?: (witness: string, answer: WitnessAnswer) => void;
};

export type Asked = {
  readonly head: Head;
  /** The head as the log signed it. */
  readonly signed: Uint8Array;
  readonly prove: (oldSize: bigint) => Promise<readonly Hash[]>;
  /** How many leaves there are: a witness may know of more than `head`, never of more than this. */
  readonly leaves: bigint;
};

/**
 * Asks all witnesses to cosign. Granted are the signed checkpoint and their lines, when as many as the policy wants have spoken and
 * none of them knows of leaves that are not here.
 */
export async function hearWitnesses(
  { witnesses, policy, onAnswer }: Hearing,
  { head, signed, prove, leaves }: Asked,
): Promise<Result<Uint8Array, HearingRefusal>> {
  const answers = await Promise.all(
    witnesses.map(async ({ name, cosign }) => ({ name, answer: await cosign(signed, prove) })),
  );
  for (const { name, answer } of answers) onAnswer?.(name, answer);
  const claims = answers.flatMap(({ name, answer }) =>
    answer.outcome === "ahead" && answer.size > leaves ? [{ ...answer, witness: name }] : [],
  );
  const counted = answers.filter(({ answer }) => hasSpoken(answer, head, leaves)).map(({ name }) => name);
  const claim = claims.find(({ isProved }) => isProved) ?? (isQuorum(policy, new Set(counted)) ? undefined : claims[0]);
  if (claim) return refused({ code: "behind-witness", witness: claim.witness, size: claim.size });
  const lines = answers.flatMap(({ answer }) => (answer.outcome === "cosigned" ? [answer.line] : []));
  if (isQuorum(policy, new Set(counted))) return granted(addLines(signed, lines));
  const cosigned = answers.filter(({ answer }) => answer.outcome === "cosigned").map(({ name }) => name);
  return refused({ code: "quorum-missing", cosigned });
}

/** Whether it is known of a witness that it saw nothing that is not here. To the empty tree some say no, as nobody reads it. */
function hasSpoken(answer: WitnessAnswer, { size }: Head, leaves: bigint): boolean {
  switch (answer.outcome) {
    case "cosigned":
      return true;
    case "ahead":
      return answer.size <= leaves;
    case "declined":
      return size === 0n;
    case "false-answer":
    case "silent":
      return false;
  }
}

function addLines(checkpoint: Uint8Array, lines: readonly NoteSignature[]): Uint8Array {
  const note = parseNote(checkpoint);
  if (!note.ok) throw new Error("what the log signed is a note");
  return formatNote({ text: note.value.text, signatures: [...note.value.signatures, ...lines] });
}
