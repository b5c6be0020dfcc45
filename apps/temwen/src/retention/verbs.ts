import { choose, flag, readWords, text } from "../command-words.ts";
import { placeOfData } from "../running/data-folder.ts";
import { readS3Place } from "../running/s3-place.ts";
import type { Verb } from "../verb.ts";

const actions = ["show", "run"] as const;

/** `retention`: shows what is kept how long, or takes away what is due. */
export const runRetention: Verb = async (args, terminal, around) => {
  const { values, positionals } = readWords(args, { data: text, pack: text, "dry-run": flag, json: flag });
  const action = choose(positionals[0] ?? "", actions, "what to do");
  if (action === "show") {
    const { showRetention } = await import("./show.ts");
    return showRetention(values.pack ?? "haiti", terminal);
  }
  const s3 = await readS3Place(around.s3);
  const { clearOffice } = await import("./run.ts");
  const options = {
    data: placeOfData(values.data, around),
    isDry: values["dry-run"] ?? false,
    ...(s3 && { s3 }),
    ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
  };
  return clearOffice(options, terminal);
};
