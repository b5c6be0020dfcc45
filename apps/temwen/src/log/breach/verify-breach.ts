import { readFile } from "node:fs/promises";
import { type Exit, exits } from "../../exit.ts";
import { readTrust } from "../../person/find-office.ts";
import type { Terminal } from "../../terminal.ts";
import { openLogPlace } from "../place/open-place.ts";
import { primitives } from "../primitives.ts";
import { readPolicy } from "../read-policy.ts";
import { reaching, sayFinding, secondsToText, toPlain } from "../speak.ts";
import { parseCertificate } from "./certificate.ts";
import { type Breach, judgeBreach } from "./judge-breach.ts";
import { readOpeningFiles } from "./read-opening-files.ts";

export type VerifyBreachOptions = {
  /** The certificate's file. */
  readonly breach: string;
  readonly log: string;
  readonly policy: string;
  /** Files of openings that whoever is accused shows. */
  readonly openings: readonly string[];
  readonly roots: string | null;
};

/** `temwen verify --breach`: whether an office let a clock of its own pass. */
export async function verifyBreach(options: VerifyBreachOptions, terminal: Terminal): Promise<Exit> {
  const policy = await readPolicy(options.policy, primitives);
  if (!policy.ok) return sayFinding(terminal, policy.refusal);
  const trust = options.roots === null ? null : await readTrust(options.roots);
  if (trust?.ok === false) return sayFinding(terminal, trust.refusal);
  const certificate = parseCertificate(new Uint8Array(await readFile(options.breach)));
  if (!certificate.ok) return sayFinding(terminal, certificate.refusal);
  const openings = await readOpeningFiles(options.openings);
  if (!openings.ok) return sayFinding(terminal, openings.refusal);
  const place = await openLogPlace(options.log);
  return reaching(terminal, async () => {
    const question = { place, policy: policy.value, trust: trust?.value ?? null, openings: openings.value };
    const judged = await judgeBreach(certificate.value, question, terminal);
    if (!judged.ok) return sayFinding(terminal, judged.refusal);
    return sayBreach(judged.value, terminal);
  });
}

function sayBreach(breach: Breach, terminal: Terminal): Exit {
  const { filed, clock, origin, index, due, scanned, unopened, later } = breach;
  const [receivedBy, unansweredAt] = [breach.receivedBy, breach.unansweredAt].map(secondsToText);
  const lines = [
    `The office let the clock ${clock} of its own deadlines pass.`,
    `Witnesses saw the complaint in the log at ${receivedBy}; the answer was due at ${due}.`,
    `At ${unansweredAt} they saw the log, and no answer stood in it. ${scanned} leaves were looked at.`,
    ...unopened.map((at) => `Leaf ${at} bears the stop label and nobody has opened it to an answer.`),
    ...later.map((at) => `Leaf ${at} bears the stop label too: too late.`),
  ];
  terminal.result(
    toPlain({
      breach: true,
      ...{ office: filed.office, case: filed.case, clock, origin, index },
      ...{ receivedBy, due, unansweredAt, scanned, unopened, later },
    }),
    lines.join("\n"),
  );
  return exits.done;
}
