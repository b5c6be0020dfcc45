// Strings that break programs, in every field that takes text: each comes out as it went in, or is refused with a code; in a
// browser none of them is anything but text.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openMailbox as readMailbox } from "@temwen/complain/mailbox";
import { createMessenger } from "@temwen/complain/person-acts";
import { createCourier } from "@temwen/courier";
import { type ActRequest, type Keeper, openKeyFile } from "@temwen/desk";
import { type Directory, trustShape } from "@temwen/office";
import { openExplanation, openGrant, openIdentity } from "@temwen/sealing/open";
import { deriveReceiptKeys, drawReceipt, type Receipt, type ReceiptKeys } from "@temwen/sealing/receipt";
import { type ComplaintDraft, sealComplaint } from "@temwen/sealing/seal";
import type { CaseId } from "@temwen/vocabulary";
import {
  areSame,
  complaintsOf,
  draftOf,
  outsideStrings,
  plainFields,
  readHostileStrings,
  takeJoined,
} from "../support/hostile-filing.ts";
import { runCommand, startOffice, type TestOffice } from "../support/office.ts";
import { spread } from "../support/outside-data.ts";
import { askAs, findReader, listCases, openDesks, peopleOf, readAmong } from "../support/staff.ts";

let strings: readonly string[] = [];
let office: TestOffice;
let folder = "";
let desks: readonly Keeper[] = [];
let panel: readonly Keeper[] = [];
let directory: Directory;

before(async () => {
  if (outsideStrings.skip !== false) return;
  strings = await readHostileStrings();
  folder = await mkdtemp(join(tmpdir(), "temwen-hostile-"));
  office = await startOffice();
  desks = await openDesks(office, peopleOf(office, "intake"));
  panel = await openDesks(
    office,
    peopleOf(office, "panel").filter(({ ties }) => ties.length === 0),
  );
  directory = JSON.parse(await readFile(join(office.data, "keys/directory-1.json"), "utf8")).body;
});
after(async () => {
  for (const desk of [...desks, ...panel]) desk.close();
  await office?.[Symbol.asyncDispose]();
  if (folder !== "") await rm(folder, { recursive: true, force: true });
});

async function fileDraft(draft: ComplaintDraft): Promise<{ receipt: Receipt; keys: ReceiptKeys; caseId: CaseId }> {
  const receipt = drawReceipt();
  const keys = await deriveReceiptKeys(receipt, directory.receiptSalt);
  const parcel = await sealComplaint(draft, keys, directory);
  assert.ok(parcel.ok, `sealing was refused: ${parcel.ok ? "" : JSON.stringify(parcel.refusal)}`);
  const filed = await createCourier({ base: office.url }).fileParcel(parcel.value);
  assert.ok(filed.ok, "the server takes it");
  return { receipt, keys, caseId: keys.caseId };
}

/** The same work for each, two at a time. */
async function twoAtATime<T>(list: readonly T[], work: (item: T, i: number) => Promise<void>): Promise<void> {
  const waiting = list.map((item, i) => [item, i] as const);
  const run = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await work(...next);
  };
  await Promise.all([run(), run()]);
}

// ---- what is promised

test("every string comes out of every field of a complaint as it went in", outsideStrings, async () => {
  const different: string[] = [];
  const compare = (field: string, got: unknown, wanted: string): void => {
    if (got !== (wanted === "" ? undefined : wanted) && !(wanted === "" && got === "")) different.push(field);
  };
  const identities = await openIdentityKeys();
  await twoAtATime(complaintsOf(strings), async (fields) => {
    const { caseId } = await fileDraft(draftOf(fields));
    const { view } = await readAmong(desks, caseId);
    compare("text", view.story.text, fields.text);
    compare("place", view.story.place, fields.place);
    compare("words", view.support?.words, fields.words);
    const identity = await readIdentity(caseId, identities);
    for (const field of ["name", "contact", "safeContact"] as const) compare(field, identity[field], fields[field]);
    for (const [i, { name, mediaType }] of fields.files.entries()) {
      compare("file name", view.evidence[i]?.name, name);
      compare("file kind", view.evidence[i]?.mediaType, mediaType);
    }
    assert.deepEqual(view.alarms, []);
  });
  assert.deepEqual(different, []);
});

