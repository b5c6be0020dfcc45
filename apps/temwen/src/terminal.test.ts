import assert from "node:assert/strict";
import { test } from "node:test";
import { toJsonLine, toPlainText } from "./terminal.ts";

/** Everything that some reader of lines takes for the end of one (Python's `splitlines` takes all of these). */
const lineEnds = "\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029";

const has = (text: string, characters: string): boolean => [...characters].some((one) => text.includes(one));

test("one object stays one line for every reader of lines, and the same words come out of it", () => {
  const words = "yon\u2028de\u2029twa\u0085kat\nsenk\x0bsis\x0csèt\x1eèt";
  const line = toJsonLine({ words });
  assert.ok(!has(line, lineEnds));
  assert.deepEqual(JSON.parse(line), { words });
});

test("what a stranger wrote cannot command the terminal of whoever reads it", () => {
  const words = "Mwen te la.\n\x1b]52;c;ZXZpbA==\x07\x1b[2J\x9b31mvoye\r\x7f\r\n";
  assert.equal(toPlainText(words), "Mwen te la.\n\\u001b]52;c;ZXZpbA==\\u0007\\u001b[2J\\u009b31mvoye\\u000d\\u007f\n");
  assert.ok(!has(toJsonLine({ words }), "\x07\x1b\x7f\x9b"));
});

test("Creole, lines and tabs are printed as they were written", () => {
  const words = "Èske w tande m?\n\tWi — “wi” 🙂";
  assert.equal(toPlainText(words), words);
});
