import assert from "node:assert/strict";
import { test } from "node:test";
import type { WorkingType } from "../cleaned.ts";
import { holdsSecret, joined, secret } from "../samples.testing.ts";
import {
  adtsFrame,
  amr,
  element,
  flac,
  flacInfo,
  id3,
  id3v1,
  liveWebm,
  mp3Frame,
  oggPage,
  opus,
  opusHead,
  opusTrack,
  samples,
  vorbis,
  wave,
  waveChunk,
  waveFormat,
  webm,
  webmCluster,
  webmHead,
} from "./sound.testing.ts";
import { cleanSound } from "./sound.ts";

/** The copy, in which the secret must not be, and which is the same when it is copied again. */
function copyOf(bytes: Uint8Array, type: WorkingType): Uint8Array {
  const before = bytes.slice();
  const copy = cleanSound(bytes);
  assert.deepEqual(bytes, before);
  assert.ok(copy.ok, "no copy was made");
  assert.equal(copy.value.mime, type);
  assert.ok(!holdsSecret(copy.value.bytes));
  const again = cleanSound(copy.value.bytes);
  assert.ok(again.ok);
  assert.deepEqual([again.value.bytes, [...again.value.removed]], [copy.value.bytes, []]);
  return copy.value.bytes;
}

const refusalOf = (bytes: Uint8Array): string => {
  const copy = cleanSound(bytes);
  return copy.ok ? "copied" : copy.refusal.code;
};
const removedFrom = (bytes: Uint8Array): readonly string[] => {
  const copy = cleanSound(bytes);
  return copy.ok ? [...copy.value.removed].toSorted() : [];
};

test("a WAV keeps its samples and what they are, and no note of who recorded where", () => {
  const noted = wave([waveChunk("bext", secret)], [waveChunk("LIST", `INFOINAM${secret}`), waveChunk("data", secret)]);
  assert.deepEqual(copyOf(joined(noted, secret), "audio/wav"), wave());
  assert.deepEqual(removedFrom(noted), ["names", "other"]);
  const unformatted = joined("RIFF\x12\0\0\0WAVE", waveChunk("data", samples));
  assert.equal(refusalOf(unformatted), "malformed");
  assert.equal(refusalOf(wave().slice(0, -3)), "malformed", "cut short");
  const long = joined(
    "RIFF\x42\0\0\0WAVE",
    waveChunk("fmt ", joined(waveFormat, secret, secret)),
    waveChunk("data", ""),
  );
  assert.equal(refusalOf(long), "malformed", "a format that is longer than it says");
});

test("a FLAC keeps its frames and the block that they need", () => {
  const copy = copyOf(joined(id3, flac(id3v1)), "audio/flac");
  assert.deepEqual(copy, joined("fLaC", Uint8Array.of(0x80), flacInfo.slice(1), "\xff\xf8 frames of it"));
  assert.equal(refusalOf(flac().slice(0, 60)), "malformed");
});

test("an MP3 keeps the frames that follow one another, and neither tags nor the frame that names its maker", () => {
  const sound = joined(mp3Frame(), mp3Frame(), mp3Frame());
  const teller = mp3Frame(`${"\0".repeat(32)}Info${secret}`);
  assert.deepEqual(copyOf(joined(id3, teller, sound, id3v1), "audio/mpeg"), sound);
  assert.deepEqual(copyOf(joined(sound, secret, sound), "audio/mpeg"), joined(sound, sound), "stray bytes");
  const looksLikeOne = joined(sound, mp3Frame().slice(0, 50), secret, "\xff\xfb\x10\xc4", secret);
  assert.deepEqual(copyOf(looksLikeOne, "audio/mpeg"), sound, "a frame that no other follows");
  assert.equal(refusalOf(joined(id3, secret)), "malformed");
  assert.equal(refusalOf(joined("\xff\xfb\0\xc4", "x".repeat(500))), "not-supported", "a rate of its own");
});

