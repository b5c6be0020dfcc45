// Short sounds, written byte by byte, and the things that tell on people put into them.
import { joined, secret } from "../samples.testing.ts";

const u32Little = (value: number): Uint8Array =>
  Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
const u16Little = (value: number): Uint8Array => Uint8Array.of(value & 255, value >>> 8);

/** A chunk of WAV, padded. */
export const waveChunk = (type: string, body: Uint8Array | string): Uint8Array => {
  const whole = joined(body);
  return joined(type, u32Little(whole.length), whole, whole.length % 2 === 1 ? "\0" : "");
};

export const waveFormat = joined(
  u16Little(1),
  u16Little(1),
  u32Little(8000),
  u32Little(8000),
  u16Little(1),
  u16Little(8),
);
export const samples = "\x80\x90\x80\x70\x80";

/** Five samples, with these chunks before and behind them. */
export function wave(before: readonly Uint8Array[] = [], behind: readonly Uint8Array[] = []): Uint8Array {
  const chunks = joined(...before, waveChunk("fmt ", waveFormat), waveChunk("data", samples), ...behind);
  return joined("RIFF", u32Little(chunks.length + 4), "WAVE", chunks);
}

/** A tag as MP3 files begin with, a position in it. */
export const id3 = joined("ID3\x04\0\0\0\0\0", Uint8Array.of(secret.length), secret);
/** A tag as MP3 files end with. */
export const id3v1 = joined("TAG", secret.padEnd(125, "\0"));

/** MPEG-1 layer III at 32 kbit/s and 44.1 kHz. */
export const mp3Frame = (body = ""): Uint8Array => joined("\xff\xfb\x10\xc4", body.padEnd(100, "\x55"));

/** AAC in ADTS, 16 kHz, one channel. */
export const adtsFrame = (body = "\x01\x02\x03"): Uint8Array => {
  const length = body.length + 7;
  return joined(
    "\xff\xf1",
    Uint8Array.of(0x60, 0x40 | (length >> 11), (length >> 3) & 255, ((length & 7) << 5) | 31, 0xfc),
    body,
  );
};

export const flacInfo = joined("\0\0\0\x22", "\x10".repeat(34));
export const flacBlock = (type: number, body: string, isLast = false): Uint8Array =>
  joined(Uint8Array.of(type | (isLast ? 0x80 : 0), 0, 0, body.length), body);
export const flac = (...behind: readonly (Uint8Array | string)[]): Uint8Array =>
  joined("fLaC", flacInfo, flacBlock(4, secret), flacBlock(6, secret, true), "\xff\xf8 frames of it", ...behind);

export const amr = (...behind: readonly (Uint8Array | string)[]): Uint8Array =>
  joined("#!AMR\n", `\x04${"a".repeat(12)}`, `\x3c${"b".repeat(31)}`, "\x7c", ...behind);

type PageDraft = {
  readonly flags?: number;
  readonly serial?: number;
  readonly number?: number;
  readonly hour?: number;
};

/** A page of Ogg with whole packets, each shorter than 255 bytes. */
export function oggPage(packets: readonly (Uint8Array | string)[], draft: PageDraft = {}): Uint8Array {
  const { flags = 0, serial = 77, number = 0, hour = 0 } = draft;
  const bodies = packets.map((packet) => joined(packet));
  const lacing = Uint8Array.from(bodies, ({ length }) => length);
  const head = [u32Little(hour), "\0\0\0\0", u32Little(serial), u32Little(number)];
  const page = joined(
    "OggS\0",
    Uint8Array.of(flags),
    ...head,
    "\0\0\0\0",
    Uint8Array.of(lacing.length),
    lacing,
    ...bodies,
  );
  page.set(u32Little(slowSum(page)), 22);
  return page;
}

/** Bit by bit, as RFC 3533 words it. */
function slowSum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x8000_0000 ? (sum << 1) ^ 0x04c1_1db7 : sum << 1;
  }
  return sum >>> 0;
}

