import assert from "node:assert/strict";
import { createHash, hkdfSync, pbkdf2Sync } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import {
  bytesToIdentity,
  deriveReceiptKeys,
  drawReceipt,
  identityToBytes,
  parseReceipt,
  type Receipt,
  receiptRounds,
  spellReceipt,
} from "./receipt.ts";
import { granted, readVectors } from "./sealing.testing.ts";

type Derivation = {
  readonly receipt: string;
  readonly spelled: string;
  readonly stretched: string;
  readonly caseId: string;
  readonly mailbox: string;
  readonly mailboxDigest: string;
  readonly replyIdentity: string;
  readonly replyRecipientSha256: string;
  readonly signingKey: string;
  readonly labelKey: string;
};
const vectors = readVectors("receipts") as {
  readonly salt: string;
  readonly rounds: number;
  readonly checkDigits: readonly { readonly digits: string; readonly check: string }[];
  readonly accepted: readonly { readonly text: string; readonly receipt: string }[];
  readonly refused: readonly { readonly text: string; readonly code: string }[];
  readonly derivations: readonly Derivation[];
};

const randomDigits = fc.stringMatching(/^[0-9]{22}$/);
const codeOf = (text: unknown) => {
  const read = parseReceipt(text);
  return read.ok ? "accepted" : read.refusal.code;
};
/** ISO 7064 MOD 97-10 in one sentence: the whole number leaves 1 when divided by 97. */
const complete = (digits: string) => digits + String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, "0");
const replaceAt = (text: string, at: number, sign: string) => text.slice(0, at) + sign + text.slice(at + 1);

test("check digits are those of the vectors", () => {
  for (const { digits, check } of vectors.checkDigits) {
    assert.equal(codeOf(digits + check), "accepted");
    assert.equal(complete(digits), digits + check);
  }
});

test("a receipt is read with blanks, hyphens, points and line ends as people write it", () => {
  for (const { text, receipt } of vectors.accepted) assert.equal(granted(parseReceipt(text)), receipt);
});

test("what is no receipt is refused with the reason of the vectors", () => {
  for (const { text, code } of vectors.refused) assert.equal(codeOf(text), code, text);
  for (const value of [undefined, null, 98, ["0"], "0".repeat(201)]) assert.equal(codeOf(value), "malformed-receipt");
});

test("exactly one pair of check digits fits any 22 digits", () => {
  fc.assert(
    fc.property(randomDigits, (digits) => {
      const pairs = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));
      assert.deepEqual(
        pairs.filter((pair) => parseReceipt(digits + pair).ok),
        [complete(digits).slice(22)],
      );
    }),
    { numRuns: 30 },
  );
});

test("every single wrong digit is caught", () => {
  fc.assert(
    fc.property(randomDigits, (digits) => {
      const receipt = complete(digits);
      for (let at = 0; at < 24; at++) {
        for (const wrong of "0123456789") {
          const code = codeOf(replaceAt(receipt, at, wrong));
          assert.equal(code, wrong === receipt[at] ? "accepted" : "wrong-check-digits");
        }
      }
    }),
    { numRuns: 50 },
  );
});

test("every swap of two neighbouring digits is caught", () => {
  fc.assert(
    fc.property(randomDigits, (digits) => {
      const receipt = complete(digits);
      for (let at = 0; at < 23; at++) {
        const [first = "", second = ""] = receipt.slice(at, at + 2);
        if (first === second) continue;
        assert.equal(codeOf(receipt.slice(0, at) + second + first + receipt.slice(at + 2)), "wrong-check-digits");
      }
    }),
  );
});

test("a drawn receipt is always well formed, and never drawn twice", () => {
  const drawn = Array.from({ length: 500 }, drawReceipt);
  for (const receipt of drawn) assert.equal(granted(parseReceipt(receipt)), receipt);
  assert.equal(new Set(drawn).size, drawn.length);
});

