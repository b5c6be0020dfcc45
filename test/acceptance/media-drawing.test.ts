// A real browser draws originals and working copies: what is seen and heard is the same, point by point.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { makeWorkingCopy } from "@temwen/media";
import type { Browser, Page } from "playwright-core";
import { bundleScript } from "../../apps/complain/build/bundling.ts";
import { openBrowser } from "../support/browser.ts";
import { type OutsideFile, outsideMedia, readOutsideMedia, withCopies, writeTags } from "../support/media-files.ts";

/** Under what name the page finds the room's code. */
type PageWithMedia = { readonly media: { readonly makeWorkingCopy: typeof makeWorkingCopy } };

const codeLimit = 8_000;

let files: readonly OutsideFile[] = [];
let browser: Browser;
let page: Page;
before(async () => {
  if (outsideMedia.skip === false) files = await readOutsideMedia();
  browser = await openBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: await bundle() });
});
after(async () => {
  await browser?.close();
});

const bundle = (): Promise<string> =>
  bundleScript(fileURLToPath(import.meta.resolve("@temwen/media")), { globalName: "media" });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

test("the code for all kinds is at most 8 KB on the wire", async () => {
  const size = brotliCompressSync(await bundle()).length;
  assert.ok(size <= codeLimit, `${size} bytes`);
});

