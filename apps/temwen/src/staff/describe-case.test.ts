import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseView } from "@temwen/desk";
import { describeCase, flagsOf } from "./describe-case.ts";

const at = "2026-11-22T05:00:00.000Z";
const view = {
  caseId: "cas_1gt4kyfwfx20tacbqjkvz9cpgv",
  stage: "assessed",
  version: 5,
  receivedAt: at,
  now: at,
  clocks: [],
  consents: [
    { how: "filed", at, choice: "investigate-with-me" },
    { how: "signed", at, choice: "help-only", countsNow: true },
    { how: "asked-to-stop", at },
  ],
  withdrawalAsked: true,
  attribution: { is: "contingent", owesFocalPoint: false, told: [] },
  alarms: [],
  story: { text: "Mwen te la.", force: "ken", child: "doubt", consent: "investigate-with-me" },
  support: { needs: ["medical"] },
  evidence: [{ arrived: true }, { arrived: false, part: "taken-1-1", taken: { at, by: "stf_1", source: "witness" } }],
  links: [{ other: "cas_2gt4kyfwfx20tacbqjkvz9cpgv", reason: "same-event" }],
  messages: [{ direction: "from-person", at, number: 1, text: "Tanpri rete.", pressed: "yes" }],
  orders: [
    { order: "send-message" },
    { order: "acknowledge-case", refusal: { code: "wrong-stage" } },
    { order: "open-evidence" },
    { order: "link-case" },
  ],
} as unknown as CaseView;

test("whoever reads a case at the command line sees before the words that the person asked to stop", () => {
  const said = describeCase(view);
  assert.match(said, /^WITHDRAWN .*speak with them before anything else$/m);
  assert.ok(said.indexOf("WITHDRAWN") < said.indexOf("Mwen te la."));
  assert.doesNotMatch(describeCase({ ...view, withdrawalAsked: false }), /WITHDRAWN/);
});

test("what counts of what the person allows is shown, with their needs, and that somebody presses them", () => {
  const said = describeCase(view);
  assert.match(said, /^allows {4}help-only \(signed /m);
  assert.match(said, /^about {5}force ken, child doubt$/m);
  assert.match(said, /^needs {5}medical$/m);
  assert.match(said, /^evidence {2}2, 1 not arrived/m);
  assert.match(said, /pressed to withdraw: yes$/m);
});

test("what the office took in, and which cases belong to this one, stands before the words", () => {
  const said = describeCase(view);
  assert.match(said, /^taken in {2}taken-1-1 .* from witness by stf_1$/m);
  assert.match(said, /^linked {4}cas_2gt4kyfwfx20tacbqjkvz9cpgv same-event$/m);
});

test("what can be done next is named by the words that `office act` takes", () => {
  const said = describeCase(view);
  assert.match(said, /^ {2}reply +yes$/m);
  assert.match(said, /^ {2}acknowledge +no: wrong-stage$/m);
  assert.match(said, /^ {2}open-evidence \(at the desk\) +yes$/m);
  assert.match(said, /^ {2}link +yes$/m);
  assert.doesNotMatch(said, /send-message/);
});

test("a line of the queue says that the person asked to stop, or wrote", () => {
  assert.deepEqual(flagsOf({ withdrawalAsked: true, unanswered: true }), ["WITHDRAWAL ASKED", "person wrote"]);
  assert.deepEqual(flagsOf({ forces: ["ken"] }), []);
});

test("what a joint case owes, and that nothing of the host police alone goes anywhere by itself, is said before the words", () => {
  const told = [{ at, by: "stf_1" }];
  const lines = (attribution: object): string => describeCase({ ...view, attribution } as unknown as CaseView);
  assert.match(lines({ is: "joint", owesFocalPoint: true, told: [] }), /^OWED {6}notify-focal-point/m);
  assert.match(lines({ is: "joint", owesFocalPoint: false, told }), /^told {6}the UN's due-diligence focal point/m);
  assert.match(lines({ is: "host-police", owesFocalPoint: false, told: [] }), /only as the person wants/);
  assert.doesNotMatch(describeCase(view), /OWED|joint|host police/);
});
