import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemoryRecord } from "@temwen/record/memory";
import { granted } from "@temwen/vocabulary";
import { pino } from "pino";
import type { OfficeContext } from "../office-context.ts";
import { runLog } from "./log.ts";
import type { Publisher } from "./publisher.ts";

test("a step that hangs is not followed by all that came due meanwhile", async ({ mock }) => {
  mock.timers.enable({ apis: ["setInterval"] });
  const record = createMemoryRecord();
  let begun = 0;
  const readHead = () => {
    begun += 1;
    return record.log.readHead();
  };
  const office = { record: { ...record, log: { ...record.log, readHead } } } as unknown as OfficeContext;
  const hanging = Promise.withResolvers<Awaited<ReturnType<Publisher["finish"]>>>();
  const publisher: Publisher = {
    finish: () => hanging.promise,
    publish: async () => granted(undefined),
    published: async () => null,
  };
  const rhythm = { everyMillis: 1000, batch: 16 };
  const running = runLog(office, publisher, { rhythm, readPublic: async () => [], log: pino({ level: "silent" }) });
  mock.timers.tick(10_000);
  hanging.resolve(granted(undefined));
  await running.step();
  assert.equal(begun, 1, "the one that was asked for, and none of the ten");
  await running.stop();
});
