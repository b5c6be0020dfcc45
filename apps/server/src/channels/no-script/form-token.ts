import { randomBytes, timingSafeEqual } from "node:crypto";
import { drawReceipt, type Receipt } from "@temwen/sealing/receipt";
import { canonicalBytes, instantToMillis, type Json, joinBytes, utf8 } from "@temwen/vocabulary";
import { digestOf, hmacOf } from "../../digest.ts";
import type { OfficeContext } from "../../office-context.ts";

/** Numbers of forms: what makes a form that is sent twice one complaint, without anything being remembered of it. */
export type FormTokens = {
  readonly give: () => Promise<string>;
  /** Whether a server of this office gave it, not longer ago than a form lives. */
  readonly isOpen: (token: string) => Promise<boolean>;
  /** The receipt of these words in this form: the same each time, and nobody's to guess without the office's secret. */
  readonly drawReceiptOf: (token: string, said: Json) => Promise<Receipt>;
};

const lifeMillis = 12 * 3_600_000;

// base64url of 48 bytes: when it expires (u64, milliseconds), 16 bytes drawn by lot, 24 bytes of HMAC-SHA-256 over both.
const expirySize = 8;
const saidSize = expirySize + 16;
const sealSize = 24;
const spelling = /^[A-Za-z0-9_-]{64}$/;

/**
 * Gives and judges numbers of forms, under a secret that the office's servers share and that no backup carries. A
 * receipt depends on the number and on every word: whoever finds the form open on a phone and sends other words gets
 * another receipt.
 */
export function createFormTokens({ record, now }: Pick<OfficeContext, "record" | "now">): FormTokens {
  let agreed: Uint8Array | undefined;
  const readSecret = async (): Promise<Uint8Array> => {
    agreed ??= await record.agreeOnSecret("no-script", randomBytes(32));
    return agreed;
  };
  const sealOf = async (said: Uint8Array): Promise<Uint8Array> =>
    hmacOf(await readSecret(), joinBytes(utf8("temwen/form/1\n"), said)).subarray(0, sealSize);
  return {
    give: async () => {
      const expires = Buffer.alloc(expirySize);
      expires.writeBigUInt64BE(BigInt(instantToMillis(now()) + lifeMillis));
      const said = joinBytes(expires, randomBytes(saidSize - expirySize));
      return Buffer.from(joinBytes(said, await sealOf(said))).toString("base64url");
    },
    isOpen: async (token) => {
      if (!spelling.test(token)) return false;
      const bytes = Buffer.from(token, "base64url");
      const said = bytes.subarray(0, saidSize);
      if (!timingSafeEqual(bytes.subarray(saidSize), await sealOf(said))) return false;
      return Number(said.readBigUInt64BE()) > instantToMillis(now());
    },
    drawReceiptOf: async (token, said) => {
      const secret = await readSecret();
      const bound = utf8(`temwen/form-receipt/1\n${token}\n${digestOf(canonicalBytes(said))}\n`);
      let drawn = 0;
      return drawReceipt(() => hmacOf(secret, joinBytes(bound, Uint8Array.of(drawn++))));
    },
  };
}
