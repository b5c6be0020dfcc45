import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createId } from "@temwen/vocabulary";
import fc from "fast-check";
import { inspectSealed, messageSize, sealedSize } from "./inspect.ts";
import { openExplanation, openMessage, openReply, openTreatment } from "./open.ts";
import { sealExplanation, sealMessage, sealPressure, sealReply, sealTreatment } from "./seal-text.ts";
import { drawKeyPair, granted } from "./sealing.testing.ts";

const { identity, recipient } = await drawKeyPair();
const caseId = createId("case", new Uint8Array(16));
const ways = {
  message: (text: string) => sealMessage({ case: caseId, sequence: 1, text }, recipient),
  reply: (text: string) => sealReply({ case: caseId, number: 1, text }, recipient),
  explanation: (text: string) => sealExplanation({ case: caseId, text }, recipient),
};

test("any text sealed opens byte for byte", async () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1200 }),
    fc.string({
      unit: fc.constantFrom("\u0000", "\u202e", "\ufeff", "\u0007", "\u{1f512}", '"', "\\", " "),
      minLength: 1,
    }),
  );
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      fc.pre(text.trim() !== "");
      const message = granted(await openMessage(identity, granted(await ways.message(text)).sealed, caseId));
      const reply = granted(await openReply(identity, granted(await ways.reply(text)).sealed, caseId));
      const reasons = granted(await openExplanation(identity, granted(await ways.explanation(text)).sealed, caseId));
      assert.deepEqual([message.text, reply.text, reasons.text], [text, text, text]);
    }),
    { numRuns: 25 },
  );
});

test("an answer to whether somebody presses opens as it was given, also without words, and in no larger seal than a message", async () => {
  const message = granted(await ways.message("Tanpri.")).sealed;
  for (const [pressed, text] of [
    ["yes", "Chèf la."],
    ["no", ""],
    ["unsaid", ""],
  ] as const) {
    const { sealed } = granted(await sealPressure({ case: caseId, sequence: 1, pressed, text }, recipient));
    assert.equal(sealed.length, message.length);
    const opened = granted(await openMessage(identity, sealed, caseId));
    assert.deepEqual(opened, { type: "temwen.pressure/1", case: caseId, sequence: 1, pressed, text });
  }
});

test("how a person was treated is sealed like a message, and opened by whoever holds the words' key, and nobody else", async () => {
  const message = granted(await ways.message("Tanpri.")).sealed;
  const answers = { heard: "yes", respected: "partly", told: "no", safe: "unsaid" } as const;
  const { sealed } = granted(await sealTreatment({ case: caseId, sequence: 2, answers, text: "" }, recipient));
  assert.equal(sealed.length, message.length);
  const opened = granted(await openTreatment(identity, sealed, caseId));
  assert.deepEqual(opened, { type: "temwen.treatment/1", case: caseId, sequence: 2, answers, text: "" });
  assert.ok(!(await openMessage(identity, sealed, caseId)).ok, "it is no message");
});

test("all messages have one size, and their digest is that of the sealed bytes", async () => {
  for (const way of Object.values(ways)) {
    for (const text of ["a", "a".repeat(8000)]) {
      const { sealed, digest } = granted(await way(text));
      assert.ok(inspectSealed(sealed, sealedSize(messageSize)).ok);
      assert.equal(digest, createHash("sha256").update(sealed).digest("hex"));
    }
  }
});

test("an empty text, a broken one and one that is too long are refused, never cut off", async () => {
  for (const way of Object.values(ways)) {
    assert.deepEqual(await way(" \n "), { ok: false, refusal: { code: "empty" } });
    assert.deepEqual(await way("a\udc00"), { ok: false, refusal: { code: "broken-text" } });
    assert.deepEqual(await way("a".repeat(8192)), { ok: false, refusal: { code: "too-long", part: "message" } });
  }
});
