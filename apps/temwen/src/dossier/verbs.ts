import { asks, beyondReasons } from "@temwen/dossier";
import type { Forum } from "@temwen/mission-pack";
import { parseId } from "@temwen/vocabulary";
import { languages } from "@temwen/words";
import { choose, flag, need, readOptions, readServer, text, texts } from "../command-words.ts";
import { UsageError } from "../exit.ts";
import { forumsOf, readPack } from "../running/pack-files.ts";
import { atDesk, staffWords } from "../staff/sign-in.ts";
import { sayRefusal } from "../terminal.ts";
import type { Verb } from "../verb.ts";
import { makeDossier } from "./make-dossier.ts";
import { readReceiver } from "./receiver.ts";

/** `office dossier`: a case for a forum, in one sealed file. */
export const runDossier: Verb = async (args, terminal) => {
  const values = readOptions(args, {
    ...{ ...staffWords, json: flag },
    ...{ case: text, forum: text, out: text, to: texts, "seal-passphrase-file": text },
    ...{ lang: text, ask: texts, "leave-out": texts, "with-identity": flag, "beyond-consent": text },
    ...{ "wait-proofs": flag, policy: text },
  });
  const caseId = parseId("case", need(values.case, "--case"));
  if (!caseId.ok) throw new UsageError("--case needs the id of a case (cas_…)");
  const pack = await readPack(values.pack ?? "haiti");
  const forum = chooseForum(forumsOf(pack), need(values.forum, "--forum"));
  const to = values.to ?? [];
  const sealPassphrase = values["seal-passphrase-file"];
  if (to.length > 0 === (sealPassphrase !== undefined)) {
    throw new UsageError("say who can open it: --to, or --seal-passphrase-file");
  }
  const asked = (values.ask ?? ["investigate", "answer"]).map((one) => choose(one, asks, "--ask"));
  const beyond = values["beyond-consent"];
  const server = readServer(values.server);
  const options = {
    caseId: caseId.value,
    ...{ forum, pack },
    out: need(values.out, "--out"),
    language: values.lang === undefined ? forum.language : choose(values.lang, languages, "--lang"),
    asks: asks.filter((one) => asked.includes(one)),
    leaveOut: new Set(values["leave-out"] ?? []),
    withIdentity: values["with-identity"] ?? false,
    ...(beyond !== undefined && { beyond: choose(beyond, beyondReasons, "--beyond-consent") }),
    prove: { server, wait: values["wait-proofs"] ?? false, ...(values.policy && { policy: values.policy }) },
  };
  const receiver = await readReceiver(to, sealPassphrase);
  if (!receiver.ok) return sayRefusal(terminal, receiver.refusal);
  if (forum.kind === "military-justice") {
    terminal.progress(
      "temwen: military justice takes what harms human rights only for a reason that the referral records",
    );
  }
  return atDesk(values, terminal, (keeper) => makeDossier(keeper, { ...options, receiver: receiver.value }, terminal));
};

function chooseForum(forums: readonly Forum[], id: string): Forum {
  const forum = forums.find((one) => one.id === id);
  if (!forum) throw new UsageError("--forum must be one that `temwen office forums` lists");
  return forum;
}
