import { flag, readOptions, text } from "../command-words.ts";
import { UsageError } from "../exit.ts";
import type { Verb } from "../verb.ts";
import { readDuration } from "./durations.ts";

/** `verify`: whether a log, a proof, or both are what they say. */
export const runVerify: Verb = async (args, terminal) => {
  const options = { log: text, policy: text, proof: text, leaf: text, "max-age": text, json: flag } as const;
  const values = readOptions(args, options);
  const { log = null, policy = null, proof, leaf } = values;
  if ((proof === undefined) !== (leaf === undefined)) throw new UsageError("--proof and --leaf go together");
  if (log === null && proof === undefined) throw new UsageError("--log is needed, or --proof and --leaf");
  // Without one a proof says only what its writer says (docs/specs/log.md).
  if (proof !== undefined && policy === null) throw new UsageError("--proof needs a --policy: whose word to believe");
  const { verify } = await import("./verify/verify.ts");
  return verify(
    {
      log,
      policy,
      proof: proof === undefined || leaf === undefined ? null : { file: proof, leaf },
      maxAge: values["max-age"] === undefined ? null : readDuration(values["max-age"], "--max-age"),
    },
    terminal,
  );
};
