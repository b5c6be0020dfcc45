// A finished import is one leaf of the public log, and by it every case that it brought can be proved.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { type Hash, makeInclusionProof, parseHash, rootOfHashes, verifyInclusion } from "@temwen/public-log/tree";
import { granted, parseCanonical, type RegisterId } from "@temwen/vocabulary";
import { openRegisterFolder } from "./support/register-files.ts";
import { startWitnessedOffice } from "./support/witnessed-office.ts";

const { hasher } = primitivesOnNode;

test("an import becomes one public leaf, and each of its cases is proved against that leaf", async () => {
  await using witnessed = await startWitnessedOffice();
  const { office, settle } = witnessed;
  await using folder = await openRegisterFolder(office);
  const { said } = await folder.run(await folder.writeAll());
  const [id, root] = [said.id as RegisterId, said.root as string];
  await settle();
  const leaves = (await office.record.log.readLeaves(0n, 1000n)).map((leaf) => Buffer.from(leaf).toString());
  const ours = leaves.filter((leaf) => leaf.includes("temwen.register/1"));
  assert.equal(ours.length, 1);
  const leaf = parseCanonical(Buffer.from(ours[0] ?? ""));
  assert.ok(leaf.ok);
  const finished = (await office.record.readStream(id))[1];
  const { at, mapping, ...told } = leaf.value as { readonly [name: string]: unknown };
  assert.deepEqual(told, {
    type: "temwen.register/1",
    register: "small",
    rows: 12,
    cases: 5,
    flagged: 4,
    refused: 0,
    root,
    sha256: createHash("sha256")
      .update(finished?.body ?? "")
      .digest("hex"),
  });
  assert.deepEqual([at, typeof mapping], [finished?.at, "string"]);

  const [batch] = await office.record.registers.readBatches(id, 0, 0, 10);
  const hashes = Array.from({ length: 5 }, (_, n) =>
    Uint8Array.from(batch?.hashes.subarray(n * 32, n * 32 + 32) ?? []),
  );
  const expected = parseHash(root);
  assert.ok(expected.ok);
  for (const one of await office.record.registers.readCases(id, [0], "", 10)) {
    const claim = { index: BigInt(one.place), size: 5n, root: expected.value, leafHash: hasher.leaf(one.body) };
    const proof = await proveIn(hashes, one.place);
    assert.ok(verifyInclusion(hasher, { ...claim, proof }).ok);
    const bent = Buffer.from(one.body.toString().replace("2011", "2012"));
    assert.ok(bent.equals(one.body) || !verifyInclusion(hasher, { ...claim, leafHash: hasher.leaf(bent), proof }).ok);
  }
});

async function proveIn(hashes: readonly Hash[], place: number): Promise<readonly Hash[]> {
  const proof = await makeInclusionProof<never>(
    hasher,
    async ({ height, index }) => {
      const width = 2 ** height;
      return granted(rootOfHashes(hasher, hashes.slice(Number(index) * width, (Number(index) + 1) * width)));
    },
    { index: BigInt(place), size: BigInt(hashes.length) },
  );
  assert.ok(proof.ok);
  return proof.value;
}
