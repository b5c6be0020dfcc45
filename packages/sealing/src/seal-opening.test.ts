import assert from "node:assert/strict";
import { test } from "node:test";
import { eligibleIntake, isEligible } from "@temwen/office";
import { createId } from "@temwen/vocabulary";
import { openShare } from "./escrow.ts";
import { openGrant, openOpeningStory } from "./open.ts";
import { sealOpening } from "./seal-opening.ts";
import { directory, granted, people } from "./sealing.testing.ts";
import { grantSize, sealedSize, shareSize } from "./sizes.ts";

const caseId = createId("case", new Uint8Array(16).fill(7));
const draft = { case: caseId, text: "Jounal la di sa.", language: "ht", forces: ["alfa"], reference: "paj 3" } as const;
const [opener] = eligibleIntake(directory, "alfa");
if (!opener) throw new Error("somebody of the test office may open a case");

test("four officers who may and did not open it read what was written, and nobody else of the office", async () => {
  const { parts } = granted(await sealOpening(draft, opener.id, directory));
  const readers: string[] = [];
  for (const { id, identity } of people) {
    for (const name of [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `grant-${n}`)) {
      const grant = await openGrant(identity, parts.get(name) ?? new Uint8Array(), caseId);
      if (!grant) continue;
      readers.push(id);
      const story = granted(
        await openOpeningStory(grant.keys.story ?? "", parts.get("story") ?? new Uint8Array(), caseId),
      );
      assert.deepEqual([story.text, story.reference], ["Jounal la di sa.", "paj 3"]);
    }
  }
  assert.equal(new Set(readers).size, 4);
  assert.ok(!readers.includes(opener.id));
  for (const id of readers) assert.ok(isEligible(directory.staff.find((one) => one.id === id)!, "alfa"));
});

test("five holders have a share each, and every part has the one size of its kind", async () => {
  const { parts, said } = granted(await sealOpening(draft, opener.id, directory));
  const held = await Promise.all(
    people.map(async ({ identity }) => {
      const shares = [1, 2, 3, 4, 5].map((n) => parts.get(`share-${n}`) ?? new Uint8Array());
      const opened = await Promise.all(shares.map((share) => openShare(identity, share, caseId)));
      return opened.filter((share) => share !== undefined).length;
    }),
  );
  assert.deepEqual(
    held.filter((count) => count > 0),
    [1, 1, 1, 1, 1],
  );
  assert.equal(parts.get("story")?.length, sealedSize(said.bucket * 1024));
  assert.equal(parts.get("grant-8")?.length, sealedSize(grantSize));
  assert.equal(parts.get("share-5")?.length, sealedSize(shareSize));
});

test("where fewer than four others may read it, nothing is sealed", async () => {
  const [, ...others] = eligibleIntake(directory, "alfa").filter(({ id }) => id !== opener.id);
  const few = directory.staff.filter(
    ({ id, role }) => role !== "intake" || others.slice(-3).some((one) => one.id === id),
  );
  const sealed = await sealOpening(draft, opener.id, { ...directory, staff: few });
  assert.equal(sealed.ok ? "" : sealed.refusal.code, "too-few-recipients");
  const empty = await sealOpening({ ...draft, text: "  " }, opener.id, directory);
  assert.equal(empty.ok ? "" : empty.refusal.code, "empty");
});
