import { type Digest, utf8 } from "@temwen/vocabulary";

/** SHA-256 in hex, handed in. */
export type Sha256 = (bytes: Uint8Array) => Digest;

/** A file whose size and digest are known before it is read; it is read when it is written, and not before. */
export type BagFile = {
  /** Below the bag's folder: `data/letter.pdf`. */
  readonly path: string;
  readonly size: number;
  readonly sha256: Digest;
  readonly read: () => Promise<Uint8Array>;
};

/** A bag of BagIt 1.0 (RFC 8493) with SHA-256. */
export type Bag = {
  /** Tag files first, then the payload, as they stand in the manifests. */
  readonly files: readonly BagFile[];
  /** SHA-256 of `tagmanifest-sha256.txt`: it names every byte of the bag, however the bag is packed. */
  readonly digest: Digest;
};

/** A file whose bytes are in hand. */
export const fileOf = (path: string, bytes: Uint8Array, sha256: Sha256): BagFile => ({
  path,
  size: bytes.length,
  sha256: sha256(bytes),
  read: async () => bytes,
});

/** Lays out a bag: `payload` with paths below `data/`, `info` as lines of `bag-info.txt`. Throws on a path that could leave the folder, or stands there twice. */
export function layBag(
  payload: readonly BagFile[],
  info: readonly (readonly [label: string, value: string])[],
  sha256: Sha256,
): Bag {
  refusePaths(payload);
  const sorted = [...payload].sort(byPath);
  const oxum = `${sorted.reduce((sum, { size }) => sum + size, 0)}.${sorted.length}`;
  const text = (path: string, lines: readonly string[]): BagFile =>
    fileOf(path, utf8(lines.map((line) => `${line}\n`).join("")), sha256);
  const tags = [
    text("bag-info.txt", [...info, ["Payload-Oxum", oxum] as const].map(toInfoLine)),
    text("bagit.txt", ["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"]),
    text("manifest-sha256.txt", sorted.map(toManifestLine)),
  ];
  const tagManifest = text("tagmanifest-sha256.txt", tags.map(toManifestLine));
  return { files: [...tags, tagManifest, ...sorted], digest: tagManifest.sha256 };
}

/** Two spaces, as `sha256sum` writes them and RFC 8493 allows. */
const toManifestLine = ({ sha256, path }: BagFile): string => `${sha256}  ${path}`;

function toInfoLine([label, value]: readonly [string, string]): string {
  if (/[\r\n]/.test(label + value) || label.includes(":")) throw new Error(`${label} would break bag-info.txt`);
  return `${label}: ${value}`;
}

const byPath = (a: BagFile, b: BagFile): number => (a.path < b.path ? -1 : 1);

/** Paths are made here, of ids and fixed words: another one is a bug, and would be written where somebody unpacks. */
function refusePaths(payload: readonly BagFile[]): void {
  const seen = new Set<string>();
  for (const { path } of payload) {
    const isPlain = /^data(\/[a-z0-9][A-Za-z0-9.-]*){1,2}$/.test(path) && !path.includes("..");
    if (!isPlain || seen.has(path)) throw new Error(`${path} cannot stand in a bag`);
    seen.add(path);
  }
}