async function openIdentityKeys(): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const { keyFile, passphrase } of peopleOf(office, "intake")) {
    const key = await openKeyFile(new Uint8Array(await readFile(keyFile)), passphrase);
    assert.ok(typeof key !== "string");
    keys.push(key.identity);
  }
  return keys;
}

/** Joins the halves of two officers, as two people at two desks will. */
async function readIdentity(caseId: CaseId, identities: readonly string[]) {
  const raw = await desks[0]?.exportRaw(caseId);
  assert.ok(raw?.ok);
  const { parts } = raw.value;
  const halves = new Map<string, Uint8Array>();
  for (const [name, sealed] of Object.entries(parts)) {
    if (!/^grant-\d$/.test(name)) continue;
    for (const identity of identities) {
      const half = (await openGrant(identity, sealed, caseId))?.identityHalf;
      if (half === undefined) continue;
      halves.set(Buffer.from(half).toString("hex"), half);
      break;
    }
    if (halves.size === 2) break;
  }
  const [one, other] = [...halves.values()];
  assert.ok(one && other && parts.identity, "two different halves are among the four first readers");
  const opened = await openIdentity([one, other], parts.identity, caseId);
  assert.ok(opened.ok);
  return opened.value;
}

/** What goes between an office and a person: all strings joined into as few messages as hold them, and some alone. */
function messagesOf(alone: number): string[] {
  const waiting = strings.filter(Boolean);
  const joined: string[] = [];
  while (waiting.length > 0) joined.push(takeJoined(waiting, 7500));
  const single = spread(
    strings.filter((text) => text.trim() !== ""),
    alone,
  );
  return [...joined, ...single];
}

test(
  "every string comes out of the office's answers and the person's messages as it went in",
  outsideStrings,
  async () => {
    const trust = trustShape(JSON.parse(await readFile(office.roots, "utf8")));
    assert.ok(trust);
    const believed = { trust, directory, suspendedAt: new Map() };
    const messages = messagesOf(40);
    while (messages.length > 0) await sayBothWays(messages.splice(0, mostOfCase), believed);
  },
);

/** Behind more acts than these the office asks one receipt to come slower (docs/specs/http.md). */
const mostOfCase = 25;

type Believed = Parameters<ReturnType<typeof createMessenger>>[0];

/** The office and a person say the same to each other, and each reads it. */
async function sayBothWays(messages: readonly string[], believed: Believed): Promise<void> {
  const { receipt, keys, caseId } = await fileDraft({ ...draftOf(plainFields), evidence: [] });
  const { desk } = await readAmong(desks, caseId);
  const courier = createCourier({ base: office.url });
  const send = createMessenger(courier);
  for (const [i, text] of messages.entries()) {
    await act(desk, caseId, { act: i === 0 ? "acknowledge" : "reply", text });
    const sent = await send(believed, keys, text);
    assert.ok(sent.ok, "the message is taken");
  }
  const read = await desk.readCase(caseId);
  assert.ok(read.ok);
  for (const direction of ["from-office", "from-person"]) {
    const said = read.value.messages.filter((message) => message.direction === direction);
    assert.ok(
      areSame(
        said.map(({ text }) => text),
        messages,
      ),
      `${direction}, read at the desk`,
    );
  }
  const mailbox = await readMailbox(courier, believed, receipt);
  assert.ok(mailbox.ok);
  const answers = mailbox.value.entries.flatMap((entry) => (entry.kind === "office" ? [entry.text] : []));
  assert.ok(areSame(answers, messages), "the office's answers, read with the receipt");
}

test("every string comes out of the reasons of an act as it went in", outsideStrings, async () => {
  const reasons = messagesOf(0);
  const { caseId } = await fileDraft({ ...draftOf(plainFields), evidence: [] });
  const { desk } = await readAmong(desks, caseId);
  await act(desk, caseId, { act: "acknowledge", text: "Bonjou." });
  await act(desk, caseId, { ...assessment, act: "assess" });
  assert.ok(reasons.length <= panel.length, "whoever decided once does not decide again");
  for (const [i, text] of reasons.entries()) {
    const member = panel[i] as Keeper;
    await act(desk, caseId, { act: "propose-not-admitted", reason: "nothing-that-could-be-examined", text });
    const seen = await member.readCase(caseId);
    assert.ok(seen.ok, `the panel reads the case for the proposal ${i + 1}`);
    assert.deepEqual(seen.value.alarms, []);
    assert.ok(seen.value.proposal?.explanation === text, "the panel reads the reasons as written");
    await act(member, caseId, { act: "keep-open", text });
  }
  const raw = await desk.exportRaw(caseId);
  assert.ok(raw.ok);
  const opened = await Promise.all(
    Object.entries(raw.value.parts)
      .filter(([name]) => name.startsWith("explanation-"))
      .sort(([a], [b]) => numberOf(a) - numberOf(b))
      .map(([, sealed]) => openExplanation(raw.value.keys.story ?? "", sealed, caseId)),
  );
  const texts = opened.map((reason) => (reason.ok ? reason.value.text : undefined));
  assert.ok(
    areSame(
      texts,
      reasons.flatMap((text) => [text, text]),
    ),
    "each proposal and each answer to it",
  );
});