test("a browser makes the very same copies", outsideMedia, async () => {
  for (const { number, bytes, copy } of withCopies(files)) {
    const made = await page.evaluate(async (text) => {
      const original = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const answer = (globalThis as unknown as PageWithMedia).media.makeWorkingCopy(original);
      if (!answer.ok) return answer.refusal.code;
      return [...answer.value.bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }, base64(bytes));
    assert.equal(sha256(Buffer.from(made, "hex")), sha256(copy.bytes), `file ${number}`);
  }
});

test("a picture's copy has the same size, the same side up and the same points", outsideMedia, async () => {
  let drawn = 0;
  for (const { number, bytes, copy } of withCopies(files)) {
    if (copy.kind === "mp4") continue;
    // Where a colour profile was left out, the points are compared as they are coded; everywhere else also as they are shown.
    const ways = copy.removed.includes("colour-profile") ? (["none"] as const) : (["none", "default"] as const);
    for (const way of ways) {
      const original = await draw(bytes, copy.mime, way);
      assert.equal(await draw(copy.bytes, copy.mime, way), original, `file ${number}, ${way}`);
      if (way === "none" && original !== null) drawn++;
    }
  }
  assert.ok(drawn > 80, `only ${drawn} pictures could be drawn at all`);
});

test(
  "a picture that was held on its side is so in its copy, with nothing else of what was written into it",
  outsideMedia,
  async () => {
    const photo = withCopies(files).find(({ copy, tags }) => copy.kind === "jpeg" && tags.includes("GPSLatitude"));
    const plain = withCopies(files).find(({ copy, bytes }) => copy.kind === "png" && bytes.length > 1000);
    assert.ok(photo && plain);
    const upright = new Map([
      ["photo.jpg", photo.copy.bytes],
      ["picture.png", plain.copy.bytes],
      ["picture.webp", await toWebp(photo.bytes)],
    ]);
    const turned = await writeTags(upright, ["EXIF:Orientation=6", "EXIF:Artist=Sekrè", "XMP:Creator=Sekrè"]);
    for (const [name, bytes] of turned) {
      const copy = makeWorkingCopy(bytes);
      assert.ok(copy.ok, name);
      assert.equal(Buffer.from(bytes).includes("Sekr"), true, name);
      assert.equal(Buffer.from(copy.value.bytes).includes("Sekr"), false, name);
      const original = await draw(bytes, copy.value.mime, "none");
      assert.equal(await draw(copy.value.bytes, copy.value.mime, "none"), original, name);
      const isTurned = original !== (await draw(upright.get(name) ?? bytes, copy.value.mime, "none"));
      if (name.endsWith("jpg")) assert.ok(isTurned, "the browser goes by the direction");
    }
  },
);

/** The same picture as this browser codes WebP: with loss, and with a channel for what is clear. */
async function toWebp(bytes: Uint8Array): Promise<Uint8Array> {
  const text = await page.evaluate(async (original) => {
    const read = Uint8Array.from(atob(original), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([read]));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = canvas.getContext("2d");
    pen?.drawImage(picture, 0, 0);
    pen?.clearRect(0, 0, 20, 20);
    const coded = new Uint8Array(
      await (await canvas.convertToBlob({ type: "image/webp", quality: 0.6 })).arrayBuffer(),
    );
    return [...coded].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }, base64(bytes));
  return new Uint8Array(Buffer.from(text, "hex"));
}

/** Size and digest of what is drawn, or null where the browser cannot draw it. */
function draw(bytes: Uint8Array, mime: string, colorSpaceConversion: "none" | "default"): Promise<string | null> {
  return page.evaluate(
    async ({ text, type, conversion }) => {
      const original = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const options = { colorSpaceConversion: conversion, premultiplyAlpha: "none" } as const;
      const picture = await createImageBitmap(new Blob([original], { type }), options).catch(() => null);
      if (picture === null) return null;
      const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      pen?.drawImage(picture, 0, 0);
      const points = pen?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
      let sum = 0;
      for (const value of points) sum = (Math.imul(sum, 31) + value) | 0;
      return `${picture.width}×${picture.height} ${sum}`;
    },
    { text: base64(bytes), type: mime, conversion: colorSpaceConversion },
  );
}

test("a film's copy shows the same frames and sounds the same", outsideMedia, async () => {
  let shown = 0;
  let heard = 0;
  for (const { number, bytes, copy } of withCopies(files)) {
    if (copy.kind !== "mp4") continue;
    const frames = await show(bytes, copy.mime);
    assert.deepEqual(await show(copy.bytes, copy.mime), frames, `file ${number}`);
    if (frames !== null) shown++;
    const sound = await hear(bytes);
    assert.equal(await hear(copy.bytes), sound, `file ${number}`);
    if (sound !== null) heard++;
  }
  assert.ok(shown > 0 && heard > 0, `shown ${shown}, heard ${heard}`);
});

/** Length and three frames of a film, or null where the browser cannot show it. */
function show(bytes: Uint8Array, mime: string): Promise<readonly string[] | null> {
  return page.evaluate(
    async ({ text, type }) => {
      const original = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const film = document.createElement("video");
      film.muted = true;
      const happens = (name: string) =>
        new Promise<boolean>((resolve) => {
          film.addEventListener(name, () => resolve(true), { once: true });
          film.addEventListener("error", () => resolve(false), { once: true });
        });
      const loaded = happens("loadeddata");
      film.src = URL.createObjectURL(new Blob([original], { type }));
      if (!(await loaded) || film.videoWidth === 0) return null;
      const seen = [`${film.videoWidth}×${film.videoHeight} ${film.duration}`];
      for (const part of [0.1, 0.5, 0.9]) {
        const sought = happens("seeked");
        film.currentTime = film.duration * part;
        await sought;
        const pen = new OffscreenCanvas(film.videoWidth, film.videoHeight).getContext("2d");
        let sum = 0;
        // A busy browser says that it sought before it has the frame; until then nothing at all is drawn, not even black.
        for (let look = 0; look < 100 && sum === 0; look++) {
          if (look > 0) await new Promise((resolve) => setTimeout(resolve, 20));
          pen?.drawImage(film, 0, 0);
          const points = pen?.getImageData(0, 0, film.videoWidth, film.videoHeight).data ?? new Uint8ClampedArray();
          for (const value of points) sum = (Math.imul(sum, 31) + value) | 0;
        }
        seen.push(`${sum}`);
      }
      return seen;
    },
    { text: base64(bytes), type: mime },
  );
}

/** A digest of the sound, or null where the browser cannot decode it. */
function hear(bytes: Uint8Array): Promise<string | null> {
  return page.evaluate(async (text) => {
    const original = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const decoded = await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(original.buffer).catch(() => null);
    if (decoded === null) return null;
    let sum = 0;
    for (const value of decoded.getChannelData(0)) sum = (Math.imul(sum, 31) + Math.round(value * 32_767)) | 0;
    return `${decoded.length} ${decoded.numberOfChannels} ${sum}`;
  }, base64(bytes));
}
