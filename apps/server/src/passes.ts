import { randomBytes, timingSafeEqual } from "node:crypto";
import { type Instant, instantToMillis, joinBytes, millisToInstant, utf8 } from "@temwen/vocabulary";
import { hmacOf } from "./digest.ts";
import type { OfficeContext } from "./office-context.ts";

/** What one pass says besides the hour at which it ends. */
export type Said = { readonly more: Uint8Array; readonly expires: Instant };

/**
 * What a server gives out and later knows as its own, or as another server's of the same office: nothing is kept of it,
 * for it proves itself.
 */
export type Passes = {
  /** A pass for somebody, or for something; `more` has the size of its kind. */
  readonly give: (to: string, more: Uint8Array) => Promise<{ readonly pass: string; readonly expires: Instant }>;
  /** What it says, if it was given for the same and has not ended. Says nothing about having been used. */
  readonly open: (pass: string, to: string) => Promise<Said | undefined>;
};

export type PassKind = {
  /** The name under which the office's servers share the secret. */
  readonly secret: string;
  /** Stands before all that is sealed, so that no pass of one kind is one of another. */
  readonly domain: string;
  readonly lifeMillis: number;
  readonly moreBytes: number;
  readonly sealBytes: number;
};

/** So far the clocks of an office's servers may be apart, in milliseconds. */
export const clocksApartMillis = 5 * 60_000;

const expiryBytes = 8;

/**
 * Gives and judges passes of one kind: base64url of when it ends (u64, milliseconds) ‖ more ‖ the first bytes of
 * HMAC-SHA-256 over domain, whom it is for, and all before (docs/specs/http.md).
 */
export function createPasses(kind: PassKind, { record, now }: Pick<OfficeContext, "record" | "now">): Passes {
  const { domain, lifeMillis, moreBytes, sealBytes } = kind;
  const readSecret = createSecret(record, kind.secret);
  const sealOf = async (to: string, said: Uint8Array): Promise<Uint8Array> =>
    hmacOf(await readSecret(), joinBytes(utf8(domain + to), said)).subarray(0, sealBytes);
  return {
    give: async (to, more) => {
      if (more.length !== moreBytes) throw new Error("a pass of another size than its kind");
      const ends = Buffer.alloc(expiryBytes);
      const expires = instantToMillis(now()) + lifeMillis;
      ends.writeBigUInt64BE(BigInt(expires));
      const said = joinBytes(ends, more);
      const pass = Buffer.from(joinBytes(said, await sealOf(to, said))).toString("base64url");
      return { pass, expires: millisToInstant(expires) };
    },
    open: async (pass, to) => {
      const bytes = Buffer.from(pass, "base64url");
      // Each has one spelling.
      if (bytes.length !== expiryBytes + moreBytes + sealBytes || bytes.toString("base64url") !== pass)
        return undefined;
      const said = bytes.subarray(0, expiryBytes + moreBytes);
      if (!timingSafeEqual(bytes.subarray(said.length), await sealOf(to, said))) return undefined;
      const expires = Number(said.readBigUInt64BE());
      const left = expires - instantToMillis(now());
      // One that lives longer was given while a clock was wrong, and would outlive what is remembered of it.
      if (left <= 0 || left > lifeMillis + clocksApartMillis) return undefined;
      return { more: new Uint8Array(said.subarray(expiryBytes)), expires: millisToInstant(expires) };
    },
  };
}

/** A secret of 32 bytes that the office's servers share under a name: fetched once, at the first question. */
export function createSecret(record: Pick<OfficeContext["record"], "agreeOnSecret">, name: string) {
  let agreed: Uint8Array | undefined;
  return async (): Promise<Uint8Array> => {
    agreed ??= await record.agreeOnSecret(name, randomBytes(32));
    return agreed;
  };
}
