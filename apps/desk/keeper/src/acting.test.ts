import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clock, Pack } from "@temwen/mission-pack";
import type { Instant } from "@temwen/vocabulary";
import { withActing } from "./acting.ts";
import type { QueueView } from "./views.ts";

const clock: Clock = {
  ...{ id: "acknowledgement", startsOn: "case.received", stopsOn: "case.acknowledged", due: "P7D", bearer: "office" },
  ...{ source: "an example", basis: "platform-default", publish: true, escalates: [{ after: "P3D", to: "panel" }] },
};
const pack = { zone: "America/Port-au-Prince", clocks: [clock] } as Pick<Pack, "zone" | "clocks"> as Pack;
const due = "2026-11-10T15:00:00.000Z" as Instant;
const viewAt = (now: string, id = "acknowledgement"): QueueView =>
  ({ rows: [{ clock: { id, due } }], stages: {}, now }) as unknown as QueueView;
const actingAt = (now: string, role: string, id?: string) => withActing(viewAt(now, id), role, pack).rows[0]?.acting;

test("a missed hour is the bearer's to act on, and later the next one's too: each role is told whether it is theirs", () => {
  const soon = "2026-11-12T15:00:00.000Z";
  assert.deepEqual(actingAt(soon, "intake"), { bearer: "office", isMine: true });
  assert.deepEqual(actingAt(soon, "panel"), { bearer: "office", isMine: false });
  const later = "2026-11-14T15:00:00.000Z";
  const passedOn = { to: "panel", since: "2026-11-13T15:00:00.000Z" };
  assert.deepEqual(actingAt(later, "panel"), { bearer: "office", passedOn, isMine: true });
  assert.deepEqual(actingAt(later, "intake")?.isMine, true);
  assert.deepEqual(actingAt(later, "registrar")?.isMine, false);
});

test("an erasure that waits is nobody's clock", () => {
  assert.equal(actingAt("2026-11-14T15:00:00.000Z", "intake", "erasure"), undefined);
});
