import { randomBytes } from "node:crypto";
import { type Instant, instantToMillis, millisToInstant, type StaffId, utf8 } from "@temwen/vocabulary";
import { digestOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import { clocksApartMillis, createPasses } from "../passes.ts";

/** What a server gives to whoever says that they want to sign in as somebody. */
export type Challenge = { readonly nonce: string; readonly expires: Instant };

/** Challenges that prove themselves: nothing is kept of one until somebody has signed in with it. */
export type Challenges = {
  readonly give: (staff: StaffId) => Promise<Challenge>;
  /** Whether a server of this office gave it to this person less than a minute ago; says nothing about having been used. */
  readonly isOpen: (nonce: string, staff: StaffId) => Promise<boolean>;
  /** True exactly the first time, while it is open. To be asked when everything else about a sign-in is good. */
  readonly spend: (nonce: string, staff: StaffId) => Promise<boolean>;
};

/** 16 bytes make each one of its own; with the seal that are 48, and 64 characters. */
const lotBytes = 16;
const kind = {
  secret: "challenge",
  domain: "temwen/challenge/1\n",
  lifeMillis: 60_000,
  moreBytes: lotBytes,
  sealBytes: 24,
} as const;

/** Gives and judges challenges. Asking for one costs the record nothing. */
export function createChallenges({ record, now }: Pick<OfficeContext, "record" | "now">): Challenges {
  const passes = createPasses(kind, { record, now });
  return {
    give: async (staff) => {
      const { pass, expires } = await passes.give(staff, randomBytes(lotBytes));
      return { nonce: pass, expires };
    },
    isOpen: async (nonce, staff) => (await passes.open(nonce, staff)) !== undefined,
    spend: async (nonce, staff) => {
      const expires = (await passes.open(nonce, staff))?.expires;
      if (expires === undefined) return false;
      // Another process may be so far behind, and would still take what is forgotten here.
      const until = millisToInstant(instantToMillis(expires) + clocksApartMillis);
      return record.spendChallenge(digestOf(utf8(nonce)), until, now());
    },
  };
}
