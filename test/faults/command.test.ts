// The command: what scripts rely on. Exit codes, one JSON object, and no secret on the command line.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { acknowledgement, fileCase, findReader, view } from "../support/casework.ts";
import { type Lied, startLyingServer } from "../support/lying-server.ts";
import { mainFile, type Ran, runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { casesOf } from "../support/stored.ts";

const office = await startSmallOffice();
const lying = await startLyingServer(office.url);
const filed = await fileCase(office);
const folder = await writeOfficeFolder(office, [filed.reader, "petra"]);
after(async () => {
  await folder[Symbol.asyncDispose]();
  await lying[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

/** The one JSON object on stdout; anything beside it is a broken promise. */
function only({ stdout }: Ran): Lied {
  assert.match(stdout, /^\{.*\}\n$/);
  return JSON.parse(stdout);
}

const ofCase = [...folder.as(filed.reader), "--case", filed.caseId];
const complain = ["complain", "--server", office.url, "--roots", folder.roots, "--text", "-", "--json"];

test("wrong words end with 2, say what was wrong in one line, and do nothing", async () => {
  const before = (await casesOf(office)).length;
  const wrong: readonly (readonly [args: readonly string[], about: RegExp])[] = [
    [["complian"], /no verb "complian"/],
    [["complain", "--server", "localhost", "--text", "-"], /--server needs an address/],
    [["complain", "--server", "http://192.0.2.7:8080", "--text", "-"], /--server must begin with https:/],
    [["office", "queue", "--server", "http://biwo.example"], /--server must begin with https:/],
    [[...complain, "--lang", "xx"], /--lang must be one of/],
    [[...complain, "--consent", "perhaps"], /--consent must be one of/],
    [[...complain, "--colour", "red"], /--colour/],
    [[...complain, "and", "more"], /argument/],
    [["reply", "--server", office.url], /--receipt is needed/],
    [["office", "dance", "--server", office.url], /say queue, read, act, .* or forums/],
    [["office", "act", "reply", ...ofCase, "--text", "-", "--set", "right"], /--set needs key=value/],
    [["office", "act", "dance", ...ofCase], /must be one of: acknowledge, assess, /],
    [["office", "act", "assess", ...ofCase, "--set", "reason=x"], /assess has no --set reason=…; it knows right, /],
    [["office", "act", "assess", ...ofCase, "--set", "right=honour"], /honour is none of: life, integrity, /],
    [["office", "act", "assess", ...ofCase, "--set", "class=grave"], /grave is none of: serious-misconduct, /],
    [["office", "act", "assess", ...ofCase, "--set", "force=ken,atlantis"], /atlantis is none of: ken, .*, unknown;/],
    [["office", "act", "assess", ...ofCase, "--set", "department=paris"], /paris is none of: ht01, .*, unknown;/],
    [["office", "act", "assess", ...ofCase, "--set", "force=ken", "--set", "force=pnh"], /force=… is said twice;/],
    [["office", "act", "assess", ...ofCase, "--set", "force=ken", "--set", "forces=pnh"], /force=… is said twice;/],
    [["office", "act", "assess", ...ofCase, "--set", "month=2026-13"], /must be YYYY-MM or unknown/],
    [["office", "act", "grant", ...ofCase, "--set", "to=asha"], /needs the id of a member of staff/],
    [["office", "act", "acknowledge", ...ofCase], /acknowledge needs --text/],
    [["office", "read", ...folder.as(filed.reader), "--case", "cas_1"], /--case needs the id of a case/],
    [
      ["office", "export", ...folder.as(filed.reader), "--case", "cas_1", "--raw", "x"],
      /--case needs the id of a case/,
    ],
    [["office", "queue", ...folder.as(filed.reader), "--stage", "lost"], /--stage must be one of: received, /],
    [["directory", "dance", "--server", office.url], /must be one of: show, enrol, /],
    [
      ["directory", "offboard", "--server", office.url, "--roots", folder.roots, "--staff", "asha"],
      /--staff needs the id/,
    ],
    [["directory", "suspend", "--server", office.url, "--root-key", "x"], /each key file needs its passphrase file/],
    [["serve", "--port", "70000"], /--port must be at most 65535/],
    [["serve", "--port", "0", "--port", "1"], /--port is said twice/],
    [[...complain, "--force", "ken", "--force", "pnh"], /--force is said twice/],
    [["backup", "--out", "a.age", "--out=b.age"], /--out is said twice/],
  ];
  for (let i = 0; i < wrong.length; i += 3) {
    const three = wrong.slice(i, i + 3);
    const ran = await Promise.all(three.map(([args]) => runCommand(args)));
    for (const [n, { code, stdout, stderr }] of ran.entries()) {
      const [args, about] = three[n]!;
      const printed = args.includes("--json") ? '{"refused":"wrong-words"}\n' : "";
      assert.deepEqual([code, stdout], [2, printed], args.join(" "));
      assert.match(stderr, about);
      assert.match(stderr, /^temwen: .*--help\n$/);
    }
  }
  assert.equal((await casesOf(office)).length, before);
});

test("help is given for every verb, and a bare call ends with 2", async () => {
  const [bare, asked, verb] = await Promise.all([
    runCommand([]),
    runCommand(["--help"]),
    runCommand(["reply", "--help"]),
  ]);
  assert.deepEqual([bare.code, asked.code, verb.code], [2, 0, 0]);
  assert.equal(bare.stdout, asked.stdout);
  assert.match(verb.stdout, /^temwen reply /);
});

test("a complaint gives one JSON object with receipt, case and proof number", async () => {
  const ran = await runCommand(complain, "Yon egzanp.");
  assert.equal(ran.code, 0, ran.stderr);
  const { receipt, case: caseId, proofNumber, ...more } = only(ran);
  assert.match(receipt, /^\d{24}$/);
  assert.match(proofNumber, /^\d{12}$/);
  assert.ok((await casesOf(office)).includes(caseId));
  assert.deepEqual(more, {});
  assert.doesNotMatch(ran.stderr, /\d{12}|egzanp/);
});

test("who does not say what may be done has allowed the least", async () => {
  const { case: caseId } = only(await runCommand(complain, "Yon egzanp."));
  const { desk } = await findReader(office, caseId);
  assert.equal((await view(desk, caseId)).story?.consent, "keep-words");
});

test("help lists the words that a setting chooses from", async () => {
  const [office, complain] = await Promise.all([runCommand(["office", "--help"]), runCommand(["complain", "--help"])]);
  const words = [
    "failure-to-protect",
    "sexual-exploitation-and-abuse",
    "ken (Kenya police)",
    "ht10 (",
    "asked-to-help",
  ];
  for (const word of words) assert.ok(office.stdout.includes(word), word);
  for (const word of ["ken (Kenya police)", "help-only"]) assert.ok(complain.stdout.includes(word), word);
  for (const line of office.stdout.split("\n")) assert.ok(line.length <= 120, line);
});

test("a reader that stops reading is no fault", async () => {
  const child = spawn(process.execPath, [mainFile, "office", "forums"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  assert.deepEqual([code, said], [0, ""]);
});

test("a server that cannot be reached ends with 5", async () => {
  const ran = await runCommand(["complain", "--server", "http://127.0.0.1:9", "--text", "-", "--json"], "Yon egzanp.");
  assert.equal(ran.code, 5);
  assert.equal(only(ran).refused, "unreachable");
});

test("what is refused ends with 1 and its code", async () => {
  const refused = [
    [complain, " \n\t", "empty"],
    [complain, "x".repeat(40_000), "too-long"],
    [[...complain, "--force", "atlantis"], "Yon egzanp.", "unknown-force"],
    [["office", "read", "--case", filed.caseId, ...folder.as("petra")], "", "unknown-case"],
    [["office", "act", "acknowledge", ...ofCase, "--text", "-"], "", "empty"],
  ] as const;
  const ran = await Promise.all(refused.map(([args, input]) => runCommand(args, input)));
  assert.deepEqual(
    ran.map((one) => [one.code, only(one).refused]),
    refused.map(([, , code]) => [1, code]),
  );
});

test("text that is not UTF-8 is refused, not mended", async () => {
  const place = join(folder.path, "latin-1.txt");
  await writeFile(place, Buffer.from([0x62, 0xe8, 0x6c]));
  const ran = await runCommand(complain.map((word) => (word === "-" ? place : word)));
  assert.deepEqual([ran.code, only(ran).refused], [1, "malformed-utf8"]);
});

test("an act on a version that is no longer the last ends with 3, and tells what happened since", async () => {
  const text = join(folder.path, "answer.txt");
  await writeFile(text, acknowledgement.text);
  const act = ["office", "act", "acknowledge", "--case", filed.caseId, "--text", text, ...folder.as(filed.reader)];
  const done = await runCommand([...act, "--expected", "1"]);
  assert.deepEqual(only(done), { case: filed.caseId, act: "acknowledge", version: 4 });
  const late = await runCommand([...act, "--expected", "1"]);
  assert.equal(late.code, 3);
  const { refused, expected, actual, since } = only(late);
  assert.deepEqual([refused, expected, actual, since.length], ["conflict", 1, 4, 3]);
});

test("a version that the case has not reached is no conflict: nobody acted, or the server hides it", async () => {
  const act = ["office", "act", "reply", ...ofCase, "--text", "-", "--expected", "99"];
  const ran = await runCommand(act, "Yon egzanp.");
  assert.equal(ran.code, 1);
  const { refused, expected, actual } = only(ran);
  assert.deepEqual([refused, expected, actual], ["version-not-reached", 99, 4]);
  assert.match(ran.stderr, /nobody acted.*has 4 events.*says 99.*the server is hiding/);
  assert.doesNotMatch(ran.stderr, /somebody else/);
});

test("when nobody can tell whether it arrived, the command ends with 4 and gives the receipt to look with", async () => {
  lying.tell((asked) => (asked === "POST /api/complaints" ? { strange: true } : undefined));
  const ran = await runCommand(
    ["complain", "--server", lying.url, "--roots", folder.roots, "--text", "-", "--json"],
    "Yon egzanp.",
  );
  lying.tell();
  assert.equal(ran.code, 4);
  const { receipt, outcome } = only(ran);
  assert.deepEqual([receipt.length, outcome], [24, "unknown"]);
});

test("a directory that the roots did not sign ends with 1, and nothing is sealed to it or sent", async () => {
  lying.tell((asked, answer: Lied) => {
    if (asked !== "GET /api/directory") return undefined;
    for (const member of answer.directory.body.staff) member.recipient = answer.directory.body.staff[0].recipient;
    return answer;
  });
  const ran = await runCommand(
    ["complain", "--server", lying.url, "--roots", folder.roots, "--text", "-", "--json"],
    "Yon egzanp.",
  );
  assert.deepEqual([ran.code, only(ran).refused], [1, "directory-not-trusted"]);
  assert.deepEqual(lying.asked, ["GET /api/directory"]);
  lying.tell();
});

test("a passphrase file with Windows line ends opens the key; a wrong passphrase does not", async () => {
  const place = join(folder.path, "keys", `${filed.reader}.passphrase`);
  const kept = await readFile(place, "utf8");
  await writeFile(place, `${kept.trim()}\r\n`);
  assert.equal((await runCommand(["office", "queue", ...folder.as(filed.reader)])).code, 0);
  await writeFile(place, `${kept.trim()}x\n`);
  const ran = await runCommand(["office", "queue", ...folder.as(filed.reader)]);
  await writeFile(place, kept);
  assert.deepEqual([ran.code, only(ran).refused], [1, "wrong-passphrase"]);
  assert.doesNotMatch(ran.stderr, new RegExp(kept.trim()));
});

test("a receipt on the command line is refused, and is not repeated", async () => {
  for (const spelled of [filed.receipt, filed.receipt.replace(/(\d{4})(?=\d)/g, "$1 ")]) {
    const ran = await runCommand(["reply", "--server", office.url, "--receipt", spelled, "--json"]);
    assert.equal(ran.code, 2);
    assert.match(ran.stderr, /file or from standard input/);
    assert.doesNotMatch(
      ran.stdout + ran.stderr,
      new RegExp(`${filed.receipt.slice(0, 4)}.?${filed.receipt.slice(4, 8)}`),
    );
  }
});

test("the receipt opens the answer from standard input, spelled as people write it", async () => {
  const spelled = `${filed.receipt.replace(/(\d{4})(?=\d)/g, "$1-")}\r\n`;
  const ran = await runCommand(
    ["reply", "--server", office.url, "--roots", folder.roots, "--receipt", "-", "--json"],
    spelled,
  );
  assert.equal(ran.code, 0, ran.stderr);
  const opened = only(ran);
  assert.deepEqual(
    opened.messages.map(({ text }: { text: string }) => text),
    [acknowledgement.text],
  );
});
