// Everybody gives any order at any time, thousands of times over: what must be true of every matter that comes of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { matterKinds, type StaffId } from "@temwen/vocabulary";
import fc from "fast-check";
import { everybody, hourAfter } from "../testing/given.testing.ts";
import { directoryOf } from "../testing/history.testing.ts";
import type { MatterOrder } from "./acts.ts";
import { evolveMatter, foldMatter, type MatterEvent } from "./evolve.ts";
import { judgeMatter } from "./judge.ts";
import { holdersOf, type KnownMatter, type Matter } from "./matter.ts";
import {
  agreeErased,
  answer,
  answerVisit,
  callOff,
  check,
  claim,
  claimWithdrawn,
  close,
  decideInMatter,
  endClaim,
  handOver,
  keepClaim,
  letIn,
  make,
  makeClaim,
  matterOf,
  newKey,
  pay,
  planVisit,
  publish,
  recognise,
  recordVisit,
  reportVisit,
  sample,
  sampleConsent,
  stateAnswer,
  stateAsked,
  stepBack,
  wantErased,
} from "./matters.testing.ts";
import { mayReadMatter, tiesTo } from "./orders.ts";
import { toldOfStep } from "./public.ts";
import type { MatterStatement } from "./statements.ts";

const anybody = fc.constantFrom(...everybody);
const aKey = fc.tuple(fc.nat(9), fc.uniqueArray(anybody, { maxLength: 4 })).map(([n, people]) => newKey(n, ...people));
const orders = {
  recommendation: fc.oneof(
    ...[make(), make({ to: "mission", forces: ["bravo"] }), handOver(), publish(), claim, close, stepBack].map(
      fc.constant,
    ),
    ...[answer("accepted"), answer("refused"), answer("none"), check("changed"), check("partly")].map(fc.constant),
    anybody.map((one) => letIn(one)),
    aKey,
  ),
  visit: fc.oneof(
    ...[planVisit(), planVisit({ forces: ["unknown"] }), recordVisit(), recordVisit("refused")].map(fc.constant),
    ...[reportVisit(), answerVisit("accepted"), answerVisit("none"), callOff, stepBack].map(fc.constant),
    anybody.map((one) => letIn(one)),
    aKey,
  ),
  paternity: fc.oneof(
    ...[makeClaim(), makeClaim({ forces: ["unknown"] }), stateAsked(), stateAnswer("accepted"), claimWithdrawn].map(
      fc.constant,
    ),
    ...[sampleConsent("child", "yes"), sampleConsent("child", "taken-back"), stepBack].map(fc.constant),
    ...[sample(1, "child", "taken"), sample(1, "child", "analysed"), sample(2, "child", "taken")].map(fc.constant),
    ...[recognise("recognised"), recognise("disproved"), pay("2027-04", "paid")].map(fc.constant),
    ...[wantErased, agreeErased(), keepClaim].map(fc.constant),
    ...[endClaim("majority"), endClaim("disproved"), endClaim("withdrawn")].map(fc.constant),
    anybody.map((one) => letIn(one)),
    aKey,
  ),
} as const satisfies { readonly [kind: string]: fc.Arbitrary<MatterOrder> };

type Signed = Extract<MatterEvent, { readonly by: StaffId }>;
const byOf = (events: readonly Signed[], type: string): readonly StaffId[] =>
  events.filter(({ fact }) => fact.type === type).map(({ by }) => by);

for (const kind of matterKinds) {
  test(`no ${kind} that the law allows ends silently, is anybody's alone, or has a tied person in it`, () => {
    const steps = fc.array(fc.tuple(anybody, orders[kind]), { minLength: 10, maxLength: 80 });
    fc.assert(
      fc.property(steps, (tried) => {
        let matter: Matter = { stage: "unknown" };
        const events: Signed[] = [];
        for (const [place, [actor, order]] of tried.entries()) {
          const at = hourAfter(place * 48);
          const decided = decideInMatter(matter, [actor, order, at], matterOf(kind));
          if (!decided.ok) continue;
          const before: Matter = matter;
          const event = { fact: decided.value, at, by: actor.id };
          matter = evolveMatter(matter, event);
          events.push(event);
          // Nobody tied acts, by what the matter concerned when they did; nor anybody who stepped back.
          const { forces } = matter as Exclude<Matter, { readonly stage: "unknown" }>;
          assert.deepEqual(tiesTo(forces, actor), []);
          assert.ok(before.stage === "unknown" || mayReadMatter(before, actor));
          // Whoever can read what comes next was let in, and is never one alone from a new key on.
          const { access, formerRecipients } = matter as KnownMatter;
          for (const id of holdersOf(matter as KnownMatter)) assert.ok(access.includes(id));
          assert.ok(event.fact.type !== "matter.rekeyed/1" || holdersOf(matter as KnownMatter).length > 1);
          assert.equal(new Set(formerRecipients).size, formerRecipients?.length ?? 0);
          // Nothing of it is told before somebody signed that it reveals nobody.
          const isTold =
            byOf(events, "recommendation.published/1").length + byOf(events, "visit.reported/1").length > 0;
          const told = toldOfStep(matter as Exclude<Matter, { readonly stage: "unknown" }>, event.fact);
          assert.ok(kind !== "paternity" || told === undefined);
          assert.ok(isTold || told === undefined || event.fact.type === "visit.called-off/1");
        }
        assert.deepEqual(foldMatter(events), matter);
        for (const by of byOf(events, "recommendation.closed/1")) {
          // An answer, or that there was none, stands before every closing; and another than who made it closed it.
          assert.ok(byOf(events, "recommendation.answered/1").length > 0);
          assert.ok(!byOf(events, "recommendation.made/1").includes(by));
        }
        for (const type of ["recommendation.handed-over/1", "recommendation.published/1"])
          for (const by of byOf(events, type)) assert.ok(!byOf(events, "recommendation.made/1").includes(by));
        for (const [place, event] of events.entries())
          if (event.fact.type === "recommendation.change-checked/1")
            assert.ok(!byOf(events.slice(0, place), "recommendation.change-claimed/1").includes(event.by));
        for (const by of byOf(events, "visit.reported/1")) assert.ok(!byOf(events, "visit.made/1").includes(by));
        for (const by of byOf(events, "visit.called-off/1")) assert.ok(!byOf(events, "visit.planned/1").includes(by));
        for (const event of events) {
          if (event.fact.type !== "paternity.closed/2") continue;
          // No claim ends before the child is of age but by what somebody else wrote down before.
          assert.ok(event.fact.reason !== "majority");
          assert.ok(!byOf(events, "paternity.claimed/1").includes(event.by));
          const before = event.fact.reason === "withdrawn" ? "withdrawal-recorded" : "recognition-recorded";
          assert.ok(byOf(events, `paternity.${before}/1`).length > 0);
          const saidSo = byOf(events.slice(0, events.indexOf(event)), `paternity.${before}/1`).at(-1);
          assert.notEqual(saidSo, event.by);
        }
        // Whoever reads it later finds every step of it lawful.
        const about = matterOf(kind);
        const statements = events.map(({ fact, at, by }, index) => ({
          ...fact,
          matter: about,
          epoch: 7,
          index,
          at,
          by,
        }));
        assert.deepEqual(
          judgeMatter(about, statements as unknown as readonly MatterStatement[], directoryOf).unlawful,
          [],
        );
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });
}
