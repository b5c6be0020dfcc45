// Which boxes of a film stay, level by level. Sources: ISO/IEC 14496-12, QuickTime File Format, 3GPP TS 26.244.
import { type BoxRule, type BoxRules, blank, blankStretch, cleanBoxes, inside, keep } from "./box-rules.ts";
import type { Box } from "./boxes.ts";
import { readTag } from "./bytes.ts";
import { filmEntries, soundEntries } from "./sample-entries.ts";
import { byVersion, editList, exactly, sampleTables } from "./table-rules.ts";

/** Version and flags come first in these boxes; version 1 has longer times. */
const timesEnd = (bytes: Uint8Array, box: Box): number => box.body + (bytes[box.body] === 1 ? 20 : 12);

/** When it was made and changed, after version and flags; the box is so long, and 12 bytes longer where times are longer. */
const blankTimes = (length: number): BoxRule => {
  const isWhole = byVersion(exactly(length), exactly(length + 12));
  return (film, box) => {
    if (!isWhole(film, box)) return false;
    blankStretch(film, box.body + 4, timesEnd(film.bytes, box), "time");
    return true;
  };
};

/** `und`, no language said: three letters of five bits. Phones write what language their owner set. */
const noLanguage = [0x55, 0xc4];

/** Times as above, then scale, duration and the language. */
const blankMediaHead: BoxRule = (film, box) => {
  if (!blankTimes(24)(film, box)) return false;
  film.bytes.set(noLanguage, timesEnd(film.bytes, box) + (film.bytes[box.body] === 1 ? 12 : 8));
  return true;
};

/** Which sort of track it is stays; who wrote it, and its name, go. */
const blankHandler: BoxRule = (film, box) => {
  if (box.body + 12 > box.end) return false;
  blankStretch(film, box.body + 12, box.end, "names");
  return true;
};

/** Where samples lie: in this file. Old QuickTime writes the folder and the disk's name here. */
const blankPlaces: BoxRule = (film, box) => {
  const entry: BoxRule = (_, place) => {
    blankStretch(film, Math.min(place.body + 4, place.end), place.end, "names");
    return true;
  };
  return cleanBoxes(
    film,
    { "url ": entry, "urn ": entry, alis: entry, rsrc: entry },
    { from: box.body + 8, to: box.end },
  );
};

const kept = (types: readonly string[]): BoxRules => Object.fromEntries(types.map((type) => [type, keep]));

const sampleTable = (entries: BoxRule): BoxRules => ({
  ...sampleTables,
  ...kept(["sdtp", "sgpd", "padb", "subs", "stdp"]),
  stsd: entries,
});

const mediaInfo = (entries: BoxRule): BoxRules => ({
  vmhd: exactly(12),
  smhd: exactly(8),
  hdlr: blankHandler,
  dinf: inside({ dref: blankPlaces }),
  stbl: inside(sampleTable(entries)),
});

const track = (entries: BoxRule): BoxRules => ({
  tkhd: blankTimes(84),
  edts: inside({ elst: editList }),
  tapt: inside({ clef: exactly(12), prof: exactly(12), enof: exactly(12) }),
  mdia: inside({ mdhd: blankMediaHead, hdlr: blankHandler, minf: inside(mediaInfo(entries)) }),
});

/** What is seen and heard. Place, motion, faces, timecode, captions and chapters lie in other tracks. */
export type Shown = "vide" | "soun";

/** The sort of a track by its `hdlr` box, or null where it is not shown. */
export function shownBy(bytes: Uint8Array, handler: Box): Shown | null {
  const sort = readTag(bytes, handler.body + 8);
  return sort === "vide" || sort === "soun" ? sort : null;
}

const shownTracks = { vide: inside(track(filmEntries)), soun: inside(track(soundEntries)) };

const cleanTrack =
  (shownAt: ReadonlyMap<number, Shown>): BoxRule =>
  (film, box) => {
    const shown = shownAt.get(box.start);
    if (shown !== undefined) return shownTracks[shown](film, box);
    blank(film, box);
    film.removed.add("other-track");
    return true;
  };

const extension: BoxRules = { mehd: byVersion(exactly(8), exactly(12)), trex: exactly(24), leva: keep };

const fragment = inside({
  mfhd: exactly(8),
  traf: inside(kept(["tfhd", "tfdt", "trun", "sdtp", "sbgp", "sgpd", "subs", "saio", "saiz"])),
});

/** The rules for a whole file, told which tracks are shown by where they begin. */
export const filmRules = (shownAt: ReadonlyMap<number, Shown>): BoxRules => ({
  ...kept(["ftyp", "styp", "sidx", "ssix", "mdat"]),
  moov: inside({ mvhd: blankTimes(100), trak: cleanTrack(shownAt), mvex: inside(extension) }),
  moof: fragment,
});
