import { consentsIn } from "@temwen/complain/consents";
import type { Entry } from "@temwen/complain/entries";
import { factsOf } from "@temwen/complain/facts-in";
import type { Opened } from "@temwen/complain/mailbox";
import { writeOwn, writeTreatment } from "@temwen/complain/own-acts";
import { createActSender } from "@temwen/complain/person-acts";
import { answerTo, isAsPromised, lastHourOf, newestSummary, type SummaryAnswer } from "@temwen/complain/summary";
import type { Courier } from "@temwen/courier";
import { type TreatmentAnswer, treatmentAnswers, treatmentQuestions, utf8ToText } from "@temwen/vocabulary";
import type { Language } from "@temwen/words";
import { fill } from "@temwen/words/fill";
import { owedWords } from "@temwen/words/pages";
import { choose } from "../command-words.ts";
import { UsageError } from "../exit.ts";
import { readInput, type Terminal } from "../terminal.ts";
import type { BelievedOffice } from "./find-office.ts";

/** What a person signs of what the office does with their case: a consent taken back, a summary answered, how they were treated. */
export type OwedOptions = {
  readonly takeBack?: { readonly purpose: string; readonly recipient: string };
  readonly summary?: SummaryAnswer;
  /** Where it stands how they were treated. */
  readonly treatment?: string;
};

type Treatment = Parameters<typeof writeTreatment>[1];
type Refusal = { readonly code: string };
type Mailbox = { readonly courier: Courier; readonly office: BelievedOffice; readonly keys: Opened["keys"] };

export const hasOwed = ({ takeBack, summary, treatment }: OwedOptions): boolean =>
  takeBack !== undefined || summary !== undefined || treatment !== undefined;

/** A consent by its purpose, and its recipient where there is one: `referral:hti-parquet`. Throws `UsageError`. */
export function readTakeBack(spelled: string): NonNullable<OwedOptions["takeBack"]> {
  const [purpose = "", recipient = "none", ...more] = spelled.split(":");
  if (more.length > 0 || !/^[a-z][a-z-]*$/.test(purpose) || !/^[a-z][a-z0-9-]*$/.test(recipient))
    throw new UsageError("--take-back needs PURPOSE:RECIPIENT, as `temwen reply` lists them, or PURPOSE alone");
  return { purpose, recipient };
}

/**
 * How the person was treated, from a file or standard input: never a word of the command, which others on the machine see. One line for
 * each question, `heard: yes`, and below them what the person adds. Throws `UsageError`.
 */
export async function readTreatment(terminal: Terminal, place: string): Promise<Treatment> {
  const read = utf8ToText(await readInput(terminal, place));
  if (!read.ok) throw new UsageError("the file of --treatment is not UTF-8");
  const lines = read.value.split("\n");
  const [heard, respected, told, safe] = treatmentQuestions.map((question, place): TreatmentAnswer => {
    const [name, answer, ...more] = (lines[place] ?? "").split(":").map((word) => word.trim());
    if (name !== question || more.length > 0)
      throw new UsageError(`line ${place + 1} of --treatment must be \`${question}: ANSWER\``);
    return choose(answer ?? "", treatmentAnswers, `${question} in --treatment`);
  });
  if (!heard || !respected || !told || !safe) throw new Error("each question was answered above");
  return { answers: { heard, respected, told, safe }, text: lines.slice(treatmentQuestions.length).join("\n").trim() };
}

/** Signs and sends what was told, each in its turn. The words of a summary are held against the office's signature first. */
export async function signOwed(
  { takeBack, summary, treatment }: Omit<OwedOptions, "treatment"> & { readonly treatment: Treatment | undefined },
  { entries }: Pick<Opened, "entries">,
  mailbox: Mailbox,
  terminal: Terminal,
): Promise<Refusal | undefined> {
  const send = createActSender(mailbox.courier);
  if (takeBack) {
    const taken = await send("take back", () => writeOwn(mailbox, { type: "case.consent-withdrawn/1", ...takeBack }));
    if (!taken.ok) return taken.refusal;
    terminal.progress("taken back; what was handed over before stays where it is");
  }
  if (summary) {
    const shown = newestSummary(entries);
    if (!shown) return { code: "no-such-summary" };
    if (!isAsPromised(shown)) return { code: "summary-differs" };
    const { number } = shown;
    const answered = await send("summary", () =>
      writeOwn(mailbox, { type: "case.summary-answered/1", number, answer: summary }),
    );
    if (!answered.ok) return answered.refusal;
    terminal.progress("your answer to the summary is signed; you may change it");
  }
  if (treatment) {
    const told = await send("treatment", () => writeTreatment(mailbox, treatment));
    if (!told.ok) return told.refusal;
    terminal.progress("sent; only those who may read your case see it");
  }
  return undefined;
}

/** What is allowed purpose by purpose, and the summary that would be published, for whoever reads it by a machine. */
export function tellOwed(entries: readonly Entry[]): object {
  const facts = factsOf(entries);
  const consents = consentsIn(facts).map(({ purpose, recipient, given, including, until: [until] }) => ({
    ...{ purpose, recipient, given, including },
    ...(until !== undefined && { until }),
  }));
  const shown = newestSummary(entries);
  const answer = shown && answerTo(shown, facts);
  const summary = shown && {
    number: shown.number,
    asPromised: isAsPromised(shown),
    ...(isAsPromised(shown) && { text: shown.text }),
    until: lastHourOf(shown),
    ...(answer && { answer }),
  };
  return { ...(consents.length > 0 && { consents }), ...(summary && { summary }) };
}

/** The same in the words of the page. */
export function describeOwed(entries: readonly Entry[], language: Language): readonly string[] {
  const words: Readonly<Record<string, string>> = owedWords[language];
  const say = (key: string): string => words[key] ?? key;
  const facts = factsOf(entries);
  const consents = consentsIn(facts).map(
    ({ purpose, recipient, given }) =>
      `${say(`purpose-${purpose}`)} (${purpose}:${recipient})  ${say(`given-${given}`)}`,
  );
  const shown = newestSummary(entries);
  const answer = shown && answerTo(shown, facts);
  const summary = shown
    ? [
        say("summary"),
        ...(isAsPromised(shown)
          ? [
              headed(shown.text ?? "", say("reasonAlong")),
              fill(say("summaryHint"), { date: lastHourOf(shown).slice(0, 10) }),
            ]
          : [say("summaryDiffers")]),
        ...(answer ? [`${say("answerIs")}: ${say(`answer-${answer}`)}`] : []),
      ]
    : [];
  return [
    ...(consents.length > 0 ? ["", say("allowed"), ...consents] : []),
    ...(summary.length > 0 ? ["", ...summary] : []),
  ];
}

/** A summary, with words where programs have a mark: what follows is a reason that would be published with it. */
const headed = (summary: string, heading: string): string => summary.replace(/^§ published$/gm, () => heading);
