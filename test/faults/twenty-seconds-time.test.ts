// The whole show through the commands: an office whose own deadline is twenty seconds, answered in time, too late, never, and with junk.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { edgeRoot, emptyEdge, growEdge } from "@temwen/public-log/tiles";
import { startEmbedded } from "@temwen/record/embedded";
import { openPostgresRecord } from "@temwen/record/postgres";
import { layOut, proofNumberOf, stopLabel } from "@temwen/sealing/leaf";
import { deriveReceiptKeys, type Receipt } from "@temwen/sealing/receipt";
import { parseBase64 } from "@temwen/vocabulary";
import { asPerson, mainFile, type Ran, runCommand, startOffice, type TestOffice } from "../support/office.ts";

const clock = "acknowledgement";
const packs = join(dirname(mainFile), "../../../packs");
let home: string;
let office: TestOffice;
before(async () => {
  home = await mkdtemp(join(tmpdir(), "temwen-show-"));
  await cp(join(packs, "haiti"), join(home, "pack"), { recursive: true });
  const place = join(home, "pack/pack.json");
  const pack = JSON.parse(await readFile(place, "utf8")) as { readonly clocks: { id: string; due: string }[] };
  for (const one of pack.clocks.filter(({ id }) => id === clock)) one.due = "PT20S";
  await writeFile(place, JSON.stringify(pack));
  office = await startOffice({ data: join(home, "office"), args: ["--pack", relative(packs, join(home, "pack"))] });
});
after(async () => {
  await office?.[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

type Told = { readonly [name: string]: unknown };
const told = ({ stdout }: Ran): Told => JSON.parse(stdout) as Told;
const policy = () => join(office.data, "demo/log.policy");

type Filed = { readonly receipt: string; readonly case: string; readonly proof: string };

/** Files, and waits until the proof is there. */
async function file(): Promise<Filed> {
  const words = ["complain", "--server", office.url, "--text", "-", "--json", "--policy", policy()];
  const ran = await runCommand([...words, "--wait-proof", "--proof-dir", home], "Yon egzanp.");
  assert.equal(ran.code, 0, ran.stderr);
  return told(ran) as unknown as Filed;
}

/** The first intake officer who can open it answers, with the command. */
async function acknowledge(filed: Filed): Promise<void> {
  const text = join(home, "answer.txt");
  await writeFile(text, "Nou resevwa pawòl ou.");
  let said = "";
  for (const person of office.people.slice(0, 6)) {
    const ran = await runCommand([
      ...["office", "act", "acknowledge", "--case", filed.case, "--text", text],
      ...asPerson(office, person),
    ]);
    if (ran.code === 0) return;
    said += ran.stderr;
  }
  throw new Error(`nobody could answer: ${said}`);
}

let made = 0;
/** Asks for a certificate; its file, and what the command said. */
async function prove({ receipt, proof }: Filed): Promise<{ readonly out: string; readonly ran: Ran }> {
  made += 1;
  const out = join(home, `breach-${made}`);
  const words = ["prove-silence", "--server", office.url, "--receipt", "-", "--clock", clock, "--json"];
  return { out, ran: await runCommand([...words, "--proof", proof, "--policy", policy(), "--out", out], receipt) };
}

/** Asks until the clock has run out: `not-due` is the only answer that passes. */
async function proveWhenDue(filed: Filed) {
  for (let n = 0; n < 90; n += 1) {
    const { out, ran } = await prove(filed);
    if (ran.code === 0 || told(ran).refused !== "not-due") return { out, ran };
    await pause(1000);
  }
  throw new Error("the clock does not run out");
}

async function verify(breach: string): Promise<Told> {
  const log = ["--log", `${office.url}/log/`, "--policy", policy()];
  const ran = await runCommand(["verify", "--breach", breach, ...log, "--json"]);
  assert.equal(ran.code, 0, ran.stderr);
  return told(ran);
}

/** Puts a leaf into the running office's log that bears a person's stop label and opens to nothing, as its operator could. */
async function insertJunk({ receipt }: Filed): Promise<void> {
  const { directory } = (await (await fetch(`${office.url}/api/directory`)).json()) as {
    readonly directory: { readonly body: { readonly receiptSalt: string } };
  };
  const { labelKey } = await deriveReceiptKeys(receipt as Receipt, directory.body.receiptSalt as never);
  const stop = parseBase64(stopLabel(labelKey, clock));
  assert.ok(stop.ok);
  const leaf = layOut(82, stop.value, new Uint8Array(randomBytes(32)));
  const rows = [{ leaf, proofNumber: proofNumberOf(leaf), key: undefined, salt: undefined }];
  const { hasher } = primitivesOnNode;
  const database = await startEmbedded({ folder: join(office.data, "postgres") });
  try {
    await using record = await openPostgresRecord({ url: database.url });
    for (let outcome = "overtaken"; outcome === "overtaken"; ) {
      const { size, followed } = await record.log.readHead();
      const all = [...(await record.log.readLeaves(0n, size)), leaf].map(hasher.leaf);
      const root = edgeRoot(hasher, growEdge(hasher, emptyEdge, all).edge);
      outcome = await record.log.extend({ from: size, leaves: rows, head: { size: size + 1n, root, followed } });
    }
  } finally {
    await database.stop();
  }
}

/** Until an act that was just done stands in the log. */
async function waitForLog({ receipt }: Filed): Promise<void> {
  for (let n = 0; n < 90; n += 1) {
    const words = [
      "proof",
      "--server",
      office.url,
      "--receipt",
      "-",
      "--out",
      join(home, "later"),
      "--policy",
      policy(),
      "--json",
    ];
    if ((await runCommand(words, receipt)).code === 0) return;
    await pause(1000);
  }
  throw new Error("the act does not come into the log");
}

test("twenty seconds: an answer in time is no silence; silence, junk and a late answer are proved through the commands", async () => {
  const [silent, junk, late] = [await file(), await file(), await file()];
  await insertJunk(junk);

  const silence = await proveWhenDue(silent);
  assert.equal(silence.ran.code, 0, silence.ran.stderr);
  const said = await verify(silence.out);
  assert.deepEqual([said.breach, said.case, said.unopened, said.later], [true, silent.case, [], []]);

  const spoiled = await proveWhenDue(junk);
  assert.equal(spoiled.ran.code, 0, spoiled.ran.stderr);
  assert.equal(
    ((await verify(spoiled.out)).unopened as readonly unknown[]).length,
    1,
    "junk is named, and spoils nothing",
  );

  const before = await proveWhenDue(late);
  assert.equal(before.ran.code, 0, before.ran.stderr);
  await acknowledge(late);
  await waitForLog(late);
  const behind = await prove(late);
  assert.equal(behind.ran.code, 0, `a late answer is no excuse: ${behind.ran.stderr}`);
  for (const { out } of [before, behind]) assert.equal(((await verify(out)).later as readonly unknown[]).length, 1);

  // Answered before anybody waited for a proof: its clock runs from a head that holds the answer already.
  const filed = await runCommand(["complain", "--server", office.url, "--text", "-", "--json"], "Yon egzanp.");
  assert.equal(filed.code, 0, filed.stderr);
  const answered = told(filed) as unknown as Filed;
  await acknowledge(answered);
  await waitForLog(answered);
  const proof = join(home, "later", `${String(told(filed).proofNumber).replaceAll(" ", "")}.tlog-proof`);
  const inTime = await proveWhenDue({ ...answered, proof });
  assert.deepEqual([inTime.ran.code, told(inTime.ran).refused], [1, "answered"], inTime.ran.stderr);
});
