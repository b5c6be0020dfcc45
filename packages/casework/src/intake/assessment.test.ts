import assert from "node:assert/strict";
import { test } from "node:test";
import { toAcknowledged, toAssessed } from "../testing/beginnings.testing.ts";
import { asha, assess, bruno, fabien, given, hugo, ines, type Step } from "../testing/given.testing.ts";
import { historyOf, judgedLawful } from "../testing/history.testing.ts";
import { allege, interview, plan, toAdmitted, toInvestigating, toPanel } from "../testing/later.testing.ts";

const doubt = assess({ forces: ["bravo"], child: "doubt" });

test("what was assessed is corrected until it comes before the panel, and nothing begins anew by it", () => {
  for (const [steps, stage] of [
    [toAdmitted, "admitted"],
    [toInvestigating, "investigating"],
  ] as const) {
    const after = given(...steps)
      .when(asha, doubt)
      .gives("case.assessed/3");
    assert.ok(after.stage === stage && after.child === "doubt" && after.track === "ordinary");
  }
  given(...toPanel)
    .when(asha, doubt)
    .refuses("wrong-stage");
});

test("a doubt about age that comes up later brings child protection in", () => {
  const doubted: readonly Step[] = [...toInvestigating, [asha, doubt]];
  given(...doubted)
    .when(fabien, interview())
    .refuses("child-protection-only");
  given(...doubted)
    .when(asha, assess({ forces: ["bravo"], child: "no" }))
    .refuses("child-stays");
  given(...doubted)
    .when(asha, assess({ forces: ["bravo"], child: "yes" }))
    .gives("case.assessed/3");
  given(...doubted)
    .when(hugo, interview())
    .refuses("not-your-case");
});

test("ties are judged anew when a force comes in, and whoever is tied to it does nothing more", () => {
  given(...toInvestigating)
    .when(ines, assess({ forces: ["bravo", "alfa"] }))
    .refuses("tied-to-respondent");
  given(...toInvestigating, [asha, assess({ forces: ["bravo", "alfa"] })])
    .when({ ...fabien, ties: ["alfa"] }, plan())
    .refuses("tied-to-respondent");
});

test("a force that an allegation is against is not corrected away", () => {
  given(...toInvestigating, [fabien, allege()])
    .when(asha, assess({ forces: ["alfa"] }))
    .refuses("forces-misfit");
});

test("desk and person judge a correction lawful", () => {
  judgedLawful(historyOf(...toInvestigating, [asha, doubt]));
});

test("an assessment names at least one right and one force", () => {
  given(...toAcknowledged)
    .when(asha, assess({ rights: [] }))
    .refuses("nothing-assessed");
  given(...toAcknowledged)
    .when(asha, assess({ forces: [] }))
    .refuses("nothing-assessed");
});

test("an assessment names forces and departments that exist, or says that they are unknown", () => {
  given(...toAcknowledged)
    .when(asha, assess({ forces: ["bravo", "charlie"] }))
    .refuses("unknown-force", { force: "charlie" });
  given(...toAcknowledged)
    .when(asha, assess({ department: "dep99" }))
    .refuses("unknown-department", { department: "dep99" });
  given(...toAcknowledged)
    .when(asha, assess({ forces: ["unknown"], department: "unknown" }))
    .gives("case.assessed/3");
});

test("an assessment may be corrected by a later one", () => {
  const theCase = given(...toAssessed)
    .when(bruno, assess({ forces: ["bravo"], child: "doubt" }))
    .gives("case.assessed/3");
  assert.ok(theCase.stage === "assessed");
  assert.deepEqual([theCase.forces, theCase.child], [["bravo"], "doubt"]);
});
