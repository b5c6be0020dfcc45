// A register from before the office comes in whole, stands apart, and is brought by a registrar or by nobody.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { parseCanonical, type RegisterId } from "@temwen/vocabulary";
import { openRegisterFolder, smallFiles, smallMapping } from "./support/register-files.ts";
import { type SmallOffice, startSmallOffice } from "./support/small-office.ts";

let office: SmallOffice;
before(async () => {
  office = await startSmallOffice();
});
after(() => office[Symbol.asyncDispose]());

type Body = {
  readonly fields: { readonly [name: string]: unknown };
  readonly flags?: readonly string[];
  readonly allegations: readonly {
    readonly respondent?: string;
    readonly fields: object;
    readonly flags?: readonly string[];
  }[];
};

async function casesOf(id: unknown, imports: readonly number[] = [0]): Promise<readonly Body[]> {
  const cases = await office.record.registers.readCases(id as RegisterId, imports, "", 100);
  return cases.map(({ body }) => {
    const value = parseCanonical(body);
    assert.ok(value.ok);
    return value.value as unknown as Body;
  });
}

test("a registrar imports three files as one register, and every odd row comes in flagged", async () => {
  await using register = await openRegisterFolder(office);
  const paths = await register.writeAll();
  const { exit, said } = await register.run(paths);
  assert.equal(exit, 0, JSON.stringify(said));
  const { cases, allegations, rows, added, changed, unchanged, flagged, refused } = said;
  assert.deepEqual(
    { cases, allegations, rows, added, changed, unchanged, flagged, refused },
    { cases: 5, allegations: 6, rows: 12, added: 5, changed: 0, unchanged: 0, flagged: 4, refused: 0 },
  );
  assert.deepEqual(said.flags, {
    "duplicate-row": 1,
    "happened-after-received": 1,
    "unknown-code-finding": 1,
    "closed-before-received": 1,
    "no-case-row": 1,
    "not-looked-up": 1,
  });
  const bodies = await casesOf(said.id);
  assert.equal(bodies.length, 5);
  const first = bodies.find(({ fields }) => fields.received === "2011-01-02");
  assert.deepEqual(first?.fields, {
    happened: "2011-01-01",
    received: "2011-01-02",
    closed: "2011-02-01",
    district: "04",
    "words-said": 5,
  });
  assert.deepEqual(
    first?.allegations.map(({ fields, flags }) => [fields, flags]),
    [
      [{ what: "force", finding: "SU", rank: "SERGEANT" }, undefined],
      [{ what: "force", finding: "NS", rank: "OFFICER" }, undefined],
      [{ what: "force", finding: "NS", rank: "OFFICER" }, ["duplicate-row"]],
    ],
  );
});

test("the same files brought again change nothing, and a changed row is one event later in the same case", async () => {
  await using register = await openRegisterFolder(office);
  const mapping = { ...smallMapping, register: "again" };
  const paths = await register.writeAll(mapping);
  const first = await register.run(paths);
  assert.equal(first.exit, 0);
  const length = async () => (await office.record.readStream(first.said.id as RegisterId)).length;
  assert.equal(await length(), 2);
  const second = await register.run(paths);
  assert.deepEqual([second.exit, second.said.outcome, await length()], [0, "already-imported", 2]);
  const closed = smallFiles.complaints.map((line) => line.replace("2011-05-01,,", "2011-05-01,2011-06-01,"));
  const third = await register.run(await register.writeAll(mapping, { ...smallFiles, complaints: closed }));
  const { added, changed, unchanged } = third.said;
  assert.deepEqual([third.exit, added, changed, unchanged], [0, 0, 1, 4]);
  const before = await casesOf(first.said.id, [0]);
  const after_ = await casesOf(first.said.id, [0, 2]);
  const isClosed = ({ fields }: Body): boolean => fields.closed === "2011-06-01";
  assert.deepEqual([before.length, before.filter(isClosed).length], [5, 0]);
  assert.deepEqual([after_.length, after_.filter(isClosed).length], [5, 1]);
});

