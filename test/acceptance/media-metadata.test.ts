// Somebody else's program, which knows more sorts of metadata than any other, looks for what working copies still tell. What it
// may find is written down below; anything that is not there fails, so that a tag nobody thought of is found too.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { makeWorkingCopy } from "@temwen/media";
import {
  type OutsideFile,
  outsideMedia,
  readOutsideMedia,
  readTags,
  type Tag,
  withCopies,
  writeTags,
} from "../support/media-files.ts";

/** How large, how coded, how timed: what a player needs, and what it works out from that. */
const harmless: readonly RegExp[] = [
  /^Composite:(?:ImageSize|Megapixels|AvgBitrate|Rotation)$/,
  /^File:(?:FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|BitsPerSample|ColorComponents)$/,
  /^File:(?:EncodingProcess|YCbCrSubSampling|ExifByteOrder)$/,
  /^IFD0:Orientation$/,
  /^JFIF:(?:JFIFVersion|ResolutionUnit|[XY]Resolution)$/,
  /^Adobe:(?:DCTEncodeVersion|APP14Flags[01]|ColorTransform)$/,
  /^PNG:(?:ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace|Palette|Transparency)$/,
  /^PNG:(?:Gamma|SRGBRendering|(?:WhitePoint|Red|Green|Blue)[XY]|Animation(?:Frames|Plays))$/,
  /^RIFF:(?:ImageWidth|ImageHeight|AlphaIsUsed|WebP_Flags|VP8Version|(?:Horizontal|Vertical)Scale)$/,
  /^QuickTime:(?:MajorBrand|MinorVersion|CompatibleBrands|MediaData(?:Size|Offset)?|Free|Unknown_free|Wide)$/,
  /^QuickTime:(?:MovieHeaderVersion|TimeScale|Duration|Preferred(?:Rate|Volume)|NextTrackID|MatrixStructure)$/,
  /^QuickTime:(?:Preview(?:Time|Duration)|PosterTime|Selection(?:Time|Duration)|CurrentTime)$/,
  /^Track\d+:(?:TrackHeaderVersion|TrackID|TrackDuration|TrackLayer|TrackVolume|ImageWidth|ImageHeight)$/,
  /^Track\d+:(?:MediaHeaderVersion|MediaTimeScale|MediaDuration|HandlerType|HandlerClass|MatrixStructure)$/,
  /^Track\d+:(?:Audio(?:Format|Channels|BitsPerSample|SampleRate)|Balance|LayoutFlags|PurchaseFileFormat)$/,
  /^Track\d+:(?:CompressorID|SourceImage(?:Width|Height)|[XY]Resolution|BitDepth|GraphicsMode|OpColor)$/,
  /^Track\d+:(?:VideoFrameRate|SampleSizes|SampleToChunk|ChunkOffset|TimeToSampleTable|SyncSampleTable)$/,
  /^Track\d+:(?:CleanAperture|EncodedPixels|ProductionAperture)Dimensions$/,
  /^Track\d+:(?:IdependentAndDisposableSamples|Unknown_(?:edts|esds|mp4a|free))$/,
];

/** Harmless only with this value, without the zeros of what was blanked. */
const blank: readonly (readonly [RegExp, string])[] = [
  [/^(?:QuickTime|Track\d+):(?:Media|Track)?(?:Create|Modify)Date$/, "0000:00:00 00:00:00"],
  [/^Track\d+:MediaLanguageCode$/, "und"],
  [/^Track\d+:EncoderVersion$/, "0"],
  [/^Track\d+:(?:EncoderVendor|VendorID|CompressorName)$/, ""],
  [/^Track\d+:Unknown_alis$/, "(Binary data 4 bytes, use -b option to extract)"],
];

const isHarmless = ({ name, value }: Tag): boolean =>
  harmless.some((pattern) => pattern.test(name)) ||
  blank.some(([pattern, allowed]) => pattern.test(name) && value.replaceAll("\0", "") === allowed);

const telling = (tags: ReadonlyMap<string, readonly Tag[]>): readonly string[] =>
  [...tags].flatMap(([file, found]) => found.filter((tag) => !isHarmless(tag)).map(({ name }) => `${file}: ${name}`));

const supported = ["jpeg", "png", "webp", "mp4"] as const;

