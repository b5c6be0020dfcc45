import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createId, type Instant } from "@temwen/vocabulary";
import type { Directory, StaffMember } from "./directory.ts";
import { directory } from "./office.testing.ts";
import { panelLacks } from "./panel.ts";

type Seat = Pick<StaffMember, "role" | "bench"> & { readonly civilSociety?: true };
const panelOf = (seats: readonly Seat[], change: Partial<StaffMember> = {}): Directory => {
  const [first] = directory.staff;
  assert.ok(first);
  const staff = seats.map(({ role, bench, civilSociety }, i) => ({
    ...{ ...first, role, bench, id: createId("staff", new Uint8Array(16).fill(i)) },
    ...(civilSociety && { civilSociety }),
    ...(i === 0 && change),
  }));
  return { ...directory, staff };
};
const bench = (name: Seat["bench"], members: number, ofPeople: number): readonly Seat[] =>
  Array.from({ length: members }, (_, i) => ({
    ...{ role: "panel", bench: name },
    ...(i < ofPeople && { civilSociety: true }),
  }));
const whole = [...bench("first", 5, 2), ...bench("reserve", 5, 2)];

test("a panel of five and a reserve of five, two of each of civil society, lacks nothing", () => {
  assert.deepEqual(panelLacks(panelOf(whole)), []);
});

test("each bench that is smaller, or has fewer of civil society, is named with what it has", () => {
  assert.deepEqual(panelLacks(panelOf([...bench("first", 4, 2), ...bench("reserve", 5, 1)])), [
    { bench: "first", serve: 4, ofPeople: 2 },
    { bench: "reserve", serve: 5, ofPeople: 1 },
  ]);
  assert.deepEqual(panelLacks(panelOf([])), [
    { bench: "first", serve: 0, ofPeople: 0 },
    { bench: "reserve", serve: 0, ofPeople: 0 },
  ]);
});

test("whoever has expired by then does not count", () => {
  const later = "2099-01-01T00:00:00.000Z" as Instant;
  const lacking = panelLacks(panelOf(whole, { expires: directory.at }));
  assert.deepEqual(lacking, [{ bench: "first", serve: 4, ofPeople: 1 }]);
  assert.equal(panelLacks(panelOf(whole), later).length, 2);
});

test("the office that starts on one machine has the panel that the law asks for", () => {
  const file = new URL("../../../packs/haiti/demo/people.json", import.meta.url);
  const { people } = JSON.parse(readFileSync(file, "utf8")) as { readonly people: readonly Seat[] };
  assert.deepEqual(panelLacks(panelOf(people)), []);
});