test("rows that cannot be read are left out, each with its line and its reason, and the others come in", async () => {
  await using register = await openRegisterFolder(office);
  const complaints = [
    ...smallFiles.complaints,
    "C5,2012-02-30,2012-03-01,,0411,no such day",
    "C6,2012-01-01,2012-03-01,,0411",
    ",2012-01-01,2012-03-01,,0411,nobody",
    'C7,2012-01-01,2012-03-01,,04"11,stray',
    "C1,2011-01-01,2011-01-03,2011-02-01,0411,another with this key",
  ];
  const { exit, said } = await register.run(
    await register.writeAll({ ...smallMapping, register: "unreadable" }, { ...smallFiles, complaints }),
  );
  assert.deepEqual([exit, said.cases, said.refused], [0, 6, 4]);
  assert.deepEqual((await readFile(join(register.folder, "refused.csv"), "utf8")).split("\n"), [
    "file,line,reason",
    "complaints,8,wrong-number-of-columns",
    "complaints,9,no-key",
    "complaints,10,stray-quote",
    "complaints,11,key-twice",
    "",
  ]);
});

// Until now a row with such a day was left out: but a date that is odd is no reason to lose what else the row says.
test("a row with a day that is none comes in without it, and is told by line and field, never by what stands there", async () => {
  await using register = await openRegisterFolder(office);
  const odd = ["2020-02-30", "31/12/2020", "2020-12-31T00:00:00", "2021-01-01 00:00:00", "20201231"];
  const complaints = [
    ...smallFiles.complaints,
    ...odd.map((day, n) => `D${n},2012-01-01,2012-03-01,${day},0411,the day it closed is odd`),
    "E1,2012-01-01,soon,2012-03-01,0411,nobody knows when it came",
  ];
  const paths = await register.writeAll({ ...smallMapping, register: "odd-days" }, { ...smallFiles, complaints });
  const { exit, said } = await register.run(paths);
  assert.deepEqual([exit, said.cases, said.refused], [0, 11, 0]);
  const flags = said.flags as { readonly [flag: string]: number };
  assert.deepEqual(
    [flags["no-date-closed"], flags["no-date-received"], flags["missing-received"], flags["closed-before-received"]],
    [5, 1, undefined, 1],
  );
  const bodies = await casesOf(said.id);
  const flagged = bodies.filter((one) => one.flags?.includes("no-date-closed"));
  assert.deepEqual(
    flagged.map(({ fields }) => fields),
    odd.map(() => ({ happened: "2012-01-01", received: "2012-03-01", district: "04", "words-said": 6 })),
  );
  const report = await readFile(join(register.folder, "odd-days-odd.csv"), "utf8");
  assert.equal(said.oddReport, join(register.folder, "odd-days-odd.csv"));
  const lines = report.trimEnd().split("\n");
  assert.equal(lines[0], "file,line,flag,field");
  for (const line of [7, 8, 9, 10, 11]) assert.ok(lines.includes(`complaints,${line},no-date-closed,closed`), report);
  assert.ok(lines.includes("complaints,12,no-date-received,received"), report);
  assert.ok(lines.includes("complaints,5,closed-before-received,"), report);
  assert.ok(lines.includes("accused,4,duplicate-row,") && lines.includes("accused,7,no-case-row,"), report);
  for (const said_ of [...odd, "soon", "??"]) assert.ok(!report.includes(said_), report);
});

/** One file in which each row is an allegation, and says again when its case came. */
const listMapping = {
  ...{ type: "temwen.mapping/1", register: "one-list", title: "A list", source: "made up for tests" },
  files: { list: { columns: ["id", "came", "channel", "what"] } },
  case: {
    ...{ file: "list", key: "id" },
    fields: { came: { kind: "date", column: "came" }, channel: { kind: "code", column: "channel" } },
  },
  allegation: { file: "list", key: "id", fields: { what: { kind: "code", column: "what" } } },
};

