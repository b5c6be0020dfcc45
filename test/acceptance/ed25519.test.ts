// The verdict on a signature must be one everywhere: what a phone believes a server believes, edge cases included.
// The vectors are other people's (github.com/C2SP/CCTV) and are not part of this project.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { verifyOnNode } from "@temwen/office/signing-node";
import { verifyInBrowser } from "@temwen/office/signing-web";
import { loadCarried } from "../../apps/complain/build/load-carried.testing.ts";

type EdgeCase = {
  readonly number: number;
  readonly key: string;
  readonly sig: string;
  readonly msg: string;
  readonly flags: readonly string[] | null;
};

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const shared = process.env.TEMWEN_SHARED ?? join(root, "../shared");
const path = join(shared, "vectors/ed25519/ed25519vectors.json");
const isHere = existsSync(path);
const absence = `${path} is not here: name the folder of outside data in TEMWEN_SHARED`;

test("the edge cases of Ed25519 are at hand wherever a release is checked", (t) => {
  if (isHere) return;
  if (process.env.CI === "true") assert.fail(absence);
  t.skip(absence);
});

// OpenSSL 3.5.8 refuses points of small order and earlier ones accept them: the verdict hung on the version of Node.
test("phone and server give one verdict on every edge case of Ed25519", { skip: isHere ? false : absence }, () => {
  const cases = readCases();
  assert.equal(cases.length, 914);
  const disagreements = cases.filter(({ key, sig, msg }) => new Set(verdicts(key, sig, msg)).size > 1);
  assert.deepEqual(
    disagreements.map(({ number }) => number),
    [],
  );
});

test("what the pages carry, with less of the libraries in it, gives that verdict too", {
  skip: isHere ? false : absence,
}, async () => {
  const carried = await loadCarried();
  for (const { number, key, sig, msg } of readCases()) {
    const seen = verdicts(key, sig, msg, [verifyOnNode, carried.verifyInBrowser]);
    assert.equal(seen[0], seen[1], `case ${number}`);
  }
});

test("what the specification refuses is refused by both, and nothing else is", {
  skip: isHere ? false : absence,
}, () => {
  const refusing = ["low_order_A", "low_order_R", "low_order_residue", "non_canonical_R"];
  for (const { number, key, sig, msg, flags } of readCases()) {
    const isRefused = (flags ?? []).some((flag) => refusing.includes(flag));
    assert.deepEqual(verdicts(key, sig, msg), [!isRefused, !isRefused], `case ${number}`);
  }
});

const readCases = () => JSON.parse(readFileSync(path, "utf8")) as readonly EdgeCase[];

function verdicts(
  key: string,
  sig: string,
  msg: string,
  verifiers = [verifyOnNode, verifyInBrowser],
): readonly boolean[] {
  const publicKey = Buffer.from(key, "hex").toString("base64");
  const signature = Buffer.from(sig, "hex").toString("base64");
  return verifiers.map((verify) => verify(publicKey, Buffer.from(msg), signature));
}
