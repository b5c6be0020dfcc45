import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeskType } from "@temwen/media/desk";
import { mayBeShown, shownAs } from "./shown-kind.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const pdf = bytes("%PDF-1.7 and what follows");
const jpeg = bytes("\xff\xd8\xff\xe0 and what follows");

test("a document that calls itself a picture is not shown as one", () => {
  assert.ok(mayBeShown("image/jpeg"));
  assert.deepEqual(shownAs("image/jpeg", pdf), { kind: "document", mediaType: "application/pdf" });
  assert.equal(shownAs("image/jpeg", bytes("<script>")), undefined);
});

test("a picture is shown as what it is, whatever it is called", () => {
  assert.deepEqual(shownAs("video/mp4", jpeg), { kind: "picture", mediaType: "image/jpeg" });
  assert.deepEqual(shownAs("IMAGE/PNG; x=1", jpeg), { kind: "picture", mediaType: "image/jpeg" });
});

test("every kind of working copy but HEIC, which no browser of a desk draws, may be looked at, films of iPhones and of cheap phones too", () => {
  // Whoever gives working copies a new type must name it here, or the types do not fit.
  const box = (brand: string) => bytes(`\0\0\0\x14ftyp${brand}\0\0\0\0`);
  const first: {
    readonly [type in Exclude<DeskType, "image/heic">]: readonly [Uint8Array, "picture" | "film" | "sound"];
  } = {
    "image/jpeg": [jpeg, "picture"],
    "image/png": [bytes("\x89PNG\r\n\x1a\n"), "picture"],
    "image/webp": [bytes("RIFF\0\0\0\0WEBPVP8 "), "picture"],
    "image/avif": [box("avif"), "picture"],
    "video/mp4": [box("isom"), "film"],
    "video/quicktime": [box("qt  "), "film"],
    "video/3gpp": [box("3gp4"), "film"],
    "audio/mp4": [box("M4A "), "sound"],
    "audio/3gpp": [box("3gp4"), "sound"],
    "audio/wav": [bytes("RIFF\0\0\0\0WAVEfmt "), "sound"],
    "audio/flac": [bytes("fLaC\0"), "sound"],
    "audio/mpeg": [bytes("\xff\xfb\x90\x44"), "sound"],
    "audio/aac": [bytes("\xff\xf1\x50\x80"), "sound"],
    "audio/amr": [bytes("#!AMR\n"), "sound"],
    "audio/ogg": [bytes("OggS\0"), "sound"],
    "audio/webm": [bytes("\x1aE\xdf\xa3\x8b\x42\x82\x84webm"), "sound"],
    "video/webm": [bytes("\x1aE\xdf\xa3\x8b\x42\x82\x84webm"), "film"],
  };
  for (const [type, [beginning, kind]] of Object.entries(first)) {
    assert.ok(mayBeShown(type), type);
    assert.equal(shownAs(type, beginning)?.kind, kind, type);
  }
});

test("what came without a kind is shown by its bytes", () => {
  for (const said of ["application/octet-stream", "", "toString", "image/x-unheard-of"]) {
    assert.ok(mayBeShown(said), said);
    assert.deepEqual(shownAs(said, jpeg), { kind: "picture", mediaType: "image/jpeg" }, said);
    assert.equal(shownAs(said, bytes("nothing that anybody knows")), undefined, said);
  }
});

test("the sounds of phones are heard by whatever name they go", () => {
  const sounds = {
    "audio/mpeg": ["ID3\x04", "\xff\xfb\x90\x44"],
    "audio/aac": ["\xff\xf1\x50\x80", "\xff\xf9\x50\x80"],
    "audio/amr": ["#!AMR\n"],
    "audio/wav": ["RIFF\0\0\0\0WAVEfmt "],
  };
  for (const [type, beginnings] of Object.entries(sounds)) {
    for (const beginning of beginnings) {
      for (const said of ["audio/mp3", "audio/x-wav", "audio/x-m4a", "application/octet-stream"])
        assert.deepEqual(shownAs(said, bytes(beginning)), { kind: "sound", mediaType: type }, said);
    }
  }
  for (const said of ["audio/mp3", "audio/amr", "audio/aac", "audio/x-wav", "audio/wave", "audio/x-m4a"])
    assert.ok(mayBeShown(said), said);
});

test("a page and what nothing here draws are only saved, and so is a document too large to read", () => {
  const never = ["text/html", "image/svg+xml", "image/heic", "application/zip", "TEXT/plain; x=1"];
  for (const said of never) assert.ok(!mayBeShown(said), said);
  const large = new Uint8Array(32 * 2 ** 20 + 1);
  large.set(pdf);
  assert.ok(mayBeShown("application/pdf"));
  assert.equal(shownAs("application/pdf", large), undefined);
  assert.equal(shownAs("application/octet-stream", bytes("<!doctype html>")), undefined);
});
