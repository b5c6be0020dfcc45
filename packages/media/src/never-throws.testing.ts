// Files come from strangers: whatever the bytes, the answer is a copy or a refusal, and soon. A copy is hardly longer than the
// original, and copied again it is the same. That nothing is in it which was to be left out is each kind's own test.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { joined } from "./samples.testing.ts";

type Copier = (
  bytes: Uint8Array,
) => { readonly ok: true; readonly value: { readonly bytes: Uint8Array } } | { readonly ok: false };

const runs = { numRuns: 2000 };

/** Tests of what a copier answers to these samples when they are broken in many ways, and to noise. */
export function testNeverThrows(makeCopy: Copier, samples: readonly Uint8Array[]): void {
  const sample = fc.constantFrom(...samples);
  /** What is promised of every answer: at most a little longer than the original, and the same again when copied again. */
  function checkAnswer(bytes: Uint8Array): void {
    const before = bytes.slice();
    const copy = makeCopy(bytes);
    assert.deepEqual(bytes, before);
    if (!copy.ok) return;
    assert.ok(copy.value.bytes.length <= bytes.length + 96);
    const again = makeCopy(copy.value.bytes);
    assert.ok(again.ok);
    assert.deepEqual(again.value.bytes, copy.value.bytes);
  }

  test("random bytes get an answer", () => {
    fc.assert(
      fc.property(sample, fc.uint8Array({ maxLength: 300 }), fc.nat(16), (whole, noise, kept) => {
        checkAnswer(noise);
        checkAnswer(joined(whole.subarray(0, kept), noise));
      }),
      runs,
    );
  });

  test("files that were cut off anywhere get an answer", () => {
    for (const whole of samples) for (let end = 0; end < whole.length; end++) checkAnswer(whole.slice(0, end));
  });

  test("files with flipped bits get an answer", () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sample, flips, (whole, changes) => {
        const flipped = whole.slice();
        for (const [at, value] of changes) flipped[at % flipped.length] = value;
        checkAnswer(flipped);
      }),
      runs,
    );
  });

  test("files with stretches doubled, moved or left out get an answer", () => {
    fc.assert(
      fc.property(sample, fc.nat(), fc.nat(), fc.nat(), (whole, a, b, c) => {
        const [one = 0, two = 0, three = 0] = [a, b, c].map((at) => at % whole.length);
        checkAnswer(
          joined(
            whole.subarray(0, one),
            whole.subarray(Math.min(two, three), Math.max(two, three)),
            whole.subarray(one),
          ),
        );
        checkAnswer(joined(whole.subarray(0, Math.min(one, two)), whole.subarray(Math.max(one, two))));
      }),
      runs,
    );
  });
}
