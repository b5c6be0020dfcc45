// Noise is closed many at once and unread, by two people; each person is told, and is heard again as soon as they write.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import { createMessenger } from "@temwen/complain/person-acts";
import type { Keeper } from "@temwen/desk";
import { createLog, createSweep } from "@temwen/server";
import { type CaseId, millisToInstant } from "@temwen/vocabulary";
import {
  acknowledgement,
  doActs,
  type FiledCase,
  fileCase,
  headersOf,
  restate,
  type SentAct,
  sendAct,
  view,
} from "../support/casework.ts";
import { runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
const folder = await writeOfficeFolder(office, ["asha", "gerda"]);
after(async () => {
  await folder[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

async function fileSome(count: number): Promise<readonly FiledCase[]> {
  const filed: FiledCase[] = [];
  for (let i = 0; i < count; i++) filed.push(await fileCase(office));
  return filed;
}
const idsOf = (filed: readonly FiledCase[]): readonly CaseId[] => filed.map(({ caseId }) => caseId);

async function close(desk: Keeper, cases: readonly CaseId[]) {
  const taken = await desk.closeFlood(cases);
  assert.ok(taken.ok, `nothing was taken: ${taken.ok ? "" : taken.refusal.code}`);
  const { step, casesDigest, caseCount, done, left } = taken.value;
  return { step, casesDigest, caseCount, done, left: left.map((one) => `${one.case} ${one.refusal.code}`) };
}

/** What the person's device makes of the mailbox. */
async function open({ receipt }: FiledCase) {
  const opened = await openMailbox(office.courier(), believedOf(office), receipt);
  assert.ok(opened.ok);
  const { entries, stage, keys } = opened.value;
  return { stage, keys, told: entries.map((entry) => (entry.kind === "step" ? entry.step : entry.kind)) };
}

const typesIn = async (caseId: CaseId) =>
  (await office.record.readStream(caseId)).map(({ type }) => type.replace(/^case\.|\/1$/g, ""));

/** What a desk would send to take this step, kept from leaving. */
async function capture(name: string, caseId: CaseId): Promise<SentAct> {
  let captured: SentAct | undefined;
  const desk = await office.desk(name, {
    fetch: async (input, init) => {
      if (!String(input).endsWith("/acts")) return fetch(input, init);
      captured = JSON.parse(String(init?.body)) as SentAct;
      return Response.json({ code: "captured" }, { status: 422 });
    },
  });
  await desk.closeFlood([caseId]);
  assert.ok(captured, "nothing was sent");
  return captured;
}

test("two people close many cases with one step each; the persons are told, and who writes is heard again", async () => {
  const filed = await fileSome(3);
  const [first, second, third] = filed;
  assert.ok(first && second && third);
  const before = await Promise.all(
    idsOf(filed).map(async (id) => (await office.record.readStream(id)).at(-1)?.digest ?? ""),
  );
  const proposed = await close(await office.desk("asha"), idsOf(filed));
  const named = createHash("sha256")
    .update(JSON.stringify([...before].sort()))
    .digest("hex");
  assert.deepEqual(proposed, { step: "proposed", casesDigest: named, caseCount: 3, done: idsOf(filed), left: [] });
  assert.deepEqual(await open(first).then(({ told }) => told), [], "what is only proposed is the office's");

  // One of them is no noise.
  const sent = await createMessenger(office.courier())(believedOf(office), (await open(second)).keys, "Mwen la.");
  assert.ok(sent.ok);
  const closed = await close(await office.desk("gerda"), idsOf(filed));
  assert.deepEqual([closed.step, closed.casesDigest, closed.caseCount], ["closed", named, 3]);
  assert.deepEqual(closed.done, [first.caseId, third.caseId]);
  assert.deepEqual(closed.left, [`${second.caseId} unknown-case`]);

  assert.deepEqual(await typesIn(first.caseId), ["received", "flood-proposed", "closed-as-flood"]);
  const { stage, told, keys } = await open(first);
  assert.deepEqual([stage, told], ["closed-as-flood", ["stepReceived", "stepClosedUnread"]]);
  assert.ok((await createMessenger(office.courier())(believedOf(office), keys, "Se pa bri.")).ok);
  const again = await open(first);
  assert.deepEqual([again.stage, again.told], ["received", ["stepReceived", "stepClosedUnread", "mine"]]);
  await doActs(first.desk, first.caseId, acknowledgement);
  assert.equal((await open(first)).stage, "acknowledged");
  assert.deepEqual((await view(first.desk, first.caseId)).alarms, []);
  const gerda = await office.desk("gerda");
  const queue = await gerda.readQueue({ stage: "closed-as-flood" });
  assert.ok(queue.ok);
  assert.deepEqual(
    queue.value.rows.map(({ caseId, facts, clock }) => [caseId, facts.floodCases, facts.floodCount, clock]),
    [[third.caseId, named, 3, undefined]],
  );
});

test("what was proposed to be closed unread stands in the panel's list before anybody asks for a stage", async () => {
  const [one] = await fileSome(1);
  assert.ok(one);
  await close(await office.desk("asha"), [one.caseId]);
  const queue = await (await office.desk("gerda")).readQueue({});
  assert.ok(queue.ok);
  assert.ok(queue.value.rows.some(({ caseId, stage }) => caseId === one.caseId && stage === "flood-proposed"));
});

test("to close a flood no desk fetches anything that is sealed", async () => {
  const [one] = await fileSome(1);
  assert.ok(one);
  const asked: string[] = [];
  for (const name of ["benoit", "hugo"]) {
    const desk = await office.desk(name, {
      fetch: (input, init) => {
        asked.push(new URL(String(input)).pathname);
        return fetch(input, init);
      },
    });
    assert.equal((await close(desk, [one.caseId])).done.length, 1);
  }
  assert.ok(asked.some((path) => path.endsWith("/acts")));
  assert.deepEqual(
    asked.filter((path) => /\/(parts|evidence)/.test(path)),
    [],
  );
});

test("a run that broke off is gone on with by the same list, under the same name, and nothing is signed twice", async () => {
  const filed = await fileSome(3);
  let acts = 0;
  const breaking: typeof fetch = async (input, init) => {
    if (String(input).endsWith("/acts") && ++acts > 1) throw new TypeError("the line is cut");
    return fetch(input, init);
  };
  const half = await close(await office.desk("asha", { fetch: breaking }), idsOf(filed));
  assert.deepEqual([half.done.length, half.left.length], [1, 2]);
  const whole = await close(await office.desk("asha"), idsOf(filed));
  assert.deepEqual([whole.casesDigest, whole.caseCount, whole.done.length, whole.left], [half.casesDigest, 3, 3, []]);
  for (const { caseId } of filed) assert.deepEqual(await typesIn(caseId), ["received", "flood-proposed"]);
});

test("the server decides again: who signs other cases, or closes what is not theirs to close, changes nothing", async () => {
  const [one] = await fileSome(1);
  assert.ok(one);
  const proposal = await capture("asha", one.caseId);
  const larger = restate(proposal, office.person("asha").signer, (statement) => ({ ...statement, caseCount: 400 }));
  const refused = await sendAct(office, await headersOf(office, "asha"), one.caseId, larger);
  assert.deepEqual([refused.status, refused.body.code], [422, "decision-differs"]);
  assert.equal((await sendAct(office, await headersOf(office, "asha"), one.caseId, proposal)).status, 200);

  const agreement = await capture("gerda", one.caseId);
  for (const [name, change, code] of [
    ["gerda", { caseCount: 2 }, "decision-differs"],
    ["gerda", { proposedBy: office.person("benoit").id }, "decision-differs"],
    ["benoit", { by: office.person("benoit").id }, "wrong-role"],
    ["ines", { by: office.person("ines").id }, "tied-to-respondent"],
  ] as const) {
    const bent = restate(agreement, office.person(name).signer, (statement) => ({ ...statement, ...change }));
    const answer = await sendAct(office, await headersOf(office, name), one.caseId, bent);
    assert.equal(answer.body.code, code, name);
  }
  assert.deepEqual(await typesIn(one.caseId), ["received", "flood-proposed"]);
});

test("silence about what was closed unread is said, once, when each clock passes, though it lies behind everything that waits", async () => {
  const [unread, waiting] = await fileSome(2);
  assert.ok(unread && waiting);
  for (const name of ["asha", "gerda"]) await close(await office.desk(name), [unread.caseId]);
  const { record, pack, server, clockKey } = office;
  const missed = async (caseId: CaseId) => (await typesIn(caseId)).filter((type) => type === "clock-missed").length;
  const sweepIn = async (days: number) => {
    const at = millisToInstant(Date.now() + days * 86_400_000);
    const context = { record, pack, registry: server.registry, now: () => at };
    const faults: string[] = [];
    const log = createLog({ write: (line) => void faults.push(line) });
    await createSweep({ office: context, blobs: { remove: async () => undefined }, clockKey, log })();
    assert.deepEqual(faults, []);
  };
  await sweepIn(0.5);
  assert.equal(await missed(unread.caseId), 0);
  for (let round = 0; round < 6; round++) await sweepIn(30);
  assert.equal(await missed(waiting.caseId), 3);
  assert.equal(
    await missed(unread.caseId),
    2,
    "the same but the word of every 28 days: they were told that it was closed",
  );
  const { stage, told } = await open(unread);
  assert.equal(stage, "closed-as-flood");
  assert.deepEqual(told, ["stepReceived", "stepClosedUnread", "late", "late"], "the danger, and the acknowledgement");
});

test("at the command line an intake officer proposes a list of cases, a panel member agrees, and the person reads it", async () => {
  const filed = await fileSome(2);
  const list = join(folder.path, "noise.txt");
  await writeFile(list, `${idsOf(filed).join("\n")}\n`);
  const run = (name: string) => runCommand(["office", "close-flood", "--cases", list, ...folder.as(name)]);
  const early = await run("gerda");
  assert.deepEqual([early.code, JSON.parse(early.stdout).refused], [1, "no-flood-proposed"]);
  const proposed = await run("asha");
  assert.equal(proposed.code, 0, proposed.stderr);
  assert.deepEqual(JSON.parse(proposed.stdout).done, idsOf(filed));
  const closed = await run("gerda");
  assert.equal(closed.code, 0, closed.stderr);
  assert.deepEqual([JSON.parse(closed.stdout).step, JSON.parse(closed.stdout).left], ["closed", []]);

  const reply = ["reply", "--server", office.url, "--roots", folder.roots, "--receipt", "-"];
  for (const [language, now] of [
    [
      "ht",
      "Twòp mesaj te rive yon sèl kou. Biwo a fèmen dosye w ansanm ak anpil lòt, san li yo. Ekri yon mesaj pou l louvri ankò.",
    ],
    [
      "en",
      "Too many messages came at once. The office closed your case with many others, unread. Write a message to open it again.",
    ],
  ] as const) {
    const { stdout } = await runCommand([...reply, "--lang", language], filed[0]?.receipt);
    assert.equal(stdout.split("\n")[0], now);
  }
});

test("the command says what it needs before anybody signs in", async () => {
  for (const [words, said] of [
    [["close-flood"], /--case or --cases is needed/],
    [["close-flood", "--case", "nobody"], /need ids of cases/],
    [["read", "--case", "cas_1", "--case", "cas_2"], /only close-flood takes several cases/],
  ] as const) {
    const { code, stderr } = await runCommand(["office", ...words, "--server", office.url]);
    assert.equal(code, 2);
    assert.match(stderr, said);
  }
});
