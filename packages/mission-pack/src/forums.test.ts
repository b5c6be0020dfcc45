import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Forum, parseForums } from "./forums.ts";
import { type Pack, parsePack } from "./pack.ts";
import { noSource } from "./services.ts";

const readJson = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../packs/haiti/${name}`, import.meta.url), "utf8"));
const source = readJson("forums.json");

const readHaiti = (): Pack => {
  const read = parsePack(readJson("pack.json"));
  assert.ok(read.ok);
  return read.value;
};
const haiti = readHaiti();

const read = (): readonly Forum[] => {
  const forums = parseForums(source, haiti);
  assert.ok(forums.ok);
  return forums.value;
};
const refusalOf = (change: object) => {
  const [first] = source.forums;
  const forums = parseForums({ forums: [{ ...first, ...change }] }, haiti);
  return forums.ok ? undefined : forums.refusal;
};

test("every contributing State of the pack has a forum, and Haiti has a prosecution and a civilian court", () => {
  const forums = read();
  for (const { id, kind } of haiti.forces) {
    assert.ok(
      forums.some(({ force }) => force === id),
      `${id} (${kind}) has no forum`,
    );
  }
  const haitian = forums.filter(({ state }) => state === "hti").map(({ kind }) => kind);
  assert.ok(haitian.includes("haitian-prosecution") && haitian.includes("haitian-civilian-court"));
});

test("the courts of a sending State that the facts name are forums of their own, of which nothing is shown as fact", () => {
  const courts = read().filter(({ kind }) => kind === "sending-state-civilian-court");
  assert.deepEqual(
    courts.map(({ id, state, confidence, source: from }) => [id, state, confidence, from]),
    [
      ["ken-courts", "ken", "memory", noSource],
      ["ben-criet", "ben", "memory", noSource],
    ],
  );
});

test("no forum bears an address or a number to call", () => {
  for (const { name } of read()) assert.doesNotMatch(name, /\d|@|https?:/, name);
});

test("a Kenyan oversight body that said its reach ends at the border is never an open door", () => {
  const ipoa = read().find(({ id }) => id === "ken-ipoa");
  assert.deepEqual([ipoa?.reach, ipoa?.obstacle], ["not-established", ["territorial-reach"]]);
});

test("no body of a sending State is said to reach what happens in Haiti: no source says so", () => {
  for (const { id, state, reach } of read()) if (state !== "hti") assert.equal(reach, "not-established", id);
});

test("military justice always bears the obstacle that it is not civilian", () => {
  for (const { id, kind, obstacle } of read()) {
    assert.equal(kind === "military-justice", obstacle.includes("military-not-civilian"), id);
  }
});

test("a reach that only memory gives is refused, and the whole table with it", () => {
  const id = source.forums[0].id;
  const remembered = { confidence: "memory", source: noSource, reach: "established" };
  assert.deepEqual(refusalOf(remembered), { code: "reach-not-found", id });
  assert.deepEqual(refusalOf({ confidence: "found", source: noSource }), { code: "found-nowhere", id });
  assert.deepEqual(refusalOf({ basis: [] }), { code: "no-basis", id });
  assert.deepEqual(refusalOf({ force: "nobody" }), { code: "unknown-force", id });
  assert.deepEqual(refusalOf({ address: "Rue 1" }), { code: "malformed-forums" });
  const twice = parseForums({ forums: [source.forums[0], source.forums[0]] }, haiti);
  assert.deepEqual(!twice.ok && twice.refusal, { code: "id-twice", id });
});
