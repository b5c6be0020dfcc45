import { noSource } from "@temwen/mission-pack";
import { languageFacts } from "@temwen/words";
import type { DossierFacts } from "../facts.ts";
import { dayOf, fill, wordFor, wordsOf } from "../say.ts";
import { openSheet, type Sheet } from "./sheet.ts";

/** The covering letter, as a PDF. */
export async function drawLetter(facts: DossierFacts): Promise<Uint8Array> {
  const { language, forum, office, at } = facts;
  const w = wordsOf(language);
  const sheet = await openSheet({ title: w.letterTitle, language, at, foot: `${facts.case}   ${w.notConviction}` });
  sheet.title(w.letterTitle);
  sheet.pair(w.to, forum.name);
  sheet.pair(w.from, office);
  sheet.pair(w.case, facts.case);
  sheet.pair(w.date, dayOf(facts, at));
  sheet.paragraph(w.opening);
  if (facts.openedByOffice) sheet.paragraph(w.openedByOffice);
  sheet.paragraph(w.notConviction);
  sheet.heading(w.asksHead);
  for (const ask of facts.asks) sheet.paragraph(w[`ask.${ask}`]);
  if (facts.receipt) {
    sheet.heading(w.receiptHead);
    sheet.paragraph(w.receiptSay);
    sheet.code(facts.receipt.address);
    sheet.code(facts.receipt.code);
    sheet.paragraph(w.receiptOnce);
  }
  writeBasis(sheet, facts);
  writeConsent(sheet, facts);
  sheet.heading(w.careHead);
  sheet.paragraph(w.careWords);
  sheet.paragraph(w.careOriginals);
  sheet.heading(w.checkHead);
  sheet.paragraph(w.checkBag);
  sheet.code("sha256sum -c manifest-sha256.txt");
  sheet.code("sha256sum -c tagmanifest-sha256.txt");
  if (facts.provedSteps > 0) {
    sheet.paragraph(w.checkProof);
    sheet.code("temwen verify --proof data/proofs/0000-0.tlog-proof --leaf data/proofs/0000-0.leaf --policy FILE");
  }
  sheet.paragraph(w.unsigned);
  if (!languageFacts[language].reviewed) sheet.paragraph(w.unreviewed);
  return sheet.finish();
}

/** What the pack says of the forum, each fact with how it is known: a letter must not claim what nobody published. */
function writeBasis(sheet: Sheet, { language, forum }: DossierFacts): void {
  const w = wordsOf(language);
  sheet.heading(w.basisHead);
  for (const basis of forum.basis) sheet.paragraph(w[`basis.${basis}`]);
  sheet.paragraph(
    forum.confidence === "found" && forum.source !== noSource ? fill(w.source, { source: forum.source }) : w.fromMemory,
  );
  sheet.heading(w.obstacleHead);
  // The last sentence says the same, and asks.
  const obstacles = forum.obstacle.filter((one) => one !== "reach-unknown" || forum.reach === "established");
  for (const obstacle of obstacles) sheet.paragraph(w[`obstacle.${obstacle}`]);
  if (forum.obstacle.length === 0) sheet.paragraph(w.obstacleNone);
  sheet.paragraph(w[`reach.${forum.reach}`]);
}

function writeConsent(sheet: Sheet, facts: DossierFacts): void {
  const { language, consent, openedByOffice, byName, beyond, withdrawalAsked, identity } = facts;
  const w = wordsOf(language);
  sheet.heading(w.consentHead);
  sheet.paragraph(openedByOffice ? w.openedNobodyAsked : wordFor(language, "consent", consent));
  if (byName) sheet.paragraph(w.consentByName);
  if (withdrawalAsked) sheet.paragraph(w.withdrawalAsked);
  if (beyond) sheet.paragraph(w[`beyond.${beyond}`]);
  sheet.heading(w.identityHead);
  sheet.paragraph(w[sayIdentity[identity]]);
}

const sayIdentity = {
  "left out": "identityOut",
  name: "identityName",
  contact: "identityContact",
  included: "identityIn",
} as const satisfies { readonly [I in DossierFacts["identity"]]: string };
