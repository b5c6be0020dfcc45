// Vectors of the public log: what stands in each file, with the verdicts and bytes that our code gives. Runs in browsers too:
// the files come from a reader, and what hashes and checks signatures is given.
import { openCheckpoint } from "@temwen/public-log/checkpoint";
import { checkLog } from "@temwen/public-log/fsck";
import {
  formatSignatureLine,
  formatVkey,
  type NoteSigner,
  parseNote,
  parseSignatureLines,
  parseVkey,
  signText,
  type Vkey,
  verifyNote,
} from "@temwen/public-log/note";
import { judgeCheckpoint, parseLogPolicy } from "@temwen/public-log/policy";
import type { Primitives } from "@temwen/public-log/primitives-web";
import { formatLogProof, parseLogProof, verifyLogProof } from "@temwen/public-log/proof";
import { decideCosignature, parseAddCheckpoint, type WitnessState, witnessStatus } from "@temwen/public-log/witness";
import { type Json, parseBase64, sameBytes, utf8 } from "@temwen/vocabulary";
import { describeTree, fromHex, growInSteps, hex, proveGrowth, vectorSigner, withMlDsa44 } from "./log-tree.ts";

/** A file of the vectors by its path in their folder; null when there is none. */
export type ReadVector = (path: string) => Promise<Uint8Array | null>;

type Fields = { readonly [name: string]: string };
type Keys = { readonly log_ed25519: Fields; readonly log_mldsa44: Fields; readonly witnesses: readonly Fields[] };
type Place = { readonly read: ReadVector; readonly primitives: Primitives };
type Say = (place: Place, file: string) => Promise<Json>;

const sayings: Readonly<Record<string, Say>> = {
  "keys.json": sayKeys,
  "trees.json": sayTrees,
  "consistency.json": sayConsistency,
  "checkpoints.json": sayCheckpoints,
  "proofs.json": sayProofs,
  "add-checkpoint.json": sayRequests,
  "add-checkpoint-fresh.json": sayRequests,
  "intermediate.json": sayIntermediate,
};

/** Each file of the vectors as our code would have it. */
export async function logVectors(read: ReadVector, bare: Primitives): Promise<ReadonlyMap<string, Json>> {
  const place = { read, primitives: withMlDsa44(bare) };
  const said = new Map<string, Json>();
  for (const [file, say] of Object.entries(sayings)) said.set(file, await say(place, file));
  return said;
}

/** What our code says of a whole log in a folder of the vectors, under their policy. */
export async function sayOfLog(read: ReadVector, bare: Primitives, folder: string): Promise<Json> {
  const place = { read, primitives: withMlDsa44(bare) };
  const policy = await readPolicy(place);
  const trusted = judgeCheckpoint(await bytesOf(place, `${folder}/checkpoint`), policy, place.primitives);
  if (!trusted.ok) return { refusal: trusted.refusal.code };
  const { size, root } = trusted.value.checkpoint;
  const walk = checkLog({ ...place.primitives, size, root, readTile: (path) => read(`${folder}/${path}`) });
  for (let step = await walk.next(); ; step = await walk.next()) {
    if (!step.done) continue;
    const checked = step.value;
    const cosigned = trusted.value.cosigned.map(({ name }) => name);
    return checked.ok ? { entries: Number(checked.value.entries), cosigned } : { refusal: checked.refusal.code };
  }
}

async function sayKeys(place: Place, file: string): Promise<Json> {
  const keys = await json<Keys>(place, file);
  const say = (key: Fields): Json => {
    const { vkey } = vectorSigner(place.primitives.hasher, key);
    return { ...key, vkey: formatVkey(vkey), key_id_hex: vkey.keyId };
  };
  return { log_ed25519: say(keys.log_ed25519), log_mldsa44: say(keys.log_mldsa44), witnesses: keys.witnesses.map(say) };
}

async function sayTrees(place: Place, file: string): Promise<Json> {
  const { hasher } = place.primitives;
  const known = await json<{ seed: string; trees: readonly { size: number; tiles?: Json }[] }>(place, file);
  const tree = growInSteps(
    hasher,
    known.seed,
    known.trees.map(({ size }) => size),
  );
  return {
    ...known,
    trees: known.trees.map(({ size, tiles }) => describeTree(hasher, tree, size, tiles !== undefined)),
  };
}

async function sayConsistency(place: Place, file: string): Promise<Json> {
  const { hasher } = place.primitives;
  const known = await json<readonly { Old: number; New: number }[]>(place, file);
  const sizes = known.flatMap(({ Old, New }) => [Old, New]);
  const tree = growInSteps(hasher, "dev", sizes);
  return Promise.all(known.map(({ Old, New }) => proveGrowth(hasher, tree, [Old, New])));
}

async function sayCheckpoints(place: Place, file: string): Promise<Json> {
  const { primitives } = place;
  const vkeys = await readVkeys(place);
  const known = await json<readonly Fields[]>(place, file);
  return known.map((vector) => {
    const bytes = fromBase64(vector.NoteBase64 ?? "");
    const note = parseNote(bytes);
    const verified = note.ok ? verifyNote(note.value, vkeys, primitives) : note;
    return {
      ...vector,
      Valid: openCheckpoint(bytes, vkeys, primitives).ok,
      verified_signatures: verified.ok ? verified.value.verified.length : 0,
    };
  });
}

