// Whoever looks after a database of one's own restarts it, by the book and in the middle of the day: filing, reading and acting go
// on behind it, and what was acknowledged is there once.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { removeEmbedded, startEmbedded } from "@temwen/record/embedded";
import { openPostgresRecord } from "@temwen/record/postgres";
import { acknowledgement, doActs, fileCase, intakeNames, view } from "../support/casework.ts";
import { copyParcel, file, sealParcel } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";

const filings = 240;
const clients = 6;

const home = await mkdtemp(join(tmpdir(), "temwen-restarted-"));
const place = { folder: join(home, "postgres") };
let database = await startEmbedded(place);
const record = await openPostgresRecord({ url: database.url });
const office = await startSmallOffice({ record });
after(async () => {
  await office[Symbol.asyncDispose]();
  await record[Symbol.asyncDispose]();
  await database.stop();
  await removeEmbedded(place);
  await rm(home, { recursive: true, force: true });
});

/** As an administrator does it: whoever is connected is cut off, what was committed is written down, and it comes up again. */
async function restart(): Promise<void> {
  await database.stop();
  database = await startEmbedded(place);
}

test("a database that is restarted while people file loses and doubles nothing, and nobody is told what is not so", async () => {
  const sealed = await sealParcel(office.directory());
  const waiting = Array.from({ length: filings }, () => copyParcel(sealed, office.directory()));
  const told = new Set<string>();
  const refusals = new Set<string>();
  const restarts = [60, 150];
  let restarting: Promise<void> | undefined;
  const client = async (): Promise<void> => {
    for (let parcel = waiting.pop(); parcel; parcel = waiting.pop()) {
      const { status, body } = await file(office, parcel);
      if (status === 200) told.add(parcel.manifest.event.case);
      else {
        refusals.add(`${status} ${body.code}`);
        waiting.push(parcel);
        await pause(50);
      }
      if (told.size >= (restarts[0] ?? filings + 1) && !restarting) {
        restarts.shift();
        restarting = restart().finally(() => {
          restarting = undefined;
        });
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await restarting;
  assert.deepEqual(restarts, []);
  assert.deepEqual(
    [...refusals].filter((refusal) => refusal !== "503 cannot-tell"),
    [],
  );
  const events = await record.readAfter(0, 1000);
  const filed = events.filter(({ type }) => type === "case.received/1").map(({ stream }) => stream);
  assert.deepEqual(filed.sort(), [...told].sort());
  assert.equal(filed.length, filings);
});

test("a desk that was at work goes on behind a restart, without signing in anew, and its act stands once", async () => {
  const { caseId, desk, reader } = await fileCase(office);
  await restart();
  await doActs(desk, caseId, acknowledgement);
  const seen = await view(desk, caseId);
  assert.deepEqual([seen.stage, seen.alarms], ["acknowledged", []]);
  assert.ok(intakeNames.includes(reader));
});