test("an AAC keeps its frames", () => {
  const sound = joined(adtsFrame(), adtsFrame("longer than that"));
  assert.deepEqual(copyOf(joined(id3, sound, id3v1), "audio/aac"), sound);
});

test("an AMR keeps its frames, and nothing behind them", () => {
  assert.deepEqual(copyOf(amr(secret), "audio/amr"), amr());
  assert.equal(refusalOf(joined("#!AMR\n", secret)), "malformed");
  assert.equal(refusalOf(joined("#!AMR_MC1.0\n", secret)), "not-supported", "several channels");
});

test("an Ogg keeps the packets that sound, on pages of new numbers, and its notes are empty", () => {
  const stray = oggPage([`fishead\0${secret}`], { flags: 2, serial: 5 });
  const copy = copyOf(joined(stray, opus(secret)), "audio/ogg");
  const silent = `OpusTags${"\0".repeat(8)}`;
  assert.deepEqual(
    copy,
    joined(
      oggPage([opusHead], { flags: 2, serial: 1 }),
      oggPage([silent], { serial: 1, number: 1 }),
      oggPage(["one", "two"], { serial: 1, number: 2, hour: 960 }),
      oggPage(["three"], { serial: 1, number: 3, hour: 1440, flags: 4 }),
    ),
  );
  assert.deepEqual(removedFrom(joined(stray, opus(secret))), ["names", "other-track", "trailer"]);
  const tables = Buffer.from(copyOf(vorbis(), "audio/ogg"));
  assert.ok(tables.includes(`\x05vorbis${"t".repeat(100)}`) && tables.includes(`\x03vorbis${"\0".repeat(8)}\x01`));
});

test("an Ogg whose sums are wrong, or with two sounds, is not copied", () => {
  const bent = opus();
  bent[bent.length - 1] = 0;
  assert.equal(refusalOf(bent), "malformed");
  assert.equal(refusalOf(joined(opus(), opus())), "not-supported");
  assert.equal(refusalOf(oggPage(["Speex   "], { flags: 2 })), "not-supported");
});

test("a WebM keeps film and sound where they stand, and everything else is emptied in place", () => {
  const whole = webm();
  const copy = copyOf(whole, "audio/webm");
  assert.equal(copy.length, whole.length);
  assert.equal(Buffer.from(copy).indexOf("sound"), Buffer.from(whole).indexOf("sound"));
  assert.equal(Buffer.from(copy).indexOf("more"), Buffer.from(whole).indexOf("more"));
  assert.deepEqual(removedFrom(whole), ["names", "other", "other-track", "user-data"]);
  assert.ok(Buffer.from(copyOf(liveWebm(), "audio/webm")).includes("sound"));
});

test("a WebM with packed or unknown coding, or without its tracks, is not copied", () => {
  const tracks = (...list: readonly Uint8Array[]) =>
    joined(webmHead, element(0x18538067, element(0x1654ae6b, ...list), webmCluster));
  assert.equal(refusalOf(tracks(opusTrack(1, [element(0x6d80, "")]))), "not-supported");
  const other = element(0xae, element(0xd7, "\x01"), element(0x83, "\x02"), element(0x86, "A_MS/ACM"));
  assert.equal(refusalOf(tracks(other)), "not-supported");
  assert.equal(refusalOf(joined(webmHead, element(0x18538067, webmCluster))), "malformed");
  const misplaced = joined(webmHead, element(0x18538067, opusTrack(), webmCluster));
  assert.equal(refusalOf(misplaced), "malformed", "a track beside the list of tracks");
  assert.equal(refusalOf(webm().slice(0, -4)), "malformed");
});

test("what is no sound is left to others", () => {
  for (const bytes of ["", "RIFF\0\0\0\0WEBP", "\x89PNG", secret])
    assert.equal(refusalOf(joined(bytes)), "not-supported");
});
