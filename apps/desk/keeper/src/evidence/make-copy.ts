import { recogniseKind } from "@temwen/media";
import { makeDeskCopy } from "@temwen/media/desk";
import type { EvidenceFile } from "@temwen/sealing/seal-pieces";
import { type Digest, granted, type Result, refused } from "@temwen/vocabulary";
import { type Desk, type Done, type Entered, sendAct } from "../acts/send-act.ts";
import type { CaseView, KeeperRefusal } from "../views.ts";
import { bindSheets, type DrawnSheet } from "./drawn-copy.ts";
import { readEvidence } from "./evidence.ts";

type Wanted = { readonly part: string; readonly view: CaseView; readonly expected: number | undefined };
type Enter = () => Promise<Result<Entered, KeeperRefusal>>;
/** What was copied, by its digest, and its copy. */
type Made = { readonly sha256: Digest; readonly file: EvidenceFile };

/** Why no copy of a piece is made. */
const refusals = { "not-supported": "copy-not-supported", malformed: "copy-malformed" } as const;

/**
 * Makes the working copy of a piece that has none. The original is opened for it, which the record keeps like every look; the copy
 * is sealed and taken in as a piece of its own, and the act's sealed words name the original with its digest. Nothing leaves this
 * machine open. A PDF is refused as `copy-is-drawn`: it is read where strangers' files are drawn, never beside the keys.
 */
export async function makeCopy(desk: Desk, enter: Enter, wanted: Wanted): Promise<Result<Done, KeeperRefusal>> {
  const { part } = wanted;
  const may = mayCopy(wanted);
  if (!may.ok) return may;
  const opened = await readEvidence(desk, enter, part, { for: "showing" });
  if (!opened.ok) return opened;
  const { bytes, sha256 } = opened.value;
  if (recogniseKind(bytes) === "pdf") return refused({ code: "copy-is-drawn" });
  const made = makeDeskCopy(bytes);
  if (!made.ok) return refused({ code: refusals[made.refusal.code] });
  const { mime, ending, bytes: copy } = made.value;
  const file = { name: `copy-of-${part}.${ending}`, mediaType: mime, bytes: copy };
  return takeIn(desk, enter, wanted, { sha256, file });
}

/**
 * Takes in the working copy of a PDF that the page's locked frame drew. The piece was opened for it, and the record has that.
 * `copy-malformed` where a sheet is no picture (JPEG).
 */
export async function takeDrawnCopy(
  desk: Desk,
  enter: Enter,
  wanted: Wanted,
  sheets: readonly DrawnSheet[],
): Promise<Result<Done, KeeperRefusal>> {
  const may = mayCopy(wanted);
  if (!may.ok) return may;
  const { part } = wanted;
  const bytes = await bindSheets(sheets);
  if (!bytes) return refused({ code: "copy-malformed" });
  const file = { name: `copy-of-${part}.pdf`, mediaType: "application/pdf", bytes };
  return takeIn(desk, enter, wanted, { sha256: may.value, file });
}

/** The original's digest, where it may be copied. Nobody looks into a piece for a copy that they may not take in. */
function mayCopy({ part, view }: Wanted): Result<Digest, KeeperRefusal> {
  const original = view.evidence.find((note) => note.part === part);
  if (!original) return refused({ code: "not-granted" });
  const hasOne = original.copyOf !== undefined || view.evidence.some((note) => note.copyOf === part);
  if (hasOne) return refused({ code: "has-copy" });
  const barred = view.orders.find(({ order }) => order === "take-evidence")?.refusal;
  return barred === undefined ? granted(original.sha256) : refused(barred);
}

/** A copy made just now, as a piece of its own. */
async function takeIn(
  desk: Desk,
  enter: Enter,
  { part, expected }: Wanted,
  { sha256, file }: Made,
): Promise<Result<Done, KeeperRefusal>> {
  const entered = await enter();
  if (!entered.ok) return entered;
  const request = {
    act: "take-evidence" as const,
    says: { source: "working-copy", request: [] },
    text: `${part} SHA-256 ${sha256}`,
    files: [file],
    isCopyMadeHere: true as const,
  };
  return sendAct(desk, entered.value, request, expected);
}
