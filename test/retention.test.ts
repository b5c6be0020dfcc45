// What is kept how long: one table, in the pack, on the page of docs, and for every table of the record.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { parseRetention } from "@temwen/mission-pack";
import { keptTables, leftOutTables } from "@temwen/record/postgres";
import { rowsOfARun } from "../apps/temwen/src/retention/run.ts";
import { readPack } from "../apps/temwen/src/running/pack-files.ts";

const read = (place: string) => readFile(new URL(`../${place}`, import.meta.url), "utf8");
const table = parseRetention(JSON.parse(await read("packs/haiti/retention.json")));

test("every table of the record has a row in the retention table, and no row names another", () => {
  assert.ok(table.ok);
  const named = table.value.flatMap(({ where }) => (where.startsWith("table ") ? [where.slice(6)] : []));
  assert.deepEqual(named.sort(), [...keptTables, ...Object.keys(leftOutTables)].sort());
});

test("the page of docs shows every trace as the pack has it", async () => {
  assert.ok(table.ok);
  const page = await read("docs/specs/retention.md");
  for (const { what, where, kept, removedBy } of table.value) {
    assert.ok(page.includes(`| ${what} | ${where} | ${kept} | ${removedBy} |\n`), what);
  }
});

test("a retention run counts every row of the table that is its work, and no other", () => {
  assert.ok(table.ok);
  const own = table.value.flatMap(({ id, removedBy }) => (removedBy === "retention-run" ? [id] : []));
  assert.deepEqual(own.sort(), [...rowsOfARun].sort());
});

test("backups are kept no longer than the pack lets an erased case live in them", async () => {
  assert.ok(table.ok);
  const { erasure } = await readPack("haiti");
  const kept = table.value.find(({ id }) => id === "backups")?.kept ?? "";
  assert.ok(kept.includes(`${erasure.backupDays} days`));
});

test("a retention table with a trace twice, or without its keeper, is refused", () => {
  assert.ok(table.ok);
  const [first] = table.value;
  const { removedBy: _, ...without } = first!;
  for (const traces of [[first, first], [without], "none"]) assert.ok(!parseRetention({ traces }).ok);
});
