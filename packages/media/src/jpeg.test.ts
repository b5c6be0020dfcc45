import assert from "node:assert/strict";
import { test } from "node:test";
import { exifBlock, holdsSecret, joined, jpeg, jpegExif, secret, segment } from "./samples.testing.ts";
import type { WorkingCopy } from "./working-copy.ts";
import { makeWorkingCopy } from "./working-copy.ts";

const jfif = segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0");

function copyOf(bytes: Uint8Array): WorkingCopy {
  const copy = makeWorkingCopy(bytes);
  assert.ok(copy.ok);
  return copy.value;
}

function refusalOf(bytes: Uint8Array): string {
  const copy = makeWorkingCopy(bytes);
  return copy.ok ? "none" : copy.refusal.code;
}

test("what only draws is copied byte by byte", () => {
  const { kind, mime, bytes, removed } = copyOf(jpeg([jfif]));
  assert.deepEqual(bytes, jpeg([jfif]));
  assert.deepEqual([kind, mime, removed], ["jpeg", "image/jpeg", []]);
});

test("place, maker, comment, press fields and profile of a photo are not in its copy", () => {
  const photo = jpeg([
    jfif,
    jpegExif(1),
    segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", secret),
    segment(0xe2, "ICC_PROFILE\0\x01\x01", secret),
    segment(0xed, "Photoshop 3.0\0", secret),
    segment(0xe5, secret),
    segment(0xfe, secret),
  ]);
  const { bytes, removed } = copyOf(photo);
  assert.deepEqual(bytes, jpeg([jfif]));
  assert.deepEqual(removed, ["exif", "location", "thumbnail", "xmp", "colour-profile", "iptc", "other", "comment"]);
});

test("the original is not changed, and the copy shares no memory with it", () => {
  const photo = jpeg([jpegExif(6)]);
  const before = photo.slice();
  copyOf(photo).bytes.fill(0);
  assert.deepEqual(photo, before);
});

test("which side is up is kept, alone and in the same bytes for everybody", () => {
  const { bytes } = copyOf(jpeg([jpegExif(6)]));
  assert.equal(holdsSecret(bytes), false);
  assert.equal(bytes.length, jpeg().length + 36);
  assert.equal(bytes[2 + 10 + 19], 6, "the value of the one entry");
  assert.deepEqual(copyOf(bytes).bytes, bytes);
  assert.deepEqual(copyOf(bytes).removed, []);
});

test("a photo that is upright says nothing about it", () => {
  assert.deepEqual(copyOf(jpeg([jpegExif(1)])).bytes, jpeg());
  assert.deepEqual(copyOf(jpeg([jpegExif(9)])).bytes, jpeg());
});

test("of two Exif blocks the first counts, also when it says upright", () => {
  assert.deepEqual(copyOf(jpeg([jpegExif(1), jpegExif(8)])).bytes, jpeg());
  assert.deepEqual(copyOf(jpeg([jpegExif(6), jpegExif(8)])).bytes, copyOf(jpeg([jpegExif(6)])).bytes);
});

test("what hangs behind the picture is cut off: a second picture, a film, an archive", () => {
  const { bytes, removed } = copyOf(joined(jpeg(), jpeg([segment(0xfe, secret)]), "PK\x03\x04"));
  assert.deepEqual(bytes, jpeg());
  assert.deepEqual(removed, ["trailer"]);
});

test("the thumbnail inside the JFIF segment is left out", () => {
  const withThumbnail = segment(0xe0, "JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01", "abc");
  const { bytes, removed } = copyOf(jpeg([withThumbnail]));
  assert.deepEqual(bytes, jpeg([jfif]));
  assert.deepEqual(removed, ["thumbnail"]);
});

test("of Adobe's segment the way of mixing colours stays and the rest goes", () => {
  const { bytes } = copyOf(jpeg([segment(0xee, "Adobe\0\x65abcd\x02", secret)]));
  assert.deepEqual(bytes, jpeg([segment(0xee, "Adobe\0\x64\0\0\0\0\x02")]));
});

test("bytes between segments are left out", () => {
  const { bytes, removed } = copyOf(jpeg([joined(jfif, secret)]));
  assert.deepEqual(bytes, jpeg([jfif]));
  assert.deepEqual(removed, ["unused-bytes"]);
});

test("a photo that was cut off in its scan is closed where it ends", () => {
  const whole = jpeg([], { scan: "\x3f\xff\0\xff\xd0\x3f" });
  assert.deepEqual(copyOf(whole.subarray(0, -2)).bytes, whole);
});

test("a table that is longer than it says is refused: the rest of it could be anything", () => {
  assert.equal(refusalOf(jpeg([segment(0xdb, "\0", "\x01".repeat(64), secret)])), "malformed");
  assert.equal(refusalOf(jpeg([segment(0xdd, "\0\x01", secret)])), "malformed");
});

test("a photo without scan, without frame, with two frames or cut off before its scan is refused", () => {
  assert.equal(refusalOf(joined("\xff\xd8\xff\xd9")), "malformed");
  assert.equal(refusalOf(joined("\xff\xd8", segment(0xda, "\x01\x01\0\0\x3f\0"), "\x3f\xff\xd9")), "malformed");
  assert.equal(refusalOf(jpeg([segment(0xc0, "\x08\0\x08\0\x08\x01\x01\x11\0")])), "malformed");
  assert.equal(refusalOf(jpeg().subarray(0, 60)), "malformed");
});

test("a few bytes that claim a picture larger than any camera makes are refused", () => {
  assert.equal(refusalOf(jpeg([], { size: [65_000, 65_000] })), "malformed");
  assert.equal(refusalOf(jpeg([], { size: [8, 0] })), "malformed");
  assert.equal(refusalOf(jpeg([], { size: [16_320, 12_240] })), "none");
});

test("frames that no browser draws are for the desk", () => {
  assert.equal(refusalOf(jpeg([segment(0xc5, "\x08\0\x08\0\x08\x01\x01\x11\0")])), "not-supported");
});

test("an Exif that points outside itself is left out like any other", () => {
  const block = exifBlock(6);
  for (const offset of [0, 7, block.length - 1, 0xffff_fff0]) {
    const broken = block.slice();
    new DataView(broken.buffer).setUint32(4, offset);
    assert.equal(holdsSecret(copyOf(jpeg([segment(0xe1, "Exif\0\0", broken)])).bytes), false);
  }
});
