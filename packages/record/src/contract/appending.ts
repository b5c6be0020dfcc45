import assert from "node:assert/strict";
import type { Promises } from "./promises.ts";
import { assertSameParts, numbersUpTo, plain } from "./same.ts";
import { createSamples } from "./samples.ts";

/** Acts on cases. */
export const appendingPromises: Promises = {
  async "an act stands behind what was there"(record) {
    const samples = createSamples("behind");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    const act = samples.act(filing.caseId, 1, {
      events: [samples.event({ type: "a/1" }), samples.event({ type: "b/1" })],
    });
    assert.deepEqual(await record.append(act), { outcome: "appended", version: 3 });
    assert.deepEqual(
      (await record.readStream(filing.caseId)).map(({ type, index, position }) => [type, index, position]),
      [
        ["case.received/1", 0, 1],
        ["a/1", 1, 2],
        ["b/1", 2, 3],
      ],
    );
    const [row] = (await record.readQueue({ limit: 1 })).rows;
    assert.deepEqual(row, { ...act.summary, caseId: filing.caseId, version: 3 });
  },

  async "the second of two clashing acts gets both versions back"(record) {
    const samples = createSamples("clash");
    const { caseId } = samples.filing();
    await record.append(samples.act(caseId, 0));
    await record.append(samples.act(caseId, 1));
    assert.deepEqual(await record.append(samples.act(caseId, 1)), { outcome: "conflict", expected: 1, actual: 2 });
    assert.deepEqual(await record.append(samples.act(caseId, 5)), { outcome: "conflict", expected: 5, actual: 2 });
    assert.equal((await record.readStream(caseId)).length, 2);
  },

  async "of two writers at once on one case exactly one is next"(record, openAgain) {
    await using other = await openAgain();
    const samples = createSamples("two writers");
    const caseId = samples.caseId();
    for (let version = 0; version < 20; version += 1) {
      const outcomes = await Promise.all([
        record.append(samples.act(caseId, version)),
        other.append(samples.act(caseId, version)),
      ]);
      assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ["appended", "conflict"]);
    }
    assert.deepEqual(
      (await record.readStream(caseId)).map((event) => event.index + 1),
      numbersUpTo(20),
    );
  },

  async "one clashing act among many costs its neighbours nothing"(record) {
    const samples = createSamples("neighbours");
    const cases = Array.from({ length: 20 }, () => samples.caseId());
    await Promise.all(cases.map((caseId) => record.append(samples.act(caseId, 0))));
    const outcomes = await Promise.all(cases.map((caseId, n) => record.append(samples.act(caseId, n === 7 ? 9 : 1))));
    assert.deepEqual(outcomes[7], { outcome: "conflict", expected: 9, actual: 1 });
    assert.equal(outcomes.filter(({ outcome }) => outcome === "appended").length, 19);
    assert.deepEqual(
      (await record.readAfter(0, 100)).map((event) => event.position),
      numbersUpTo(39),
    );
  },

  async "a part that an act replaces is gone, and the others remain"(record) {
    const samples = createSamples("replaced");
    const filing = samples.filing({
      parts: [
        samples.part("story", 5000),
        samples.part("share-1", 700),
        samples.part("share-2", 300),
        samples.part("grant-1"),
      ],
    });
    const { caseId } = filing;
    await record.fileComplaint(filing);
    const renewed = samples.part("share-1", 650);
    const added = samples.part("message-1", 40);
    await record.append(samples.act(caseId, 1, { dropped: ["share-1", "share-2"], parts: [renewed, added] }));
    const names = (await record.readPartNames(caseId)).map(({ name, size }) => [name, size]);
    assert.deepEqual(names, [
      ["grant-1", 200],
      ["message-1", 40],
      ["share-1", 650],
      ["story", 5000],
    ]);
    const left = await record.readParts(caseId, ["story", "share-1", "share-2", "grant-1", "message-1", "story"]);
    assertSameParts(left, [filing.parts[0]!, renewed, filing.parts[3]!, added]);
    await record.append(samples.act(caseId, 2, { dropped: ["share-1", "story", "grant-1", "none of this name"] }));
    assertSameParts(await record.readParts(caseId, ["story", "share-1", "grant-1", "message-1"]), [added]);
  },

  async "a second part of the same name is rejected, and nothing of its act stands"(record) {
    const samples = createSamples("same name");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    await assert.rejects(record.append(samples.act(filing.caseId, 1, { parts: [samples.part("story")] })));
    assert.equal((await record.readStream(filing.caseId)).length, 1);
    await record.append(samples.act(filing.caseId, 1, { parts: [samples.part("message-1")] }));
    await assert.rejects(record.append(samples.act(filing.caseId, 2, { parts: [samples.part("message-1")] })));
    assert.equal((await record.readStream(filing.caseId)).length, 2);
  },

  async "a defective act is rejected and its neighbours stand"(record) {
    const samples = createSamples("defective act");
    const cases = Array.from({ length: 12 }, () => samples.filing());
    await Promise.all(cases.map((filing) => record.fileComplaint(filing)));
    const settled = await Promise.allSettled(
      cases.map(({ caseId }, n) =>
        record.append(samples.act(caseId, 1, n === 5 ? { parts: [samples.part("story")] } : {})),
      ),
    );
    assert.equal(settled[5]?.status, "rejected");
    assert.equal(settled.filter((one) => one.status === "fulfilled" && one.value.outcome === "appended").length, 11);
    assert.equal((await record.readStream(cases[5]!.caseId)).length, 1);
  },

  async "grants made to a person go when the person leaves"(record) {
    const samples = createSamples("grants");
    const [asha, benoit] = [samples.staffId(), samples.staffId()];
    const cases = [samples.filing(), samples.filing()];
    for (const { caseId, ...rest } of cases) {
      await record.fileComplaint({ caseId, ...rest });
      const parts = [
        { ...samples.part("grant-asha"), grantee: asha },
        { ...samples.part("grant-benoit"), grantee: benoit },
      ];
      await record.append(samples.act(caseId, 1, { parts }));
    }
    assert.equal(
      (await record.readPartNames(cases[0]!.caseId)).find(({ name }) => name === "grant-asha")?.grantee,
      asha,
    );
    assert.equal(await record.dropGrants(asha), 2);
    assert.equal(await record.dropGrants(asha), 0);
    for (const { caseId } of cases) {
      const names = (await record.readPartNames(caseId)).map(({ name }) => name);
      assert.deepEqual(names, ["grant-1", "grant-benoit", "share-1", "story"]);
      assert.equal((await record.readParts(caseId, ["grant-benoit"]))[0]?.grantee, benoit);
    }
  },

  async "streams that are not cases stand in the record and not in the queue"(record) {
    const samples = createSamples("staff");
    const { summary: _none, ...act } = samples.act(samples.caseId(), 0);
    const stream = samples.staffId();
    assert.deepEqual(await record.append({ ...act, stream }), { outcome: "appended", version: 1 });
    assert.deepEqual(plain((await record.readStream(stream)).map((event) => event.body)), plain([act.events[0]?.body]));
    assert.deepEqual(await record.readQueue({ limit: 5 }), { rows: [], stages: {}, more: false });
  },
};
