import assert from "node:assert/strict";
import { test } from "node:test";
import type { Forum } from "@temwen/mission-pack";
import { UsageError } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import { listForums } from "./forums.ts";

/** What the command printed: entries as a program reads them, sentences as a person does. */
async function list(state?: string): Promise<{ readonly forums: readonly Forum[]; readonly said: string }> {
  const forums: Forum[] = [];
  const lines: string[] = [];
  const terminal: Terminal = {
    json: true,
    result: () => assert.fail("a list has no single result"),
    entry: (value, sentence) => {
      forums.push(value as Forum);
      lines.push(sentence);
    },
    progress: () => undefined,
    readStdin: async () => new Uint8Array(),
  };
  assert.equal(await listForums({ pack: "haiti", ...(state && { state }) }, terminal), 0);
  return { forums, said: lines.join("\n") };
}

test("whoever lists the forums of one State gets those of that State only", async () => {
  const { forums } = await list("jam");
  assert.ok(forums.length > 0 && forums.every(({ state }) => state === "jam"));
  assert.ok((await list()).forums.length > forums.length);
});

test("what is only remembered of a forum is never printed as if somebody had published it", async () => {
  const { forums, said } = await list();
  const remembered = forums.filter(({ confidence }) => confidence === "memory").length;
  assert.equal(said.split("from memory, no published source").length - 1, remembered);
});

test("a State of which no forum is known is a mistake, not an empty list", async () => {
  await assert.rejects(list("xxx"), UsageError);
});
