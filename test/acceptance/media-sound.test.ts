// Sounds and WebM that only the desk copies: exiftool looks for what they still tell, and a browser plays them.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { makeDeskCopy } from "@temwen/media/desk";
import type { Page } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { type OutsideFile, outsideMedia, readOutsideMedia, readTags, withDeskCopies } from "../support/media-files.ts";

/** How long, how coded: what a player needs, and what it works out from that. */
const harmless: readonly RegExp[] = [
  /^Composite:(?:Duration|ImageSize|Megapixels)$/,
  /^File:(?:FileType|FileTypeExtension|MIMEType)$/,
  /^MPEG:(?:MPEGAudioVersion|AudioLayer|AudioBitrate|SampleRate|ChannelMode|MSStereo|IntensityStereo)$/,
  /^MPEG:(?:CopyrightFlag|OriginalMedia|Emphasis)$/,
  // The sum is of the sound itself: whoever has the sound has it.
  /^FLAC:(?:(?:Block|Frame)Size(?:Min|Max)|SampleRate|Channels|BitsPerSample|TotalSamples|MD5Signature)$/,
  /^Matroska:(?:EBML(?:Version|ReadVersion|MaxIDLength|MaxSizeLength)|DocType(?:Version|ReadVersion)?)$/,
  // The last is the place within a cluster, which exiftool has no name for.
  /^Matroska:(?:Cue(?:Time|Track|ClusterPosition)|Matroska_0x0070)$/,
  /^Info:(?:TimecodeScale|Duration)$/,
  /^Track\d+:(?:TrackNumber|TrackLacing|CodecID|TrackType|VideoFrameRate|(?:Image|Display)(?:Width|Height))$/,
];

/** Harmless only with this value: emptied, or the plain number of the track. */
const blank: readonly (readonly [RegExp, string])[] = [
  [/^Info:(?:MuxingApp|WritingApp)$/, ""],
  [/^Track1:TrackUID$/, "01"],
];

let files: readonly OutsideFile[] = [];
before(async () => {
  if (outsideMedia.skip === false) files = await readOutsideMedia();
});
const sounds = () => withDeskCopies(files).filter(({ copy }) => !copy.mime.startsWith("image/"));

test("exiftool finds nothing that tells on people in a sound or WebM that the desk copied", outsideMedia, async () => {
  const copied = sounds();
  assert.deepEqual([...new Set(copied.map(({ copy }) => copy.ending))].sort(), ["flac", "mp3", "webm"]);
  const tags = await readTags(new Map(copied.map(({ number, copy }) => [`${number}.${copy.ending}`, copy.bytes])));
  for (const [file, found] of tags) {
    const telling = found.filter(
      ({ name, value }) =>
        !harmless.some((pattern) => pattern.test(name)) &&
        !blank.some(([pattern, allowed]) => pattern.test(name) && value.replaceAll("\0", "") === allowed),
    );
    assert.deepEqual(telling, [], file);
  }
});

test("no original is changed, and a copy's copy is the same", outsideMedia, () => {
  for (const { number, bytes, copy } of sounds()) {
    const before = bytes.slice();
    const again = makeDeskCopy(copy.bytes);
    assert.deepEqual(bytes, before, `file ${number}`);
    assert.ok(again.ok && Buffer.from(again.value.bytes).equals(Buffer.from(copy.bytes)), `file ${number}`);
  }
});

test("a browser hears the copy of a sound as its original", outsideMedia, async () => {
  await using browser = await openBrowser();
  const page = await browser.newPage();
  const heard: string[] = [];
  for (const { number, bytes, copy } of sounds().filter(({ copy: { mime } }) => mime.startsWith("audio/"))) {
    const [original, made] = [await hear(page, bytes), await hear(page, copy.bytes)];
    if (original === null || made === null) continue;
    heard.push(copy.ending);
    // A first frame that says who coded it is not heard, and players that know it trim the ends by it.
    assert.ok(Math.abs(original.length - made.length) <= 44_100 / 10, `file ${number}`);
    if (copy.ending === "flac") assert.deepEqual(made, original, `file ${number}`);
  }
  assert.ok(heard.includes("flac") && heard.includes("mp3"), heard.join());
});

/** Points of one channel and a sum over them, or null where the browser cannot decode it. */
function hear(page: Page, bytes: Uint8Array): Promise<{ readonly length: number; readonly sum: number } | null> {
  return page.evaluate(async (text) => {
    const original = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const decoded = await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(original.buffer).catch(() => null);
    if (decoded === null) return null;
    let sum = 0;
    for (const value of decoded.getChannelData(0)) sum = (Math.imul(sum, 31) + Math.round(value * 32_767)) | 0;
    return { length: decoded.length, sum };
  }, Buffer.from(bytes).toString("base64"));
}
