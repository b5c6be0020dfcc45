import assert from "node:assert/strict";
import { type Instant, millisToInstant, type StaffId } from "@temwen/vocabulary";
import fc from "fast-check";
import type { CaseSummary, QueueQuery, QueueRow, TheRecord } from "../record.ts";
import type { Promises } from "./promises.ts";
import { createSamples } from "./samples.ts";

/** The queue of cases. */
export const queuePromises: Promises = {
  async "a page of the queue continues where the last ended"(record) {
    const samples = createSamples("pages");
    const days = [5, null, 3, 3, 3, null, 1, 9, null, 3];
    const filings = days.map((day) => samples.filing({ summary: samples.summary(dueOn(day)) }));
    await Promise.all(filings.map((filing) => record.fileComplaint(filing)));
    const expected = filings
      .map(({ caseId, summary }) => ({ caseId, due: summary.clock?.due ?? null }))
      .sort((a, b) => (sortable(a) < sortable(b) ? -1 : 1));
    for (const limit of [1, 2, 3, 10, 11]) {
      const rows = await readAllPages(record, { limit });
      assert.deepEqual(
        rows.map(({ caseId, clock }) => ({ caseId, due: clock?.due ?? null })),
        expected,
      );
    }
  },

  async "a page of one stage holds that stage only"(record) {
    const samples = createSamples("stages");
    for (const [n, stage] of ["received", "open", "received", "open", "open"].entries()) {
      await record.fileComplaint(
        samples.filing({ summary: samples.summary({ stage, ...dueOn(n === 4 ? null : 10 - n) }) }),
      );
    }
    const rows = await readAllPages(record, { stage: "open", limit: 2 });
    assert.deepEqual(
      rows.map((row) => [row.stage, row.clock?.due ?? null]),
      [
        ["open", dayToInstant(7)],
        ["open", dayToInstant(9)],
        ["open", null],
      ],
    );
    assert.deepEqual(await readAllPages(record, { stage: "no such stage", limit: 2 }), []);
  },

  async "cases that keep a part for somebody by name are found in the queue's order, and no others"(record) {
    const samples = createSamples("kept for");
    const [asha, benoit] = [samples.staffId(), samples.staffId()];
    const days = [5, null, 3, 9];
    const filings = days.map((day) => samples.filing({ summary: samples.summary(dueOn(day)) }));
    const lettingIn = (n: number, grantee: StaffId, name = "access-1-1") => ({
      ...samples.act(filings[n]!.caseId, 1, { summary: filings[n]!.summary }),
      parts: [{ ...samples.part(name), grantee }],
    });
    for (const filing of filings) await record.fileComplaint(filing);
    for (const [n, grantee] of [
      [0, asha],
      [1, asha],
      [2, asha],
      [3, benoit],
    ] as const)
      await record.append(lettingIn(n, grantee));
    // Twice let in is one case.
    await record.append({ ...lettingIn(0, asha, "access-2-1"), expected: 2 });
    const kept = async (who: StaffId) =>
      (await record.readKeptFor(who)).map(({ caseId, version }) => [caseId, version]);
    assert.deepEqual(await kept(asha), [
      [filings[2]!.caseId, 2],
      [filings[0]!.caseId, 3],
      [filings[1]!.caseId, 2],
    ]);
    assert.deepEqual(await kept(benoit), [[filings[3]!.caseId, 2]]);
    await record.dropGrants(asha);
    assert.deepEqual(await kept(asha), []);
    assert.deepEqual(await kept(samples.staffId()), []);
  },

  async "cases whose escrow somebody asks to open are found, and no others, until nobody does"(record) {
    const samples = createSamples("asked openings");
    const asking = { facts: { unanswered: true, openingUntil: dayToInstant(3) } };
    const [asked, other] = [samples.filing({ summary: samples.summary(asking) }), samples.filing()];
    for (const filing of [asked, other]) await record.fileComplaint(filing);
    assert.deepEqual(await record.readAskedOpenings(), [asked.caseId]);
    await record.append(samples.act(other.caseId, 1, { summary: samples.summary(asking) }));
    assert.deepEqual(await record.readAskedOpenings(), [asked.caseId, other.caseId].sort());
    await record.append(samples.act(asked.caseId, 1, { summary: samples.summary() }));
    assert.deepEqual(await record.readAskedOpenings(), [other.caseId]);
  },

  async "of cases closed as a flood those are found of which a clock passed unsaid, longest past first"(record) {
    const samples = createSamples("unsaid floods");
    const now = dayToInstant(5);
    const hours = [dayToInstant(4), "", dayToInstant(2), dayToInstant(4), dayToInstant(5), dayToInstant(6)];
    const flood = (unsaid: string) => ({ stage: "closed-as-flood", facts: { unanswered: false, unsaid, bucket: 1 } });
    const floods = hours.map((unsaid) => samples.filing({ summary: samples.summary(flood(unsaid)) }));
    const other = samples.filing({
      summary: samples.summary({ stage: "received", facts: { unsaid: dayToInstant(1) } }),
    });
    for (const filing of [...floods, other]) await record.fileComplaint(filing);
    const late = [0, 2, 3].map((n) => ({ caseId: floods[n]!.caseId, unsaid: hours[n]! }));
    const expected = late.sort((a, b) => (`${a.unsaid} ${a.caseId}` < `${b.unsaid} ${b.caseId}` ? -1 : 1));
    assert.deepEqual(await record.readUnsaidOfFloods({ now, limit: 10 }), expected);
    assert.deepEqual(await record.readUnsaidOfFloods({ now, limit: 2 }), expected.slice(0, 2));
    const after = expected[0]!;
    assert.deepEqual(await record.readUnsaidOfFloods({ now, limit: 2, after }), expected.slice(1));
    await record.append(samples.act(after.caseId, 1, { summary: samples.summary(flood("")) }));
    assert.deepEqual(await record.readUnsaidOfFloods({ now, limit: 10 }), expected.slice(1));
  },

  async "cases are found by the beginning of their id, in its order, and no others"(record) {
    const samples = createSamples("finding");
    const filings = Array.from({ length: 5 }, () => samples.filing());
    for (const filing of filings) await record.fileComplaint(filing);
    const ids = filings.map(({ caseId }) => caseId).sort();
    const [first = "", second = ""] = ids;
    const find = async (beginning: string, limit = 10) =>
      (await record.findCases(beginning, limit)).map(({ caseId }) => caseId);
    assert.deepEqual(await find("cas_"), ids);
    assert.deepEqual(await find("cas_", 2), [first, second]);
    assert.deepEqual(await find(first), [first]);
    const shared = first.slice(0, 12);
    assert.deepEqual(
      await find(shared),
      ids.filter((id) => id.startsWith(shared)),
    );
    assert.deepEqual(await find(`${first}0`), []);
    assert.deepEqual(await find("cas_%"), []);
  },

  async "stage counts follow the cases"(record) {
    const samples = createSamples("counts");
    const cases = [samples.filing(), samples.filing(), samples.filing()];
    await Promise.all(cases.map((filing) => record.fileComplaint(filing)));
    const moves = [
      ["acknowledged", { received: 2, acknowledged: 1 }],
      ["acknowledged", { received: 1, acknowledged: 2 }],
      ["acknowledged", { acknowledged: 3 }],
    ] as const;
    for (const [n, [stage, counts]] of moves.entries()) {
      await record.append(samples.act(cases[n]!.caseId, 1, { summary: samples.summary({ stage }) }));
      assert.deepEqual((await record.readQueue({ limit: 1 })).stages, counts);
    }
    // An act that leaves the stage as it is, and one that clashes, change no count.
    await record.append(samples.act(cases[0]!.caseId, 2, { summary: samples.summary({ stage: "acknowledged" }) }));
    await record.append(samples.act(cases[0]!.caseId, 2, { summary: samples.summary({ stage: "closed" }) }));
    assert.deepEqual((await record.readQueue({ limit: 1 })).stages, { acknowledged: 3 });
  },

  async "after any history the queue, its counts and its pages agree"(record) {
    const samples = createSamples("histories");
    const known = new Map<string, QueueRow>();
    const move = fc.record({
      which: fc.nat(5),
      stage: fc.constantFrom("received", "open", "closed"),
      day: fc.option(fc.integer({ min: 0, max: 3 })),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(move, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 4 }),
        async (moves, limit) => {
          for (const { which, stage, day } of moves)
            await moveOne(record, known, which, samples.summary({ stage, ...dueOn(day) }));
          await agrees(record, known, limit);
        },
      ),
      { numRuns: 15, seed: 20_261_121 },
    );

    async function moveOne(
      to: TheRecord,
      cases: Map<string, QueueRow>,
      which: number,
      summary: CaseSummary,
    ): Promise<void> {
      const row = [...cases.values()][which];
      const caseId = row?.caseId ?? samples.caseId();
      const version = row?.version ?? 0;
      await to.append(samples.act(caseId, version, { summary }));
      cases.set(caseId, { ...summary, caseId, version: version + 1 });
    }
  },
};