test("what an act chooses from lists takes no string that is not in them", outsideStrings, async () => {
  const { caseId } = await fileDraft({ ...draftOf(plainFields), evidence: [] });
  const { desk } = await readAmong(desks, caseId);
  await act(desk, caseId, { act: "acknowledge", text: "Bonjou." });
  const before = await desk.readCase(caseId);
  assert.ok(before.ok);
  const fields = ["rights", "class", "forces", "department", "month", "child"] as const;
  const answers = new Set<string>();
  for (const [i, text] of spread(strings, 150).entries()) {
    const field = fields[i % fields.length] as (typeof fields)[number];
    const value = Array.isArray(assessment[field]) ? [text] : text;
    const done = await desk.act(caseId, { ...assessment, act: "assess", [field]: value });
    assert.ok(!done.ok, `${field} refuses what is in no list`);
    assert.match(done.refusal.code, /^[a-z-]+$/);
    answers.add(done.refusal.code);
  }
  assert.ok(!answers.has("cannot-tell") && !answers.has("unreachable"), "nothing broke over it");
  const proposed = await desk.act(caseId, { act: "propose-not-admitted", reason: strings.at(-1) ?? "", text: "a" });
  assert.ok(!proposed.ok && proposed.refusal.code === "not-a-choice");
  const afterwards = await desk.readCase(caseId);
  assert.ok(afterwards.ok && afterwards.value.version === before.value.version, "nothing was recorded");
});

test("half a surrogate pair is refused as broken text, wherever it stands", outsideStrings, async () => {
  const broken = ["a\ud800", "\udc00a", "\ud83d", "x\udcffy\ud800"];
  const keys = await deriveReceiptKeys(drawReceipt(), directory.receiptSalt);
  for (const [i, text] of broken.entries()) {
    const file = { name: "a.txt", mediaType: "text/plain", bytes: new Uint8Array(1) };
    const drafts: readonly Partial<ComplaintDraft>[] = [
      { text },
      { place: text },
      { identity: { name: text } },
      { identity: { contact: text } },
      { identity: { safeContact: text } },
      { support: { needs: [], words: text } },
      { evidence: [{ ...file, name: text }] },
      { evidence: [{ ...file, mediaType: text }] },
    ];
    for (const [at, part] of drafts.entries()) {
      const sealed = await sealComplaint({ ...draftOf(plainFields), evidence: [], ...part }, keys, directory);
      assert.deepEqual(sealed, { ok: false, refusal: { code: "broken-text" } }, `string ${i}, field ${at}`);
    }
  }
  const filed = await fileDraft({ ...draftOf(plainFields), evidence: [] });
  const { desk } = await readAmong(desks, filed.caseId);
  for (const text of broken) {
    const done = await desk.act(filed.caseId, { act: "acknowledge", text });
    assert.deepEqual(done, { ok: false, refusal: { code: "broken-text" } });
  }
});

