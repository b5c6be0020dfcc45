import { randomBytes } from "node:crypto";
import { drawReceipt, type Receipt } from "@temwen/sealing/receipt";
import { canonicalBytes, type Json, joinBytes, utf8 } from "@temwen/vocabulary";
import { digestOf, hmacOf } from "../../digest.ts";
import type { OfficeContext } from "../../office-context.ts";
import { createPasses, createSecret } from "../../passes.ts";

/** Numbers of forms: what makes a form that is sent twice one complaint, without anything being remembered of it. */
export type FormTokens = {
  readonly give: () => Promise<string>;
  /** Whether a server of this office gave it, not longer ago than a form lives. */
  readonly isOpen: (token: string) => Promise<boolean>;
  /** The receipt of these words in this form: the same each time, and nobody's to guess without the office's secret. */
  readonly drawReceiptOf: (token: string, said: Json) => Promise<Receipt>;
  /** 32 bytes drawn in the same way, for other things than receipts. */
  readonly drawBytesOf: (token: string, said: Json) => Promise<Uint8Array>;
};

/** 16 bytes make each one of its own; with the seal that are 48, and 64 characters. */
const lotBytes = 16;
const kind = {
  secret: "no-script",
  domain: "temwen/form/1\n",
  lifeMillis: 12 * 3_600_000,
  moreBytes: lotBytes,
  sealBytes: 24,
} as const;

/**
 * Gives and judges numbers of forms, under a secret that the office's servers share and that no backup carries. A
 * receipt depends on the number and on every word: whoever finds the form open on a phone and sends other words gets
 * another receipt.
 */
export function createFormTokens(office: Pick<OfficeContext, "record" | "now">): FormTokens {
  const passes = createPasses(kind, office);
  const readSecret = createSecret(office.record, kind.secret);
  return {
    give: async () => (await passes.give("", randomBytes(lotBytes))).pass,
    isOpen: async (token) => (await passes.open(token, "")) !== undefined,
    drawReceiptOf: async (token, said) => {
      const secret = await readSecret();
      const bound = utf8(`temwen/form-receipt/1\n${token}\n${digestOf(canonicalBytes(said))}\n`);
      let drawn = 0;
      return drawReceipt(() => hmacOf(secret, joinBytes(bound, Uint8Array.of(drawn++))));
    },
    drawBytesOf: async (token, said) => {
      const bound = utf8(`temwen/form-bytes/1\n${token}\n${digestOf(canonicalBytes(said))}\n`);
      return hmacOf(await readSecret(), bound);
    },
  };
}
