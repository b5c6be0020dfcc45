import assert from "node:assert/strict";
import { test } from "node:test";
import { boxesIn } from "./boxes.ts";
import {
  box,
  film,
  filmEntry,
  holdsSecret,
  joined,
  plainEntry,
  secret,
  soundEntry,
  track,
  u32,
} from "./samples.testing.ts";
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

const has = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(Buffer.from(text, "latin1"));

const moovOnly = (...tracks: readonly Uint8Array[]): Uint8Array =>
  joined(box("ftyp", "isom", u32(0)), box("moov", ...tracks));

test("nothing that tells on people is in a film's copy: place, hours, names, language, other tracks, gaps, spare room", () => {
  const { bytes, removed } = copyOf(film());
  assert.equal(holdsSecret(bytes), false);
  assert.equal(has(bytes, "\xde\xad\xbe\xef"), false, "no hour of making");
  assert.equal(has(bytes, "appl"), false, "no vendor");
  assert.equal(has(bytes, "\x15\xc7"), false, "no language");
  assert.deepEqual([...removed].sort(), [
    "location",
    "names",
    "other",
    "other-track",
    "time",
    "unused-bytes",
    "user-data",
  ]);
});

test("film and sound stay where they were, and so does all that finds and decodes them", () => {
  const original = film();
  const { bytes } = copyOf(original);
  assert.equal(bytes.length, original.length);
  for (const piece of ["FILM-ONE", "SOUND-ONE", "FILM-TWO", "DRAWS", "SOUNDS", "stco", "stsz", "stsc", "stts"]) {
    const text = Buffer.from(piece);
    assert.equal(Buffer.from(bytes).indexOf(text), Buffer.from(original).indexOf(text), piece);
  }
});

test("the sound's decoder numbers are whole although their entry is as long as a film's", () => {
  const { bytes } = copyOf(film());
  assert.ok(has(bytes, "SOUNDS".padEnd(43, "x")));
});

test("the original is not changed, and a copy of a copy is the same", () => {
  const original = film();
  const before = original.slice();
  const { bytes } = copyOf(original);
  assert.deepEqual(original, before);
  assert.deepEqual(copyOf(bytes).bytes, bytes);
  assert.deepEqual(copyOf(bytes).removed, []);
});

test("the family is told apart for the player, and a voice note is told from a film", () => {
  const mimes = ["isom", "qt  ", "3gp5", "M4V "].map((brand) => copyOf(film({ brand })).mime);
  assert.deepEqual(mimes, ["video/mp4", "video/quicktime", "video/3gpp", "video/mp4"]);
  const voice = moovOnly(track({ sort: "soun", entry: soundEntry, chunks: [0], sizes: [8] }));
  assert.equal(copyOf(voice).mime, "audio/mp4");
});

test("a table that points at the table of contents brings nothing of it back", () => {
  const draft = (chunks: readonly number[]) =>
    moovOnly(track({ sort: "vide", entry: filmEntry, chunks, sizes: [secret.length] }));
  const at = Buffer.from(draft([0])).indexOf(secret);
  assert.equal(holdsSecret(copyOf(draft([at])).bytes), false);
});

test("the folder of the first recording, an encoder's vendor and a film's colour profile are left out", () => {
  const place = box("alis", "\0\0\0\x01", secret);
  const oldPhone = plainEntry("samr", box("damr", "SEKRE", "MODES"));
  const colours = box("avc1", filmEntry.subarray(8), box("colr", "prof", secret), box("colr", "nclx", "COLOURS"));
  const { bytes, removed } = copyOf(
    moovOnly(
      track({ sort: "soun", entry: oldPhone, chunks: [0], sizes: [8], place }),
      track({ sort: "vide", entry: colours, chunks: [], sizes: [] }),
    ),
  );
  assert.equal(has(bytes, "SEKRE"), false);
  assert.ok(has(bytes, "MODES") && has(bytes, "nclxCOLOURS"));
  assert.ok(removed.includes("colour-profile"));
});

test("plain sound is copied whole although its table says one byte a sample, and not beyond the next chunk", () => {
  const head = box("ftyp", "qt  ", u32(0));
  const at = head.length + 8;
  const original = joined(
    head,
    box("mdat", "SOUNDSOUND-ONE.", secret),
    box(
      "moov",
      track({ sort: "soun", entry: plainEntry("sowt"), chunks: [at], sizes: [], plainSamples: 4 }),
      track({ sort: "meta", entry: soundEntry, chunks: [at + 15], sizes: [secret.length] }),
    ),
  );
  const { bytes } = copyOf(original);
  assert.ok(has(bytes, "SOUNDSOUND-ONE."), "four samples of four bytes, cut at the next chunk");
  assert.equal(has(bytes, "SOUNDSOUND-ONE.S"), false);
});

