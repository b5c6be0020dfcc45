import { vaultEnds } from "@temwen/casework";
import { type Instant, instantToMillis, millisToInstant, type StaffId } from "@temwen/vocabulary";
import type { CaseRoom } from "../room/case-room.ts";
import type { VaultView } from "../views.ts";

/** Where the name stands: sealed, asked for, or allowed to somebody; a question or a yes that is over is as if it were not. */
export function describeVault(
  room: CaseRoom,
  texts: ReadonlyMap<string, string>,
  { me, now }: { readonly me: StaffId; readonly now: Instant },
): VaultView {
  const { vault } = room.theCase;
  if (!vault || instantToMillis(now) >= vaultEnds(vault)) return { state: "sealed" };
  const common = {
    askedBy: vault.askedBy,
    isMine: vault.askedBy === me,
    reason: vault.reason,
    ends: millisToInstant(vaultEnds(vault)),
    ...words(room, texts),
  };
  return vault.state === "asked"
    ? { state: vault.state, ...common }
    : { state: vault.state, ...common, approvedBy: vault.approvedBy };
}

/** The reason in words, for whoever can read the story. */
function words({ stream }: CaseRoom, texts: ReadonlyMap<string, string>): { readonly explanation?: string } {
  for (const { fact } of stream.happened.toReversed()) {
    if (fact.type !== "case.identity-asked/1") continue;
    const text = texts.get(fact.explanation.part);
    return text === undefined ? {} : { explanation: text };
  }
  return {};
}
