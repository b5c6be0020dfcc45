import assert from "node:assert/strict";
import { test } from "node:test";
import type { QueueQuery, TheRecord } from "@temwen/record";
import { createSamples } from "@temwen/record/contract";
import { createMemoryRecord } from "@temwen/record/memory";
import { type CaseId, createId, millisToInstant } from "@temwen/vocabulary";
import { readVisible } from "./queue.ts";
import { createPlaces, type Place } from "./queue-places.ts";

const asha = createId("staff", new Uint8Array(16).fill(1));
const benoit = createId("staff", new Uint8Array(16).fill(2));
const carla = createId("staff", new Uint8Array(16).fill(3));
const tied = { id: benoit, role: "intake", ties: ["ken"] } as const;
const untied = { id: asha, role: "intake", ties: [] } as const;

/** A record of so many assessed cases one after another, each about ken (`k`), about jam (`j`), or one that asha left (`o`). */
async function fill(pattern: string): Promise<{ readonly record: TheRecord; readonly ids: readonly CaseId[] }> {
  const record = createMemoryRecord();
  const samples = createSamples(pattern.slice(0, 20));
  const ids: CaseId[] = [];
  for (const [n, letter] of [...pattern].entries()) {
    const due = millisToInstant(Date.UTC(2027, 0, 1) + n * 60_000);
    const clock = { id: "feedback", due };
    const facts = { forces: letter === "k" ? "ken" : "jam", ...(letter === "o" && { out: `${carla} ${asha}` }) };
    const filing = samples.filing({ parts: [], summary: samples.summary({ stage: "assessed", clock, facts }) });
    await record.fileComplaint(filing);
    ids.push(filing.caseId);
  }
  return { record, ids };
}

/** Goes on until nothing follows: every page, and how often the record was asked for each. */
async function readAll(record: TheRecord, reader: Parameters<typeof readVisible>[1], limit: number) {
  const pages: { readonly ids: readonly CaseId[]; readonly looked: number }[] = [];
  for (let after: Place | undefined; ; ) {
    let looked = 0;
    const counting = {
      readQueue: async (query: QueueQuery) => {
        const page = await record.readQueue(query);
        looked += page.rows.length;
        return page;
      },
    };
    const page = await readVisible(counting, reader, { limit, ...(after && { after }) });
    pages.push({ ids: page.rows.map(({ caseId }) => caseId), looked });
    after = page.end;
    if (!after) return pages;
  }
}

test("an officer without ties gets full pages, each in one look", async () => {
  const { record, ids } = await fill("kjkjkjk");
  const pages = await readAll(record, untied, 3);
  assert.deepEqual(
    pages.map(({ ids: page }) => page.length),
    [3, 3, 1],
  );
  assert.deepEqual(
    pages.flatMap(({ ids: page }) => page),
    ids,
  );
  assert.deepEqual(
    pages.map(({ looked }) => looked),
    [3, 3, 1],
  );
});

// The tied cases were left out after the page was read: pages were short, and one without a case was the end.
test("an officer who is tied to many cases in a row gets full pages of the others, none twice, none left out", async () => {
  const pattern = `${"k".repeat(300)}jjj${"k".repeat(250)}jj${"k".repeat(40)}j`;
  const { record, ids } = await fill(pattern);
  const others = ids.filter((_, n) => pattern[n] === "j");
  for (const limit of [1, 2, 4, 50]) {
    const pages = await readAll(record, tied, limit);
    assert.deepEqual(
      pages.flatMap(({ ids: page }) => page),
      others,
    );
    assert.ok(pages.every(({ ids: page }, n) => page.length === limit || n === pages.length - 1));
  }
});

// Only ties were looked at: whoever stepped back went on reading in the list what became of the case.
test("whoever is out of a case does not find it in the list, the others do, and nobody is told who is out", async () => {
  const { record, ids } = await fill("ojo");
  const [mine] = await readAll(record, untied, 3);
  assert.deepEqual(mine?.ids, [ids[1]]);
  const { rows } = await readVisible(record, tied, { limit: 3 });
  assert.deepEqual(
    rows.map(({ caseId, facts }) => [caseId, facts]),
    ids.map((caseId) => [caseId, { forces: "jam" }]),
  );
});

test("behind more hidden cases than one question looks at, an empty page says where to go on", async () => {
  const pattern = `${"k".repeat(2300)}j`;
  const { record, ids } = await fill(pattern);
  const pages = await readAll(record, tied, 50);
  assert.deepEqual(
    pages.map(({ ids: page }) => page),
    [[], [], [ids.at(-1)]],
  );
  for (const { looked } of pages) assert.ok(looked <= 1200, `${looked} cases were looked at for one question`);
});

test("behind the last case nothing follows, also when it fills the page or is hidden", async () => {
  for (const [pattern, pages] of [
    ["", [0]],
    ["jj", [2]],
    ["jjk", [2, 0]],
    ["kkkk", [0]],
  ] as const) {
    const { record } = await fill(pattern);
    const read = await readAll(record, tied, 2);
    assert.deepEqual(
      read.map(({ ids }) => ids.length),
      pages,
      pattern,
    );
  }
});

test("a panel member is shown cases from the proposal on, whatever they ask for", async () => {
  const { record } = await fill("jjj");
  assert.deepEqual(await readAll(record, { ...untied, role: "panel" }, 2), [{ ids: [], looked: 3 }]);
});

test("a place is read back by the one person it was given to, after a restart too", async () => {
  const { record, ids } = await fill("k");
  const [caseId] = ids as readonly [CaseId];
  for (const due of [millisToInstant(Date.UTC(2027, 0, 1)), null]) {
    const spelled = await createPlaces({ record }).spell({ caseId, due }, asha);
    assert.deepEqual(await createPlaces({ record }).read(spelled, asha), { caseId, due });
    assert.equal(await createPlaces({ record }).read(spelled, benoit), undefined);
    assert.equal(await createPlaces({ record: createMemoryRecord() }).read(spelled, asha), undefined);
  }
});

test("a place tells nobody which case it is, nor by its length whether a clock runs", async () => {
  const { record, ids } = await fill("k");
  const [caseId] = ids as readonly [CaseId];
  const places = createPlaces({ record });
  const spelled = await Promise.all(
    [null, millisToInstant(Date.UTC(2027, 0, 1)), null].map((due) => places.spell({ caseId, due }, asha)),
  );
  assert.equal(new Set(spelled).size, 3);
  assert.equal(new Set(spelled.map(({ length }) => length)).size, 1);
  for (const one of spelled) {
    const bytes = Buffer.from(one, "base64url");
    assert.ok(!one.includes(caseId) && !bytes.includes(caseId));
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    assert.equal(await places.read(bytes.toString("base64url"), asha), undefined);
  }
  for (const nothing of ["", "x", "A".repeat(200)]) assert.equal(await places.read(nothing, asha), undefined);
});
