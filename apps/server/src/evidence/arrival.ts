import type { TheRecord } from "@temwen/record";
import type { CaseId, Digest } from "@temwen/vocabulary";
import type { Blobs } from "./blob-folder.ts";

/** Notes that a piece arrived. False where its case was erased while it came: then it does not stay. */
export async function noteArrival(
  record: Pick<TheRecord, "markArrived" | "isAnnounced">,
  blobs: Pick<Blobs, "remove">,
  piece: { readonly case: CaseId; readonly digest: Digest },
): Promise<boolean> {
  if (await record.markArrived(piece.case, piece.digest)) return true;
  if (!(await record.isAnnounced(piece.digest))) await blobs.remove(piece.digest);
  return false;
}
