import assert from "node:assert/strict";
import { test } from "node:test";
import { exifBlock, extendedHead, holdsSecret, joined, onePoint, riffChunk, secret, webp } from "./samples.testing.ts";
import { makeWorkingCopy, type WorkingCopy } from "./working-copy.ts";

function copyOf(bytes: Uint8Array): WorkingCopy {
  const copy = makeWorkingCopy(bytes);
  assert.ok(copy.ok);
  return copy.value;
}

function refusalOf(bytes: Uint8Array): string {
  const copy = makeWorkingCopy(bytes);
  return copy.ok ? "none" : copy.refusal.code;
}

const exif = (orientation: number): Uint8Array => riffChunk("EXIF", exifBlock(orientation));
const xmp = riffChunk("XMP ", secret);
const profile = riffChunk("ICCP", secret);

test("what only draws is copied byte by byte", () => {
  const { kind, mime, bytes, removed } = copyOf(webp(onePoint));
  assert.deepEqual(bytes, webp(onePoint));
  assert.deepEqual([kind, mime, removed], ["webp", "image/webp", []]);
});

test("Exif, XMP, profile and what is unknown are left out, and the head no longer speaks of them", () => {
  const { bytes, removed } = copyOf(
    webp(extendedHead(0x3c), profile, onePoint, riffChunk("ABCD", secret), exif(1), xmp),
  );
  assert.deepEqual(bytes, webp(extendedHead(0x10), onePoint));
  assert.deepEqual(removed, ["colour-profile", "other", "exif", "location", "thumbnail", "xmp"]);
});

test("which side is up is kept, alone, also where the block has JPEG's name before it", () => {
  const { bytes } = copyOf(webp(extendedHead(0x18), onePoint, exif(6)));
  assert.equal(holdsSecret(bytes), false);
  assert.equal(bytes.length, webp(extendedHead(0x18), onePoint).length + 34);
  assert.equal(bytes[20], 0x18);
  assert.deepEqual(copyOf(bytes).bytes, bytes);
  const named = riffChunk("EXIF", joined("Exif\0\0", exifBlock(6)));
  assert.deepEqual(copyOf(webp(extendedHead(0x18), onePoint, named)).bytes, bytes);
});

test("a frame of an animation keeps its picture and nothing beside it", () => {
  const frame = (...inner: readonly Uint8Array[]) => riffChunk("ANMF", joined("\0".repeat(16), ...inner));
  const loop = riffChunk("ANIM", "\0".repeat(6));
  const { bytes } = copyOf(webp(extendedHead(0x0a), loop, frame(onePoint, xmp), frame(onePoint)));
  assert.deepEqual(bytes, webp(extendedHead(0x02), loop, frame(onePoint), frame(onePoint)));
});

test("what stands behind the file's end, or in a padding byte, is left out", () => {
  assert.deepEqual(copyOf(joined(webp(onePoint), secret)).bytes, webp(onePoint));
  const padded = webp(onePoint);
  padded[padded.length - 1] = 0x41;
  assert.deepEqual(copyOf(padded).bytes, webp(onePoint));
});

test("a file that is cut off, has no picture, or claims more than any camera makes is refused", () => {
  assert.equal(refusalOf(webp(onePoint).subarray(0, -4)), "malformed");
  assert.equal(refusalOf(webp(extendedHead(0))), "malformed");
  const huge = riffChunk("VP8X", "\0\0\0\0\xff\xff\xff\xff\xff\xff");
  assert.equal(refusalOf(webp(huge, onePoint)), "malformed");
});
