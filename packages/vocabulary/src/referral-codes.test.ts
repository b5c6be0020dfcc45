import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createReferralCode, digestOfCode, parseReferralCode, spellReferralCode } from "./referral-codes.ts";

test("a code is read as somebody copies it from paper, and as nothing else", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (random) => {
      const code = createReferralCode(random);
      const spelled = spellReferralCode(code);
      assert.match(spelled, /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
      for (const typed of [spelled, ` ${spelled.toLowerCase().replaceAll("-", " – ")}`, spelled.replaceAll("0", "o")])
        assert.deepEqual(parseReferralCode(typed), { ok: true, value: code });
    }),
  );
  for (const wrong of ["", "A".repeat(19), "A".repeat(21), "U".repeat(20), 7, undefined, " ".repeat(2000)])
    assert.equal(parseReferralCode(wrong).ok, false);
});

test("the digest of a code is the one that the specification gives", () => {
  const code = createReferralCode(Uint8Array.from({ length: 20 }, (_, i) => i));
  assert.equal(spellReferralCode(code), "01234-56789-ABCDE-FGHJK");
  assert.equal(digestOfCode(code), "e7913cec5efd811e0dcc041eeec79111e6eea295dab03eb1d353611e1426eaf9");
});
