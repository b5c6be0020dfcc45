import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { bytesToDigest, type Digest } from "@temwen/vocabulary";

/** Writes a new file that is on the disk when this returns; `mode` says who may read it. Throws where one stands there. */
export async function writeFlushed(
  place: string,
  bytes: AsyncIterable<Uint8Array>,
  mode: 0o600 | 0o644,
): Promise<{ readonly bytes: number; readonly sha256: Digest }> {
  const handle = await open(place, "wx", mode);
  try {
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of bytes) {
      hash.update(chunk);
      size += chunk.length;
      await handle.writeFile(chunk);
    }
    await handle.sync();
    return { bytes: size, sha256: bytesToDigest(hash.digest()) };
  } finally {
    await handle.close();
  }
}
