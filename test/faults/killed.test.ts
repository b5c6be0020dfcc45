// The power goes while a thousand people file: whoever was told "received" is there, once, when it comes back.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { Keeper } from "@temwen/desk";
import type { Directory } from "@temwen/office";
import type { Parcel } from "@temwen/sealing/parcel";
import { findCluster } from "../support/find-cluster.ts";
import { startOffice, type TestOffice } from "../support/office.ts";
import { copyParcel, file, readAnswer, sealParcel } from "../support/parcels.ts";
import { openDesks, peopleOf } from "../support/staff.ts";

const filings = 1000;
const clients = 8;

let office = await startOffice();
after(() => office[Symbol.asyncDispose]());
const served = await readAnswer(await fetch(`${office.url}/api/directory`));
const directory = (served.body.directory as { body: Directory }).body;
const sealed = await sealParcel(directory);
const parcels = Array.from({ length: filings }, () => copyParcel(sealed, directory));

/** After how many acknowledged filings, and whether the office helps itself or is started again by hand. */
type Crash = {
  readonly at: number;
  readonly how: (office: TestOffice) => Promise<void>;
  readonly healsItself?: true;
};

const killServer = async ({ process: child }: TestOffice): Promise<void> => {
  child.kill("SIGKILL");
};
/** The postmaster's number stands in the first line of its note. */
async function killDatabase({ data }: TestOffice): Promise<void> {
  const note = await readFile(join(await findCluster(data), "postmaster.pid"), "utf8");
  process.kill(Number(note.split("\n")[0]), "SIGKILL");
}

const crashes: readonly Crash[] = [
  { at: 100, how: killServer },
  { at: 350, how: killDatabase, healsItself: true },
  { at: 600, how: killServer },
  {
    at: 800,
    how: async (running) => {
      await killDatabase(running);
      await killServer(running);
    },
  },
];

/** What each person was told, by case id. */
async function fileThrough(): Promise<ReadonlyMap<string, string>> {
  const waiting = [...parcels];
  const told = new Map<string, string>();
  const left = [...crashes];
  let mending: Promise<void> | undefined;
  const crash = async ({ how, healsItself }: Crash): Promise<void> => {
    await how(office);
    if (!healsItself) office = await office.again();
    mending = undefined;
  };
  const client = async (): Promise<void> => {
    for (let parcel = waiting.pop(); parcel !== undefined; parcel = waiting.pop()) {
      const answer = await file(office, parcel).catch(() => undefined);
      if (answer?.status === 200) told.set(parcel.manifest.event.case, answer.text);
      else {
        // Nobody was told that it arrived: they send the same again.
        waiting.push(parcel);
        await (mending ?? pause(50));
      }
      const [next] = left;
      if (next && told.size >= next.at && !mending) {
        left.shift();
        mending = crash(next);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  await mending;
  assert.deepEqual(left, []);
  return told;
}

async function readAllCases(desk: Keeper): Promise<readonly { readonly caseId: string; readonly version: number }[]> {
  const rows: { readonly caseId: string; readonly version: number }[] = [];
  for (let after: string | undefined; ; ) {
    const page = await desk.readQueue({ limit: 200, ...(after && { after }) });
    assert.ok(page.ok);
    rows.push(...page.value.rows);
    after = page.value.next;
    if (!after) return rows;
  }
}

test("through four crashes of server and database every acknowledged complaint is there once", async () => {
  const told = await fileThrough();
  assert.equal(told.size, filings);
  assert.equal((await fetch(`${office.url}/healthz`)).status, 200);
  const [desk] = await openDesks(office, peopleOf(office, "intake").slice(0, 1));
  assert.ok(desk);
  const cases = await readAllCases(desk);
  assert.equal(cases.length, filings);
  assert.deepEqual(new Set(cases.map(({ caseId }) => caseId)), new Set(told.keys()));
  assert.deepEqual(new Set(cases.map(({ version }) => version)), new Set([1]));
  desk.close();
});

test("whoever sends again after the crashes gets the answer of then", async () => {
  const again = parcels.filter((_, n) => n % 50 === 0);
  const tell = async (parcel: Parcel): Promise<string> => (await file(office, parcel)).text;
  const first = await Promise.all(again.map(tell));
  assert.deepEqual(await Promise.all(again.map(tell)), first);
  assert.equal(new Set(first).size, again.length);
});
