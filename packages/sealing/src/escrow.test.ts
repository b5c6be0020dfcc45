import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createId, type Digest } from "@temwen/vocabulary";
import { openWith, sealTo } from "./age-file.ts";
import { commitmentOf, dealEscrow, joinShares, openShare, resealShare } from "./escrow.ts";
import type { Share } from "./grant.ts";
import { inspectSealed, sealedSize, shareSize } from "./inspect.ts";
import { drawKeyPair } from "./sealing.testing.ts";

const caseId = createId("case", new Uint8Array(16).fill(1));
const story = await drawKeyPair();
const holders = await Promise.all(Array.from({ length: 5 }, drawKeyPair));
const dealt = await dealEscrow(
  caseId,
  story.identity,
  holders.map(({ recipient }) => recipient),
);
const shares = await Promise.all(
  dealt.map(async ({ sealed }, i) => {
    const share = await openShare(holders[i]!.identity, sealed, caseId);
    assert.ok(share);
    return share;
  }),
);
const sealedStory = await sealTo(story.recipient, new Uint8Array(10).fill(7));

/** All ways to take `count` of the shares, in order. */
function choose(count: number, from: readonly Share[] = shares): readonly (readonly Share[])[] {
  if (count === 0) return [[]];
  return from.flatMap((first, i) => choose(count - 1, from.slice(i + 1)).map((rest) => [first, ...rest]));
}

test("a page can draw after each share, before the next is sealed", async () => {
  let told = 0;
  const recipients = holders.map(({ recipient }) => recipient);
  const stopped = dealEscrow(caseId, story.identity, recipients, async () => {
    told++;
    if (told === 3) throw new Error("stopped here");
  });
  await assert.rejects(stopped, /stopped here/);
  assert.equal(told, 3);
});

test("any three of five holders open the story", async () => {
  const threes = choose(3);
  assert.equal(threes.length, 10);
  for (const three of threes) {
    assert.equal(await joinShares(three), story.identity);
    assert.equal(await joinShares([...three].reverse()), story.identity);
  }
  for (const more of [...choose(4), ...choose(5)]) assert.equal(await joinShares(more), story.identity);
});

test("a share handed over for an opening is the same share, bound to its terms, in the same size, and opens for its reader alone", async () => {
  const terms = "ab".repeat(32) as Digest;
  const reader = await drawKeyPair();
  const handed = await resealShare(shares[0]!, terms, reader.recipient);
  assert.equal(handed.length, sealedSize(shareSize));
  assert.equal(await openShare(holders[0]!.identity, handed, caseId), undefined);
  const share = await openShare(reader.identity, handed, caseId);
  assert.ok(share);
  assert.deepEqual(share, { ...shares[0], opening: terms });
  assert.equal(commitmentOf(share), dealt[0]?.commitment);
  assert.equal(await joinShares([share, shares[1]!, shares[2]!]), story.identity);
});

test("no two holders open the story", async () => {
  for (const two of choose(2)) assert.equal(await openWith(await joinShares(two), sealedStory), undefined);
});

test("one holder alone, or the same share twice, joins to nothing", async () => {
  await assert.rejects(joinShares([shares[0]!]));
  await assert.rejects(joinShares([shares[0]!, shares[0]!, shares[1]!]));
});

test("a share is opened by its holder and by nobody else", async () => {
  for (const [i, { sealed }] of dealt.entries()) {
    for (const [j, { identity }] of holders.entries()) {
      assert.equal((await openShare(identity, sealed, caseId)) !== undefined, i === j);
    }
  }
});

test("a share of another case is not accepted", async () => {
  const another = createId("case", new Uint8Array(16).fill(2));
  assert.equal(await openShare(holders[0]!.identity, dealt[0]!.sealed, another), undefined);
});

test("what a share commits to is SHA-256 of salt and share, and no two commitments or sizes tell more", () => {
  for (const [i, share] of shares.entries()) {
    const commitment = createHash("sha256").update(share.salt).update(share.share).digest("hex");
    assert.equal(dealt[i]!.commitment, commitment);
    assert.equal(commitmentOf(share), commitment);
    assert.ok(inspectSealed(dealt[i]!.sealed, sealedSize(shareSize)).ok);
  }
  assert.equal(new Set(dealt.map(({ commitment }) => commitment)).size, 5);
});

test("the same key dealt again gives shares that do not mix with the first", async () => {
  const again = await dealEscrow(
    caseId,
    story.identity,
    holders.map(({ recipient }) => recipient),
  );
  const anew = await Promise.all(again.map(({ sealed }, i) => openShare(holders[i]!.identity, sealed, caseId)));
  const mixed = [shares[0]!, shares[1]!, anew[2]!];
  const joined = await joinShares(mixed).catch(() => undefined);
  assert.notEqual(joined, story.identity);
});

test("an escrow is dealt to five holders and to no other number", async () => {
  const recipients = holders.map(({ recipient }) => recipient);
  for (const wrong of [[], recipients.slice(1), [...recipients, recipients[0]!]]) {
    await assert.rejects(dealEscrow(caseId, story.identity, wrong));
  }
});
