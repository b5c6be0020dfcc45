// Whoever has a tie that may bear on a case neither says what it is nor ends it, whatever key they hold: the desk refuses, and the
// server too, under every number of the event.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { StaffFact } from "@temwen/casework";
import { sendWithdrawal } from "@temwen/complain/person-acts";
import type { CaseId, Json } from "@temwen/vocabulary";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, headersOf, view } from "../support/casework.ts";
import { postJson } from "../support/parcels.ts";
import { nowhere, sendAs, signRaw, typesIn } from "../support/raw-acts.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const say = (act: string, says: object, text: string) => ({ act, says, text }) as never;

/** Facts that have a third number. */
const thirds: readonly string[] = ["case.assessed", "case.erasure-proposed"];

type Said = { readonly [name: string]: Json };

/** Farid, who is tied to a force, signs an order past every rule of a desk, under every number of its fact. */
async function isRefused(
  caseId: CaseId,
  [order, fact]: readonly [string, string],
  said: Said,
  beside: Said = {},
): Promise<void> {
  const before = await typesIn(office, caseId);
  for (const number of thirds.includes(fact) ? [1, 2, 3] : [1, 2]) {
    const facts = [{ type: `${fact}/${number}`, ...said } as unknown as StaffFact];
    const signed = await signRaw(office, "farid", caseId, { command: { type: order, ...said, ...beside }, facts });
    assertRefused(await sendAs(office, "farid", caseId, signed), "tied-to-respondent");
  }
  assert.deepEqual(await typesIn(office, caseId), before);
}

/** A case about another force than his, of which he holds a first reader's key. */
async function readByFarid(): Promise<FiledCase> {
  for (let tries = 0; tries < 60; tries++) {
    const filed = await fileCase(office, { force: "jam", consent: "court" });
    if ((await view(await office.desk("farid"), filed.caseId)).story) return filed;
  }
  throw new Error("he never held a key");
}

test("before anybody assessed a complaint nobody with a tie says what it is, or wants it gone", async () => {
  const { desk, caseId } = await fileCase(office, { force: "ken" });
  await doActs(desk, caseId, acknowledgement);
  await isRefused(caseId, ["propose-erasure", "case.erasure-proposed"], { reason: "no-complaint" });
  const { act: _, ...said } = { ...assessment, forces: ["jam"] };
  await isRefused(caseId, ["assess-case", "case.assessed"], said as unknown as Said);
  await doActs(desk, caseId, { ...assessment, forces: ["ken"] });
});

test("one officer's correction lets nobody in who was tied: neither list, case, parts, grant nor act", async () => {
  const { desk, caseId } = await readByFarid();
  const farid = office.person("farid");
  await doActs(desk, caseId, acknowledgement, { ...assessment, forces: ["ken"] }, { ...assessment, forces: ["jam"] });
  const headers = await headersOf(office, "farid");
  const listed = async (question: object, as: typeof headers) =>
    JSON.stringify((await postJson(office, "/api/desk/queue", question, as)).body);
  const [theirs, others] = [
    await listed({ limit: 100 }, headers),
    await listed({ limit: 100 }, await headersOf(office, "asha")),
  ];
  assert.ok(others.includes(caseId) && !theirs.includes(caseId));
  assert.ok(!others.includes("barring"), "whom it was about before is in no list");
  assert.ok(
    !JSON.stringify((await postJson(office, "/api/desk/find", { number: caseId.slice(4) }, headers)).body).includes(
      caseId,
    ),
  );
  const seen = await fetch(`${office.url}/api/desk/cases/${caseId}`, { headers });
  assert.deepEqual([seen.status, ((await seen.json()) as { readonly code: string }).code], [404, "unknown-case"]);
  assertRefused(
    await postJson(office, `/api/desk/cases/${caseId}/parts`, { names: ["story"] }, headers),
    "unknown-case",
    404,
  );
  const granted = await desk.act(caseId, { act: "grant", to: farid.id, reason: "asked-to-help" });
  assert.equal(granted.ok ? "granted" : granted.refusal.code, "grantee-not-eligible");
  const told = { message: nowhere("message-out-2"), copy: nowhere("message-copy-2") } as unknown as Said;
  const facts = [{ type: "case.admitted/2", track: "ordinary" } as unknown as StaffFact];
  const signed = await signRaw(office, "farid", caseId, {
    command: { type: "admit-case", track: "ordinary", ...told },
    facts,
  });
  assertRefused(await sendAs(office, "farid", caseId, signed), "unknown-case", 404);
  assert.deepEqual((await view(desk, caseId)).assessment?.forces, "jam");
});

test("a reader with a tie ends no case while nobody knows whom it is about, by any order, and may still write to the person", async () => {
  const { desk, caseId, keys } = await readByFarid();
  const farid = await office.desk("farid");
  await doActs(desk, caseId, acknowledgement, { ...assessment, forces: ["unknown"] });
  const told = { message: nowhere("message-out-2"), copy: nowhere("message-copy-2") } as unknown as Said;
  const explanation = nowhere("explanation-1") as unknown as Json;
  await isRefused(caseId, ["admit-case", "case.admitted"], { track: "ordinary" }, told);
  await isRefused(caseId, ["propose-erasure", "case.erasure-proposed"], { reason: "no-complaint" });
  const proposed = { reason: "not-about-the-mission", explanation };
  await isRefused(caseId, ["propose-non-admission", "case.non-admission-proposed"], proposed, { grants: [] });

  await doActs(desk, caseId, { act: "grant", to: office.person("lena").id, reason: "asked-to-help" });
  await sendWithdrawal(office.courier(), believedOf(office), keys);
  const checked = say("check-pressure", { spoke: "person", level: "low", free: "yes" }, "Li lib.");
  await doActs(await office.desk("lena"), caseId, checked);
  await isRefused(caseId, ["accept-withdrawal", "case.withdrawal-accepted"], {}, told);
  const accepted = say("accept-withdrawal", {}, "Fini.");
  const done = await farid.act(caseId, accepted);
  assert.equal(done.ok ? "done" : done.refusal.code, "tied-to-respondent");
  await doActs(farid, caseId, { act: "reply", text: "Nou la." });
  assert.deepEqual((await view(desk, caseId)).alarms, []);
});
