import type { DataFolder } from "../running/data-folder.ts";
import type { Terminal } from "../terminal.ts";
import type { Inventory } from "./check-backup.ts";
import type { CheckedChain } from "./check-chain.ts";
import type { ErasedAgain } from "./redo-erasures.ts";

/** What was put back: how far the record checked out, and what a list of erasures did to it. */
export type Restored = { readonly checked: CheckedChain; readonly again: ErasedAgain | undefined };

/** Says what this office is now, and what it is not. */
export function sayRestored(folder: DataFolder, found: Inventory, restored: Restored, terminal: Terminal): void {
  const { opening, closing, blobs } = found;
  const { checked, again } = restored;
  const epoch = Math.max(checked.epoch, again?.epoch ?? 0);
  terminal.progress(`This is the office as it was at ${opening.at}. What was filed or decided since is not in it.`);
  terminal.progress(
    `Directory ${epoch} is in force. If a newer one was signed since, publish it before anybody signs in: ` +
      "whoever has left since is listed again.",
  );
  terminal.progress(
    again
      ? `${again.cases} cases that were erased since are erased again. The list ends at ${again.at}: what was erased ` +
          "later is back."
      : "What was erased since is back, with its words: restore again with a newer list (--erasures), or have it erased " +
          "by two people.",
  );
  terminal.progress(
    "If the office had a public log, it stands still until `temwen log resume` (while the office is stopped): its help " +
      "says how. Receipts and keys work meanwhile.",
  );
  if (closing.missing > 0) terminal.progress(`${closing.missing} pieces of evidence were missing when it was made`);
  const { office, at } = opening;
  terminal.result(
    {
      ...{ restored: folder.path, office, at, ...checked, epoch, blobs, missing: closing.missing },
      ...(again && { erasedAgain: again.cases, erasuresUntil: again.at }),
    },
    `${folder.path}: ${checked.cases} cases, ${blobs} files of evidence, as of ${at}`,
  );
}
