import type { DossierFacts } from "../facts.ts";
import { dayOf, fill, wordFor, wordsOf } from "../say.ts";
import type { Sheet } from "./sheet.ts";

/** What the panel found and ruled, where it did. It says each time what it is not. */
export function writeFound(sheet: Sheet, facts: DossierFacts): void {
  const { language, found } = facts;
  if (!found) return;
  const w = wordsOf(language);
  sheet.heading(w.foundHead);
  sheet.paragraph(`${dayOf(facts, found.at)}. ${w.notConviction}`);
  for (const finding of found.findings) {
    const { allegation: n, respondent, why, text } = finding;
    const right = wordFor(language, "right", finding.right);
    const kind = wordFor(language, "respondent", finding.kind);
    const forces = finding.forces.map((force) => wordFor(language, "force", force)).join(", ");
    sheet.paragraph(fill(w.finding, { n, right, respondent, kind, forces }));
    if (text !== undefined) sheet.quote(text);
    const happened = wordFor(language, "verdict", finding.happened);
    const answers = wordFor(language, "verdict", finding.answers);
    const standard = wordFor(language, "standard", finding.standard);
    sheet.paragraph(fill(w.findingSays, { happened, answers, standard }));
    if (why !== "none") sheet.paragraph(fill(w.findingOpen, { why: wordFor(language, "open", why) }));
  }
  if (found.reasons !== undefined) {
    sheet.heading(w.reasonsHead);
    sheet.quote(found.reasons);
  }
  writeMeasures(sheet, facts);
}

function writeMeasures(sheet: Sheet, { language, found }: DossierFacts): void {
  if (!found || found.measures.length === 0) return;
  const w = wordsOf(language);
  sheet.heading(w.ruledHead);
  for (const { number, form, bearer, due, delivered = "open", decidedBy } of found.measures) {
    const [who = "", force] = bearer.split(":");
    const bearers = wordFor(language, "bearer", who) + (force === undefined ? "" : ` (${force})`);
    const so = wordFor(language, "delivered", delivered);
    sheet.paragraph(
      fill(w.measure, { n: number, form: wordFor(language, "form", form), bearer: bearers, due, delivered: so }),
    );
    // What the panel recommends and what others decide are two facts.
    if (decidedBy !== undefined)
      sheet.paragraph(fill(w.measureDecided, { n: number, decider: wordFor(language, "decider", decidedBy) }));
  }
  if (found.ruling !== undefined) sheet.quote(found.ruling);
}
