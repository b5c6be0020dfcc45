import assert from "node:assert/strict";
import { test } from "node:test";
import type { Instant } from "@temwen/vocabulary";
import { asha, gerda, jules, karim } from "../testing/given.testing.ts";
import { directoryOf } from "../testing/history.testing.ts";
import type { MatterFact } from "./acts.ts";
import { judgeMatter } from "./judge.ts";
import {
  carla,
  claimWithdrawn,
  endClaim,
  fabien,
  given,
  hugo,
  letIn,
  madeOf,
  makeClaim,
  matterOf,
  mona,
  pay,
  recognise,
  sample,
  sampleConsent,
  stateAnswer,
  stateAsked,
  toRecognised,
} from "./matters.testing.ts";
import { mayReadMatter } from "./orders.ts";
import type { MatterStatement } from "./statements.ts";

const ofAge = "2043-06-01T12:00:00.000Z" as Instant;

test("a claim stays open through every recognition, answer and payment, until the child is of age", () => {
  given(...toRecognised)
    .when(mona, endClaim("majority"))
    .refuses("not-of-age");
  const lastDay = "2043-05-31T23:59:59.000Z" as Instant;
  given(...toRecognised)
    .when(mona, endClaim("majority"), lastDay)
    .refuses("not-of-age");
  given(...toRecognised)
    .when(mona, endClaim("majority"), ofAge)
    .says("paternity.closed/2");
  const { matter } = madeOf([...toRecognised, [gerda, pay("2027-04", "missed")], [gerda, pay("2027-05", "paid")]]);
  assert.ok("payments" in matter);
  assert.deepEqual(matter.payments, { "2027-04": "missed", "2027-05": "paid" });
});

test("it ends sooner only where paternity was ruled out, or where it is not wanted any more, by another than who wrote that down", () => {
  given(...toRecognised)
    .when(mona, endClaim("disproved"))
    .refuses("nothing-ends-it");
  given(...toRecognised)
    .when(mona, endClaim("withdrawn"))
    .refuses("nothing-ends-it");
  given(...toRecognised, [gerda, claimWithdrawn])
    .when(mona, endClaim("withdrawn"))
    .says("paternity.closed/2");
  given(...toRecognised, [mona, recognise("disproved")])
    .when(carla, endClaim("disproved"))
    .says("paternity.closed/2");
  given(...toRecognised, [mona, recognise("disproved")])
    .when(mona, endClaim("disproved"))
    .refuses("cannot-confirm-own-proposal");
  given(
    ...toRecognised,
    [mona, recognise("disproved")],
    [carla, recognise("not-recognised")],
    [carla, recognise("disproved")],
  )
    .when(mona, endClaim("disproved"))
    .says("paternity.closed/2");
  given(...toRecognised, [mona, recognise("disproved")])
    .when(gerda, pay("2027-04", "paid"))
    .refuses("wrong-stage");
});

test("who wrote down that a claim is not wanted any more does not close it, also not from another post", () => {
  const unwanted = [
    [gerda, makeClaim()],
    [hugo, claimWithdrawn],
  ] as const;
  given(...unwanted)
    .when({ ...hugo, role: "panel" }, endClaim("withdrawn"))
    .refuses("cannot-confirm-own-proposal");
  given(...unwanted)
    .when(mona, endClaim("withdrawn"))
    .says("paternity.closed/2");
});

test("no sample is taken or goes on without a yes that still stands; what is not wanted may only be destroyed", () => {
  const claimed = [[gerda, makeClaim()]] as const;
  given(...claimed)
    .when(gerda, sample(1, "child", "taken"))
    .refuses("no-consent");
  given(...claimed, [gerda, sampleConsent("mother", "yes")])
    .when(gerda, sample(1, "child", "taken"))
    .refuses("no-consent");
  const taken = [...claimed, [gerda, sampleConsent("child", "yes")], [gerda, sample(1, "child", "taken")]] as const;
  given(...taken)
    .when(hugo, sample(1, "child", "handed-over"))
    .says("paternity.sample-recorded/1");
  const back = [...taken, [gerda, sampleConsent("child", "taken-back")]] as const;
  given(...back)
    .when(hugo, sample(1, "child", "analysed"))
    .refuses("no-consent");
  given(...back)
    .when(hugo, sample(1, "child", "destroyed"))
    .says("paternity.sample-recorded/1");
});

test("samples are numbered without a gap, stay whose they are, and nothing happens to one behind its end", () => {
  const taken = [
    [gerda, makeClaim()],
    [gerda, sampleConsent("child", "yes")],
    [gerda, sampleConsent("mother", "yes")],
    [gerda, sample(1, "child", "taken")],
  ] as const;
  given(...taken)
    .when(gerda, sample(3, "mother", "taken"))
    .refuses("out-of-number");
  given(...taken)
    .when(gerda, sample(0, "mother", "taken"))
    .refuses("out-of-number");
  given(...taken)
    .when(gerda, sample(1, "mother", "received"))
    .refuses("custody-misfit");
  given(...taken)
    .when(gerda, sample(1, "child", "taken"))
    .refuses("custody-misfit");
  given(...taken)
    .when(gerda, sample(2, "mother", "received"))
    .refuses("custody-misfit");
  given(...taken, [gerda, sample(1, "child", "destroyed")])
    .when(gerda, sample(1, "child", "analysed"))
    .refuses("custody-misfit");
});

test("the State is asked by somebody of the panel who did not make the claim, and a silence counts when its day is over", () => {
  const claimed = [[gerda, makeClaim()]] as const;
  given(...claimed)
    .when(gerda, stateAnswer("accepted"))
    .refuses("nothing-asked");
  given(...claimed)
    .when(mona, stateAsked("contributing-state:bravo"))
    .refuses("forces-misfit");
  given(...claimed, [mona, stateAsked()])
    .when(gerda, stateAnswer("none"))
    .refuses("day-not-past");
  given(...claimed, [mona, stateAsked()])
    .when(fabien, stateAsked())
    .refuses("wrong-role");
});

test("only who was let in sees that a claim is there; intake and whoever is tied are let in by nobody", () => {
  const { matter } = madeOf([[gerda, makeClaim()]]);
  assert.ok(mayReadMatter(matter, mona));
  for (const other of [asha, jules, karim]) assert.equal(mayReadMatter(matter, other), false);
  given([gerda, makeClaim()]).when(gerda, letIn(asha)).refuses("grantee-not-eligible");
  given([gerda, makeClaim()]).when(gerda, letIn(karim)).refuses("grantee-not-eligible");
});

test("a claim that one person ruled out and closed before that was refused stays lawful, and is not under the number of now", () => {
  const steps = [...toRecognised, [mona, recognise("disproved")], [carla, endClaim("disproved")]] as const;
  const about = matterOf("paternity");
  const judged = (type: MatterFact["type"]) => {
    const statements = madeOf(steps).events.map((event, index) => {
      const { fact, at } = event;
      const isLast = index === steps.length - 1;
      const said = { ...fact, matter: about, epoch: 7, index, at, by: "by" in event ? event.by : "" };
      return isLast ? { ...said, type, by: mona.id } : said;
    });
    return judgeMatter(about, statements as unknown as readonly MatterStatement[], directoryOf);
  };
  const before = judged("paternity.closed/1");
  assert.deepEqual([before.unlawful, before.matter.stage], [[], "closed"]);
  assert.equal(judged("paternity.closed/2").unlawful[0]?.refusal.code, "cannot-confirm-own-proposal");
});
