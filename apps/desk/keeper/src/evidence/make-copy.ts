import { makeDeskCopy } from "@temwen/media/desk";
import { type Result, refused } from "@temwen/vocabulary";
import { type Desk, type Done, type Entered, sendAct } from "../acts/send-act.ts";
import type { CaseView, KeeperRefusal } from "../views.ts";
import { readEvidence } from "./evidence.ts";

type Wanted = { readonly part: string; readonly view: CaseView; readonly expected: number | undefined };

/** Why no copy of a piece is made. */
const refusals = { "not-supported": "copy-not-supported", malformed: "copy-malformed" } as const;

/**
 * Makes the working copy of a piece that has none. The original is opened for it, which the record keeps like every look; the copy
 * is sealed and taken in as a piece of its own, and the act's sealed words name the original with its digest. Nothing leaves this machine open.
 */
export async function makeCopy(
  desk: Desk,
  enter: () => Promise<Result<Entered, KeeperRefusal>>,
  { part, view, expected }: Wanted,
): Promise<Result<Done, KeeperRefusal>> {
  const hasOne = view.evidence.some(
    (note) => note.copyOf === part || (note.part === part && note.copyOf !== undefined),
  );
  if (hasOne) return refused({ code: "has-copy" });
  const barred = view.orders.find(({ order }) => order === "take-evidence")?.refusal;
  // Nobody looks into a piece for a copy that they may not take in.
  if (barred !== undefined) return refused(barred);
  const opened = await readEvidence(desk, enter, part, { for: "showing" });
  if (!opened.ok) return opened;
  const { bytes, sha256 } = opened.value;
  const made = makeDeskCopy(bytes);
  if (!made.ok) return refused({ code: refusals[made.refusal.code] });
  const { mime, ending, bytes: copy } = made.value;
  const entered = await enter();
  if (!entered.ok) return entered;
  const request = {
    act: "take-evidence" as const,
    says: { source: "working-copy", request: [] },
    text: `${part} SHA-256 ${sha256}`,
    files: [{ name: `copy-of-${part}.${ending}`, mediaType: mime, bytes: copy }],
    isCopyMadeHere: true as const,
  };
  return sendAct(desk, entered.value, request, expected);
}
