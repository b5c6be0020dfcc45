import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readEvidence } from "./read-evidence.ts";

test("what phones and recorders write is sent with its kind, told by the ending", async () => {
  const folder = await mkdtemp(join(tmpdir(), "temwen-attach-"));
  const kinds = {
    "son.mp3": "audio/mpeg",
    "vwa.amr": "audio/amr",
    "vwa.OPUS": "audio/ogg",
    "son.wav": "audio/wav",
    "fim.MOV": "video/quicktime",
    "fim.3gp": "video/3gpp",
    "fim.webm": "video/webm",
    "foto.heic": "image/heic",
    "san-kalite": "application/octet-stream",
  };
  for (const [name, mediaType] of Object.entries(kinds)) {
    await writeFile(join(folder, name), name);
    const read = await readEvidence(join(folder, name));
    assert.deepEqual([read.name, read.mediaType], [name, mediaType]);
  }
  await rm(folder, { recursive: true, force: true });
});
