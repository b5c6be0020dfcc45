// What other people's vectors of logs say, and what our code says of the same. Runs in browsers too: nothing here knows where
// the files are.
import { openCheckpoint } from "@temwen/public-log/checkpoint";
import { checkLog } from "@temwen/public-log/fsck";
import { parseNote, parseVkey, verifyNote } from "@temwen/public-log/note";
import { parseLogPolicy } from "@temwen/public-log/policy";
import type { Primitives } from "@temwen/public-log/primitives-web";
import { parseTilePath, tilePath, tilesOfGrowth } from "@temwen/public-log/tiles";
import { emptyRange, growRange, rangeRoot, verifyConsistency, verifyInclusion } from "@temwen/public-log/tree";
import { canonicalText, type Json, parseBase64 } from "@temwen/vocabulary";
import { fromHex, hex, withMlDsa44 } from "../../tools/vectors/log-tree.ts";
import { logVectors, sayOfLog } from "../../tools/vectors/log-vectors.ts";

/** One thing that a vector says and our code says. */
export type Said = { readonly name: string; readonly expected: Json; readonly said: Json };

/** Files below the folder of vectors, by path. */
export type OutsideFiles = ReadonlyMap<string, Uint8Array>;

const tesseraKey = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";

/** Everything that is said, in the order of the folders. */
export async function judgeOutside(files: OutsideFiles, bare: Primitives): Promise<readonly Said[]> {
  const primitives = withMlDsa44(bare);
  return [
    ...(await judgeGenerated(files, bare)),
    ...judgeMerkle(files, primitives),
    ...judgeTree8(files, primitives),
    ...judgeNotes(files, primitives),
    ...judgePaths(files),
    ...(await judgeTessera(files, primitives)),
    ...judgeOldPolicies(files, primitives),
    ...judgeEd25519(files, primitives),
  ];
}

/** What differs, each in one line. */
export const differences = (all: readonly Said[]): readonly string[] =>
  all
    .filter(({ expected, said }) => canonicalText(expected) !== canonicalText(said))
    .map(({ name, said }) => `${name}: our code says ${canonicalText(said).slice(0, 200)}`);

async function judgeGenerated(files: OutsideFiles, primitives: Primitives): Promise<readonly Said[]> {
  const read = async (path: string) => files.get(`generated/${path}`) ?? null;
  const all: Said[] = [];
  for (const [file, said] of await logVectors(read, primitives)) {
    all.push({ name: `generated/${file}`, expected: json(files, `generated/${file}`), said });
  }
  for (const entries of [1, 257, 600, 1100]) {
    const said = await sayOfLog(read, primitives, `log-${entries}`);
    all.push({ name: `generated/log-${entries}`, expected: { entries, cosigned: ["w1", "w2"] }, said });
  }
  return all;
}

type Merkle = Readonly<Record<string, string>> & {
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
};

function judgeMerkle(files: OutsideFiles, { hasher }: Primitives): readonly Said[] {
  return paths(files, "merkle/", ".json").map((name) => {
    // Sizes go beyond what a double holds: they are made text before they are read.
    const text = textOf(files, name).replace(/("(?:leafIdx|treeSize|size1|size2)":\s*)(\d+)/g, '$1"$2"');
    const vector = JSON.parse(text) as Merkle;
    const hash = (field: string) => fromBase64(vector[field] ?? "");
    const [proof, size] = [(vector.proof ?? []).map(fromBase64), (field: string) => BigInt(vector[field] ?? 0)];
    const verdict = name.startsWith("merkle/inclusion/")
      ? verifyInclusion(hasher, {
          index: size("leafIdx"),
          size: size("treeSize"),
          leafHash: hash("leafHash"),
          proof,
          root: hash("root"),
        })
      : verifyConsistency(hasher, {
          oldSize: size("size1"),
          oldRoot: hash("root1"),
          size: size("size2"),
          root: hash("root2"),
          proof,
        });
    return { name, expected: !vector.wantErr, said: verdict.ok };
  });
}

function judgeTree8(files: OutsideFiles, { hasher }: Primitives): readonly Said[] {
  const name = "rfc6962/tree8.json";
  type Tree8 = { leaves_hex: readonly string[]; leaf_hashes_hex: Json; roots_hex: Json };
  const vector = json<Tree8>(files, name);
  const hashes = vector.leaves_hex.map((leaf) => hasher.leaf(fromHex(leaf)));
  const roots = Array.from({ length: hashes.length + 1 }, (_, size) =>
    hex(rangeRoot(hasher, growRange(hasher, emptyRange, hashes.slice(0, size)))),
  );
  return [
    { name, expected: vector.leaf_hashes_hex, said: hashes.map(hex) },
    { name, expected: vector.roots_hex, said: { ...roots } },
  ];
}