async function agrees(record: TheRecord, known: ReadonlyMap<string, QueueRow>, limit: number): Promise<void> {
  const rows = await readAllPages(record, { limit });
  const expected = [...known.values()].sort((a, b) => (sortable(rowToPlace(a)) < sortable(rowToPlace(b)) ? -1 : 1));
  assert.deepEqual(rows, expected);
  const { stages } = await record.readQueue({ limit: 1 });
  assert.deepEqual(
    stages,
    Object.fromEntries(
      Object.entries(Object.groupBy(rows, (row) => row.stage)).map(([stage, of]) => [stage, of?.length]),
    ),
  );
}

async function readAllPages(record: TheRecord, query: QueueQuery): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  for (;;) {
    const last = rows.at(-1);
    const page = await record.readQueue({ ...query, ...(last === undefined ? {} : { after: rowToPlace(last) }) });
    rows.push(...page.rows);
    assert.ok(page.rows.length <= query.limit);
    if (!page.more) return rows;
    assert.equal(page.rows.length, query.limit);
  }
}

const rowToPlace = (row: QueueRow): { due: Instant | null; caseId: QueueRow["caseId"] } => ({
  due: row.clock?.due ?? null,
  caseId: row.caseId,
});
const sortable = (place: { due: Instant | null; caseId: string }): string => `${place.due ?? "~"} ${place.caseId}`;
const dayToInstant = (day: number): Instant => millisToInstant(Date.UTC(2026, 0, 1 + day, 12, 30, 0, 7));
const dueOn = (day: number | null): Pick<CaseSummary, "clock"> =>
  day === null ? {} : { clock: { id: "acknowledge", due: dayToInstant(day) } };
