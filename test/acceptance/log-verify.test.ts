// `temwen verify` on logs and proofs that other people's programs made; none of them stands in this repository whole.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { sayVerb } from "../support/log-verbs.ts";
import { needsOutside, outsideFolder, readOutsideText } from "../support/outside-data.ts";

const generated = join(outsideFolder, "vectors/generated");
const needs = needsOutside(["vectors/generated/policy.txt", "vectors/generated/proofs.json", "vectors/tessera-log-15"]);
const policy = join(generated, "policy.txt");
const base = await mkdtemp(join(tmpdir(), "temwen-verify-"));
after(() => rm(base, { recursive: true, force: true }));

for (const size of [1, 257, 600, 1100]) {
  test(`a whole log of ${size} leaves by another hand is good, and too old today`, needs, async () => {
    const args = ["--log", join(generated, `log-${size}`), "--policy", policy];
    const whole = await sayVerb("verify", args);
    assert.deepEqual([whole.exit, whole.result.entries], [0, size]);
    assert.deepEqual((await sayVerb("verify", [...args, "--max-age", "24h"])).result.refused, "too-old");
  });
}

test("a log that Tessera wrote is good", needs, async () => {
  const key = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
  const tessera = join(base, "tessera");
  await writeFile(tessera, `log ${key}\nquorum none\n`);
  const said = await sayVerb("verify", ["--log", join(outsideFolder, "vectors/tessera-log-15"), "--policy", tessera]);
  assert.deepEqual([said.exit, said.result.entries], [0, 15]);
});

test("every proof by another hand gets its verdict", needs, async () => {
  const proofs: readonly { readonly File: string; readonly Leaf: string; readonly Valid: boolean }[] = JSON.parse(
    await readOutsideText("vectors/generated/proofs.json"),
  );
  assert.ok(proofs.length > 20);
  for (const { File, Leaf, Valid } of proofs) {
    const leaf = join(base, "leaf");
    await writeFile(leaf, Buffer.from(Leaf, "hex"));
    const proof = join(generated, "proofs", File);
    const said = await sayVerb("verify", ["--policy", policy, "--proof", proof, "--leaf", leaf]);
    assert.equal(said.exit, Valid ? 0 : 1, File);
  }
});
