// Small pictures and a film, written byte by byte, and the things that tell on people put into them.
import { crc32, deflateSync } from "node:zlib";

export const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part))));

export const u16 = (value: number): Uint8Array => Uint8Array.of(value >>> 8, value & 255);
export const u32 = (value: number): Uint8Array => joined(u16(value >>> 16), u16(value & 0xffff));
const u32Little = (value: number): Uint8Array => u32(value).reverse();

/** What must be found nowhere in a copy: as a text, so that it can be searched for in any sort of piece. */
export const secret = "SEKRE-18.5N-72.3W";

export const holdsSecret = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(secret);

/** Exif as phones write it: which side is up, a pointer to a position, and a maker's text. */
export function exifBlock(orientation: number): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: Uint8Array) =>
    joined(u16(tag), u16(type), u32(count), value);
  const entries = [
    entry(0x010f, 2, secret.length, u32(62)),
    entry(0x0112, 3, 1, joined(u16(orientation), u16(0))),
    entry(0x8825, 4, 1, u32(62)),
  ];
  return joined("MM\0*", u32(8), u16(entries.length), ...entries, u32(62), "\0".repeat(12), secret);
}

// ---- JPEG

export const segment = (code: number, ...body: readonly (Uint8Array | string)[]): Uint8Array => {
  const whole = joined(...body);
  return joined(Uint8Array.of(0xff, code), u16(whole.length + 2), whole);
};

const oneCode = joined("\x01", "\0".repeat(15), "\0");

type JpegDraft = { readonly scan?: string; readonly size?: readonly [width: number, height: number] };

/** Eight by eight grey points, with these segments after its start. */
export function jpeg(extra: readonly Uint8Array[] = [], { scan = "\x3f", size = [8, 8] }: JpegDraft = {}): Uint8Array {
  return joined(
    "\xff\xd8",
    ...extra,
    segment(0xdb, "\0", "\x01".repeat(64)),
    segment(0xc0, "\x08", u16(size[1]), u16(size[0]), "\x01\x01\x11\0"),
    segment(0xc4, "\0", oneCode, "\x10", oneCode),
    segment(0xda, "\x01\x01\0\0\x3f\0"),
    scan,
    "\xff\xd9",
  );
}

export const jpegExif = (orientation: number): Uint8Array => segment(0xe1, "Exif\0\0", exifBlock(orientation));

// ---- PNG

export function chunk(type: string, body: Uint8Array | string = ""): Uint8Array {
  const named = joined(type, body);
  return joined(u32(named.length - 4), named, u32(crc32(named)));
}

export function png(extra: readonly Uint8Array[] = [], size: readonly [number, number] = [2, 2]): Uint8Array {
  const head = joined(u32(size[0]), u32(size[1]), "\x08\0\0\0\0");
  const points = deflateSync(joined("\0\x10\x20", "\0\x30\x40"));
  return joined(
    "\x89PNG\r\n\x1a\n",
    chunk("IHDR", head),
    ...extra,
    chunk("IDAT", new Uint8Array(points)),
    chunk("IEND"),
  );
}

// ---- WebP

export function riffChunk(type: string, body: Uint8Array | string): Uint8Array {
  const whole = joined(body);
  return joined(type, u32Little(whole.length), whole, whole.length % 2 === 1 ? "\0" : "");
}

/** One clear point, in the lossless way. */
export const onePoint = riffChunk("VP8L", "\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07");

export const extendedHead = (flags: number): Uint8Array =>
  riffChunk("VP8X", joined(Uint8Array.of(flags, 0, 0, 0), "\0\0\0", "\0\0\0"));

export function webp(...chunks: readonly Uint8Array[]): Uint8Array {
  const body = joined("WEBP", ...chunks);
  return joined("RIFF", u32Little(body.length), body);
}

// ---- MP4

export const box = (type: string, ...body: readonly (Uint8Array | string)[]): Uint8Array => {
  const whole = joined(...body);
  return joined(u32(whole.length + 8), type, whole);
};

const zeros = (count: number): string => "\0".repeat(count);
const hour = u32(0xdeadbeef);