test("a film whose samples lie outside it, or are more than it, is refused", () => {
  const draft = (chunks: readonly number[], sizes: readonly number[]) =>
    moovOnly(track({ sort: "vide", entry: filmEntry, chunks, sizes }));
  assert.equal(refusalOf(draft([0], [8])), "none");
  assert.equal(refusalOf(draft([0xffff_ff00], [8])), "malformed");
  assert.equal(refusalOf(draft([0], [0xffff_ffff])), "malformed");
  assert.equal(refusalOf(draft(Array(50).fill(0), Array(50).fill(500))), "malformed");
});

/** The same boxes, with `tail` behind the last byte of each that has this type; what holds it grows with it. */
function lengthen(bytes: Uint8Array, type: string, tail: string): Uint8Array {
  const boxes = [...boxesIn(bytes, 0, bytes.length)].map((one) => {
    const body = bytes.subarray(one.body, one.end);
    if (one.type === type) return box(type, body, tail);
    return box(one.type, /^(moov|trak|mdia|minf|stbl|edts)$/.test(one.type) ? lengthen(body, type, tail) : body);
  });
  return joined(...boxes);
}

const tables = ["mvhd", "tkhd", "mdhd", "vmhd", "elst", "stts", "ctts", "stsc", "stsz", "stco", "stss", "sbgp"];
for (const type of tables) {
  test(`a film with something behind the last number of its ${type} is refused`, () => {
    const edits = box("edts", box("elst", u32(0), u32(1), u32(1), u32(0), u32(0x10000)));
    const more = [box("ctts", u32(0), u32(0)), box("stss", u32(0), u32(1), u32(1))];
    const groups = box("sbgp", u32(0), "roll", u32(1), u32(1), u32(1));
    const shown = track({ sort: "vide", entry: filmEntry, chunks: [0], sizes: [8], tables: [...more, groups] });
    const whole = moovOnly(
      box("mvhd", u32(0), u32(0), u32(0), u32(1000), u32(1), "\0".repeat(80)),
      box("trak", edits, shown.subarray(8)),
    );
    assert.equal(refusalOf(whole), "none");
    assert.equal(refusalOf(lengthen(whole, type, secret)), "malformed");
  });
}

test("a film with something behind the numbers of its colours, its points' shape or its pace is refused", () => {
  const entryWith = (...last: readonly Uint8Array[]) =>
    moovOnly(track({ sort: "vide", entry: box("avc1", filmEntry.subarray(8), ...last), chunks: [0], sizes: [8] }));
  for (const [type, numbers] of [
    ["pasp", "\0".repeat(8)],
    ["btrt", "\0".repeat(12)],
    ["clap", "\0".repeat(32)],
    ["colr", "nclxCOLOURS"],
  ] as const) {
    assert.equal(refusalOf(entryWith(box(type, numbers))), "none", type);
    assert.equal(refusalOf(entryWith(box(type, numbers, secret))), "malformed", type);
  }
});

test("a film that is cut off or has no or two tables of contents is refused", () => {
  assert.equal(refusalOf(film().subarray(0, -3)), "malformed");
  assert.equal(refusalOf(joined(box("ftyp", "isom", u32(0)), box("mdat", "FILM"))), "malformed");
  const one = track({ sort: "vide", entry: filmEntry, chunks: [0], sizes: [8] });
  assert.equal(refusalOf(joined(moovOnly(one), box("moov", one))), "malformed");
  assert.equal(refusalOf(moovOnly(...Array(65).fill(one))), "malformed");
});

test("films whose frames are pictures with room of their own, packed tables, and no film at all are for the desk", () => {
  const motionJpeg = filmEntry.slice();
  motionJpeg.set(Buffer.from("jpeg"), 4);
  assert.equal(
    refusalOf(moovOnly(track({ sort: "vide", entry: motionJpeg, chunks: [0], sizes: [8] }))),
    "not-supported",
  );
  assert.equal(refusalOf(moovOnly(box("cmov", secret))), "not-supported");
  const packed = box("trak", box("mdia", box("minf", box("stbl", box("stz2", secret)))));
  assert.equal(refusalOf(moovOnly(packed)), "not-supported");
  assert.equal(
    refusalOf(moovOnly(track({ sort: "text", entry: filmEntry, chunks: [0], sizes: [8] }))),
    "not-supported",
  );
});

test("a film in fragments is copied when it holds only film and sound", () => {
  const shown = track({ sort: "vide", entry: filmEntry, chunks: [], sizes: [] });
  const places = track({ sort: "meta", entry: soundEntry, chunks: [], sizes: [] });
  const fragment = joined(box("moof", box("mfhd", "\0".repeat(8)), box("uuid", secret)), box("mdat", "FILM-ONE"));
  const { bytes } = copyOf(joined(moovOnly(shown), fragment));
  assert.equal(holdsSecret(bytes), false);
  assert.ok(has(bytes, "FILM-ONE"));
  assert.equal(refusalOf(joined(moovOnly(shown, places), fragment)), "not-supported");
});
