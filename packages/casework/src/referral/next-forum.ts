import type { Referral, ReferralStanding } from "../case/referral-state.ts";

type Asked = Pick<Referral, "forum" | "fallback"> & { readonly standing: ReferralStanding };

/**
 * The forum that was named for the case that this one does not act: told once this one is silent, and as long as the case did not go
 * to it otherwise. It is a pointer and no act: whether to refer the case there is for somebody to say.
 */
export function nextForum({ fallback, standing }: Asked, all: readonly Pick<Referral, "forum">[]): string | undefined {
  if (standing !== "silent" || fallback === "none" || fallback === "") return undefined;
  return all.some(({ forum }) => forum === fallback) ? undefined : fallback;
}
