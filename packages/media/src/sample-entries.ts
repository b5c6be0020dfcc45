// What a track is coded with (`stsd`): numbers that the decoder needs, and between them the names of who made the encoder.
import { type BoxRule, type BoxRules, blank, blankStretch, cleanBoxes, inside, isBoxes, keep } from "./box-rules.ts";
import { type Box, boxAt } from "./boxes.ts";
import { readTag } from "./bytes.ts";
import { exactly } from "./table-rules.ts";

/** Places in an entry, counted from its start. */
const vendorAt = 20;
const vendorEnd = 24;
const encoderNameAt = 50;
const encoderNameEnd = 82;
const filmEntryHead = 86;
/** Sound entries of QuickTime have two longer versions; the version's number does not tell which file means it. */
const soundEntryHeads = [36, 52, 72];

/** 3GP writes the vendor and a version here, before what the decoder needs. */
const blankDecoderVendor: BoxRule = (film, box) => {
  blankStretch(film, box.body, Math.min(box.body + 5, box.end), "names");
  return true;
};

/** Colours as numbers stay; a colour profile names its maker and hour. */
const keepColourNumbers: BoxRule = (film, box) =>
  (colourNumbers[readTag(film.bytes, box.body)] ?? blankProfile)(film, box);

const blankProfile: BoxRule = (film, box) => {
  film.removed.add("colour-profile");
  return blank(film, box);
};

const colourNumbers: BoxRules = { nclc: exactly(10), nclx: exactly(11) };

const keptTypes = [
  ...["avcC", "hvcC", "lhvC", "vvcC", "av1C", "vpcC", "esds", "dvcC", "dvvC"],
  ...["chan", "dac3", "dec3", "dac4", "dOps", "dfLa", "alac"],
];
const codecRules = {
  ...Object.fromEntries(keptTypes.map((type) => [type, keep])),
  mdcv: exactly(24),
  clli: exactly(4),
  pasp: exactly(8),
  clap: exactly(32),
  fiel: exactly(2),
  btrt: exactly(12),
  gama: exactly(4),
  colr: keepColourNumbers,
  damr: blankDecoderVendor,
  d263: blankDecoderVendor,
};
const wave = inside({
  ...codecRules,
  frma: exactly(4),
  enda: exactly(2),
  mp4a: keep,
  samr: keep,
});

/** Frames that are pictures of their own, each with room for Exif. */
const picturesInRow = ["jpeg", "mjpa", "mjpb", "png ", "tiff"];

/** Whether a sample description names a way of coding that could carry metadata in every frame. */
export function hasPicturesInRow(bytes: Uint8Array, description: Box): boolean {
  for (let at = description.body + 8; ; ) {
    const entry = boxAt(bytes, at, description.end);
    if (entry === null) return false;
    if (picturesInRow.includes(entry.type)) return true;
    at = entry.end;
  }
}

/** Cleans each entry: vendor, encoder's name, and boxes that are not the codec's. */
const entriesWith =
  (clean: BoxRule): BoxRule =>
  (film, box) => {
    for (let at = box.body + 8; at + 8 <= box.end; ) {
      const entry = boxAt(film.bytes, at, box.end);
      if (entry === null || entry.body !== entry.start + 8 || !clean(film, entry)) return false;
      at = entry.end;
    }
    return true;
  };

export const filmEntries: BoxRule = entriesWith((film, { start, end }) => {
  if (start + filmEntryHead > end) return false;
  blankStretch(film, start + vendorAt, start + vendorEnd, "names");
  blankStretch(film, start + encoderNameAt, start + encoderNameEnd, "names");
  return cleanBoxes(film, codecRules, { from: start + filmEntryHead, to: end });
});

export const soundEntries: BoxRule = entriesWith((film, { start, end }) => {
  const head = soundEntryHeads.find((size) => isBoxes(film.bytes, start + size, end));
  if (head === undefined) return false;
  blankStretch(film, start + vendorAt, start + vendorEnd, "names");
  return cleanBoxes(film, { ...codecRules, wave }, { from: start + head, to: end });
});
