import { childAnswers, consentChoices, languages } from "@temwen/vocabulary";
import { choose, flag, need, readOptions, readServer, text, texts } from "../command-words.ts";
import { UsageError } from "../exit.ts";
import type { Verb } from "../verb.ts";
import type { ComplainOptions } from "./complain.ts";

/** `complain`: files a complaint, a folder of them, or what is left of one. */
export const runComplain: Verb = async (args, terminal) => {
  const values = readOptions(args, {
    server: text,
    text,
    attach: texts,
    force: text,
    lang: text,
    consent: text,
    child: text,
    place: text,
    batch: text,
    resume: flag,
    unsent: text,
    "wait-proof": flag,
    "proof-dir": text,
    policy: text,
    roots: text,
    json: flag,
  });
  const unsent = values.unsent ?? ".";
  if (values.resume) {
    const isFiling = [values.text, values.attach, values.batch].some((value) => value !== undefined);
    if (isFiling) throw new UsageError("--resume files nothing new: say it alone");
    const { resume } = await import("./unsent.ts");
    return resume({ server: readServer(values.server), unsent }, terminal);
  }
  const said: Omit<ComplainOptions, "text" | "attach" | "unsent" | "proofFolder"> = {
    server: readServer(values.server),
    force: values.force ?? "unknown",
    language: choose(values.lang ?? "ht", languages, "--lang"),
    consent: choose(values.consent ?? "keep-words", consentChoices, "--consent"),
    child: choose(values.child ?? "unsaid", childAnswers, "--child"),
    ...(values.place && { place: values.place }),
    ...(values.roots && { roots: values.roots }),
  };
  const waits = values["wait-proof"] ?? false;
  if (values.policy !== undefined && !waits) throw new UsageError("--policy goes with --wait-proof");
  if (values.batch) {
    if (values["proof-dir"] !== undefined) throw new UsageError("--proof-dir goes with one complaint");
    if (values.text !== undefined || values.attach)
      throw new UsageError("--batch takes its texts from the folder: leave --text and --attach");
    if (waits) throw new UsageError("--wait-proof goes with one complaint; of many, `temwen proof` gives each");
    const { complainBatch } = await import("./batch.ts");
    return complainBatch(values.batch, said, terminal);
  }
  const { complain } = await import("./complain.ts");
  const waitProof = values.policy === undefined ? {} : { policy: values.policy };
  const proofFolder = values["proof-dir"] ?? ".";
  const own = { text: need(values.text, "--text"), attach: values.attach ?? [], unsent, proofFolder };
  return complain({ ...said, ...own, ...(waits && { waitProof }) }, terminal);
};

/** `reply`: what a receipt opens. */
export const runReply: Verb = async (args, terminal) => {
  const options = {
    server: text,
    receipt: text,
    send: text,
    consent: text,
    attach: texts,
    review: flag,
    withdraw: flag,
    pressed: text,
    "take-back": text,
    summary: text,
    treatment: text,
    lang: text,
    unsent: text,
    roots: text,
    json: flag,
  } as const;
  const values = readOptions(args, options);
  if (values.pressed !== undefined && !values.withdraw) throw new UsageError("--pressed goes with --withdraw");
  const isInputReadTwice = values.pressed === "-" && [values.receipt, values.send].includes("-");
  if (isInputReadTwice)
    throw new UsageError("--pressed and the receipt or --send cannot both be read from standard input");
  const fromInput = [values.receipt, values.send, values.pressed, values.treatment].filter((place) => place === "-");
  if (values.treatment === "-" && fromInput.length > 1)
    throw new UsageError("--treatment and something else cannot both be read from standard input");
  const { reply } = await import("./reply.ts");
  const { readTakeBack } = await import("./owed.ts");
  return reply(
    {
      server: readServer(values.server),
      receipt: need(values.receipt, "--receipt"),
      review: values.review ?? false,
      withdraw: values.withdraw ?? false,
      attach: values.attach ?? [],
      unsent: values.unsent ?? ".",
      ...(values.consent && { consent: choose(values.consent, consentChoices, "--consent") }),
      language: choose(values.lang ?? "ht", languages, "--lang"),
      ...(values.send !== undefined && { send: values.send }),
      ...(values.pressed !== undefined && { pressed: values.pressed }),
      ...(values["take-back"] !== undefined && { takeBack: readTakeBack(values["take-back"]) }),
      ...(values.summary !== undefined && { summary: choose(values.summary, ["objects", "agrees"], "--summary") }),
      ...(values.treatment !== undefined && { treatment: values.treatment }),
      ...(values.roots && { roots: values.roots }),
    },
    terminal,
  );
};
