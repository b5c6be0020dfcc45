import assert from "node:assert/strict";
import { test } from "node:test";
import { toAcknowledged, toAssessed } from "../testing/beginnings.testing.ts";
import {
  asha,
  assess,
  bruno,
  fabien,
  gerda,
  given,
  grantTo,
  hugo,
  ines,
  jules,
  karim,
  lena,
  letIn,
  type Step,
  testId,
} from "../testing/given.testing.ts";

test("who is let in stands in the record by name, with keys and reason", () => {
  const { access } = given(...toAssessed)
    .when(bruno, letIn(grantTo(fabien, "story", "support")))
    .gives("case.access-granted/1");
  assert.deepEqual(
    access.map(({ to, by, keys, reason }) => ({ to, by, keys, reason })),
    [{ to: fabien.id, by: bruno.id, keys: ["story", "support"], reason: "asked-to-help" }],
  );
});

test("the support role is let in to the support part and to nothing else", () => {
  given(...toAssessed)
    .when(asha, letIn(grantTo(gerda, "support")))
    .gives("case.access-granted/1");
  given(...toAssessed)
    .when(asha, letIn(grantTo(gerda, "support", "story")))
    .refuses("grantee-not-eligible");
});

test("nobody is let in who is tied, unknown, of another role, or twice", () => {
  const unknown = { ...fabien, id: testId("staff", "nobody") };
  for (const wrong of [karim, jules, ines, lena, unknown]) {
    given(...toAssessed)
      .when(asha, letIn(grantTo(wrong, "story")))
      .refuses("grantee-not-eligible", { to: wrong.id });
  }
  given(...toAssessed)
    .when(asha, letIn(grantTo(hugo, "story"), grantTo(hugo, "story")))
    .refuses("grantee-not-eligible");
  given(...toAssessed)
    .when(asha, letIn())
    .refuses("no-grants");
});

test("while the force is unknown, nobody with any tie is let in", () => {
  const unknownForce: Step = [asha, assess({ forces: ["unknown"] })];
  for (const history of [toAcknowledged, [...toAcknowledged, unknownForce]]) {
    for (const tied of [karim, jules, ines])
      given(...history)
        .when(asha, letIn(grantTo(tied, "story")))
        .refuses("grantee-not-eligible", { to: tied.id });
    given(...history)
      .when(asha, letIn(grantTo(fabien, "story")))
      .gives("case.access-granted/1");
  }
  given(...toAcknowledged, [asha, assess({ forces: ["bravo"] })])
    .when(asha, letIn(grantTo(karim, "story")))
    .gives("case.access-granted/1");
});

test("one person who may not be let in stops the whole order", () => {
  given(...toAssessed)
    .when(asha, letIn(grantTo(fabien, "story"), grantTo(karim, "story")))
    .refuses("grantee-not-eligible", {
      to: karim.id,
    });
});