export type TrackDraft = {
  readonly sort: string;
  readonly entry: Uint8Array;
  readonly chunks: readonly number[];
  /** Of every sample; each chunk holds one. */
  readonly sizes: readonly number[];
  /** Where the samples are said to lie: in this file. */
  readonly place?: Uint8Array;
  /** Instead of sizes: how many samples of one byte each chunk holds, as QuickTime says of plain sound. */
  readonly plainSamples?: number;
  /** Further tables beside those. */
  readonly tables?: readonly Uint8Array[];
};

/** As QuickTime and phones write it: times, handler's name, encoder's name, vendor, language, user data. */
export function track({ sort, entry, chunks, sizes, plainSamples, place, tables = [] }: TrackDraft): Uint8Array {
  const places = place ?? box("url ", "\0\0\0\x01");
  const table = box(
    "stbl",
    box("stsd", zeros(4), u32(1), entry),
    box("stts", zeros(4), u32(1), u32(sizes.length), u32(1)),
    box("stsc", zeros(4), u32(1), u32(1), u32(plainSamples ?? 1), u32(1)),
    plainSamples === undefined
      ? box("stsz", zeros(8), u32(sizes.length), ...sizes.map(u32))
      : box("stsz", zeros(4), u32(1), u32(plainSamples * chunks.length)),
    box("stco", zeros(4), u32(chunks.length), ...chunks.map(u32)),
    ...tables,
  );
  const media = box(
    "mdia",
    box("mdhd", zeros(4), hour, hour, u32(1000), u32(1), "\x15\xc7", zeros(2)),
    box("hdlr", zeros(8), sort, zeros(12), secret, "\0"),
    box("minf", box("vmhd", zeros(12)), box("dinf", box("dref", zeros(4), u32(1), places)), table),
  );
  return box("trak", box("tkhd", zeros(4), hour, hour, zeros(72)), media, box("udta", box("name", secret)));
}

export const filmEntry = box(
  "avc1",
  zeros(6),
  u16(1),
  zeros(4),
  "appl",
  zeros(26),
  secret.padEnd(32, "\0"),
  zeros(4),
  box("avcC", "DRAWS"),
  box("uuid", secret),
);

/** The entry that an `mp4a` sound has, as long as an entry of film is with little in it. */
export const soundEntry = box(
  "mp4a",
  zeros(6),
  u16(1),
  zeros(4),
  "appl",
  u16(2),
  u16(16),
  zeros(8),
  box("esds", "SOUNDS".padEnd(43, "x")),
);

/** Sound of two channels of sixteen bits, with these boxes behind. */
export const plainEntry = (code: string, ...boxes: readonly Uint8Array[]): Uint8Array =>
  box(code, zeros(6), u16(1), zeros(8), u16(2), u16(16), zeros(8), ...boxes);

const placeEntry = box("mebx", zeros(6), u16(1), box("keys", secret));

/** Film, sound and a track of places, with a gap between the samples that holds something older. */
export function film({ brand = "isom" } = {}): Uint8Array {
  const head = joined(box("ftyp", brand, u32(512), brand), box("free", secret));
  const samples = ["FILM-ONE", secret, "SOUND-ONE", secret, "FILM-TWO"];
  const starts = samples.map((_, i) => head.length + 8 + samples.slice(0, i).join("").length);
  const [one = 0, place = 0, sound = 0, , two = 0] = starts;
  return joined(
    head,
    box("mdat", ...samples),
    box(
      "moov",
      box("mvhd", zeros(4), hour, hour, u32(1000), u32(1), zeros(80)),
      track({ sort: "vide", entry: filmEntry, chunks: [one, two], sizes: [8, 8] }),
      track({ sort: "soun", entry: soundEntry, chunks: [sound], sizes: [9] }),
      track({ sort: "meta", entry: placeEntry, chunks: [place], sizes: [secret.length] }),
      box("udta", box("\xa9xyz", secret)),
      box("meta", zeros(4), secret),
    ),
    box("uuid", secret),
  );
}