async function sayProofs(place: Place, file: string): Promise<Json> {
  const { primitives } = place;
  const policy = await readPolicy(place);
  const known = await json<readonly Fields[]>(place, file);
  return Promise.all(
    known.map(async (vector) => {
      const leafHash = primitives.hasher.leaf(fromHex(vector.Leaf ?? ""));
      const bytes = await bytesOf(place, `proofs/${vector.File}`);
      const proof = parseLogProof(bytes);
      // A file has one spelling: what is read is written again byte for byte.
      const isValid =
        proof.ok &&
        sameBytes(formatLogProof(proof.value), bytes) &&
        verifyLogProof({ proof: proof.value, leafHash }, policy, primitives).ok;
      return { ...vector, LeafHash: hex(leafHash), Valid: isValid };
    }),
  );
}

async function sayRequests(place: Place, file: string): Promise<Json> {
  const { primitives } = place;
  const known = await json<{ log_vkey: string; steps: readonly Fields[] }>(place, file);
  const key = readVkey(place, known.log_vkey);
  let last: WitnessState | null = null;
  const steps: Json[] = [];
  for (const { expect_body: _, ...step } of known.steps) {
    const request = parseAddCheckpoint(fromBase64(step.BodyBase64 ?? ""));
    if (!request.ok) {
      steps.push({ ...step, Expect: witnessStatus[request.refusal] });
      continue;
    }
    const logKeys = request.value.checkpoint.origin === key.name ? [key] : null;
    const decided = decideCosignature({ request: request.value, logKeys, last, primitives });
    if (decided.ok) {
      last = decided.value.next;
      steps.push({ ...step, Expect: 200 });
    } else {
      const { refusal } = decided;
      const body = refusal.code === "size-conflict" ? { expect_body: `${refusal.size}\n` } : {};
      steps.push({ ...step, Expect: witnessStatus[refusal.code], ...body });
    }
  }
  return { ...known, steps };
}

async function sayIntermediate(place: Place, file: string): Promise<Json> {
  const { primitives } = place;
  const known = await json<Fields>(place, file);
  const keys = await json<Keys>(place, "keys.json");
  const [first, , third] = keys.witnesses.map((key) => vectorSigner(primitives.hasher, key));
  if (first === undefined || third === undefined) throw new Error("keys.json has too few witnesses");
  const [, timeLine = "", ...lines] = (known.ed25519_signed_message_utf8 ?? "").split("\n");
  const text = lines.join("\n");
  const time = BigInt(timeLine.slice("time ".length));
  const later = parseSignatureLines(utf8(known.w3_line ?? ""));
  // This signature was drawn by chance: it is verified and not compared, and says its own time.
  const verified = later.ok ? verifyNote({ text, signatures: later.value }, [third.vkey], primitives) : later;
  const laterTime = (verified.ok ? verified.value.verified[0]?.time : null) ?? 0n;
  return {
    ...known,
    ed25519_signed_message_utf8: new TextDecoder().decode(messageOf(first, text, time)),
    mldsa44_signed_message_hex: hex(messageOf(third, text, laterTime)),
    w1_line: formatSignatureLine(signText(first, text, time)),
    w3_line: verified.ok ? (known.w3_line ?? "") : "does not verify",
  };
}

/** The bytes that a key is given to sign. */
function messageOf({ vkey }: NoteSigner, text: string, time: bigint): Uint8Array {
  let given = new Uint8Array(0);
  const sign = (message: Uint8Array) => {
    given = Uint8Array.from(message);
    return given;
  };
  signText({ vkey, sign }, text, time);
  return given;
}

async function readVkeys(place: Place): Promise<readonly Vkey[]> {
  const { log_ed25519, log_mldsa44, witnesses } = await json<Keys>(place, "keys.json");
  return [log_ed25519, log_mldsa44, ...witnesses].map(({ vkey = "" }) => readVkey(place, vkey));
}

function readVkey({ primitives }: Place, text: string): Vkey {
  const vkey = parseVkey(primitives.hasher.sha256, text);
  if (!vkey.ok) throw new Error(`${text.slice(0, 40)}: ${vkey.refusal}`);
  return vkey.value;
}

async function readPolicy(place: Place) {
  const policy = parseLogPolicy(await bytesOf(place, "policy.txt"), place.primitives.hasher.sha256);
  if (!policy.ok) throw new Error(`policy.txt: ${policy.refusal.code}`);
  return policy.value;
}

async function bytesOf({ read }: Place, path: string): Promise<Uint8Array> {
  const bytes = await read(path);
  if (bytes === null) throw new Error(`${path} is missing`);
  return bytes;
}

async function json<T extends Json>(place: Place, path: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await bytesOf(place, path))) as T;
}

function fromBase64(text: string): Uint8Array {
  const bytes = parseBase64(text);
  if (!bytes.ok) throw new Error("a vector is not in base64");
  return bytes.value;
}
