import assert from "node:assert/strict";
import { test } from "node:test";
import { type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import { hourAfter, received } from "../testing/given.testing.ts";
import { directoryOf } from "../testing/history.testing.ts";
import { dueOfMatter } from "./erasing.ts";
import { judgeMatter } from "./judge.ts";
import type { KnownMatter } from "./matter.ts";
import {
  agreeErased,
  carla,
  claimWithdrawn,
  endClaim,
  fabien,
  gerda,
  given,
  keepClaim,
  type MatterStep,
  madeOf,
  makeClaim,
  matterOf,
  mona,
  pay,
  toWithdrawn,
  wantErased,
} from "./matters.testing.ts";
import { lawfulMatterOrders } from "./orders.ts";
import type { MatterHappened } from "./statements.ts";

const toAgreed: readonly MatterStep[] = [...toWithdrawn, [gerda, wantErased], [carla, agreeErased()]];
const fortnight = (at: Instant): Instant => millisToInstant(instantToMillis(at) + 14 * 86_400_000);
const due = fortnight(hourAfter(4));
const later = (millis: number): Instant => millisToInstant(instantToMillis(due) + millis);

test("a family's claim that ended is erased by two people, as many days later as the pack says", () => {
  given(...toWithdrawn)
    .when(gerda, wantErased)
    .says("paternity.erasure-proposed/1");
  given(...toWithdrawn, [gerda, wantErased])
    .when(carla, agreeErased())
    .says("paternity.erasure-confirmed/1");
  assert.equal(dueOfMatter(madeOf(toAgreed).matter as KnownMatter), due);
  assert.equal(dueOfMatter(madeOf([...toWithdrawn, [gerda, wantErased]]).matter as KnownMatter), undefined);
});

test("no claim that is open is erased, nor by one person, nor sooner than the pack says, nor by who may not decide", () => {
  for (const open of [
    [[gerda, makeClaim()]],
    [
      [gerda, makeClaim()],
      [gerda, claimWithdrawn],
    ],
  ] as const)
    given(...open)
      .when(gerda, wantErased)
      .refuses("wrong-stage");
  const wanted = given(...toWithdrawn, [fabien, wantErased]);
  wanted.when(fabien, agreeErased()).refuses("wrong-role");
  wanted.when(carla, agreeErased(13)).refuses("another-delay");
  wanted.when(gerda, wantErased).refuses("erasure-under-way");
  given(...toWithdrawn)
    .when(carla, agreeErased())
    .refuses("no-erasure-proposed");
  given(...toAgreed)
    .when(mona, agreeErased())
    .refuses("erasure-under-way");
});

test("a desk offers nobody to confirm what is agreed, nor to stop what nobody wants", () => {
  const offered = (...steps: readonly MatterStep[]) =>
    lawfulMatterOrders(madeOf(steps).matter as KnownMatter, matterOf("paternity"), carla)
      .filter(({ order, refusal }) => order.endsWith("-claim-erasure") && !refusal)
      .map(({ order }) => order);
  assert.deepEqual(offered(...toWithdrawn), []);
  assert.deepEqual(offered(...toWithdrawn, [gerda, wantErased]), ["confirm-claim-erasure", "stop-claim-erasure"]);
  assert.deepEqual(offered(...toAgreed), ["stop-claim-erasure"]);
});

test("until its hour whoever works on a claim stops that it is erased, and from then on nobody does", () => {
  const agreed = given(...toAgreed);
  for (const one of [gerda, mona, fabien]) agreed.when(one, keepClaim).says("paternity.erasure-stopped/1");
  agreed.when(mona, keepClaim, later(-1)).says("paternity.erasure-stopped/1");
  agreed.when(mona, keepClaim, due).refuses("erasure-under-way");
  given(...toWithdrawn)
    .when(mona, keepClaim)
    .refuses("no-erasure-proposed");
  assert.equal(dueOfMatter(madeOf([...toAgreed, [mona, keepClaim]]).matter as KnownMatter), undefined);
});

/** What readers make of a claim's steps with what the server says of its erasure behind them. */
function judgeErased(steps: readonly MatterStep[], at: Instant, hour: Instant = due) {
  const about = matterOf("paternity");
  const signed = madeOf(steps).events.map((event, index) => ({
    ...{ ...event.fact, ...event },
    ...{ matter: about, epoch: 7, index },
  }));
  const erased = { type: "paternity.erased/1", matter: about, office: received.office, due: hour, at };
  const happened = [...signed, { ...erased, index: signed.length }] as unknown as readonly MatterHappened[];
  const { matter, unlawful } = judgeMatter(about, happened, directoryOf);
  return unlawful[0]?.refusal.code ?? matter.stage;
}

test("a server says that a claim was erased only where two people wanted it, and behind its hour", () => {
  assert.equal(judgeErased(toAgreed, later(1)), "erased");
  assert.equal(judgeErased(toAgreed, later(-1)), "not-to-be-erased");
  assert.equal(judgeErased(toAgreed, later(1), later(1)), "not-to-be-erased");
  assert.equal(judgeErased([...toWithdrawn, [gerda, wantErased]], later(1)), "not-to-be-erased");
  assert.equal(judgeErased([...toAgreed, [mona, keepClaim]], later(1)), "not-to-be-erased");
});

test("a claim goes on as it was while somebody wants it gone: it stays closed, and nothing else happens in it", () => {
  given(...toAgreed)
    .when(gerda, pay("2027-01", "paid"))
    .refuses("wrong-stage");
  given(...toAgreed)
    .when(carla, endClaim("withdrawn"))
    .refuses("wrong-stage");
});
