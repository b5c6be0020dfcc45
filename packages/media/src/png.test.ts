import assert from "node:assert/strict";
import { test } from "node:test";
import { chunk, exifBlock, holdsSecret, joined, png, secret } from "./samples.testing.ts";
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

const drawing = [chunk("gAMA", "\0\0\xb1\x8f"), chunk("sRGB", "\0"), chunk("tRNS", "\0\x10")];

test("what only draws is copied byte by byte", () => {
  const { kind, mime, bytes, removed } = copyOf(png(drawing));
  assert.deepEqual(bytes, png(drawing));
  assert.deepEqual([kind, mime, removed], ["png", "image/png", []]);
});

test("texts, hour, Exif, profile and what is unknown are not in the copy", () => {
  const { bytes, removed } = copyOf(
    png([
      chunk("tEXt", `Author\0${secret}`),
      chunk("iTXt", `XML:com.adobe.xmp\0${secret}`),
      chunk("tIME", "\x07\xe9\x0b\x15\x0a\x0a\x0a"),
      chunk("eXIf", exifBlock(1)),
      chunk("iCCP", secret),
      chunk("prVt", secret),
    ]),
  );
  assert.deepEqual(bytes, png());
  assert.deepEqual(removed, ["comment", "xmp", "time", "exif", "location", "thumbnail", "colour-profile", "other"]);
});

test("which side is up is kept, alone", () => {
  const { bytes } = copyOf(png([chunk("eXIf", exifBlock(8))]));
  assert.equal(holdsSecret(bytes), false);
  assert.equal(bytes.length, png().length + 38);
  assert.deepEqual(copyOf(bytes).bytes, bytes, "its check sum is right");
});

test("what stands after the end is cut off, also the rest of a picture that was larger once", () => {
  const { bytes, removed } = copyOf(joined(png(), chunk("IDAT", secret), chunk("IEND")));
  assert.deepEqual(bytes, png());
  assert.deepEqual(removed, ["trailer"]);
});

test("a chunk with a wrong check sum, length or place is refused", () => {
  const wrongSum = png(drawing);
  wrongSum[33 + 8] = 9; // the brightness, after signature and head
  assert.equal(refusalOf(wrongSum), "malformed");
  assert.equal(refusalOf(png([chunk("gAMA", secret)])), "malformed");
  assert.equal(refusalOf(png([chunk("IHDR", "\0\0\0\x01\0\0\0\x01\x08\0\0\0\0")])), "malformed");
  assert.equal(refusalOf(png().subarray(0, -12)), "malformed");
  assert.equal(refusalOf(joined("\x89PNG\r\n\x1a\n", chunk("IEND"))), "malformed");
});

test("a chunk that must be understood and is not makes the picture one for the desk", () => {
  assert.equal(refusalOf(png([chunk("CgBI", "\0\0\0\0")])), "not-supported");
});

test("a few bytes that claim a picture larger than any camera makes are refused", () => {
  assert.equal(refusalOf(png([], [60_000, 60_000])), "malformed");
  assert.equal(refusalOf(png([], [0, 2])), "malformed");
});

test("an animation keeps its frames", () => {
  const frames = [chunk("acTL", "\0\0\0\x01\0\0\0\0"), chunk("fcTL", "\0".repeat(26))];
  assert.deepEqual(copyOf(png(frames)).bytes, png(frames));
});
