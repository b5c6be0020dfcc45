import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { createId } from "@temwen/vocabulary";
import { assembleCase, type SourceRow } from "./assemble.ts";
import { pseudonymOf, readField } from "./field.ts";
import { fitsMapping } from "./fits-mapping.ts";
import { importedCaseShape } from "./imported-case.ts";
import { type Field, type Mapping, parseMapping } from "./mapping.ts";

const guides = new URL("../../../docs/guides/mappings/", import.meta.url);
const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

const plain = {
  type: "temwen.mapping/1",
  register: "small",
  title: "made up",
  source: "made up",
  files: { list: { columns: ["id", "came", "place"] } },
  case: { file: "list", key: "id", fields: { came: { kind: "date", column: "came" } } },
} as const;

function read(value: unknown): Mapping {
  const mapping = parseMapping(value);
  assert.ok(mapping.ok, mapping.ok ? "" : mapping.refusal.at);
  return mapping.value;
}

test("every mapping of the guide can be read", async () => {
  const names = await readdir(guides);
  assert.ok(names.length >= 5);
  for (const name of names) read(JSON.parse(await readFile(new URL(name, guides), "utf8")));
});

const wrong: readonly (readonly [at: string, value: object])[] = [
  ["register (missing)", { ...plain, register: undefined }],
  ["more (unknown)", { ...plain, more: 1 }],
  ["files.list", { ...plain, files: { list: { columns: ["id"], encoding: "utf-16" } } }],
  ["files.list.columns", { ...plain, files: { list: { columns: ["id", "id"] } } }],
  ["case.file", { ...plain, case: { ...plain.case, file: "other" } }],
  ["case.key", { ...plain, case: { ...plain.case, key: "nothing" } }],
  [
    "case.fields.came (no such column)",
    { ...plain, case: { ...plain.case, fields: { came: { kind: "date", column: "x" } } } },
  ],
  ["case.fields.came", { ...plain, case: { ...plain.case, fields: { came: { kind: "text", column: "came" } } } }],
  [
    "case.fields.flag (named twice)",
    { ...plain, case: { ...plain.case, fields: { flag: { kind: "date", column: "came" } } } },
  ],
  ["order.backwards", { ...plain, order: [{ flag: "backwards", earlier: "came", later: "gone" }] }],
  ["durations.long", { ...plain, durations: { long: { from: "came", to: "gone" } } }],
  ["shares.half", { ...plain, shares: { half: { field: "gone", part: [], among: [] } } }],
  ["tables.0", { ...plain, tables: [{ by: ["gone:year"] }] }],
];
for (const [at, value] of wrong) {
  test(`of a mapping that is wrong at ${at} just that is said`, () => {
    assert.deepEqual(parseMapping(JSON.parse(JSON.stringify(value))), {
      ok: false,
      refusal: { code: "malformed-mapping", at },
    });
  });
}

const one = (field: Field, columns: { readonly [column: string]: string }) =>
  readField(
    "f",
    field,
    (column) => columns[column] ?? "",
    (text) => `~${text}`,
  );

test("a field keeps what it declares and flags what is odd, a day that is none among it", () => {
  const of = (text: string) => ({ c: text });
  const date: Field = { kind: "date", column: "c" };
  assert.deepEqual(one(date, of(" 2012-02-29 ")), { value: "2012-02-29" });
  const none = ["2011-02-29", "2011-13-01", "2011-00-10", "11-01-01", "soon", "31/12/2020", "20201231"];
  for (const text of [...none, "2020-12-31T00:00:00", "2021-01-01 00:00:00"]) {
    assert.deepEqual(one(date, of(text)), { flag: "no-date-f" }, text);
    assert.deepEqual(one({ ...date, wanted: true }, of(text)), { flag: "no-date-f" }, text);
  }
  assert.deepEqual(one({ ...date, wanted: true }, of("")), { flag: "missing-f" });
  assert.deepEqual(one({ ...date, format: "MM/DD/YYYY" }, of("3/4/2015")), { value: "2015-03-04" });
  assert.deepEqual(one({ ...date, format: "DD/MM/YYYY" }, of("3/4/2015")), { value: "2015-04-03" });
  assert.deepEqual(one({ kind: "number", column: "c" }, of("-12")), { value: -12 });
  assert.deepEqual(one({ kind: "number", column: "c" }, of("12.0")), { value: 12 });
  assert.deepEqual(one({ kind: "number", column: "c" }, of("many")), { flag: "no-number-f" });
  assert.deepEqual(one({ kind: "words", column: "c" }, of(" two  words ")), { value: 2 });
  assert.deepEqual(one({ kind: "present", column: "c" }, of("")), { value: "no" });
  const code: Field = { kind: "code", column: "c" };
  assert.deepEqual(one({ ...code, before: ":", upper: true }, of("force: with a stick")), {
    value: "FORCE",
    flag: undefined,
  });
  assert.deepEqual(one({ ...code, codes: ["A"] }, of("B")), { value: "B", flag: "unknown-code-f" });
  assert.deepEqual(one({ ...code, missing: ["#VALUE!"] }, of("#VALUE!")), {});
  const groups: Field = { ...code, groups: { closed: ["CLOSED*", "DONE"] }, otherwise: "open" };
  assert.deepEqual(
    ["CLOSED/FINAL", "DONE", "DONE NOT", "PENDING"].map((text) => one(groups, of(text)).value),
    ["closed", "closed", "open", "open"],
  );
});

