// Figures of an office's own cases, by the command, over what its people did at their desks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import { type CaseId, type Json, parseId } from "@temwen/vocabulary";
import { say } from "./support/before-panel.ts";
import { acknowledgement, assessment, doActs, view } from "./support/casework.ts";
import { runCommand, startOffice, type TestOffice } from "./support/office.ts";
import { openDesks, peopleOf, readAmong } from "./support/staff.ts";

let office: TestOffice;
before(async () => {
  office = await startOffice();
});
after(() => office?.[Symbol.asyncDispose]());

type Saying = { readonly [name: string]: Json };
type Told = {
  readonly cases: number | null;
  readonly allegations: number | null;
  readonly respondents: { readonly distinct: number | null };
  readonly tables: readonly {
    readonly by: readonly string[];
    readonly withheld?: string;
    readonly cells: readonly { readonly at: readonly string[]; readonly count: number | null }[];
  }[];
};

async function fileCase(): Promise<CaseId> {
  const words = ["complain", "--server", office.url, "--text", "-", "--force", "ken", "--lang", "ht", "--json"];
  const filed = await runCommand([...words, "--consent", "investigate-with-me"], "Yo te bat mwen epi yo te kenbe m.");
  assert.equal(filed.code, 0, filed.stderr);
  const id = parseId("case", JSON.parse(filed.stdout).case);
  assert.ok(id.ok);
  return id.value;
}

/** Three of the panel vote for what the first of them proposes, and close the sitting. */
async function decide(panel: readonly Keeper[], caseId: CaseId, sitting: number, said: Saying): Promise<void> {
  const [first] = panel;
  assert.ok(first);
  const nothing = { findings: [], measures: [], outcome: "none", published: [] };
  await doActs(first, caseId, say("propose-decision", { sitting, ...nothing, ...said }, "Men sa nou pwopoze."));
  const decision = (await view(first, caseId)).sitting?.decision ?? "";
  for (const member of panel) await doActs(member, caseId, say("cast-vote", { sitting, decision, vote: "for" }));
  await doActs(first, caseId, say("close-sitting", { sitting }, "Men sa nou deside."));
}

const standard = "balance-of-probabilities";
const findings = [
  { allegation: 1, happened: "established", answers: "not-determined", why: "nobody-identified", standard },
  { allegation: 2, happened: "not-established", answers: "not-established", why: "none", standard },
];

/** A case of two rights and two forces that the panel found and ruled on. */
async function ruleOnCase(): Promise<void> {
  const caseId = await fileCase();
  const { desk: intake } = await readAmong(await openDesks(office, peopleOf(office, "intake")), caseId);
  const [investigator] = peopleOf(office, "investigator");
  assert.ok(investigator);
  await doActs(
    intake,
    caseId,
    acknowledgement,
    { ...assessment, rights: ["integrity", "liberty"], forces: ["ken", "pnh"] },
    say("admit-case", { track: "ordinary" }, "Nou pral egzamine sa."),
    say("assign-case", { to: investigator.id, replaces: [] }),
  );
  const [examiner] = await openDesks(office, [investigator]);
  assert.ok(examiner);
  const alleged = { class: "serious-misconduct", kind: "described" };
  await doActs(
    examiner,
    caseId,
    say("take-case", { declares: "no-tie" }),
    say(
      "state-allegation",
      { number: 1, right: "integrity", respondent: 1, forces: ["ken"], ...alleged },
      "Yo bat li.",
    ),
    say("state-allegation", { number: 2, right: "liberty", respondent: 2, forces: ["pnh"], ...alleged }, "Yo kenbe l."),
    say("offer-hearing", {}, "Eske ou vle pale ak nou?"),
    say("recommend-findings", { findings }, "Nou kwè li."),
  );
  const panel = await openDesks(office, peopleOf(office, "panel").slice(0, 3));
  await decide(panel, caseId, 1, { decides: "findings", findings });
  const measure = { number: 1, form: "compensation", bearer: "contributing-state:ken", due: "2031-03-01" };
  await decide(panel, caseId, 2, { decides: "ruling", measures: [measure] });
}

const figures = async (...words: readonly string[]): Promise<Told> => {
  const ran = await runCommand(["figures", "--data", office.data, "--json", ...words]);
  assert.equal(ran.code, 0, ran.stderr);
  return JSON.parse(ran.stdout);
};

test("a ruled case of two rights and two forces counts under each, with its allegations and findings; and few are told to nobody", async () => {
  await ruleOnCase();
  await fileCase();
  const by = ["stage", "outcome", "rights", "forces", "attribution", "alleged-right", "alleged-forces", "happened"];
  const asked = [...by, "answers"].flatMap((name) => ["--by", name]);
  const whole = await figures("--no-suppression", ...asked);
  assert.deepEqual([whole.cases, whole.allegations, whole.respondents.distinct], [2, 2, 2]);
  assert.deepEqual(
    whole.tables.map(({ by: [name], cells }) => [
      name,
      Object.fromEntries(cells.map(({ at: [value = ""], count }) => [value, count])),
    ]),
    [
      ["stage", { ruled: 1, received: 1 }],
      ["outcome", { open: 2 }],
      ["rights", { integrity: 1, liberty: 1, "(missing)": 1 }],
      ["forces", { ken: 1, pnh: 1, "(missing)": 1 }],
      ["attribution", { joint: 1, "(missing)": 1 }],
      ["alleged-right", { integrity: 1, liberty: 1 }],
      ["alleged-forces", { ken: 1, pnh: 1 }],
      ["happened", { established: 1, "not-established": 1 }],
      ["answers", { "not-determined": 1, "not-established": 1 }],
    ],
  );
  for (const told of [await figures(), await figures(...asked)]) {
    assert.deepEqual([told.cases, told.allegations, told.respondents.distinct], [null, null, null]);
    const counts = told.tables.flatMap(({ cells }) => cells.map(({ count }) => count));
    assert.ok(counts.every((count) => count === null));
  }
});
