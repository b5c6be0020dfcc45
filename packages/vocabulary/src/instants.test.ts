import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { instantToMillis, millisToInstant, parseInstant } from "./instants.ts";

test("every millisecond of four-digit years has one spelling that reads back", () => {
  const earliest = Date.UTC(2000, 0);
  fc.assert(
    fc.property(fc.integer({ min: earliest, max: Date.UTC(2099, 11, 31) }), (millis) => {
      const read = parseInstant(millisToInstant(millis));
      assert.ok(read.ok && instantToMillis(read.value) === millis);
    }),
  );
});

test("an hour in another spelling, or a day that does not exist, is refused", () => {
  const refused: readonly unknown[] = [
    "2026-11-21T18:00:00Z",
    "2026-11-21T18:00:00.000+00:00",
    "2026-11-21 18:00:00.000Z",
    "2026-11-21T18:00:00.0000Z",
    "2026-02-30T00:00:00.000Z",
    "2026-13-01T00:00:00.000Z",
    "2026-11-21T24:00:00.000Z",
    "2026-11-21T18:00:60.000Z",
    "+002026-11-21T18:00:00.000Z",
    "2026-11-21T18:00:00.000Z\n",
    "",
    0,
    null,
  ];
  for (const value of refused) assert.equal(parseInstant(value).ok, false, String(value));
});
