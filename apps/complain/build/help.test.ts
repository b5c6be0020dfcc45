import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Pack } from "@temwen/mission-pack";
import { languages } from "@temwen/words";
import { helpWords } from "@temwen/words/pages";
import { buildPages } from "./build-pages.ts";
import { readMission } from "./mission.ts";

let pack: Pack;
let files: ReadonlyMap<string, Buffer>;
before(async () => {
  [pack, files] = await Promise.all([readMission(), buildPages()]);
});

/** The body of `/help` as a browser without script has it, one line an element. */
function pageIn(language: string): string {
  const html = String(files.get(`help.${language}.html`));
  return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
}
const textOf = (html: string): string => html.replace(/<[^>]*>/g, "\n");

test("every service is shown in each of its departments with its source, how sure it is, and since when", () => {
  for (const language of languages) {
    const words = helpWords[language];
    const rows = [...pageIn(language).matchAll(/<li data-service="([^"]+)">(.*?)<\/li>/gs)];
    for (const service of pack.services) {
      const shown = rows.filter(([, id]) => id === service.id);
      assert.equal(shown.length, service.where === "country" ? 1 : service.where.length, service.id);
      for (const [, , row = ""] of shown) {
        const text = textOf(row);
        assert.ok(text.includes(words[service.basis]) && text.includes(words[service.activity]), service.id);
        assert.ok(text.includes(service.asOf.slice(0, 4)), `${service.id} says no date`);
        assert.ok(text.includes(service.line?.number ?? words.noNumber), `${service.id} says nothing about a number`);
        const source = service.source === "no published source" ? words.noSource : service.source;
        assert.ok(text.includes(source), `${service.id} says no source in ${language}`);
      }
    }
  }
});

test("no digits on the page look like a telephone number, but those of a line that was found", () => {
  const numbers = pack.services.flatMap(({ line, basis }) => (line && basis === "found" ? [line.number] : []));
  for (const language of languages) {
    const digits = textOf(pageIn(language)).match(/\+?\d[\d ().-]{2,}\d/g) ?? [];
    for (const found of digits) {
      assert.ok(/^20\d\d$/.test(found) || numbers.includes(found), `${language}: ${found}`);
    }
    const called = [...pageIn(language).matchAll(/href="tel:([^"]+)"/g)].map(([, number]) => number);
    assert.deepEqual(called, numbers);
  }
});

test("every tile and every name of the page leads to something that stands on it", () => {
  for (const language of languages) {
    const html = pageIn(language);
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(anchor), `${language} #${anchor}`);
    for (const { id } of pack.departments) assert.ok(html.includes(`href="#${id}"`), id);
  }
});

test("hours of care that no source gives are marked as not confirmed", () => {
  for (const language of languages) {
    for (const { id, hours, basis } of pack.care) {
      const row = new RegExp(`<tr>(?:(?!</tr>).)*${helpWords[language][id].replace(/[()]/g, "\\$&")}.*?</tr>`, "s");
      const text = textOf(row.exec(pageIn(language))?.[0] ?? "");
      assert.ok(text.includes(String(hours)) && text.includes(helpWords[language][basis]), `${language} ${id}`);
    }
  }
});
