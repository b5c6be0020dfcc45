import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { hmacOf } from "./digest.ts";

test("a keyed digest of the filing path is the one that everybody else computes", () => {
  const key = fc.uint8Array({ maxLength: 64 });
  fc.assert(
    fc.property(key, fc.uint8Array({ maxLength: 300 }), (secret, message) => {
      assert.deepEqual(Buffer.from(hmacOf(secret, message)), createHmac("sha256", secret).update(message).digest());
    }),
  );
  assert.throws(() => hmacOf(new Uint8Array(65), new Uint8Array(0)));
});
