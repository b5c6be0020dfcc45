// Every deadline that was looked for is a clock of the pack with its source and basis, or stands there as not used, with a reason.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { Clock } from "@temwen/mission-pack";
import { readPack } from "../../apps/temwen/src/running/pack-files.ts";
import { parseCsv } from "../support/csv.ts";
import { needsOutside, readOutsideText } from "../support/outside-data.ts";

const file = "domain/03_deadlines.csv";
const table = new URL("../../packs/haiti/deadlines.md", import.meta.url);

/** What was found: one row by its number, as the file spells it. */
type Found = { readonly [column: string]: string };

const outside = needsOutside([file]);
const rows: readonly Found[] = outside.skip ? [] : parseCsv(await readOutsideText(file));
const listed = new Map(
  [...(await readFile(table, "utf8")).matchAll(/^\| (T\d\d) \|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map(
    ([, row = "", , used = "", why = ""]) => [row, { used: used.trim(), why: why.trim() }] as const,
  ),
);
const pack = await readPack("haiti");

/** How the file would spell the time that a clock has. */
function spell({ due, every, days }: Clock): string {
  return every === undefined || every === due ? `${due}${days ? "(working)" : ""}` : `${due} then ${every}`;
}

/** The words of a source that name it: up to the first comma, semicolon or bracket. */
const nameOf = (source: string): string => (source.split(/[,;(]/)[0] ?? "").trim();

const basisOf = ({ basis = "", confidence = "" }: Found): Clock["basis"] =>
  basis.startsWith("found") && !confidence.startsWith("none") ? "found" : "platform-default";

test("every row that was found stands in the table once, as used or with the reason why it is not", outside, () => {
  assert.equal(rows.length, 44);
  assert.deepEqual([...listed.keys()].sort(), rows.map(({ id }) => id ?? "").sort());
  for (const [row, { used, why }] of listed) {
    if (used === "no") assert.ok(why.length > 5, `${row} has no reason`);
    else assert.match(used, /^(clock|care) `[a-z-]+`$/, row);
  }
});

test("what the table calls a clock is one, with the time, the source and the basis that were found", outside, () => {
  for (const row of rows) {
    const { id = "", source = "", deadline_iso8601: time = "" } = row;
    const name = /^clock `([a-z-]+)`$/.exec(listed.get(id)?.used ?? "")?.[1];
    if (name === undefined) continue;
    const clock = pack.clocks.find((one) => one.id === name);
    assert.ok(clock, `${id}: no clock ${name}`);
    assert.equal(spell(clock), time, id);
    // Two rows say where the row above them has its number from.
    const wanted = source === "same" ? "Secretary-General's programme" : nameOf(source);
    assert.ok(clock.source.startsWith(wanted), `${id}: ${clock.source} is not ${wanted}`);
    assert.equal(clock.basis, basisOf(row), id);
  }
});

test("care that helps only for some hours has the hours that were found", outside, () => {
  for (const { id = "", deadline_iso8601: time = "" } of rows) {
    const name = /^care `([a-z-]+)`$/.exec(listed.get(id)?.used ?? "")?.[1];
    if (name === undefined) continue;
    assert.equal(`PT${pack.care.find((one) => one.id === name)?.hours}H`, time, id);
  }
});

test("every clock of the pack comes from a row that was found, or is told apart as ours", outside, () => {
  const used = new Set([...listed.values()].map(({ used: as }) => as));
  for (const { id, basis } of pack.clocks) {
    if (!used.has(`clock \`${id}\``)) assert.equal(basis, "platform-default", `${id} has no row`);
  }
});
