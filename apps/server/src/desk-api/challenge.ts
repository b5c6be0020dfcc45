import { randomBytes, timingSafeEqual } from "node:crypto";
import { type Instant, instantToMillis, joinBytes, millisToInstant, type StaffId, utf8 } from "@temwen/vocabulary";
import { digestOf, hmacOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";

/** What a server gives to whoever says that they want to sign in as somebody. */
export type Challenge = { readonly nonce: string; readonly expires: Instant };

/** Challenges that prove themselves: nothing is kept of one until somebody has signed in with it. */
export type Challenges = {
  readonly give: (staff: StaffId) => Promise<Challenge>;
  /** Whether a server of this office gave it to this person less than a minute ago; says nothing about having been used. */
  readonly isOpen: (nonce: string, staff: StaffId) => Promise<boolean>;
  /** True exactly the first time. To be asked when everything else about a sign-in is good. */
  readonly spend: (nonce: string) => Promise<boolean>;
};

const lifeMillis = 60_000;
/** Another process may be this far behind, and would still take what is forgotten here. */
const clocksApartMillis = 5 * 60_000;

// A nonce is base64url of 48 bytes, so that each has one spelling: when it expires (u64, milliseconds), what makes it one
// of its own, and 24 bytes of HMAC-SHA-256 over both and the person, under a secret that the record keeps.
const expirySize = 8;
const lotSize = 16;
const sealSize = 24;
const spelling = /^[A-Za-z0-9_-]{64}$/;

/** Gives and judges challenges. The secret is fetched once: asking for a challenge costs the record nothing. */
export function createChallenges({ record, now }: Pick<OfficeContext, "record" | "now">): Challenges {
  let agreed: Uint8Array | undefined;
  const readSecret = async (): Promise<Uint8Array> => {
    agreed ??= await record.agreeOnSecret("challenge", randomBytes(32));
    return agreed;
  };
  const sealFor = async (staff: StaffId, said: Uint8Array): Promise<Uint8Array> =>
    hmacOf(await readSecret(), joinBytes(utf8(`temwen/challenge/1\n${staff}`), said)).subarray(0, sealSize);
  return {
    give: async (staff) => {
      const expires = instantToMillis(now()) + lifeMillis;
      const said = joinBytes(spellMillis(expires), randomBytes(lotSize));
      const nonce = Buffer.from(joinBytes(said, await sealFor(staff, said))).toString("base64url");
      return { nonce, expires: millisToInstant(expires) };
    },
    isOpen: async (nonce, staff) => {
      if (!spelling.test(nonce)) return false;
      const bytes = Buffer.from(nonce, "base64url");
      const said = bytes.subarray(0, expirySize + lotSize);
      if (!timingSafeEqual(bytes.subarray(said.length), await sealFor(staff, said))) return false;
      const left = readExpiry(bytes) - instantToMillis(now());
      // One that lives longer was given while a clock was wrong, and would outlive what is remembered of it.
      return left > 0 && left <= lifeMillis + clocksApartMillis;
    },
    spend: (nonce) => {
      const until = millisToInstant(readExpiry(Buffer.from(nonce, "base64url")) + clocksApartMillis);
      return record.spendChallenge(digestOf(utf8(nonce)), until, now());
    },
  };
}

const readExpiry = (nonce: Buffer): number => Number(nonce.readBigUInt64BE());

function spellMillis(millis: number): Uint8Array {
  const bytes = Buffer.alloc(expirySize);
  bytes.writeBigUInt64BE(BigInt(millis));
  return bytes;
}
