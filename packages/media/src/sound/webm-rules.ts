// What of Matroska (RFC 9559) is needed to hear and see, by the elements' numbers. What is not listed goes.

/** `kept` as it is; `emptied`: a text that must be there; the others have rules of their own. */
export type Rule = "kept" | "emptied" | "own-number" | "codec" | "block" | Rules;
export type Rules = { readonly [id: number]: Rule };

const kept = (...ids: readonly number[]): Rules => Object.fromEntries(ids.map((id) => [id, "kept" as const]));

export const ids = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  codec: 0x86,
  encodings: 0x6d80,
  cluster: 0x1f43b675,
  group: 0xa0,
  simpleBlock: 0xa3,
  block: 0xa1,
  cues: 0x1c53bb6b,
} as const;

/** Elements that stand beside clusters: where one does not say how long it is, it ends before any of these. */
export const besideClusters: ReadonlySet<number> = new Set([
  ...[ids.cluster, ids.cues, ids.info, ids.tracks, 0x114d9b74, 0x1254c367, 0x1043a770, 0x1941a469],
]);

/** EBML's version and lengths, and what the file is. */
export const headRules: Rules = kept(0x4286, 0x42f7, 0x42f2, 0x42f3, ids.docType, 0x4287, 0x4285);

const picture: Rules = {
  // Sizes and cuts, in what order lines come, and the colours as numbers.
  ...kept(0x9a, 0x9d, 0xb0, 0xba, 0x54b0, 0x54ba, 0x54b2, 0x54b3, 0x54aa, 0x54bb, 0x54cc, 0x54dd, 0x53b8, 0x53c0),
  21936: {
    ...kept(0x55b1, 0x55b2, 0x55b3, 0x55b4, 0x55b5, 0x55b6, 0x55b7, 0x55b8, 0x55b9, 0x55ba, 0x55bb, 0x55bc, 0x55bd),
    21968: kept(0x55d1, 0x55d2, 0x55d3, 0x55d4, 0x55d5, 0x55d6, 0x55d7, 0x55d8, 0x55d9, 0x55da),
  },
};

/** Its number and kind, flags, the time a frame takes, delays, and how it is coded. */
const track: Rules = {
  ...kept(ids.trackNumber, ids.trackType, ids.codec, 0xb9, 0x88, 0x55aa, 0x9c, 0x23e383, 0x234e7a, 0x56aa, 0x56bb),
  29637: "own-number",
  25506: "codec",
  224: picture,
  225: kept(0xb5, 0x78b5, 0x9f, 0x6264),
};

const cluster: Rules = {
  ...kept(0xe7, 0xa7, 0xab),
  [ids.simpleBlock]: "block",
  [ids.group]: { ...kept(0x9b, 0xfb, 0x75a2), [ids.block]: "block" },
};

/** What stands directly in a segment. */
export const segmentRules: Rules = {
  // How long a tick and the whole are; the two programs must be named, and by nothing.
  [ids.info]: { ...kept(0x2ad7b1, 0x4489), 19840: "emptied", 22337: "emptied" },
  [ids.tracks]: { [ids.track]: track },
  [ids.cluster]: cluster,
  [ids.cues]: { 187: { ...kept(0xb3), 183: kept(0xf7, 0xf1, 0xf0, 0xb2, 0x5378) } },
};

/** What goes, where it has a name of its own. */
export const names = {
  31657: "names",
  21358: "names",
  17505: "time",
  307544935: "user-data",
  272869232: "user-data",
  423732329: "other",
} as const;
