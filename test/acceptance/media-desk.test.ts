// Copies that only the desk makes, looked through and drawn by programs of others.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { makeDeskCopy } from "@temwen/media/desk";
import { openBrowser } from "../support/browser.ts";
import {
  type OutsideFile,
  outsideMedia,
  readOutsideMedia,
  readTags,
  type Tag,
  withDeskCopies,
  writeTags,
} from "../support/media-files.ts";

/** How large, how coded: what a player needs, and what it works out from that. */
const harmless: readonly RegExp[] = [
  /^Composite:(?:ImageSize|Megapixels|Rotation)$/,
  /^File:(?:FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight)$/,
  /^QuickTime:(?:MajorBrand|MinorVersion|CompatibleBrands|HandlerType|MediaData(?:Size|Offset)?|Rotation|Mirroring)$/,
  /^QuickTime:(?:Image(?:SpatialExtent|PixelDepth)|CleanAperture|PixelAspectRatio|AuxiliaryImageType)$/,
  /^QuickTime:(?:HEVC|AV1)ConfigurationVersion$/,
  /^QuickTime:(?:General(?:ProfileSpace|TierFlag|ProfileIDC|LevelIDC)|GenProfileCompatibilityFlags|ConstraintIndicatorFlags)$/,
  /^QuickTime:(?:MinSpatialSegmentationIDC|ParallelismType|BitDepth(?:Luma|Chroma)|(?:Average|Constant)FrameRate)$/,
  /^QuickTime:(?:NumTemporalLayers|TemporalIDNested|Seq(?:Profile|LevelIdx0|Tier0)|HighBitDepth|TwelveBit)$/,
  /^QuickTime:(?:Chroma(?:Format|SamplePosition)|InitialDelaySamples|ColorPrimaries|TransferCharacteristics)$/,
  /^QuickTime:(?:MatrixCoefficients|VideoFullRangeFlag)$/,
  /^Meta:(?:PrimaryItemReference|MetaImageSize)$/,
];

const isHarmless = ({ name, value }: Tag): boolean =>
  harmless.some((pattern) => pattern.test(name)) || (name === "QuickTime:ColorProfiles" && value === "nclx");

const telling = (tags: ReadonlyMap<string, readonly Tag[]>): readonly string[] =>
  [...tags].flatMap(([file, found]) => found.filter((tag) => !isHarmless(tag)).map(({ name }) => `${file}: ${name}`));

const written = [
  ...["EXIF:Artist", "EXIF:Make", "EXIF:SerialNumber", "XMP:Creator", "XMP:City"].map((tag) => `${tag}=Sekrè`),
  ...["EXIF:GPSLatitude=18.5", "EXIF:GPSLatitudeRef=N", "EXIF:GPSLongitude=72.3", "EXIF:GPSLongitudeRef=W"],
  ...["EXIF:DateTimeOriginal=2025:11:21 10:10:10", "XMP:GPSLatitude=18.5"],
];

const isPicture = ({ copy }: { readonly copy: { readonly mime: string } }): boolean => copy.mime.startsWith("image/");

let files: readonly OutsideFile[] = [];
before(async () => {
  if (outsideMedia.skip === false) files = await readOutsideMedia();
});

test("exiftool finds nothing that tells on people in a picture that only the desk copies", outsideMedia, async () => {
  const copied = withDeskCopies(files).filter(isPicture);
  const endings = new Set(copied.map(({ copy }) => copy.ending));
  assert.deepEqual([...endings].sort(), ["avif", "heic"]);
  const copies = new Map(copied.map(({ number, copy }) => [`${number}.${copy.ending}`, copy.bytes]));
  assert.deepEqual(telling(await readTags(copies)), []);
});

test("exiftool finds nothing either of what it wrote itself into each of them first", outsideMedia, async () => {
  const pictures = withDeskCopies(files).filter(isPicture);
  const originals = new Map(pictures.map(({ number, copy, bytes }) => [`${number}.${copy.ending}`, bytes]));
  const copies = new Map<string, Uint8Array>();
  for (const [name, bytes] of await writeTags(originals, written)) {
    assert.equal(Buffer.from(bytes).includes("Sekr"), true, `${name}: it was written`);
    const before = bytes.slice();
    const copy = makeDeskCopy(bytes);
    assert.deepEqual(bytes, before, "the original is not changed");
    assert.ok(copy.ok, name);
    assert.ok(copy.value.removed.includes("location"), name);
    assert.equal(Buffer.from(copy.value.bytes).includes("Sekr"), false, name);
    copies.set(name, copy.value.bytes);
  }
  assert.deepEqual(telling(await readTags(copies)), []);
});

/** Reads pictures in boxes, and is of others; where it is not installed the test says so. */
const heifReader = "heif-convert";

function isInstalled(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const withHeifReader = isInstalled(heifReader)
  ? outsideMedia
  : { skip: `${heifReader} is not installed (Debian: libheif-examples)` };

test("another reader draws a HEIC's copy the same, point by point", withHeifReader, async () => {
  const folder = await mkdtemp(join(tmpdir(), "temwen-heic-"));
  try {
    const drawn = async (name: string, bytes: Uint8Array): Promise<Buffer> => {
      await writeFile(join(folder, name), bytes);
      execFileSync(heifReader, [join(folder, name), join(folder, `${name}.png`)], { stdio: "ignore" });
      return readFile(join(folder, `${name}.png`));
    };
    const heic = withDeskCopies(files).filter(({ copy }) => copy.ending === "heic");
    assert.ok(heic.length > 0);
    for (const { number, bytes, copy } of heic)
      assert.ok((await drawn("copy.heic", copy.bytes)).equals(await drawn("original.heic", bytes)), `file ${number}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("a browser draws an AVIF's copy the same, point by point", outsideMedia, async () => {
  await using browser = await openBrowser();
  const page = await browser.newPage();
  const avif = withDeskCopies(files).filter(({ copy }) => copy.ending === "avif");
  assert.ok(avif.length > 0);
  const draw = (bytes: Uint8Array): Promise<string> =>
    page.evaluate(async (text) => {
      const read = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([read], { type: "image/avif" }), {
        colorSpaceConversion: "none",
      });
      const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      pen?.drawImage(picture, 0, 0);
      return [...(pen?.getImageData(0, 0, picture.width, picture.height).data ?? [])].join();
    }, Buffer.from(bytes).toString("base64"));
  for (const { number, bytes, copy } of avif) {
    const points = await draw(copy.bytes);
    assert.ok(points.length > 1000);
    assert.equal(points, await draw(bytes), `file ${number}`);
  }
});
