import { flag, need, readOptions, readServer, text } from "../command-words.ts";
import type { Verb } from "../verb.ts";

/** `proof`: what a receipt can prove of its case. */
export const runProof: Verb = async (args, terminal) => {
  const options = { server: text, receipt: text, out: text, policy: text, roots: text, json: flag } as const;
  const { server, receipt, out, policy, roots } = readOptions(args, options);
  const { proof } = await import("./proof.ts");
  return proof(
    {
      server: readServer(server),
      receipt: need(receipt, "--receipt"),
      out: out ?? ".",
      ...(policy && { policy }),
      ...(roots && { roots }),
    },
    terminal,
  );
};
