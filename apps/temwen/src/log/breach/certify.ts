import { writeFile } from "node:fs/promises";
import { type Exit, exits } from "../../exit.ts";
import type { Terminal } from "../../terminal.ts";
import type { LogPlace } from "../place/log-place.ts";
import { sayFinding, secondsToText, toPlain } from "../speak.ts";
import { judgeBeforeAnswer } from "./before-answer.ts";
import { type Certificate, formatCertificate } from "./certificate.ts";
import type { BreachQuestion } from "./judge-breach.ts";

/** Judges a certificate as anybody will, and writes it where it holds, with the openings of what it could not count. */
export async function certify(
  drawn: Certificate,
  question: BreachQuestion,
  { keeping, out }: { readonly keeping: readonly LogPlace[]; readonly out: string },
  terminal: Terminal,
): Promise<Exit> {
  const judged = await judgeBeforeAnswer(drawn, question, keeping, terminal);
  if (!judged.ok) return sayFinding(terminal, judged.refusal);
  const { certificate, breach } = judged.value;
  const { unopened, due, receivedBy, unansweredAt } = breach;
  const shown = question.openings.filter(({ index }) => unopened.includes(index));
  await writeFile(out, formatCertificate({ ...certificate, openings: shown }), { mode: 0o600, flush: true });
  const [received, unanswered] = [receivedBy, unansweredAt].map(secondsToText);
  const { clock } = certificate;
  terminal.result(
    toPlain({ certificate: out, clock, receivedBy: received, due, unansweredAt: unanswered, unopened }),
    `${out}: received by ${received}, due at ${due}, no answer in the log at ${unanswered}`,
  );
  return exits.done;
}
