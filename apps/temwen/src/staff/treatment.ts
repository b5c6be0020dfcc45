import type { CaseView, Keeper } from "@temwen/desk";
import type { CountedCase } from "@temwen/disclosure";
import { type CaseId, treatmentQuestions } from "@temwen/vocabulary";
import { flag, needSome, pairUp, readOptions, text, texts } from "../command-words.ts";
import { type Exit, exits, UsageError } from "../exit.ts";
import { countFigures } from "../figures/count-figures.ts";
import type { CountedSource } from "../figures/counted-source.ts";
import { readPeriod } from "../figures/period.ts";
import { dayOf } from "../figures/queue-rows.ts";
import { readDimensions } from "../figures/read-dimensions.ts";
import { spellCsv, spellPlain } from "../figures/spell.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { listCases } from "./list-cases.ts";
import { atDesk, staffWords } from "./sign-in.ts";

/**
 * `office treatment`: how people say that they were treated, in totals. The answers are sealed to those who hold the words' keys, so
 * some of those draw them up together, each with their own key: nothing else ever sees one. Always suppressed, also for them.
 */
export async function runTreatment(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const values = readOptions(args, {
    ...{ ...staffWords, key: texts, "passphrase-file": texts },
    ...{ by: texts, period: text, csv: flag, json: flag },
  });
  if (values.csv && values.json) throw new UsageError("say --json or --csv");
  const tables = (values.by ?? []).map((word) => ({ by: readDimensions(word) }));
  const period = values.period === undefined ? undefined : readPeriod(values.period);
  const heard = new Map<CaseId, Heard>();
  for (const { file, passphraseFile } of pairUp(needSome(values.key, "--key"), values["passphrase-file"] ?? [])) {
    const said = { ...values, key: file, "passphrase-file": passphraseFile };
    const listened = await atDesk(said, terminal, (keeper) => listen(keeper, heard, terminal));
    if (listened !== exits.done) return listened;
  }
  const silent = [...heard.values()].filter(({ counted }) => !counted).length;
  // Not among what may be told: it may be one person.
  if (silent > 0) terminal.progress(`temwen: ${silent} told that these keys do not open; the totals are without them`);
  const { figures, about } = await countFigures(sourceOf(heard), { tables, ...(period && { period }), isWhole: false });
  terminal.result({ ...about, ...figures }, values.csv ? spellCsv(figures) : spellPlain(about, figures));
  return exits.done;
}

/** What a person said last of how they were treated; uncounted as long as no key opened it. */
type Heard = { readonly counted?: CountedCase };

/** Reads what this person's keys open, of cases that no key before opened. */
async function listen(keeper: Keeper, heard: Map<CaseId, Heard>, terminal: Terminal): Promise<Exit> {
  for await (const row of listCases(keeper)) {
    if (!row.ok) return sayRefusal(terminal, row.refusal);
    const { caseId, stage } = row.value;
    if (untold.includes(stage) || heard.get(caseId)?.counted) continue;
    const view = await keeper.readCase(caseId);
    // Whoever stepped back between the list and this does not read it; the others go on.
    if (!view.ok && view.refusal.code === "unknown-case") continue;
    if (!view.ok) return sayRefusal(terminal, view.refusal);
    if (view.value.alarms.length > 0) {
      terminal.progress(`temwen: ${caseId} does not check and is left out: look at it at the desk`);
      continue;
    }
    const told = hear(view.value);
    if (told) heard.set(caseId, told);
  }
  return exits.done;
}

/** Stages of cases that never ended. */
const untold: readonly string[] = ["received", "acknowledged", "flood-proposed", "closed-as-flood", "erased"];

/** A case counts once, with what the person said at its last end: so that a number of five stands for five people. */
export function hear({
  stage,
  assessment = {},
  timeline,
  owed,
}: Pick<CaseView, "stage" | "assessment" | "timeline" | "owed">): Heard | undefined {
  const last = timeline.findLast(({ type }) => type === "case.treatment-told/1");
  if (!last) return undefined;
  const opened = owed.treatments.find(({ at }) => at === last.at);
  if (!opened) return {};
  const day = dayOf({ stage, facts: assessment }, opened.at);
  return { counted: { fields: { day, ...opened.answers }, allegations: [] } };
}

function sourceOf(heard: ReadonlyMap<CaseId, Heard>): CountedSource {
  return {
    about: { kind: "treatment" },
    declared: {
      cases: {
        day: "date",
        ...Object.fromEntries(treatmentQuestions.map((question) => [question, "text" as const])),
      },
      allegations: {},
    },
    tables: [
      ...treatmentQuestions.map((question) => ({ by: [question] })),
      ...treatmentQuestions.map((question) => ({ by: [question, "day:month"] })),
    ],
    durations: {},
    shares: {},
    date: "day",
    cases: async function* () {
      for (const { counted } of heard.values()) if (counted) yield counted;
    },
  };
}
