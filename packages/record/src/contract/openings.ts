import assert from "node:assert/strict";
import type { Instant } from "@temwen/vocabulary";
import type { Promises } from "./promises.ts";
import { createSamples } from "./samples.ts";

const [one, two] = ["2026-11-21T18:00:00.000Z", "2026-11-22T07:00:00.000Z"] as Instant[] as [Instant, Instant];

/** When a mailbox was opened last. */
export const openingPromises: Promises = {
  async "of a mailbox the last opening is known"(record) {
    const samples = createSamples("opening");
    const filing = samples.filing();
    await record.fileComplaint(filing);
    assert.equal(await record.findOpening(filing.mailbox), undefined);
    await record.noteOpening(filing.mailbox, one);
    assert.equal(await record.findOpening(filing.mailbox), one);
    await record.noteOpening(filing.mailbox, two);
    await record.noteOpening(filing.mailbox, two);
    assert.equal(await record.findOpening(filing.mailbox), two);
  },

  async "of a mailbox that nobody has nothing is kept"(record) {
    const mailbox = createSamples("no opening").digest();
    await record.noteOpening(mailbox, one);
    assert.equal(await record.findOpening(mailbox), undefined);
  },
};
