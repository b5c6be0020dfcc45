import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { digestFromFile, readDigest } from "./dossier-digest.tsx";

const hex = "0123456789abcdef".repeat(4);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const tagManifest = `${hex}  bag-info.txt\n${hex}  bagit.txt\n${hex}  manifest-sha256.txt\n`;

test("a digest is read as somebody types it, in groups and capitals too, and nothing else is taken for one", () => {
  assert.equal(readDigest(hex), hex);
  assert.equal(readDigest(` ${hex.toUpperCase().replace(/(.{4})/g, "$1 ")}`), hex);
  for (const other of ["", hex.slice(1), `${hex}0`, hex.replace("a", "g")]) assert.equal(readDigest(other), undefined);
});

test("the digest of a dossier is read from its tag manifest, as whoever has the folder reads it with sha256sum", async () => {
  const bytes = bytesOf(tagManifest);
  assert.equal(await digestFromFile(bytes), createHash("sha256").update(bytes).digest("hex"));
  assert.equal(await digestFromFile(bytesOf(`${hex}\n`)), hex);
});

test("the digest of another file is never taken for that of the dossier", async () => {
  const payload = `${hex}  data/letter.pdf\n`;
  for (const other of ["", "age-encryption.org/v1\n", payload, `${tagManifest}Dosye a\n`, "0".repeat(70_000)])
    assert.equal(await digestFromFile(bytesOf(other)), undefined);
});
