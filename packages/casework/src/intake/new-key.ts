import type { StaffId } from "@temwen/vocabulary";

/** Later keys of one case or matter: with all that came before, a grant still holds them. */
const mostNewKeys = 40;

/** Why words may not be sealed to another key from now on. */
export type NewKeyRefusal =
  | { readonly code: "rekeyed-too-often" }
  | { readonly code: "key-not-new" }
  | { readonly code: "key-would-be-lost" };

type NewKey = {
  readonly recipient: string;
  /** Who gets the key. */
  readonly to: readonly StaffId[];
};

/**
 * Against a new key for what comes next, of a case or of a matter. It must be one that nothing was ever sealed to, and have two
 * people at least, of whom one gives the order: the key before had others who held it, this one has only those named here.
 */
export function againstNewKey(
  { recipient, to }: NewKey,
  { former, taken }: { readonly former: readonly string[]; readonly taken: readonly string[] },
  actor: StaffId,
): NewKeyRefusal | undefined {
  if (former.length >= mostNewKeys) return { code: "rekeyed-too-often" };
  if ([...former, ...taken].includes(recipient)) return { code: "key-not-new" };
  const isKept = to.includes(actor) && to.some((id) => id !== actor);
  return isKept ? undefined : { code: "key-would-be-lost" };
}
