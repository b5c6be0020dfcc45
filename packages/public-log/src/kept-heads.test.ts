import assert from "node:assert/strict";
import { test } from "node:test";
import { findKeptHead, headAddress, keptHeadPath, parseHeadAddress } from "./kept-heads.ts";

/** Checkpoints of these sizes, each of which holds its own path, and what else lies about. */
function kept(sizes: readonly bigint[], ...strange: readonly string[]) {
  const paths = [...sizes.map(keptHeadPath), ...strange];
  const below = (folder: string) =>
    paths.flatMap((path) => (path.startsWith(`${folder}/`) ? (path.slice(folder.length + 1).split("/")[0] ?? []) : []));
  return {
    list: async (folder: string) => below(folder),
    readFile: async (path: string) => (paths.includes(path) ? new TextEncoder().encode(path) : null),
  };
}

const find = async (heads: ReturnType<typeof kept>, atMost: bigint) => {
  const bytes = await findKeptHead(heads, atMost);
  return bytes && new TextDecoder().decode(bytes);
};

test("the newest checkpoint that is not larger than asked is found, across folders and past what is none", async () => {
  const heads = kept([8n, 16n, 65_535n, 65_536n, 65_544n, 400_000n], "heads/1/65540.part", "heads/x", "heads/1/070000");
  for (const [atMost, size] of [
    [8n, 8n],
    [15n, 8n],
    [65_535n, 65_535n],
    [65_543n, 65_536n],
    [70_001n, 65_544n],
    [399_999n, 65_544n],
    [2n ** 63n, 400_000n],
  ] as const) {
    assert.equal(await find(heads, atMost), keptHeadPath(size), `at most ${atMost}`);
  }
  assert.equal(await find(heads, 7n), null);
  assert.equal(await find(kept([]), 7n), null);
});

test("an address of a kept checkpoint has one spelling, and no other address is one", () => {
  for (const size of [0n, 7n, 2n ** 64n - 1n]) assert.equal(parseHeadAddress(headAddress(size)), size);
  for (const path of [
    "heads/",
    "heads/07",
    "heads/7/7",
    "heads/-1",
    "heads/../key",
    "tile/0/000",
    `heads/${2n ** 64n}`,
  ]) {
    assert.equal(parseHeadAddress(path), null, path);
  }
});
