// Whoever has no script is told no less of their case than everybody else: what was done to it, by whom it was looked at, what is late.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import type { CaseFact } from "@temwen/casework";
import { languages } from "@temwen/words";
import { replyWords } from "@temwen/words/pages";
import { stepKinds, tellStep } from "../../apps/server/src/channels/no-script/told-steps.ts";
import { acknowledgement, doActs, fileCase } from "../support/casework.ts";
import { consentFact, sendPersonAct, signPersonAct } from "../support/person-acts.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const named = { name: "Wozlò Degzanp", contact: "anba pye mango a" };

async function open(path: string, digits?: string): Promise<string> {
  const body = digits === undefined ? {} : { method: "POST", body: new URLSearchParams({ digits }) };
  return (await fetch(office.url + path, body)).text();
}

/** The list of steps alone, as text. */
const listOf = (html: string): string => /<ol[^>]*id="steps"[^>]*>([\s\S]*?)<\/ol>/.exec(html)?.[1] ?? "";
const textOf = (html: string): string =>
  listOf(html)
    .replace(/<[^>]*>/g, "\n")
    .replaceAll("&#39;", "'");

test("who has no script reads that somebody asked for their name, and what they changed themselves", async () => {
  const mine = await fileCase(office, { identity: named });
  await doActs(mine.desk, mine.caseId, acknowledgement);
  await doActs(mine.desk, mine.caseId, { act: "ask-identity", reason: "danger", text: "Gen moun k ap chèche l." });
  const changed = signPersonAct(mine, consentFact(office, mine, 1, "help-only"));
  assert.equal((await sendPersonAct(office, changed)).status, 200);

  for (const language of languages) {
    const { nameAsked, choiceChanged, "choice-help-only": helpOnly } = replyWords[language];
    const steps = textOf(await open(language === "ht" ? "/reply/plain" : `/reply/plain/${language}`, mine.receipt));
    assert.ok(steps.includes(nameAsked), language);
    assert.ok(steps.includes(choiceChanged.replace("{choice}", helpOnly)), language);
    assert.ok(!steps.includes("{"), language);
  }
});

test("a step travels with its own sentence and no other: on a poor line each is a line, not a page", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const steps = listOf(await open("/reply/plain", mine.receipt));
  const rows = steps.split("</li>").slice(0, -1);
  assert.equal(rows.length, 3);
  for (const row of rows) assert.ok(row.length < 300, row);
});

test("there is a sentence for every step that a person may be told, in every language", async () => {
  for (const language of languages) {
    const page = await open(language === "ht" ? "/reply/plain" : `/reply/plain/${language}`);
    assert.equal(page.includes("data-only"), false, "nothing of an empty form is a step");
  }
  for (const language of languages) {
    const built = await readFile(new URL(`../../apps/complain/dist/status.${language}.html`, import.meta.url), "utf8");
    const said = [...built.matchAll(/<p data-only="([a-z-]+)">[^<]+<\/p>/g)].map(([, kind]) => kind);
    assert.deepEqual(said.sort(), [...stepKinds].sort(), language);
  }
});

test("no step on a page where nobody can write or read an answer says that it is done here", async () => {
  const here = { ht: /isit la/, fr: /\bici\b/, en: /\bhere\b/, es: /aquí/, sw: /\bhapa\b/ };
  for (const language of languages) {
    const built = await readFile(new URL(`../../apps/complain/dist/status.${language}.html`, import.meta.url), "utf8");
    const steps = [...built.matchAll(/<p data-only="[a-z-]+">([^<]+)<\/p>/g)].map(([, sentence = ""]) => sentence);
    assert.deepEqual(
      steps.filter((sentence) => here[language].test(sentence)),
      [],
    );
  }
});

test("a clock that was missed is told with its day, and more time with its last", () => {
  const due = "2026-11-23T12:00:00.000Z";
  assert.deepEqual(tellStep(factOf({ type: "case.clock-missed/1", due })), { kind: "late", day: due });
  assert.deepEqual(tellStep(factOf({ type: "case.clock-extended/1", until: due })), { kind: "more-time", day: due });
  assert.equal(tellStep(factOf({ type: "case.vote-cast/1" })), undefined);
});

/** Of a fact, what is told. */
const factOf = (fact: { readonly type: CaseFact["type"]; readonly [told: string]: string }): CaseFact =>
  fact as unknown as CaseFact;
