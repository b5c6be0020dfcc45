import assert from "node:assert/strict";
import { test } from "node:test";
import { UsageError } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { askPressure, findAsker, readPressure } from "./pressure.ts";

/** Somebody who types these lines, and breaks off behind the last; what they were shown is kept. */
function typing(...lines: readonly string[]) {
  const shown: string[] = [];
  const left = [...lines];
  const ask = async (question: string) => {
    shown.push(question);
    return left.shift();
  };
  return { shown, ask };
}

const terminalWith = (typed: string): Terminal => ({
  json: false,
  result: () => undefined,
  entry: () => undefined,
  progress: () => undefined,
  readStdin: async () => new TextEncoder().encode(typed),
});

test("who withdraws at a terminal is asked in their language whether somebody forces them, and told what it does", async () => {
  const person = typing("1", "Yo di m y ap tounen.", "1");
  assert.deepEqual(await askPressure(person.ask, "ht"), { pressed: "yes", text: "Yo di m y ap tounen." });
  const [first = "", more = "", last = ""] = person.shown;
  assert.match(first, /^Èske gen moun k ap fòse w sispann\?\n/);
  assert.match(first, / {2}1 {2}.+\n {2}2 {2}.+\n {2}3 {2}/);
  assert.doesNotMatch(more + last, /Èske gen moun/);
  assert.match(last, / {2}1 {2}.+\n {2}2 {2}/);
});

test("who is not pressed, or does not want to say, is asked for no more words", async () => {
  assert.deepEqual(await askPressure(typing("2", "1").ask, "en"), { pressed: "no", text: "" });
  assert.deepEqual(await askPressure(typing("3", "1").ask, "en"), { pressed: "unsaid", text: "" });
});

test("a word that is no answer is asked about again, and never taken for one", async () => {
  const person = typing("", "yes", "0", "4", "2", "1");
  assert.deepEqual(await askPressure(person.ask, "en"), { pressed: "no", text: "" });
  assert.match(person.shown[1] ?? "", /Choose one first\.$/);
});

test("who breaks off, at whichever question, has asked for nothing", async () => {
  for (const typed of [[], ["1"], ["1", ""], ["2"], ["2", "2"]]) {
    assert.equal(await askPressure(typing(...typed).ask, "en"), undefined, typed.join());
  }
});

test("where nobody can be asked the withdrawal is refused, never sent without the question", () => {
  const { ask } = typing();
  assert.equal(findAsker({ receipt: "resi.txt" }, { ...terminalWith(""), ask }), ask);
  assert.throws(() => findAsker({ receipt: "resi.txt" }, terminalWith("")), UsageError);
  assert.throws(() => findAsker({ receipt: "-" }, { ...terminalWith(""), ask }), UsageError);
  assert.throws(() => findAsker({ receipt: "resi.txt", send: "-" }, { ...terminalWith(""), ask }), UsageError);
});

test("a script hands on what the person said, with their words; what is no answer is refused", async () => {
  assert.deepEqual(await readPressure(terminalWith("yes\nYo fòse m.\nVin ede m.\n"), "-"), {
    pressed: "yes",
    text: "Yo fòse m.\nVin ede m.",
  });
  assert.deepEqual(await readPressure(terminalWith("unsaid\r\n"), "-"), { pressed: "unsaid", text: "" });
  for (const wrong of ["", "maybe\n", "y\n", "\nyes\n"]) {
    await assert.rejects(readPressure(terminalWith(wrong), "-"), UsageError, JSON.stringify(wrong));
  }
});