export const opusHead = joined("OpusHead\x01\x01", u16Little(312), u32Little(48_000), "\0\0\0");
const note = joined(u32Little(secret.length), secret);
export const opusTags = joined("OpusTags", note, u32Little(1), note);

/** Two pages of Opus, behind its heads. */
export const opus = (behind: Uint8Array | string = ""): Uint8Array =>
  joined(
    oggPage([opusHead], { flags: 2 }),
    oggPage([opusTags], { number: 1 }),
    oggPage(["one", "two"], { number: 2, hour: 960 }),
    oggPage(["three"], { number: 3, hour: 1440, flags: 4 }),
    behind,
  );

const vorbisTags = joined("\x03vorbis", note, u32Little(1), note, "\x01");
/** The same in Vorbis, whose tables stand on one page with the notes. */
export const vorbis = (): Uint8Array =>
  joined(
    oggPage([`\x01vorbis${"\x02".repeat(23)}`], { flags: 2 }),
    oggPage([vorbisTags, `\x05vorbis${"t".repeat(100)}`], { number: 1 }),
    oggPage(["one"], { number: 2, hour: 960, flags: 4 }),
  );

/** An element of EBML; one whose length is not said has none. */
export function element(id: number, ...body: readonly (Uint8Array | string)[]): Uint8Array {
  const whole = joined(...body);
  const name = id.toString(16).match(/../g) ?? [];
  const size = Uint8Array.of(0x40 | (whole.length >> 8), whole.length & 255);
  return joined(
    Uint8Array.from(name, (two) => Number.parseInt(two, 16)),
    size,
    whole,
  );
}

export const webmHead = element(0x1a45dfa3, element(0x4282, "webm"));
export const opusTrack = (number = 1, extra: readonly Uint8Array[] = []): Uint8Array =>
  element(
    0xae,
    element(0xd7, Uint8Array.of(number)),
    element(0x73c5, secret),
    element(0x83, "\x02"),
    element(0x86, "A_OPUS"),
    element(0x63a2, opusHead),
    ...extra,
  );
export const titleTrack = element(0xae, element(0xd7, "\x02"), element(0x83, "\x11"), element(0x536e, secret));
export const webmInfo = element(0x1549a966, element(0x7ba9, secret), element(0x4d80, secret), element(0x5741, secret));
export const webmTags = element(0x1254c367, secret);
export const webmCluster = element(
  0x1f43b675,
  element(0xe7, "\0"),
  element(0xa3, "\x81\0\0\x80sound"),
  element(0xa3, `\x82\0\0\x80${secret}`),
  element(0xa0, element(0xa1, "\x81\0\x10\0more"), element(0x75a1, secret)),
  element(0xa0, element(0xa1, `\x82\0\x10\0${secret}`)),
);

/** A sound, and a track of words said to somebody's place. */
export const webm = (...behind: readonly Uint8Array[]): Uint8Array =>
  joined(
    webmHead,
    element(0x18538067, webmInfo, element(0x1654ae6b, opusTrack(), titleTrack), webmCluster, webmTags, ...behind),
  );

/** As browsers record it: neither the whole nor its clusters say how long they are. */
export function liveWebm(): Uint8Array {
  const open = (id: string, ...body: readonly (Uint8Array | string)[]) =>
    joined(id, "\x01\xff\xff\xff\xff\xff\xff\xff", ...body);
  const clusters = [0, 1].map((n) =>
    open(
      "\x1f\x43\xb6\x75",
      element(0xe7, Uint8Array.of(n)),
      element(0xa3, "\x81\0\0\x80sound"),
      element(0xec, secret),
    ),
  );
  return joined(webmHead, open("\x18\x53\x80\x67", webmInfo, element(0x1654ae6b, opusTrack()), ...clusters, webmTags));
}
