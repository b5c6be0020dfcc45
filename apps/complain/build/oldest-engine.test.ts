import assert from "node:assert/strict";
import { test } from "node:test";
import { buildPages } from "./build-pages.ts";

/**
 * What Chrome 80 or Safari 14.1 do not have, of what a page or a library could come to use. On a phone that lacks it the page
 * would stop in the middle of a sentence, and nobody of ours would hear of it.
 */
const lacking = [
  /\bObject\.(hasOwn|groupBy)\b/,
  /\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|replaceAll|replaceChildren)\(/,
  /\b(structuredClone|randomUUID|fromAsync|withResolvers|throwIfAborted|canParse|Segmenter|AggregateError)\b/,
  /\b(Promise|AbortSignal)\.(any|timeout|try)\b/,
  /\.(values|keys)\(\)\.(map|filter|find|some|every|toArray|reduce)\(/,
  // A script with a look behind does not begin at all in Safari before 16.4.
  /\(\?<[=!]/,
];

const scriptsOf = (name: string, text: string): string =>
  name.endsWith(".html")
    ? [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join("\n")
    : text;

test("no script of a page uses what the oldest phones of the page do not have", async () => {
  const scripts = [...(await buildPages())]
    .filter(([name]) => /\.(html|js)$/.test(name))
    .map(([name, bytes]) => [name, scriptsOf(name, String(bytes))] as const);
  assert.ok(scripts.some(([name, script]) => name === "complain.ht.html" && script.length > 50_000));
  const used = scripts.flatMap(([name, script]) =>
    lacking.flatMap((lack) => {
      const found = lack.exec(script);
      return found ? [`${name}: ${script.slice(found.index - 20, found.index + 30)}`] : [];
    }),
  );
  assert.deepEqual(used, []);
});