test("every digit of a drawn receipt is about equally likely", () => {
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 2000; i++) for (const digit of drawReceipt().slice(0, 22)) counts[Number(digit)]! += 1;
  // 44 000 digits: 4400 of each, standard deviation 63; seven of them is one draw in 10^11.
  for (const count of counts) assert.ok(Math.abs(count - 4400) < 441, counts.join(" "));
});

test("a receipt is spelled in six groups of four that read back", () => {
  fc.assert(
    fc.property(randomDigits, (digits) => {
      const spelled = spellReceipt(complete(digits) as Receipt);
      assert.match(spelled, /^\d{4}( \d{4}){5}$/);
      assert.equal(granted(parseReceipt(spelled)), complete(digits));
    }),
  );
});

test("the keys of a receipt are those of the vectors, by another library's arithmetic too", async () => {
  assert.equal(vectors.rounds, receiptRounds);
  for (const derivation of vectors.derivations) {
    const receipt = granted(parseReceipt(derivation.receipt));
    const keys = await deriveReceiptKeys(receipt, vectors.salt);
    assert.equal(spellReceipt(receipt), derivation.spelled);
    assert.equal(keys.caseId, derivation.caseId);
    assert.equal(keys.mailbox, derivation.mailbox);
    assert.equal(keys.replyIdentity, derivation.replyIdentity);
    assert.equal(createHash("sha256").update(keys.replyRecipient).digest("hex"), derivation.replyRecipientSha256);
    assert.equal(keys.signer.key, derivation.signingKey);
    assert.equal(Buffer.from(keys.labelKey).toString("hex"), derivation.labelKey);
    checkWithNode(derivation);
  }
});

test("another office's salt gives a receipt other keys altogether", async () => {
  const { receipt, mailbox, caseId, signingKey } = vectors.derivations[0]!;
  const elsewhere = await deriveReceiptKeys(receipt as Receipt, Buffer.alloc(16, 7).toString("base64"));
  assert.notEqual(elsewhere.mailbox, mailbox);
  assert.notEqual(elsewhere.caseId, caseId);
  assert.notEqual(elsewhere.signer.key, signingKey);
});

test("32 bytes make an age identity that gives them back; anything else is a fault", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
      assert.deepEqual(identityToBytes(bytesToIdentity(bytes)), bytes);
    }),
  );
  const classic = "AGE-SECRET-KEY-1QYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQS3290GQ";
  for (const text of [classic, bytesToIdentity(new Uint8Array(31)), bytesToIdentity(new Uint8Array(32)).slice(0, -1)]) {
    assert.throws(() => identityToBytes(text));
  }
});

function checkWithNode(derivation: Derivation): void {
  const salt = Buffer.from(vectors.salt, "base64");
  const stretched = pbkdf2Sync(derivation.receipt, salt, vectors.rounds, 32, "sha256");
  assert.equal(stretched.toString("hex"), derivation.stretched);
  const expand = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", stretched, new Uint8Array(), `temwen/receipt/${purpose}`, 32));
  assert.equal(expand("mailbox").toString("base64"), derivation.mailbox);
  assert.equal(createHash("sha256").update(expand("mailbox")).digest("hex"), derivation.mailboxDigest);
  assert.equal(expand("label").toString("hex"), derivation.labelKey);
  assert.deepEqual(Buffer.from(identityToBytes(derivation.replyIdentity)), expand("reply"));
}

test("a page can draw between the keys of a receipt", async () => {
  const salt = Buffer.alloc(32).toString("base64");
  for (const stopAt of [1, 2, 3]) {
    let told = 0;
    const onProgress = async (): Promise<void> => {
      told++;
      if (told === stopAt) throw new Error("stopped here");
    };
    await assert.rejects(deriveReceiptKeys(drawReceipt(), salt, { onProgress }), /stopped here/);
    assert.equal(told, stopAt);
  }
});
