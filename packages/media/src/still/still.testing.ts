// Pictures in boxes, written byte by byte: tiles, what is clear in them, and everything that tells on people beside it.
import { box, exifBlock, joined, secret, u16, u32 } from "../samples.testing.ts";

const zeros = (count: number): string => "\0".repeat(count);

export type ItemDraft = {
  readonly id: number;
  readonly type: string;
  readonly body: Uint8Array | string;
  readonly properties?: readonly number[];
  readonly name?: string;
  /** Behind the name, as items of type `mime` say what they are. */
  readonly mime?: string;
};

export type StillDraft = {
  readonly items: readonly ItemDraft[];
  readonly properties: readonly Uint8Array[];
  readonly references?: readonly (readonly [type: string, from: number, ...to: readonly number[]])[];
  readonly primary?: number;
  readonly brand?: string;
  /** Behind everything else. */
  readonly more?: readonly Uint8Array[];
  /** Beside the table that says which item looks how. */
  readonly extraTables?: readonly Uint8Array[];
};

/** Items lie in `mdat`, with a gap behind each that holds what the card held before. */
export function still({
  items,
  properties,
  references = [],
  primary = 1,
  brand = "heic",
  more = [],
  extraTables = [],
}: StillDraft): Uint8Array {
  const head = box("ftyp", brand, u32(0), "mif1", brand, "sekr");
  const meta = (bodyAt: number) => {
    let at = bodyAt;
    const places = items.map(({ id, body }) => {
      const place = joined(u16(id), u16(0), u16(1), u32(at), u32(body.length));
      at += body.length + secret.length;
      return place;
    });
    return box(
      "meta",
      zeros(4),
      box("hdlr", zeros(8), "pict", zeros(12), secret, "\0"),
      box("pitm", zeros(4), u16(primary)),
      box("iloc", zeros(4), "\x44\0", u16(items.length), ...places),
      box("iinf", zeros(4), u16(items.length), ...items.map(entry)),
      box(
        "iref",
        zeros(4),
        ...references.map(([type, from, ...to]) => box(type, u16(from), u16(to.length), ...to.map(u16))),
      ),
      box(
        "iprp",
        box("ipco", ...properties),
        box("ipma", zeros(4), u32(items.length), ...items.map(owned)),
        ...extraTables,
      ),
      box("uuid", secret),
    );
  };
  const bodyAt = head.length + meta(0).length + 8;
  return joined(head, meta(bodyAt), box("mdat", ...items.flatMap(({ body }) => [body, secret])), ...more);
}

const entry = ({ id, type, name = "", mime }: ItemDraft): Uint8Array =>
  box("infe", "\x02\0\0\0", u16(id), u16(0), type, name, "\0", mime === undefined ? "" : `${mime}\0`);

const owned = ({ id, properties = [] }: ItemDraft): Uint8Array =>
  joined(u16(id), Uint8Array.of(properties.length), Uint8Array.from(properties));

/** Numbers of a decoder: one set of parameters, and an encoder's text. */
export const hevcNumbers = box(
  "hvcC",
  "\x01".repeat(22),
  Uint8Array.of(2),
  Uint8Array.of(33),
  u16(1),
  u16(4),
  "SETS",
  Uint8Array.of(39),
  u16(1),
  u16(secret.length),
  secret,
);

export const sizeProperty = (width: number, height: number): Uint8Array =>
  box("ispe", zeros(4), u32(width), u32(height));
const alphaName = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0";
const depthName = "urn:mpeg:mpegB:cicp:systems:auxiliary:depth\0";

/** Two tiles side by side, turned; what is clear; a depth map, a thumbnail, Exif with a place, XMP; and a colour profile. */
export const phonePicture: StillDraft = {
  items: [
    { id: 1, type: "grid", body: joined("\0\0\0\x01", u16(16), u16(8)), properties: [2, 4 + 128, 5] },
    { id: 2, type: "hvc1", body: "TILE-ONE", properties: [1 + 128, 3], name: secret },
    { id: 3, type: "hvc1", body: "TILE-TWO", properties: [1 + 128, 3] },
    { id: 4, type: "hvc1", body: "CLEAR", properties: [1 + 128, 2, 6] },
    { id: 5, type: "hvc1", body: `DEPTH${secret}`, properties: [1 + 128, 2, 7] },
    { id: 6, type: "hvc1", body: `THUMB${secret}`, properties: [1 + 128, 3] },
    { id: 7, type: "Exif", body: joined(u32(0), exifBlock(6)) },
    { id: 8, type: "mime", body: secret, mime: "application/rdf+xml" },
  ],
  properties: [
    hevcNumbers,
    sizeProperty(16, 8),
    sizeProperty(8, 8),
    box("irot", "\x01"),
    box("colr", "prof", secret),
    box("auxC", zeros(4), alphaName, secret),
    box("auxC", zeros(4), depthName),
    box("udes", secret),
  ],
  references: [
    ["dimg", 1, 2, 3],
    ["auxl", 4, 1],
    ["auxl", 5, 1],
    ["thmb", 6, 1],
    ["cdsc", 7, 1],
    ["cdsc", 8, 1],
  ],
  more: [box("mpvd", secret)],
};
