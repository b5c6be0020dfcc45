import type { DossierAsk, MakeDossier } from "@temwen/desk/local";
import { asks, beyondReasons } from "@temwen/dossier";
import type { Pack } from "@temwen/mission-pack";
import { granted, refused } from "@temwen/vocabulary";
import { forumsOf } from "../running/pack-files.ts";
import type { Terminal } from "../terminal.ts";
import { prepareDossier } from "./prepare-dossier.ts";
import { checkPassphrase, checkRecipients, sealFor } from "./receiver.ts";

/** How a desk makes dossiers: the same as `temwen office dossier`, sealed before it leaves this process. */
export function createDossierMaker(server: string, pack: Pack): MakeDossier {
  return async (keeper, caseId, ask) => {
    const forum = forumsOf(pack).find(({ id }) => id === ask.forum);
    if (!forum) return refused({ code: "unknown-forum" });
    const receiver = readReceiverOf(ask);
    if (!receiver.ok) return receiver;
    const beyond = beyondReasons.find((one) => one === ask.beyond);
    const wish = {
      ...{ caseId, forum, pack, language: ask.language, withIdentity: false },
      asks: asks.filter((one) => ask.asks.includes(one)),
      leaveOut: new Set(ask.leaveOut),
      ...(beyond && { beyond }),
      prove: { server, wait: false },
    };
    const made = await prepareDossier(keeper, wish, quiet);
    if (!made.ok) return made;
    const { bag, facts, receipt, plain } = made.value;
    const sealed = await sealFor(receiver.value, plain());
    return granted({ digest: bag.digest, receipt, proved: facts.provedSteps, steps: facts.steps.length, sealed });
  };
}

function readReceiverOf({ to }: DossierAsk) {
  if ("passphrase" in to) return checkPassphrase(to.passphrase);
  return checkRecipients(to.recipients.split(/\s+/).filter(Boolean));
}

/** What it tells on the way, a desk shows elsewhere. */
const quiet: Terminal = {
  json: true,
  result: () => undefined,
  entry: () => undefined,
  progress: () => undefined,
  readStdin: async () => new Uint8Array(),
};
