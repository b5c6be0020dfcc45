// Whoever reads a matter later asks who signed each step, and under which directory.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import { hourAfter } from "../testing/given.testing.ts";
import { directoryOf } from "../testing/history.testing.ts";
import { judgeMatter } from "./judge.ts";
import { fabien, madeOf, matterOf, planVisit } from "./matters.testing.ts";
import type { MatterHappened } from "./statements.ts";

/** What readers make of a planned visit, with what they know of its signer bent. */
function judged({ epoch = 7, at = hourAfter(1), ...change }: { epoch?: number; at?: Instant; department?: string }) {
  const [planned] = madeOf([[fabien, planVisit()]]).events;
  assert.ok(planned && "by" in planned);
  const about = matterOf("visit");
  const step = { ...planned.fact, ...change, matter: about, epoch, index: 0, at, by: planned.by };
  const { matter, unlawful } = judgeMatter(about, [step as unknown as MatterHappened], directoryOf);
  return unlawful[0]?.refusal.code ?? matter.stage;
}

test("a step in a matter counts for who is listed in the directory of its epoch, and served at its hour", () => {
  assert.equal(judged({}), "planned");
  assert.equal(judged({ epoch: 6 }), "not-in-directory");
  assert.equal(judged({ at: hourAfter(24 * 365) }), "expired");
  assert.equal(judged({ at: hourAfter(24 * 365 - 1) }), "planned");
});

test("a department that the pack no longer lists does not make an old visit unlawful", () => {
  assert.equal(judged({ department: "dep99" }), "planned");
});
