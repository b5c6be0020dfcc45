import assert from "node:assert/strict";
import { test } from "node:test";
import { type DeskCopy, makeDeskCopy } from "../desk-copy.ts";
import { box, exifBlock, holdsSecret, joined, secret, u16, u32 } from "../samples.testing.ts";
import { makeWorkingCopy } from "../working-copy.ts";
import { hevcNumbers, phonePicture, type StillDraft, sizeProperty, still } from "./still.testing.ts";

function copyOf(bytes: Uint8Array): DeskCopy {
  const copy = makeDeskCopy(bytes);
  assert.ok(copy.ok, copy.ok ? "" : copy.refusal.code);
  return copy.value;
}

function refusalOf(draft: StillDraft): string {
  const copy = makeDeskCopy(still(draft));
  return copy.ok ? "none" : copy.refusal.code;
}

const plain: StillDraft = {
  items: [{ id: 1, type: "hvc1", body: "POINTS", properties: [1, 2] }],
  properties: [hevcNumbers, sizeProperty(8, 8)],
};
const with1 = (change: Partial<StillDraft["items"][number]>): StillDraft => ({
  ...plain,
  items: plain.items.map((item) => ({ ...item, ...change })),
});
const has = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(Buffer.from(text, "latin1"));

test("nothing that tells on people is in the copy of a phone's picture: place, hour, names, thumbnail, depth, gaps, motion", () => {
  const { bytes, removed, mime, ending } = copyOf(still(phonePicture));
  assert.equal(holdsSecret(bytes), false);
  for (const piece of ["Exif", "mime", "THUMB", "DEPTH", "prof", "udes", "uuid", "mpvd", "sekr", "cdsc", "thmb"])
    assert.equal(has(bytes, piece), false, piece);
  assert.deepEqual([mime, ending], ["image/heic", "heic"]);
  assert.deepEqual([...removed].sort(), ["colour-profile", "exif", "location", "names", "other", "thumbnail", "xmp"]);
});

test("tiles, what is clear, which side is up and what decodes them are kept", () => {
  const { bytes } = copyOf(still(phonePicture));
  for (const piece of ["TILE-ONE", "TILE-TWO", "CLEAR", "SETS", "grid", "dimg", "auxl", "irot", "auxiliary:alpha"])
    assert.equal(has(bytes, piece), true, piece);
});

test("a phone's page does not copy it, and the original is not changed", () => {
  const original = still(phonePicture);
  const before = original.slice();
  copyOf(original);
  assert.deepEqual(original, before);
  const small = makeWorkingCopy(original);
  assert.deepEqual(small, { ok: false, refusal: { code: "not-supported" } });
});

test("a copy of a copy is the same, with nothing left to remove", () => {
  for (const draft of [phonePicture, plain]) {
    const { bytes } = copyOf(still(draft));
    const again = copyOf(bytes);
    assert.deepEqual([again.bytes, again.removed], [bytes, []]);
  }
});

test("AVIF is told by how its points are coded, not by what the file calls itself", () => {
  const av1 = { ...with1({ type: "av01" }), properties: [box("av1C", "\x81\0\0\0"), sizeProperty(8, 8)] };
  for (const brand of ["avif", "mif1", "heic"])
    assert.equal(copyOf(still({ ...av1, brand })).mime, "image/avif", brand);
  const noted = { ...av1, properties: [box("av1C", "\x81\0\0\0\x2a\x11", secret), sizeProperty(8, 8)] };
  assert.equal(holdsSecret(copyOf(still(noted)).bytes), false);
});

test("what nobody here knows how to draw is not copied", () => {
  const refused: { readonly [name: string]: StillDraft } = {
    "a coding that has room for Exif of its own": with1({ type: "jpeg" }),
    "a picture made of another made one": {
      ...phonePicture,
      items: [
        ...phonePicture.items.slice(1),
        { id: 1, type: "grid", body: joined("\0\0\0\0", u16(8), u16(8)), properties: [2] },
      ],
      references: [["dimg", 1, 1]],
    },
    "an unknown property without which nobody must draw": {
      ...with1({ properties: [1, 2, 3 + 128] }),
      properties: [...plain.properties, box("abcd", "x")],
    },
    "no such item": { ...plain, primary: 9 },
    "pictures in a row": { ...plain, more: [box("moov", "")] },
  };
  for (const [name, draft] of Object.entries(refused)) assert.equal(refusalOf(draft), "not-supported", name);
});

