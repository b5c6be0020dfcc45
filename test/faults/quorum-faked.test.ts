// Nothing is decided by fewer than three members who signed, serve, have no tie and no reason to stand aside: asked of a real server
// by people with good keys and no desk.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import type { StaffFact } from "@temwen/casework";
import type { CaseId, Digest } from "@temwen/vocabulary";
import { captureAct, doActs, headersOf, restate, sendAct } from "../support/casework.ts";
import { postJson } from "../support/parcels.ts";
import { nowhere, sendAs, signRaw, typesIn } from "../support/raw-acts.ts";
import type { SmallOffice } from "../support/small-office.ts";
import {
  caseBeforePanel,
  changeMember,
  closing,
  findings,
  propose,
  say,
  startOfficeWithPanel,
  voting,
} from "../support/small-panel.ts";
import { assertRefused } from "../support/stored.ts";

let office: SmallOffice;
let caseId: CaseId;
let decision: Digest;
let receiptKey: string;
// An office of its own for each: what is bent here is the directory.
beforeEach(async () => {
  office = await startOfficeWithPanel();
  const mine = await caseBeforePanel(office);
  caseId = mine.caseId;
  receiptKey = mine.keys.signer.key;
  decision = await propose(office, "gerda", caseId);
});
afterEach(() => office[Symbol.asyncDispose]());

const castBy = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) await doActs(await office.desk(name), caseId, voting(1, decision));
};

/** The close as somebody signs it who claims three votes, whatever was cast. */
async function closeRaw(name: string, votes: readonly Digest[]) {
  const [message, copy] = [nowhere("message-out-9"), nowhere("message-copy-9")];
  const found = { type: "case.found/1", sitting: 1, decision, votes, findings, published: [] };
  const told = { type: "case.message-sent/1", to: receiptKey, number: 9, message, copy };
  const command = { type: "close-sitting", sitting: 1, message, copy };
  const facts = [found, told] as unknown as readonly StaffFact[];
  return sendAs(office, name, caseId, await signRaw(office, name, caseId, { command, facts }));
}

async function assertUndecided(): Promise<void> {
  const types = await typesIn(office, caseId);
  assert.ok(!types.includes("case.found/1"));
  const { body } = await postJson(office, "/api/desk/queue", { stage: "found" }, await headersOf(office, "gerda"));
  assert.deepEqual(body.rows, []);
}

/** Whether the three votes that were cast still close the sitting, by a desk and past it. */
async function assertNoQuorum(): Promise<void> {
  const done = await (await office.desk("gerda")).act(caseId, closing(1));
  assert.equal(done.ok ? "done" : done.refusal.code, "no-quorum");
  assertRefused(await closeRaw("gerda", [decision, decision, decision]), "no-quorum");
  await assertUndecided();
}

test("two votes close nothing, whatever the close claims, and no votes neither", async () => {
  assertRefused(await closeRaw("gerda", [decision, decision, decision]), "no-quorum");
  await castBy("gerda", "hugo");
  await assertNoQuorum();
});

test("a close that three votes carry is refused where it names other votes than theirs", async () => {
  await castBy("gerda", "hugo", "ines");
  assertRefused(await closeRaw("gerda", [decision, decision, decision]), "decision-differs");
  await assertUndecided();
});

test("a vote without its member's signature is none", async () => {
  const vote = await captureAct(office, "hugo", caseId, voting(1, decision));
  const unsigned = vote.statements.map(({ body, vouching }) => ({
    ...{ body, vouching: { key: vouching.key, signature: `${"A".repeat(86)}==` } },
  }));
  const bySomebodyElse = restate(vote, office.person("gerda").signer, (statement) => statement);
  for (const act of [{ ...vote, statements: unsigned }, bySomebodyElse]) {
    assertRefused(await sendAs(office, "hugo", caseId, act), "signature-invalid");
  }
  assert.ok(!(await typesIn(office, caseId)).includes("case.vote-cast/1"));
});

test("one member who votes three times is one vote", async () => {
  await castBy("hugo");
  const said = { sitting: 1, decision, vote: "for", dissent: [] } as const;
  for (const _ of [1, 2]) {
    const act = await signRaw(office, "hugo", caseId, {
      command: { type: "cast-vote", ...said },
      facts: [{ type: "case.vote-cast/1", ...said }],
    });
    assertRefused(await sendAs(office, "hugo", caseId, act), "already-voted");
  }
  await assertNoQuorum();
});

test("the vote of a member who is suspended counts no more, and they cast none", async () => {
  await castBy("gerda", "ines");
  const headers = await headersOf(office, "hugo");
  const late = await captureAct(office, "hugo", caseId, voting(1, decision));
  const { body, vouchings } = office.signSuspension("ines", office.roots[0]!);
  const spelled = { body: Buffer.from(body).toString("base64"), vouchings };
  assert.equal((await postJson(office, "/api/office/suspension", spelled)).status, 200);
  assert.equal((await sendAct(office, headers, caseId, late)).status, 200);
  await assertNoQuorum();
});

test("the vote of a member who was moved to another post counts no more, and they cast none", async () => {
  await castBy("gerda", "hugo", "ines");
  await changeMember(office, "ines", { role: "support" });
  await assertNoQuorum();
});

test("the vote of a member who is tied by now counts no more", async () => {
  await castBy("gerda", "hugo", "ines");
  await changeMember(office, "ines", { ties: ["jam"] });
  await assertNoQuorum();
});

test("the vote of a member who stepped back, or whom the person complains about, counts no more", async () => {
  await castBy("gerda", "hugo", "ines");
  await doActs(await office.desk("ines"), caseId, say("recuse", { reason: "family" }, "Frè m nan fòs la."));
  const again = await signRaw(office, "ines", caseId, {
    command: { type: "withdraw-decision", sitting: 1 },
    facts: [{ type: "case.decision-withdrawn/1", sitting: 1 }],
  });
  assertRefused(await sendAs(office, "ines", caseId, again), "unknown-case", 404);
  await assertNoQuorum();
});
