// A vote counts once, for the words it was signed on, in the case and the sitting it was signed in, and for who signed it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { CaseId, Digest } from "@temwen/vocabulary";
import { captureAct, doActs, type SentAct } from "../support/casework.ts";
import { sendAs, signRaw, typesIn } from "../support/raw-acts.ts";
import { caseBeforePanel, propose, say, startOfficeWithPanel, voting } from "../support/small-panel.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startOfficeWithPanel();
after(() => office[Symbol.asyncDispose]());

const rawVote = (name: string, caseId: CaseId, sitting: number, decision: Digest): Promise<SentAct> => {
  const said = { sitting, decision, vote: "for", dissent: [] } as const;
  return signRaw(office, name, caseId, {
    command: { type: "cast-vote", ...said },
    facts: [{ type: "case.vote-cast/1", ...said }],
  });
};
const votesIn = async (caseId: CaseId): Promise<number> =>
  (await typesIn(office, caseId)).filter((type) => type === "case.vote-cast/1").length;
/** The same signatures, said to belong where the case stands now. */
const atTheEnd = async (act: SentAct, caseId: CaseId): Promise<SentAct> => ({
  ...act,
  expected: (await typesIn(office, caseId)).length,
});

test("a vote that is sent again is the vote that was cast, and behind others it is refused", async () => {
  const { caseId } = await caseBeforePanel(office);
  const decision = await propose(office, "gerda", caseId);
  const vote = await captureAct(office, "hugo", caseId, voting(1, decision));
  for (const _ of [1, 2]) assert.equal((await sendAs(office, "hugo", caseId, vote)).status, 200);
  assert.equal(await votesIn(caseId), 1);
  assertRefused(await sendAs(office, "hugo", caseId, await atTheEnd(vote, caseId)), "already-voted");
  assertRefused(await sendAs(office, "hugo", caseId, await rawVote("hugo", caseId, 1, decision)), "already-voted");
  assert.equal(await votesIn(caseId), 1);
});

test("a colleague's signed vote is nobody else's", async () => {
  const { caseId } = await caseBeforePanel(office);
  const decision = await propose(office, "gerda", caseId);
  const vote = await captureAct(office, "hugo", caseId, voting(1, decision));
  assertRefused(await sendAs(office, "ines", caseId, vote), "decision-differs");
  assert.equal(await votesIn(caseId), 0);
});

test("a vote signed in one sitting is none in the next, though the same is proposed", async () => {
  const { caseId } = await caseBeforePanel(office);
  const first = await propose(office, "gerda", caseId);
  const vote = await captureAct(office, "hugo", caseId, voting(1, first));
  await doActs(await office.desk("gerda"), caseId, say("withdraw-decision", { sitting: 1 }));
  const second = await propose(office, "gerda", caseId, 2);
  assert.notEqual(first, second);
  assertRefused(await sendAs(office, "hugo", caseId, await atTheEnd(vote, caseId)), "no-sitting");
  const readdressed = { ...vote.command, sitting: 2, decision: second };
  const disguised = { ...(await atTheEnd(vote, caseId)), command: readdressed };
  assertRefused(await sendAs(office, "hugo", caseId, disguised), "decision-differs");
  assertRefused(await sendAs(office, "hugo", caseId, await rawVote("hugo", caseId, 2, first)), "another-decision");
  assert.equal(await votesIn(caseId), 0);
});

test("a vote signed in one case is none in another, though the same is proposed there", async () => {
  const [one, other] = [await caseBeforePanel(office), await caseBeforePanel(office)];
  const here = await propose(office, "gerda", one.caseId);
  const there = await propose(office, "gerda", other.caseId);
  assert.notEqual(here, there);
  const vote = await captureAct(office, "hugo", one.caseId, voting(1, here));
  const moved = await atTheEnd(vote, other.caseId);
  assertRefused(await sendAs(office, "hugo", other.caseId, moved), "another-decision");
  const readdressed = { ...moved, command: { ...vote.command, decision: there } };
  assertRefused(await sendAs(office, "hugo", other.caseId, readdressed), "decision-differs");
  assert.equal(await votesIn(other.caseId), 0);
});