test("a code is the same whether its accents stand in the file by themselves or with their letters", () => {
  const field: Field = { kind: "code", column: "c", codes: ["Pl\u00e8n"] };
  const [composed, apart] = ["Pl\u00e8n", "Ple\u0300n"].map((text) => one(field, { c: text }));
  assert.deepEqual(composed, { value: "Pl\u00e8n", flag: undefined });
  assert.deepEqual(apart, composed);
});

test("words that are too long for a code are not kept", () => {
  const read = one({ kind: "code", column: "c" }, { c: "x".repeat(121) });
  assert.deepEqual(read, { flag: "too-long-f" });
});

test("a pseudonym is the same for the same text in one register, and another in another", () => {
  const [here, there] = [pseudonymOf("reg_a", sha256), pseudonymOf("reg_b", sha256)];
  assert.equal(here("x"), here("x"));
  assert.notEqual(here("x"), there("x"));
  assert.match(here("x"), /^[A-Za-z0-9_-]{22}$/);
});

test("the same rows give the same case, and nothing of a row that is not declared is in it", () => {
  const mapping = read(plain);
  const register = createId("register", new Uint8Array(16));
  const row: SourceRow = {
    line: 2,
    digest: "d",
    get: (column) => ({ id: "K1", came: "2011-01-01", place: "secret" })[column] ?? "",
  };
  const build = () =>
    assembleCase({ mapping, register, sha256, lookup: () => undefined })("K1", {
      cases: [row],
      allegations: [],
      joined: [],
    });
  const { theCase } = build();
  assert.deepEqual(theCase, build().theCase);
  assert.ok(theCase && importedCaseShape(theCase));
  assert.ok(!JSON.stringify(theCase).includes("secret") && !JSON.stringify(theCase).includes("K1"));
  assert.ok(fitsMapping(mapping)(theCase));
  assert.ok(!fitsMapping(mapping)({ ...theCase, fields: { ...theCase.fields, place: "secret" } }));
});

/** A register of one file: each row is an allegation, and says again what its case is. */
const oneFile = {
  ...plain,
  files: { list: { columns: ["id", "came", "place", "what"] } },
  case: {
    file: "list",
    key: "id",
    fields: { came: { kind: "date", column: "came", wanted: true }, place: { kind: "code", column: "place" } },
  },
  allegation: { file: "list", key: "id", fields: { what: { kind: "code", column: "what" } } },
};

function assembleOneFile(...rows: readonly (readonly [came: string, place: string, what: string])[]) {
  const mapping = read(oneFile);
  const register = createId("register", new Uint8Array(16));
  const all = rows.map(([came, place, what], n): SourceRow => {
    const columns: { readonly [column: string]: string } = { came, place, what };
    return { line: n + 2, digest: [came, place, what].join(), get: (column) => columns[column] ?? "" };
  });
  return assembleCase({ mapping, register, sha256, lookup: () => undefined })("K1", {
    cases: all,
    allegations: all,
    joined: [],
  });
}

test("what a later row of a case says otherwise is not in it, and each such row and field is told, without what stands there", () => {
  const { theCase, odd, refused } = assembleOneFile(
    ["2011-01-01", "north", "force"],
    ["2011-01-02", "south", "words"],
    ["2011-01-01", "north", "search"],
    ["", "", "other"],
  );
  assert.deepEqual(theCase?.fields, { came: "2011-01-01", place: "north" });
  assert.deepEqual([theCase?.flags, theCase?.allegations.length, refused], [["case-fields-differ"], 4, []]);
  assert.deepEqual(odd, [
    { file: "list", line: 3, flag: "case-fields-differ", field: "came" },
    { file: "list", line: 3, flag: "case-fields-differ", field: "place" },
  ]);
});

test("a row with an odd day comes in without it, and the case that other rows open bears the flag too", () => {
  const { theCase, odd, refused } = assembleOneFile(["2011-02-30", "north", "force"], ["soon", "north", "words"]);
  assert.deepEqual(theCase?.fields, { place: "north" });
  assert.deepEqual([theCase?.flags, theCase?.allegations.length, refused], [["no-date-came"], 2, []]);
  assert.deepEqual(
    odd.map(({ line, flag, field }) => [line, flag, field]),
    [
      [2, "no-date-came", "came"],
      [3, "no-date-came", "came"],
    ],
  );
});

test("a row that stands twice contradicts nothing", () => {
  const { theCase, odd } = assembleOneFile(["2011-01-01", "north", "force"], ["2011-01-01", "north", "force"]);
  assert.deepEqual(
    [theCase?.flags, theCase?.allegations.map(({ flags }) => flags)],
    [undefined, [undefined, ["duplicate-row"]]],
  );
  assert.deepEqual(odd, [{ file: "list", line: 3, flag: "duplicate-row" }]);
});
