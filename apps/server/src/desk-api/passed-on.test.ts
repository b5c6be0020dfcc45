import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clock, Pack } from "@temwen/mission-pack";
import { createSamples } from "@temwen/record/contract";
import { createMemoryRecord } from "@temwen/record/memory";
import { createId, type Instant } from "@temwen/vocabulary";
import { countPassedOn } from "./passed-on.ts";

const clock = (id: string): Clock => ({
  ...{ id, startsOn: "case.received", stopsOn: "case.acknowledged", due: "P7D", bearer: "office" },
  ...{ source: "an example", basis: "platform-default", publish: false, escalates: [{ after: "P3D", to: "panel" }] },
});
const pack = { zone: "America/Port-au-Prince", clocks: [clock("acknowledgement")] } as Pick<
  Pack,
  "zone" | "clocks"
> as Pack;
const now = "2026-11-20T15:00:00.000Z" as Instant;

const gerda = { id: createId("staff", new Uint8Array(16).fill(1)), role: "panel", ties: [] } as const;

/** A record of a case for each: its stage, the force it is about, when its clock was due. */
async function fill(...cases: readonly (readonly [stage: string, forces: string, due: string, clock?: string])[]) {
  const record = createMemoryRecord();
  const samples = createSamples("passed on");
  for (const [stage, forces, due, id = "acknowledgement"] of cases) {
    const summary = samples.summary({ stage, clock: { id, due: due as Instant }, facts: { forces } });
    await record.fileComplaint(samples.filing({ parts: [], summary }));
  }
  return record;
}
const longAgo = "2026-11-10T15:00:00.000Z";

test("the panel learns how many cases wait too long that it may not see, by clock and not which", async () => {
  const record = await fill(["received", "ken", longAgo], ["received", "jam", longAgo], ["found", "jam", longAgo]);
  const shown = ["non-admission-proposed", "found"];
  assert.deepEqual(await countPassedOn(record, gerda, { pack, now, shown }), {
    acknowledgement: 2,
  });
});

test("whoever is tied does not learn of cases about their force, and other roles learn nothing", async () => {
  const record = await fill(["received", "ken", longAgo]);
  const count = (role: "panel" | "investigator", ties: readonly string[]) =>
    countPassedOn(record, { ...gerda, role, ties }, { pack, now, shown: [] });
  assert.deepEqual(await count("panel", ["ken"]), {});
  assert.deepEqual(await count("investigator", []), {});
});

test("a late case that somebody stepped back from is not counted for them", async () => {
  const record = createMemoryRecord();
  const samples = createSamples("out");
  const clock = { id: "acknowledgement", due: longAgo as Instant };
  const summary = samples.summary({ stage: "received", clock, facts: { out: gerda.id } });
  await record.fileComplaint(samples.filing({ parts: [], summary }));
  const count = (reader: Parameters<typeof countPassedOn>[1]) =>
    countPassedOn(record, reader, { pack, now, shown: [] });
  assert.deepEqual(await count(gerda), {});
  assert.deepEqual(await count({ ...gerda, id: createId("staff", new Uint8Array(16).fill(2)) }), {
    acknowledgement: 1,
  });
});

test("what is late for less time, not late, or of a clock that goes on to nobody, is not counted", async () => {
  const record = await fill(
    ["received", "ken", "2026-11-18T15:00:00.000Z"],
    ["received", "ken", "2026-11-28T15:00:00.000Z"],
    ["received", "ken", longAgo, "erasure"],
  );
  assert.deepEqual(await countPassedOn(record, gerda, { pack, now, shown: [] }), {});
});