test("what is not whole, or claims more than it is, is malformed", () => {
  const grid = (body: Uint8Array, size = sizeProperty(16, 8)): StillDraft => ({
    ...phonePicture,
    items: phonePicture.items.map((item) => (item.id === 1 ? { ...item, body } : item)),
    properties: phonePicture.properties.map((one, place) => (place === 1 ? size : one)),
  });
  const refused: { readonly [name: string]: StillDraft } = {
    "bytes behind a grid's numbers": grid(joined("\0\0\0\x01", u16(16), u16(8), secret)),
    "a grid of another number of tiles": grid(joined("\0\0\x07\x07", u16(16), u16(8))),
    "a grid larger than can be drawn": grid(joined("\0\x01\0\x01", u32(0xffffffff), u32(0xffffffff))),
    "a size larger than can be drawn": grid(joined("\0\0\0\x01", u16(16), u16(8)), sizeProperty(65535, 65535)),
    "no size": with1({ properties: [1] }),
    "no points": with1({ body: "" }),
    "bytes behind a size": { ...plain, properties: [hevcNumbers, box("ispe", "\0".repeat(12), secret)] },
    "bytes behind a decoder's numbers": {
      ...plain,
      properties: [box("hvcC", "\0".repeat(23), secret), sizeProperty(8, 8)],
    },
  };
  for (const [name, draft] of Object.entries(refused)) assert.equal(refusalOf(draft), "malformed", name);
  const whole = still(plain);
  assert.deepEqual(makeDeskCopy(whole.subarray(0, whole.length - 30)), { ok: false, refusal: { code: "malformed" } });
});

test("items that share their bytes are no more than the file, or it is a bomb", () => {
  const bomb = still(phonePicture);
  const firstEntry = Buffer.from(bomb).indexOf("iloc") + 4 + 4 + 2 + 2;
  // Two tiles, each of them nearly the whole file.
  for (const tile of [1, 2]) bomb.set(joined(u32(0), u32(bomb.length - 8)), firstEntry + tile * 14 + 6);
  assert.deepEqual(makeDeskCopy(bomb), { ok: false, refusal: { code: "malformed" } });
});

test("more stretches than the table holds are malformed", () => {
  const bomb = still(plain);
  bomb.set(u16(0xffff), Buffer.from(bomb).indexOf("iloc") + 4 + 4 + 2 + 2 + 4);
  assert.deepEqual(makeDeskCopy(bomb), { ok: false, refusal: { code: "malformed" } });
});

test("tables of a million entries are refused before they fill the memory", () => {
  const entries = joined(
    "\x01\0\0\0",
    u32(2 ** 20),
    ...Array.from({ length: 2 ** 14 }, (_, id) => joined(u32(id), "\0")),
  );
  const bombs: readonly StillDraft[] = [
    {
      ...plain,
      references: [
        ["dimg", 1, ...Array.from({ length: 60_000 }, () => 1)],
        ["dimg", 2, ...Array.from({ length: 60_000 }, () => 1)],
      ],
    },
    { ...plain, items: Array.from({ length: 9000 }, (_, id) => ({ id: id + 1, type: "hvc1", body: "" })) },
    { ...plain, extraTables: [box("ipma", entries)] },
  ];
  for (const draft of bombs) assert.equal(refusalOf(draft), "malformed");
});

test("Exif that lies in the table of contents is not found in the copy either", () => {
  const draft = {
    ...plain,
    items: [...plain.items, { id: 9, type: "Exif", body: joined(u32(0), exifBlock(1)), name: secret }],
  };
  assert.equal(holdsSecret(copyOf(still(draft)).bytes), false);
});
