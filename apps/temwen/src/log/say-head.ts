import { formatHash } from "@temwen/public-log/tree";
import type { Head } from "./open-head.ts";
import { secondsToText } from "./speak.ts";

/** A head as `--json` prints it. */
export const sayHead = ({ checkpoint, signatures, cosigned, unjudged }: Head) => ({
  origin: checkpoint.origin,
  size: checkpoint.size,
  root: formatHash(checkpoint.root),
  signatures,
  cosigned: cosigned.map(({ name, time }) => ({ name, at: secondsToText(time) })),
  unjudged,
});

/** Whose word a head has, as a sentence. */
export function sayCosigned({ signatures, cosigned }: Head): string {
  if (signatures === "not-checked") return "Signatures: not checked.";
  if (cosigned.length === 0) return "Signed by the log; this policy asks for no witness.";
  return `Cosigned by ${cosigned.map(({ name, time }) => `${name} at ${secondsToText(time)}`).join(", ")}.`;
}
