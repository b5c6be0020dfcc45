import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Checkpoint } from "@temwen/public-log/checkpoint";
import { bytesToDigest } from "@temwen/vocabulary";

/**
 * Keeps what a log showed that does not continue what is kept: its checkpoint, the files that prove it, and our own head beside
 * it. Returns where. The same thing twice is kept once.
 */
export async function keepFork(
  folder: string,
  shown: {
    readonly checkpoint: Checkpoint;
    readonly bytes: Uint8Array;
    readonly seen: ReadonlyMap<string, Uint8Array>;
  },
  kept: Uint8Array,
): Promise<string> {
  const { size, root } = shown.checkpoint;
  const place = join(folder, "forks", `${size}-${bytesToDigest(root).slice(0, 16)}`);
  const draft = `${place}.new`;
  await rm(draft, { recursive: true, force: true });
  const files = new Map([...shown.seen, ["checkpoint", shown.bytes], ["kept-checkpoint", kept]]);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(draft, path)), { recursive: true });
    await writeFile(join(draft, path), bytes, { flush: true });
  }
  // Where one stands already this fails, and that one is as good.
  await rename(draft, place).catch(() => rm(draft, { recursive: true, force: true }));
  return place;
}