test("what later rows say otherwise of their case is flagged, and told by row and field", async () => {
  await using register = await openRegisterFolder(office);
  const list = [
    "id,came,channel,what",
    "A,2011-01-01,letter,force",
    "A,2011-01-01,radio,words",
    "A,2011-01-01,,search",
    "B,2011-01-01,letter,force",
  ];
  const { exit, said } = await register.run(await register.writeAll(listMapping, { list }));
  assert.deepEqual(
    [exit, said.cases, said.allegations, said.refused, said.flagged, said.flags],
    [0, 2, 4, 0, 1, { "case-fields-differ": 1 }],
  );
  assert.equal(
    await readFile(join(register.folder, "one-list-odd.csv"), "utf8"),
    "file,line,flag,field\nlist,3,case-fields-differ,channel\n",
  );
});

test("an import of which no row can be read ends in an error, also where it may go on without some", async () => {
  await using register = await openRegisterFolder(office);
  const list = ["id,came,channel,what", ",2011-01-01,letter,force", "A,2011-01-01,letter"];
  const paths = await register.writeAll({ ...listMapping, register: "none" }, { list });
  for (const isWithoutUnreadable of [false, true]) {
    for (const isDry of [false, true]) {
      await assert.rejects(register.run(paths, { isDry, isWithoutUnreadable }), {
        name: "ImportFault",
        code: "mostly-unreadable",
        message: /no row can be read.*no-key, wrong-number-of-columns/,
      });
    }
  }
});

test("days in another format than the mapping says are a mistake of the mapping, and come in without their days only when a person says so", async () => {
  await using register = await openRegisterFolder(office);
  const list = [
    "id,came,channel,what",
    ...otherDates().map((line) => line.replace(",,", ",").replace(/,,.*$/, ",letter,force")),
  ];
  const paths = await register.writeAll({ ...listMapping, register: "format" }, { list });
  await assert.rejects(register.run(paths), {
    code: "mostly-unreadable",
    message: /came \(column "came"\): 40 of 40 are no day as YYYY-MM-DD, and as MM\/DD\/YYYY they would be/,
  });
  const { exit, said } = await register.run(paths, { isWithoutUnreadable: true });
  assert.deepEqual([exit, said.cases, said.refused, said.flags], [0, 40, 0, { "no-date-came": 40 }]);
});

const wholeFiles: readonly (readonly [
  what: string,
  code: string,
  change: (lines: readonly string[]) => string | Uint8Array,
])[] = [
  ["lacks a column", "wrong-columns", (lines) => lines.join("\n").replace("district", "beat")],
  [
    "is in two encodings",
    "wrong-encoding",
    (lines) => Buffer.concat([Buffer.from(lines.join("\n")), latin("\nC8,,2012-01-01,,é,")]),
  ],
  ["never closes a quote", "quote-never-closed", (lines) => `${lines.join("\n")}\nC8,,2012-01-01,,04,"and then`],
  ["is not gzip, although it begins so", "cut-short", () => Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
  ["is empty", "empty-file", () => ""],
  ["holds dates of another form", "mostly-unreadable", ([header = ""]) => [header, ...otherDates()].join("\n")],
];
const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const otherDates = (): readonly string[] => Array.from({ length: 40 }, (_, n) => `D${n},,03/24/2012,,04,`);

for (const [what, code, change] of wholeFiles) {
  test(`of a file that ${what} nothing is imported, and it is said why`, async () => {
    await using register = await openRegisterFolder(office);
    const paths = await register.writeAll({ ...smallMapping, register: "whole-files" });
    await register.write("complaints.csv", change(smallFiles.complaints));
    await assert.rejects(register.run(paths), { name: "ImportFault", code });
    const { said } = await register.run(await register.writeAll({ ...smallMapping, register: "whole-files" }), {
      isDry: true,
    });
    assert.equal(said.cases, 5);
    const streams = (await office.record.readAfter(0, 1000)).map(({ body }) => Buffer.from(body).toString());
    assert.ok(!streams.some((body) => body.includes("whole-files")), "no event of it");
  });
}

test("nobody of another role brings a register", async () => {
  await using register = await openRegisterFolder(office);
  const paths = await register.writeAll({ ...smallMapping, register: "others" });
  for (const as of ["asha", "gerda", "karim", "omar"]) {
    const { exit, said } = await register.run(paths, { as });
    assert.deepEqual([exit, said.refused], [1, "wrong-role"], as);
  }
});