let files: readonly OutsideFile[] = [];
before(async () => {
  if (outsideMedia.skip === false) files = await readOutsideMedia();
});

test("exiftool finds nothing that tells on people in any working copy", outsideMedia, async () => {
  const copied = withCopies(files);
  const copies = new Map(copied.map(({ number, copy }) => [`${number}.${copy.kind}`, copy.bytes]));
  assert.deepEqual(telling(await readTags(copies)), []);
  for (const kind of supported)
    assert.ok(
      copied.some(({ copy }) => copy.kind === kind),
      kind,
    );
  const told = copied.filter(({ tags }) => tags.length > 0).length;
  assert.ok(told >= 14, `only ${told} of the copied files told anything before`);
});

test(
  "exiftool finds nothing either of what it wrote itself into every picture and film first",
  outsideMedia,
  async () => {
    const originals = new Map(
      withCopies(files).map(({ number, copy, bytes }) => [
        `${number}.${copy.kind === "jpeg" ? "jpg" : copy.kind}`,
        bytes,
      ]),
    );
    const written = await writeTags(originals, tagsToWrite);
    const changed = [...written].filter(([name, bytes]) => !sameBytes(bytes, originals.get(name)));
    const before = await readTags(new Map(changed));
    const copies = new Map<string, Uint8Array>();
    for (const [name, bytes] of changed) {
      const copy = makeWorkingCopy(bytes);
      if (!copy.ok) continue;
      assert.ok(
        before.get(name)?.some((tag) => tag.value.includes("Sekrè")),
        "it was written",
      );
      copies.set(name, copy.value.bytes);
    }
    assert.deepEqual(telling(await readTags(copies)), []);
    for (const [name, bytes] of copies) assert.equal(Buffer.from(bytes).includes("Sekr"), false, name);
    for (const ending of ["jpg", "png", "webp", "mp4"]) {
      assert.ok(
        [...copies.keys()].some((name) => name.endsWith(ending)),
        `nothing was written into any ${ending}`,
      );
    }
  },
);

const sameBytes = (one: Uint8Array, other: Uint8Array | undefined): boolean =>
  other !== undefined && Buffer.compare(one, other) === 0;

const tagsToWrite = [
  ...[
    "EXIF:Artist",
    "EXIF:Copyright",
    "EXIF:Make",
    "EXIF:Model",
    "EXIF:SerialNumber",
    "EXIF:OwnerName",
    "EXIF:Software",
  ],
  ...[
    "EXIF:ImageDescription",
    "EXIF:UserComment",
    "EXIF:LensSerialNumber",
    "XMP:Creator",
    "XMP:City",
    "XMP:CreatorTool",
  ],
  ...[
    "IPTC:By-line",
    "IPTC:City",
    "JPEG:Comment",
    "PNG:Author",
    "PNG:Comment",
    "Keys:Author",
    "Keys:Make",
    "Keys:Model",
  ],
  ...["ItemList:Artist", "ItemList:Comment", "UserData:Author", "UserData:Make", "Photoshop:PhotoshopQuality"],
]
  .map((tag) => `${tag}=Sekrè`)
  .concat(
    ...["EXIF:GPSLatitude=18.5", "EXIF:GPSLatitudeRef=N", "EXIF:GPSLongitude=72.3", "EXIF:GPSLongitudeRef=W"],
    ...["XMP:GPSLatitude=18.5", "XMP:GPSLongitude=-72.3", "Keys:GPSCoordinates=18.5 -72.3 10"],
    ...["UserData:GPSCoordinates=18.5 -72.3 10", "EXIF:DateTimeOriginal=2025:11:21 10:10:10", "EXIF:Orientation=6"],
    ...["QuickTime:CreateDate=2025:11:21 10:10:10", "QuickTime:TrackCreateDate=2025:11:21 10:10:10"],
  );

test("what cannot be copied is refused with a code, and no original is changed", outsideMedia, () => {
  for (const { number, bytes } of files) {
    const before = bytes.slice();
    const copy = makeWorkingCopy(bytes);
    assert.ok(sameBytes(bytes, before), `file ${number}`);
    if (!copy.ok) assert.match(copy.refusal.code, /^(?:malformed|not-supported)$/);
    else assert.ok(copy.value.bytes.length <= bytes.length + 96, `file ${number}`);
  }
});
