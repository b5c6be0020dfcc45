import { choose, flag, need, readWords, text, texts } from "../command-words.ts";
import { placeOfData } from "../running/data-folder.ts";
import { readS3Place } from "../running/s3-place.ts";
import type { Verb } from "../verb.ts";

const actions = ["show", "run", "list-erasures"] as const;

/** `retention`: shows what is kept how long, takes away what is due, or lists what was erased for who restores. */
export const runRetention: Verb = async (args, terminal, around) => {
  const { values, positionals } = readWords(args, {
    data: text,
    pack: text,
    "dry-run": flag,
    out: text,
    recipient: texts,
    "recipient-file": texts,
    json: flag,
  });
  const action = choose(positionals[0] ?? "", actions, "what to do");
  if (action === "show") {
    const { showRetention } = await import("./show.ts");
    return showRetention(values.pack ?? "haiti", terminal);
  }
  const place = {
    data: placeOfData(values.data, around),
    ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
  };
  if (action === "list-erasures") {
    const { listErasures } = await import("../backup/list-erasures.ts");
    const recipients = { recipients: values.recipient ?? [], recipientFiles: values["recipient-file"] ?? [] };
    return listErasures({ ...place, ...recipients, out: need(values.out, "--out") }, terminal);
  }
  const s3 = await readS3Place(around.s3);
  const { clearOffice } = await import("./run.ts");
  const options = { ...place, isDry: values["dry-run"] ?? false, ...(s3 && { s3 }) };
  return clearOffice(options, terminal);
};
