import assert from "node:assert/strict";
import type { Promises } from "./promises.ts";
import { assertSameParts, inOrder, numbersUpTo, plain } from "./same.ts";
import { createSamples } from "./samples.ts";

/** Filing a parcel, and what is read of it. */
export const filingPromises: Promises = {
  async "a filed parcel is read back byte for byte"(record) {
    const filing = createSamples("read back").fullParcel();
    assert.deepEqual(await record.fileComplaint(filing), {
      outcome: "filed",
      at: filing.event.at,
      proofNumber: filing.proofNumber,
    });
    const [event, ...more] = await record.readStream(filing.caseId);
    assert.deepEqual(more, []);
    assert.deepEqual(plain(event), plain({ ...filing.event, stream: filing.caseId, index: 0, position: 1 }));
    assertSameParts(
      await record.readParts(
        filing.caseId,
        filing.parts.map((part) => part.name),
      ),
      filing.parts,
    );
    assert.deepEqual(
      await record.readPartNames(filing.caseId),
      filing.parts.map(({ name, digest, bytes }) => ({ name, digest, size: bytes.length })).sort(inOrder("name")),
    );
    assert.deepEqual(plain(await record.readErasable(filing.caseId)), plain(filing.erasable));
  },

  async "what was filed stays as it was when the memory it came in is used again"(record) {
    const filing = createSamples("used again").fullParcel();
    const slab = Buffer.concat(filing.parts.map((part) => part.bytes));
    let at = 0;
    const parts = filing.parts.map((part) => {
      at += part.bytes.length;
      return { ...part, bytes: slab.subarray(at - part.bytes.length, at) };
    });
    const body = Buffer.from(filing.event.body);
    await record.fileComplaint({ ...filing, parts, event: { ...filing.event, body } });
    slab.fill(0);
    body.fill(0);
    const names = filing.parts.map((part) => part.name);
    assertSameParts(await record.readParts(filing.caseId, names), filing.parts);
    const [event] = await record.readStream(filing.caseId);
    assert.deepEqual(Buffer.from(event?.body ?? []), Buffer.from(filing.event.body));
  },

  async "a case that nobody brought is filed without a mailbox, and no mailbox finds it"(record) {
    const samples = createSamples("nobody brought it");
    const { mailbox, receiptKey: _, ...filing } = samples.filing();
    assert.equal((await record.fileComplaint(filing)).outcome, "filed");
    assert.equal((await record.readStream(filing.caseId)).length, 1);
    assert.deepEqual(await record.readMailbox(mailbox), []);
    assert.equal((await record.readQueue({ limit: 10 })).rows.length, 1);
  },

  async "a parcel sent twice is one complaint"(record) {
    const filing = createSamples("twice").filing();
    await record.fileComplaint(filing);
    const later = {
      ...filing,
      event: { ...filing.event, at: createSamples("later").instant() },
      proofNumber: "999999999999",
    };
    assert.deepEqual(await record.fileComplaint(later), {
      outcome: "already-filed",
      at: filing.event.at,
      proofNumber: filing.proofNumber,
    });
    assert.equal((await record.readAfter(0, 10)).length, 1);
    assert.deepEqual((await record.readQueue({ limit: 10 })).stages, { received: 1 });
  },

  async "another parcel under the same case id is refused and changes nothing"(record) {
    const samples = createSamples("another digest");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    assert.deepEqual(await record.fileComplaint(samples.filing({ caseId: filing.caseId })), {
      outcome: "another-digest",
    });
    assertSameParts(await record.readParts(filing.caseId, ["story"]), [filing.parts[0]!]);
    assert.equal((await record.readAfter(0, 10)).length, 1);
  },

  async "fifty complaints filed at once are fifty complaints"(record) {
    const samples = createSamples("fifty");
    const filings = Array.from({ length: 50 }, () => samples.filing());
    const outcomes = await Promise.all(filings.map((filing) => record.fileComplaint(filing)));
    for (const [n, outcome] of outcomes.entries()) {
      assert.deepEqual(outcome, { outcome: "filed", at: filings[n]!.event.at, proofNumber: filings[n]!.proofNumber });
    }
    const events = await record.readAfter(0, 100);
    assert.deepEqual(
      events.map((event) => event.position),
      numbersUpTo(50),
    );
    assert.deepEqual(new Set(events.map((event) => event.stream)), new Set(filings.map((filing) => filing.caseId)));
    assert.deepEqual((await record.readQueue({ limit: 1 })).stages, { received: 50 });
  },

  async "a parcel sent twenty times at once is one complaint"(record, openAgain) {
    await using other = await openAgain();
    const filing = createSamples("twenty times").filing();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? record : other).fileComplaint(filing)),
    );
    assert.equal(outcomes.filter(({ outcome }) => outcome === "filed").length, 1);
    assert.equal(outcomes.filter(({ outcome }) => outcome === "already-filed").length, 19);
    assert.equal((await record.readAfter(0, 10)).length, 1);
  },

  async "a defective parcel is rejected and its neighbours are filed"(record) {
    const samples = createSamples("defective");
    const good = Array.from({ length: 10 }, () => samples.filing());
    const defective = samples.filing({ erasable: { labelKey: samples.bytes(32), salt: samples.bytes(16) }, parts: [] });
    const twoOfOneName = { ...defective, parts: [samples.part("story"), samples.part("story")] };
    const sent = [...good.slice(0, 5), twoOfOneName, ...good.slice(5)].map((filing) => record.fileComplaint(filing));
    const settled = await Promise.allSettled(sent);
    assert.equal(settled[5]?.status, "rejected");
    assert.equal(settled.filter((one) => one.status === "fulfilled" && one.value.outcome === "filed").length, 10);
    assert.deepEqual(await record.readStream(defective.caseId), []);
  },

  async "a mailbox leads to its cases and to no others"(record) {
    const samples = createSamples("mailbox");
    const mailbox = samples.digest();
    const mine = [samples.filing({ mailbox }), samples.filing({ mailbox })];
    await Promise.all([...mine, samples.filing()].map((filing) => record.fileComplaint(filing)));
    assert.deepEqual(
      await record.readMailbox(mailbox),
      mine.map(({ caseId, receiptKey }) => ({ caseId, receiptKey })).sort(inOrder("caseId")),
    );
    assert.deepEqual(await record.readMailbox(samples.digest()), []);
  },

  async "announced evidence is marked when it arrives"(record) {
    const samples = createSamples("evidence");
    const announced = [
      { name: "evidence-1", digest: samples.digest(), size: 12 },
      { name: "evidence-2", digest: samples.digest(), size: 5_000_000_000 },
    ];
    const { caseId } = samples.filing();
    await record.fileComplaint(samples.filing({ caseId, announced }));
    await record.markArrived(caseId, announced[1]!.digest);
    await record.append(
      samples.act(caseId, 1, { announced: [{ name: "evidence-3", digest: samples.digest(), size: 1 }] }),
    );
    assert.deepEqual(
      (await record.readAnnounced(caseId)).map(({ name, size, arrived }) => ({ name, size, arrived })),
      [
        { name: "evidence-1", size: 12, arrived: false },
        { name: "evidence-2", size: 5_000_000_000, arrived: true },
        { name: "evidence-3", size: 1, arrived: false },
      ],
    );
  },

  async "words of any kind come back as they were"(record) {
    const samples = createSamples("words");
    const words = [
      "'; drop table event; --",
      "\\",
      "\u0000 nul",
      "e\u0301 is not \u00e9",
      "\ufeff",
      "🇭🇹",
      "\ud800",
      '{"a":1}',
      "%s $1",
    ];
    for (const word of words) {
      // A part's name, an event's type and a key are checked before they come here; facts may hold anything.
      const name = word.replaceAll("\u0000", "").replaceAll("\ud800", "");
      const filing = samples.filing({
        event: samples.event({ type: name, body: Buffer.from(word) }),
        parts: [samples.part(name)],
        summary: samples.summary({ facts: { word } }),
      });
      await record.fileComplaint(filing);
      const [event] = await record.readStream(filing.caseId);
      assert.equal(event?.type, name);
      assert.deepEqual(Buffer.from(event?.body ?? []), Buffer.from(word));
      assertSameParts(await record.readParts(filing.caseId, [name]), filing.parts);
      const { rows } = await record.readQueue({ limit: 100 });
      assert.deepEqual(rows.find((row) => row.caseId === filing.caseId)?.facts, { word });
    }
  },

  async "of what is unknown there is nothing to read"(record) {
    const samples = createSamples("unknown");
    const caseId = samples.caseId();
    assert.deepEqual(await record.readStream(caseId), []);
    assert.deepEqual(await record.readPartNames(caseId), []);
    assert.deepEqual(await record.readParts(caseId, ["story"]), []);
    assert.deepEqual(await record.readAnnounced(caseId), []);
    assert.equal(await record.readErasable(caseId), undefined);
    await record.ping();
  },
};