function judgeNotes(files: OutsideFiles, primitives: Primitives): readonly Said[] {
  const { sha256 } = primitives.hasher;
  const keys = json<{ good: readonly string[]; bad: readonly string[] }>(files, "notes/vkeys.json");
  const judged = [...keys.good, ...keys.bad].map((text) => ({
    name: `notes/vkeys.json: ${text}`,
    expected: keys.good.includes(text),
    said: parseVkey(sha256, text).ok,
  }));
  type Vector = { name: string; note_base64: string; vkeys: readonly string[]; valid: boolean; verified_names: Json };
  const notes = json<readonly Vector[]>(files, "notes/notes.json").map((vector) => {
    const vkeys = vector.vkeys.flatMap((text) => {
      const vkey = parseVkey(sha256, text);
      return vkey.ok ? [vkey.value] : [];
    });
    const note = parseNote(fromBase64(vector.note_base64));
    const verified = note.ok ? verifyNote(note.value, vkeys, primitives) : note;
    const names = verified.ok ? verified.value.verified.map(({ vkey }) => vkey.name) : null;
    return { name: `notes/${vector.name}`, expected: vector.valid ? vector.verified_names : null, said: names };
  });
  return [...judged, ...notes];
}

function judgePaths(files: OutsideFiles): readonly Said[] {
  type Good = { path: string; level: number | "entries"; n: number; width: number };
  const { good, bad } = json<{ good: readonly Good[]; bad: readonly string[] }>(files, "tiles/paths.json");
  const read = (path: string): Json => {
    const tile = parseTilePath(path);
    return tile.ok ? { ...tile.value, n: Number(tile.value.n), path: tilePath(tile.value) } : null;
  };
  const counted = json<{ [name: string]: number }>(files, "tiles/70000.json");
  const tiles = [...tilesOfGrowth(0n, BigInt(counted.tree_size ?? 0))];
  const partial = (level: number) => tiles.find((tile) => tile.level === level && tile.width < 256)?.width ?? 0;
  const full = (level: number) => tiles.filter((tile) => tile.level === level && tile.width === 256).length;
  const said = {
    full_level0: full(0),
    partial_level0: partial(0),
    full_level1: full(1),
    partial_level1: partial(1),
    partial_level2: partial(2),
  };
  return [
    ...good.map((tile) => ({ name: `tiles/paths.json: ${tile.path}`, expected: { ...tile }, said: read(tile.path) })),
    ...bad.map((path) => ({ name: `tiles/paths.json: ${path}`, expected: null, said: read(path) })),
    { name: "tiles/70000.json", expected: pick(counted, Object.keys(said)), said },
  ];
}

/** A log that another program wrote: each of its checkpoints, held against its files. */
async function judgeTessera(files: OutsideFiles, primitives: Primitives): Promise<readonly Said[]> {
  const folder = "tessera-log-15/";
  const key = parseVkey(primitives.hasher.sha256, tesseraKey);
  if (!key.ok) throw new Error(key.refusal);
  const readTile = async (path: string) => files.get(folder + path) ?? null;
  const all: Said[] = [];
  for (let entries = 0; entries <= 15; entries += 1) {
    const name = `${folder}checkpoint.${entries}`;
    const opened = openCheckpoint(files.get(name) ?? new Uint8Array(0), [key.value], primitives);
    if (!opened.ok) {
      all.push({ name, expected: { entries }, said: opened.refusal.code });
      continue;
    }
    const { size, root } = opened.value.checkpoint;
    const walk = checkLog({ ...primitives, size, root, readTile });
    let step = await walk.next();
    while (!step.done) step = await walk.next();
    const said = step.value.ok ? { entries: Number(step.value.value.entries) } : step.value.refusal.code;
    all.push({ name, expected: { entries }, said });
  }
  return all;
}

function judgeOldPolicies(files: OutsideFiles, { hasher }: Primitives): readonly Said[] {
  return paths(files, "policy/", ".txt").map((name) => {
    const policy = parseLogPolicy(files.get(name) ?? new Uint8Array(0), hasher.sha256);
    return { name, expected: "malformed-vkey", said: policy.ok ? "read" : policy.refusal.code };
  });
}

function judgeEd25519(files: OutsideFiles, { verifyEd25519 }: Primitives): readonly Said[] {
  // As docs/specs/record.md has it for the whole house.
  const refusing = ["low_order_A", "low_order_R", "low_order_residue", "non_canonical_R"];
  type Vector = { number: number; key: string; sig: string; msg: string; flags: readonly string[] | null };
  return json<readonly Vector[]>(files, "ed25519/ed25519vectors.json").map(({ number, key, sig, msg, flags }) => ({
    name: `ed25519/${number}`,
    expected: !(flags ?? []).some((flag) => refusing.includes(flag)),
    said: verifyEd25519(fromHex(key), new TextEncoder().encode(msg), fromHex(sig)),
  }));
}

const paths = (files: OutsideFiles, below: string, ending: string) =>
  [...files.keys()].filter((path) => path.startsWith(below) && path.endsWith(ending)).sort();

function textOf(files: OutsideFiles, path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`${path} is missing`);
  return new TextDecoder().decode(bytes);
}

const json = <T extends Json = Json>(files: OutsideFiles, path: string): T => JSON.parse(textOf(files, path)) as T;

const pick = (all: { readonly [name: string]: number }, names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, all[name] ?? 0]));

function fromBase64(text: string): Uint8Array {
  const bytes = parseBase64(text);
  return bytes.ok ? bytes.value : new Uint8Array(0);
}