test(
  "the command files hostile texts, places and file names as they are, and refuses the rest with a code",
  outsideStrings,
  async () => {
    const batch = join(folder, "batch");
    await mkdir(batch);
    const usable = strings.filter((text) => text.trim() !== "");
    const singles = spread(usable, 40);
    for (const [i, text] of singles.entries()) {
      await writeFile(join(batch, `${i}.txt`), text);
      await writeFile(join(batch, `${i}.json`), JSON.stringify({ place: singles[singles.length - 1 - i] }));
    }
    await writeFile(join(batch, "half-a-letter.txt"), Buffer.from("6161c3", "hex"));
    await writeFile(join(batch, "half-a-pair.txt"), "Bonjou.");
    await writeFile(join(batch, "half-a-pair.json"), '{"place":"\\ud800"}');
    await writeFile(join(batch, "nothing.txt"), " \n");
    const ran = await runCommand([
      "complain",
      "--server",
      office.url,
      "--roots",
      office.roots,
      "--batch",
      batch,
      "--json",
    ]);
    assert.equal(ran.code, 1, "some were refused");
    const lines = ran.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { file: string; case?: string; refused?: string });
    const refusals = Object.fromEntries(lines.flatMap(({ file, refused }) => (refused ? [[file, refused]] : [])));
    assert.deepEqual(refusals, {
      "half-a-letter.txt": "malformed-utf8",
      "half-a-pair.txt": "broken-text",
      "nothing.txt": "empty",
    });
    for (const { file, case: caseId } of lines.filter((line) => line.case !== undefined)) {
      const at = Number(file.replace(".txt", ""));
      const { view } = await readAmong(desks, caseId ?? "");
      assert.ok(view.story.text === singles[at], `text ${at}`);
      assert.ok(view.story.place === singles[singles.length - 1 - at], `place ${at}`);
    }
  },
);

test(
  "the command attaches files under hostile names, which stand only in the sealed story",
  outsideStrings,
  async () => {
    const canBeName = (text: string): boolean =>
      !/[/\0]/.test(text) && Buffer.byteLength(text) <= 255 && !["", ".", ".."].includes(text);
    const names = spread([...new Set(strings.filter(canBeName))], 24);
    await mkdir(join(folder, "attached"));
    for (const name of names) await writeFile(join(folder, "attached", name), name);
    for (const at of [0, 8, 16]) {
      const eight = names.slice(at, at + 8);
      const ran = await runCommand(
        [
          ...["complain", "--server", office.url, "--roots", office.roots, "--text", "-", "--json"],
          ...eight.flatMap((name) => ["--attach", join(folder, "attached", name)]),
        ],
        "Gade foto yo.",
      );
      assert.equal(ran.code, 0);
      const { desk, view } = await readAmong(desks, JSON.parse(ran.stdout).case);
      assert.ok(
        areSame(
          view.evidence.map(({ name }) => name),
          eight,
        ),
        "the names are the names",
      );
      for (const { part, name } of view.evidence) {
        const piece = await desk.readEvidence(view.caseId, part);
        assert.ok(piece.ok && Buffer.from(piece.value.bytes).toString() === name, "and the bytes are the bytes");
      }
    }
  },
);

test("on the command line a hostile word is refused in one line, and never a fault", outsideStrings, async () => {
  const cases = await listCases(office);
  const waiting = cases.find(({ stage }) => stage === "acknowledged")?.case ?? "";
  const { reader } = await findReader(office, waiting);
  const words = spread(
    strings.filter((text) => text !== "" && !text.includes("\0")),
    6,
  );
  const options = ["right", "class", "force", "department", "month", "child"];
  for (const [i, word] of words.entries()) {
    const set = `${options[i % options.length]}=${word}`;
    const said = await askAs(office, reader, ["act", "assess", "--case", waiting, "--set", set]);
    assert.deepEqual([said.exit, said.refused], [2, "wrong-words"], `word ${i}`);
  }
  for (const [i, word] of words.slice(0, 2).entries()) {
    const said = await askAs(office, reader, ["read", `--case=${word}`]);
    assert.deepEqual([said.exit, said.refused], [2, "wrong-words"], `case ${i}`);
  }
  const placed = strings.find((text) => text.includes("'") && text.includes("$")) ?? "'$(id)";
  const args = [
    "complain",
    "--server",
    office.url,
    "--roots",
    office.roots,
    "--text",
    "-",
    `--place=${placed}`,
    "--json",
  ];
  const ran = await runCommand(args, "Bonjou.");
  assert.equal(ran.code, 0);
  const { view } = await readAmong(desks, JSON.parse(ran.stdout).case);
  assert.ok(view.story.place === placed);
});

// ---- small things

const assessment = {
  rights: ["other"],
  class: "unclassified",
  forces: ["unknown"],
  department: "unknown",
  month: "unknown",
  child: "unsaid",
};

async function act(desk: Keeper, caseId: CaseId, request: ActRequest): Promise<void> {
  const done = await desk.act(caseId, request);
  assert.ok(done.ok, `${request.act} was refused: ${done.ok ? "" : done.refusal.code}`);
}

const numberOf = (part: string): number => Number(part.replace(/^\D+/, ""));
