import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8 } from "@temwen/vocabulary";
import { formatCheckpoint } from "./checkpoint.ts";
import { hasher, openLog, testEntries, testSigner, writeLog } from "./log.testing.ts";
import { formatNote, formatVkey, signText } from "./note.ts";
import { parseLogPolicy } from "./policy.ts";
import { primitivesOnNode } from "./primitives-node.ts";
import { primitivesInBrowser } from "./primitives-web.ts";
import { formatLogProof, type LogProof, parseLogProof, verifyLogProof } from "./proof.ts";
import { proveInclusion } from "./tiles.ts";

const logKey = testSigner("log.example/mission");
const witnesses = ["ngo.example", "press.example"].map((name) => testSigner(name, "ed25519-cosignature"));
const policy = parseLogPolicy(
  utf8(
    [
      `log ${formatVkey(logKey.vkey)}`,
      ...witnesses.map(({ vkey }, i) => `witness w${i} ${formatVkey(vkey)}`),
      "group g all w0 w1",
      "quorum g",
      "",
    ].join("\n"),
  ),
  hasher.sha256,
);
assert.ok(policy.ok);

const log = writeLog(testEntries(300));
const text = formatCheckpoint({ origin: "log.example/mission", size: 300n, root: log.root, extensions: [] });
const checkpoint = formatNote({
  text,
  signatures: [signText(logKey, text), ...witnesses.map((signer) => signText(signer, text, 1_750_000_000n))],
});

async function prove(index: number): Promise<LogProof> {
  const hashes = await proveInclusion(await openLog(log), BigInt(index));
  assert.ok(hashes.ok);
  return { index: BigInt(index), hashes: hashes.value, checkpoint, extra: null };
}

const leafHash = (index: number) => hasher.leaf(log.entries[index]!);
const readBack = (proof: LogProof) => {
  const read = parseLogProof(formatLogProof(proof));
  assert.ok(read.ok);
  return read.value;
};

test("a proof that was written down convinces whoever has the leaf and a policy, on phone and server", async () => {
  for (const index of [0, 255, 256, 299]) {
    const proof = readBack(await prove(index));
    for (const primitives of [primitivesOnNode, primitivesInBrowser]) {
      const verified = verifyLogProof({ proof, leafHash: leafHash(index) }, policy.value, primitives);
      assert.ok(verified.ok);
      assert.deepEqual(
        verified.value.cosigned.map(({ name }) => name),
        ["w0", "w1"],
      );
    }
  }
});

test("a proof does not convince of another leaf, or of another place", async () => {
  const proof = await prove(256);
  assert.equal(verifyLogProof({ proof, leafHash: leafHash(257) }, policy.value, primitivesOnNode).ok, false);
  const elsewhere = { ...proof, index: 257n };
  assert.equal(verifyLogProof({ proof: elsewhere, leafHash: leafHash(256) }, policy.value, primitivesOnNode).ok, false);
});

test("a proof with two witnesses fits one square code", async () => {
  assert.ok(formatLogProof(await prove(5)).length < 1400);
});

test("words on the side are handed on, and change nothing", async () => {
  const proof = readBack({ ...(await prove(5)), extra: utf8("from a friend") });
  assert.deepEqual(proof.extra, utf8("from a friend"));
  assert.ok(verifyLogProof({ proof, leafHash: leafHash(5) }, policy.value, primitivesOnNode).ok);
});

test("what is no proof file is refused", async () => {
  const good = new TextDecoder().decode(formatLogProof(await prove(5)));
  const wrong = [
    good.replace("@v1", "@v2"),
    good.replace("index 5", "index 05"),
    good.replace("index 5", "index -5"),
    good.replace("index 5\n", ""),
    good.replace("index 5", "extra !\nindex 5"),
    good.replace("index 5", "extra QQ==\nextra QQ==\nindex 5"),
    good.replace("index 5", "index 5 "),
    good.replaceAll("\n", "\r\n"),
    good.replace("index 5\n", `index 5\n${"AAAA\n".repeat(3)}`),
    good.split("\n\n")[0] ?? "",
    "",
  ];
  for (const one of wrong) assert.equal(parseLogProof(utf8(one)).ok, false, JSON.stringify(one.slice(0, 60)));
  assert.equal(parseLogProof(Uint8Array.from([0xff, 0x0a, 0x0a])).ok, false);
});
