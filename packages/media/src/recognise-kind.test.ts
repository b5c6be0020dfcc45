import assert from "node:assert/strict";
import { test } from "node:test";
import { recogniseKind } from "./recognise-kind.ts";
import { box, film, joined, jpeg, onePoint, png, webp } from "./samples.testing.ts";

const picture = (brand: string, compatible = "mif1"): Uint8Array => box("ftyp", brand, "\0\0\0\0", compatible);

const examples: readonly (readonly [string, Uint8Array])[] = [
  ["jpeg", jpeg()],
  ["png", png()],
  ["webp", webp(onePoint)],
  ["mp4", film()],
  ["mp4", box("wide")],
  ["heic", picture("heic")],
  ["heic", picture("mif1", "heic")],
  ["unknown", picture("mif1", "avif")],
  ["unknown", picture("avif")],
  ["pdf", joined("%PDF-1.7\n")],
  ["webm", joined("\x1aE\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm")],
  ["unknown", joined("\x1aE\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska")],
  ["ogg", joined("OggS\0")],
  ["gif", joined("GIF89a")],
  ["unknown", joined("PK\x03\x04")],
  ["unknown", joined("<svg>")],
  ["unknown", new Uint8Array()],
];

test("a file's kind is told by its first bytes", () => {
  for (const [kind, bytes] of examples) assert.equal(recogniseKind(bytes), kind);
});
