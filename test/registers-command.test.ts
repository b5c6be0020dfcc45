// A registrar at the command line of a whole office: bring, count, prove.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { runCommand, startOffice, type TestOffice } from "./support/office.ts";
import { smallFiles, smallMapping } from "./support/register-files.ts";
import { countsOf, figuresOf, importAs } from "./support/registers.ts";

let office: TestOffice;
let folder = "";
before(async () => {
  office = await startOffice();
  folder = await mkdtemp(join(tmpdir(), "temwen-command-"));
  const places: { [name: string]: string } = {};
  for (const [name, lines] of Object.entries(smallFiles)) {
    places[name] = join(folder, `${name}.csv`);
    await writeFile(places[name], lines.join("\n"));
  }
  const mapping = join(folder, "mapping.json");
  await writeFile(mapping, JSON.stringify(smallMapping));
  const said = await importAs(office, mapping, places, join(folder, "refused.csv"));
  assert.equal(said.cases, 5);
});
after(async () => {
  await office[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

test("a register is counted apart from the office's own cases, and small counts are told only to who asks for all", async () => {
  const whole = await figuresOf(office, "small", ["received:year", "finding"]);
  assert.deepEqual(countsOf(whole, "received:year"), { "2011": 2, "2012": 2, "(missing)": 1 });
  assert.deepEqual(countsOf(whole, "finding"), { SU: 2, NS: 3, "??": 1 });
  assert.equal(whole.durations["received-to-closed"]?.median, 30);
  const told = await figuresOf(office, "small", ["received:year", "finding"], []);
  const counts = told.tables.flatMap(({ cells }) => cells.map(({ count }) => count));
  assert.ok(counts.every((count) => count === null || count >= 5));
  const own = await runCommand(["figures", "--data", office.data, "--no-suppression", "--json"]);
  assert.deepEqual([JSON.parse(own.stdout).kind, JSON.parse(own.stdout).cases], ["own", 0]);
});

test("a period counts what came in it, and CSV says the same as JSON", async () => {
  const inYear = await figuresOf(office, "small", ["district"], ["--no-suppression", "--period", "2011"]);
  assert.deepEqual([inYear.cases, countsOf(inYear, "district")], [2, { "04": 2 }]);
  const words = ["figures", "--data", office.data, "--register", "small", "--by", "received:year,finding"];
  const csv = await runCommand([...words, "--no-suppression", "--csv"]);
  assert.equal(csv.code, 0, csv.stderr);
  const lines = csv.stdout.trimEnd().split("\n");
  assert.equal(lines[0], "of,field,value,field2,value2,count");
  assert.ok(lines.includes("allegations,received:year,2011,finding,SU,1"), csv.stdout);
  const plain = await runCommand(words);
  assert.match(plain.stdout, /not told|\*/);
  // What cannot be told has no lines; that it is missing is said beside.
  const told = await runCommand([...words, "--csv"]);
  assert.equal(told.stdout, `${lines[0]}\n`);
  assert.match(told.stderr, /not told \(too-few\): allegations by received:year and finding/);
});

test("an import ends in an error where no row can be read, and where the mapping says another format of days", async () => {
  const write = async (name: string, lines: readonly string[]): Promise<string> => {
    await writeFile(join(folder, `${name}.csv`), lines.join("\n"));
    return `${name}=${join(folder, `${name}.csv`)}`;
  };
  const tryOut = async (change: (line: string) => string) => {
    const { complaints, accused, people } = smallFiles;
    const [header, ...rows] = complaints;
    const files = [
      await write("complaints", [header, ...rows.map(change)]),
      await write("accused", accused.slice(0, 1)),
      await write("people", people),
    ];
    const words = ["import", "--mapping", join(folder, "mapping.json"), "--dry-run"];
    const report = ["--report", join(folder, "none-refused.csv"), "--json"];
    return runCommand([...words, ...files.flatMap((file) => ["--file", file]), ...report]);
  };
  const none = await tryOut((line) => line.replace(/^C\d/, ""));
  assert.equal(none.code, 1);
  assert.match(none.stdout + none.stderr, /mostly-unreadable/);
  const format = await tryOut((line) => line.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, "$3/$2/$1"));
  assert.equal(format.code, 1);
  assert.match(format.stdout + format.stderr, /mostly-unreadable/);
  assert.equal((await tryOut((line) => line)).code, 0);
});

test("a field, a register or a period that is not there is said", async () => {
  const words = ["figures", "--data", office.data, "--json"];
  const unknown = await runCommand([...words, "--register", "nobody"]);
  assert.deepEqual([unknown.code, JSON.parse(unknown.stdout).refused], [1, "unknown-register"]);
  const field = await runCommand([...words, "--register", "small", "--by", "name"]);
  assert.equal(field.code, 2);
  assert.match(field.stderr, /received:year/);
  for (const period of ["soon", "2012..2011", "2012-13..x"]) {
    assert.equal((await runCommand([...words, "--register", "small", "--period", period])).code, 2, period);
  }
});

test("one case is proved by a file of its own, and not once a byte of it is another", async () => {
  const proof = join(folder, "case.json");
  const prove = [
    "import",
    "prove",
    "--data",
    office.data,
    "--register",
    "small",
    "--key",
    "C1",
    "--out",
    proof,
    "--json",
  ];
  const proved = await runCommand(prove);
  assert.equal(proved.code, 0, proved.stderr);
  assert.deepEqual([JSON.parse(proved.stdout).version, JSON.parse(proved.stdout).size], [1, 5]);
  const check = async (place: string) => {
    const ran = await runCommand(["import", "check", "--proof", place, "--json"]);
    return { exit: ran.code, ...JSON.parse(ran.stdout) };
  };
  const checked = await check(proof);
  assert.deepEqual([checked.exit, checked.proved, checked.case.fields.district], [0, true, "04"]);
  const written = JSON.parse(await readFile(proof, "utf8"));
  const body = Buffer.from(written.case, "base64").toString();
  const bends: readonly (readonly [object, string])[] = [
    [{ case: Buffer.from(body.replace('"04"', '"05"')).toString("base64") }, "not-proved"],
    [{ index: written.index + 1 }, "not-proved"],
    [{ hashes: written.hashes.slice(1) }, "not-proved"],
    [
      {
        finished: Buffer.from(
          Buffer.from(written.finished, "base64").toString().replace('"refused":0', '"refused":1'),
        ).toString("base64"),
      },
      "signature-invalid",
    ],
    [{ case: "" }, "malformed-proof"],
  ];
  for (const [bend, code] of bends) {
    const place = join(folder, "bent.json");
    await writeFile(place, JSON.stringify({ ...written, ...bend }));
    const { exit, refused } = await check(place);
    assert.deepEqual([exit, refused], [1, code]);
  }
  const nobody = await runCommand(prove.map((word) => (word === "C1" ? "C77" : word)));
  assert.deepEqual([nobody.code, JSON.parse(nobody.stdout).refused], [1, "not-imported"]);
});
