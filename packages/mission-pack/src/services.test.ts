import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Pack, parsePack } from "./pack.ts";
import { needOf, needs, needsMet, noSource, servicesIn } from "./services.ts";

const source = JSON.parse(readFileSync(new URL("../../../packs/haiti/pack.json", import.meta.url), "utf8"));

const readHaiti = (): Pack => {
  const read = parsePack(source);
  assert.ok(read.ok);
  return read.value;
};
const refusalOf = (services: readonly unknown[]) => {
  const read = parsePack({ ...source, services });
  return read.ok ? undefined : read.refusal;
};

test("every service and every kind of care says its source, how it is known, and since when", () => {
  const { services, care } = readHaiti();
  assert.ok(services.length > 0 && care.length > 0);
  for (const { id, source: from, basis, asOf } of [...services, ...care]) {
    assert.ok(from.length > 3, id);
    if (basis === "found") assert.notEqual(from, noSource, `${id} was found nowhere`);
    assert.ok(asOf <= "2026-11-21", `${id} is known since a day that has not come`);
  }
});

test("nothing that looks like a telephone number stands in the pack, except in a line that was found", () => {
  for (const { line, asOf: _, where, ...service } of readHaiti().services) {
    if (line) assert.equal(service.basis, "found", service.id);
    const towns = where === "country" ? [] : where.map(({ town }) => town);
    const text = JSON.stringify([service, towns]).replace(/\b(19|20)\d\d\b/g, "a year");
    assert.doesNotMatch(text, /\d[\d .-]{2,}/, service.id);
  }
});

test("a telephone number that only memory gives is refused, and the whole pack with it", () => {
  const [first] = source.services;
  const line = { number: "3700 0000", hours: [] };
  assert.deepEqual(refusalOf([{ ...first, basis: "memory", line }]), { code: "number-not-found", id: first.id });
  assert.deepEqual(refusalOf([{ ...first, basis: "platform-default", line }]), {
    code: "number-not-found",
    id: first.id,
  });
  assert.equal(refusalOf([{ ...first, basis: "found", line }]), undefined);
});

test("what no source says is never called found", () => {
  const [first] = source.services;
  const wrong = { ...first, source: noSource, basis: "found" };
  assert.deepEqual(refusalOf([wrong]), { code: "found-nowhere", id: first.id });
});

test("a service is refused in a department that the mission has not, twice, or without source and date", () => {
  const [first] = source.services;
  const { source: _, ...unsourced } = first;
  const { asOf: __, ...undated } = first;
  assert.deepEqual(refusalOf([{ ...first, where: [{ department: "ht11" }] }]), {
    code: "unknown-department",
    id: first.id,
  });
  assert.deepEqual(refusalOf([first, first]), { code: "id-twice", id: first.id });
  for (const wrong of [unsourced, undated, { ...first, offers: ["magic"] }, { ...first, where: "everywhere" }]) {
    assert.deepEqual(refusalOf([wrong]), { code: "malformed-pack" });
  }
});

test("a service is found by department and by need", () => {
  const { services, departments } = readHaiti();
  for (const service of services) {
    assert.ok(needsMet(service).length > 0, service.id);
    const found = departments.filter(({ id }) => servicesIn(services, id).includes(service));
    assert.equal(found.length, service.where === "country" ? 0 : service.where.length, service.id);
  }
  for (const need of needs) assert.ok(Object.values(needOf).includes(need), need);
});

test("no two departments stand on one tile", () => {
  const tiles = readHaiti().departments.map(({ tile }) => `${tile.column} ${tile.row}`);
  assert.equal(new Set(tiles).size, tiles.length);
});
