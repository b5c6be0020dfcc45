import { choose, flag, readWords, text } from "../command-words.ts";
import { UsageError } from "../exit.ts";
import { placeOfData } from "../running/data-folder.ts";
import type { Verb } from "../verb.ts";

const actions = ["resume"] as const;

/** `log`: what the operator does with the office's own public log. */
export const runLog: Verb = async (args, terminal, around) => {
  const { values, positionals } = readWords(args, { data: text, from: text, "nothing-later": flag, json: flag });
  choose(positionals[0] ?? "", actions, "what to do");
  const isNothingLater = values["nothing-later"] ?? false;
  if (isNothingLater === (values.from !== undefined)) {
    throw new UsageError("say --from DIR, a copy of the log as the public saw it last, or --nothing-later");
  }
  const { resumeLog } = await import("./resume.ts");
  const options = {
    data: placeOfData(values.data, around),
    from: values.from,
    ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
  };
  return resumeLog(options, terminal);
};
