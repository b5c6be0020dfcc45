import { flag, readOptions, text, texts } from "../command-words.ts";
import { UsageError } from "../exit.ts";
import { placeOfData } from "../running/data-folder.ts";
import type { Verb } from "../verb.ts";
import { readPeriod } from "./period.ts";
import { readDimensions } from "./read-dimensions.ts";

/** `figures`: counts of the office's own cases, or of one register from before it. */
export const runFigures: Verb = async (args, terminal, around) => {
  const values = readOptions(args, {
    data: text,
    register: text,
    by: texts,
    of: text,
    period: text,
    date: text,
    "no-suppression": flag,
    csv: flag,
    json: flag,
  });
  if (values.csv && values.json) throw new UsageError("say --json or --csv");
  const things = ownThings.find((one) => one === values.of) ?? "cases";
  const of = things === "cases" ? values.of : undefined;
  if (of !== undefined && of !== "cases" && of !== "allegations") {
    throw new UsageError(
      "--of must be cases, allegations, requests, missed, measures, referrals, openings or unreported-force",
    );
  }
  if (things !== "cases" && values.register !== undefined) {
    throw new UsageError(
      "a register holds no requests, deadlines, measures, referrals, openings or force of this office",
    );
  }
  if (values.date !== undefined && values.period === undefined) throw new UsageError("--date belongs to --period");
  const { showFigures } = await import("./show-figures.ts");
  return showFigures(
    {
      data: placeOfData(values.data, around),
      ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
      ...(values.register !== undefined && { register: values.register }),
      things,
      tables: (values.by ?? []).map((word) => ({ by: readDimensions(word), of })),
      ...(values.period !== undefined && { period: readPeriod(values.period) }),
      ...(values.date !== undefined && { date: values.date }),
      isWhole: values["no-suppression"] ?? false,
      form: values.csv ? "csv" : "plain",
    },
    terminal,
  );
};

/** What is counted in the place of the office's own cases. */
const ownThings = ["requests", "missed", "measures", "referrals", "openings", "unreported-force"] as const;
