import { parseId } from "@temwen/vocabulary";
import { choose, flag, need, readOptions, text, texts } from "../command-words.ts";
import { UsageError } from "../exit.ts";
import { placeOfData } from "../running/data-folder.ts";
import type { Verb } from "../verb.ts";
import type { WantedAnswer } from "./find-answer.ts";

const actions = ["resume", "openings", "answer", "check"] as const;

/** `log`: what the operator does with the office's own public log. */
export const runLog: Verb = async (args, terminal, around) => {
  const action = choose(args[0] ?? "", actions, "what to do");
  switch (action) {
    case "resume":
      return runResume(args.slice(1), terminal, around);
    case "openings":
      return runOpenings(args.slice(1), terminal, around);
    case "answer":
      return runAnswer(args.slice(1), terminal, around);
    case "check":
      return runCheck(args.slice(1), terminal, around);
  }
};

const runResume: Verb = async (args, terminal, around) => {
  const values = readOptions(args, { data: text, from: text, "nothing-later": flag, json: flag });
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

const runOpenings: Verb = async (args, terminal, around) => {
  const values = readOptions(args, {
    data: text,
    month: text,
    recipient: texts,
    "recipient-file": texts,
    out: text,
    json: flag,
  });
  const month = need(values.month, "--month");
  if (!/^20[2-9]\d-(?:0[1-9]|1[0-2])$/.test(month)) throw new UsageError("--month needs a month like 2026-11");
  const { writeMonth } = await import("./write-openings.ts");
  const options = {
    data: placeOfData(values.data, around),
    month,
    out: need(values.out, "--out"),
    recipients: values.recipient ?? [],
    recipientFiles: values["recipient-file"] ?? [],
    ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
  };
  return writeMonth(options, terminal);
};

const runAnswer: Verb = async (args, terminal, around) => {
  const values = readOptions(args, {
    ...{ data: text, leaf: text, case: text, clock: text },
    ...{ out: text, pack: text, json: flag },
  });
  const { writeAnswer } = await import("./write-answer.ts");
  const options = {
    data: placeOfData(values.data, around),
    wanted: readWanted(values),
    out: need(values.out, "--out"),
    pack: values.pack ?? "haiti",
    ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
  };
  return writeAnswer(options, terminal);
};

const runCheck: Verb = async (args, terminal, around) => {
  const { data, log, policy } = readOptions(args, { data: text, log: text, policy: text, json: flag });
  const { checkOwnLog } = await import("./check-log.ts");
  const options = { data: placeOfData(data, around), log, policy };
  return checkOwnLog({ ...options, ...(around.databaseUrl && { databaseUrl: around.databaseUrl }) }, terminal);
};

type AnswerWords = { readonly [Word in "leaf" | "case" | "clock"]?: string | undefined };

/** Throws `UsageError`. */
function readWanted({ leaf, case: spelled, clock }: AnswerWords): WantedAnswer {
  if (leaf !== undefined && spelled === undefined && clock === undefined) {
    if (!/^(?:0|[1-9]\d{0,14})$/.test(leaf)) throw new UsageError("--leaf needs the number of a leaf");
    return { leaf: BigInt(leaf) };
  }
  if (leaf !== undefined || spelled === undefined || clock === undefined) {
    throw new UsageError("say --leaf NUMBER, or --case ID and --clock ID");
  }
  const caseId = parseId("case", spelled);
  if (!caseId.ok) throw new UsageError("--case needs the id of a case (cas_…)");
  return { case: caseId.value, clock };
}
