import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { decodeRecord, splitFields } from "./fields-of-record.ts";
import { readRecords } from "./records.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "temwen-records-"));
});
after(() => rm(folder, { recursive: true, force: true }));

type Read = { readonly line: number; readonly fields: readonly string[] | undefined };

async function readAll(bytes: Uint8Array, separator = ",", name = "list.csv"): Promise<readonly Read[]> {
  const place = join(folder, name);
  await writeFile(place, bytes);
  const reader = await readRecords(place, { name: "list", separator });
  const read: Read[] = [];
  for await (const records of reader.records) {
    for (const record of records) {
      const text = decodeRecord(record.bytes, "utf-8");
      read.push({ line: record.line, fields: text === undefined ? undefined : splitFields(text, separator) });
    }
  }
  assert.match(reader.digest(), /^[0-9a-f]{64}$/);
  return read;
}

const field = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "é", '"', ",", ";", "\n", "\r\n", " ", "𐐷", "0"), maxLength: 8 }),
  fc.constant(""),
);

test("whatever stands in the fields, a file gives back its rows and the line where each begins", async () => {
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), async (rows, end, isPacked) => {
      const spelled = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(","));
      const bytes = Buffer.from(`${spelled.join(end)}${end}`);
      const read = await readAll(isPacked ? gzipSync(bytes) : bytes);
      assert.deepEqual(
        read.map(({ fields }) => fields),
        rows,
      );
      let line = 1;
      for (const [n, text] of spelled.entries()) {
        assert.equal(read[n]?.line, line);
        line += text.split("\n").length;
      }
    }),
    { numRuns: 60, seed: 20_261_122 },
  );
});

test("a file is the same however large the pieces are in which it comes", async () => {
  const rows = Array.from({ length: 30_000 }, (_, n) => `K${n},"he said ""${n}"",\nand left",${"x".repeat(n % 50)}`);
  const read = await readAll(Buffer.from(rows.join("\n")));
  assert.equal(read.length, rows.length);
  assert.deepEqual(read[29_999], { line: 59_999, fields: ["K29999", 'he said "29999",\nand left', "x".repeat(49)] });
});

test("a byte order mark is no part of the first name, and the last line needs no end", async () => {
  const read = await readAll(Buffer.from('\ufeff"id";b\n1;2'), ";");
  assert.deepEqual(
    read.map(({ fields }) => fields),
    [
      ["id", "b"],
      ["1", "2"],
    ],
  );
});

test("a quote that stands inside a field does not swallow the lines behind it", async () => {
  const read = await readAll(Buffer.from('a,b\n1,5" tall\n2,"x" y\n3,z\n'));
  assert.deepEqual(
    read.map(({ fields }) => fields),
    [["a", "b"], undefined, undefined, ["3", "z"]],
  );
});

test("text is of an encoding or it is not: nothing is repaired", () => {
  const latin = Buffer.from("caf\xe9", "latin1");
  assert.equal(decodeRecord(latin, "utf-8"), undefined);
  assert.equal(decodeRecord(latin, "iso-8859-1"), "café");
  assert.equal(decodeRecord(Buffer.from([0x93, 0x61, 0x94]), "windows-1252"), "“a”");
  assert.equal(decodeRecord(Buffer.from([0x93, 0x61, 0x94]), "iso-8859-1"), undefined);
  assert.equal(decodeRecord(Buffer.from([0x81]), "windows-1252"), undefined);
  for (const encoding of ["utf-8", "iso-8859-1", "windows-1252"] as const) {
    assert.equal(decodeRecord(Buffer.from("a\0b"), encoding), undefined);
  }
});

test("a gzip file that was cut, and a name that only says so, are told apart from an empty one", async () => {
  const whole = gzipSync(Buffer.from("a,b\n1,2\n".repeat(2000)));
  await assert.rejects(readAll(whole.subarray(0, whole.length - 9)), { code: "cut-short" });
  await assert.rejects(readAll(Buffer.from("a,b\n"), ",", "list.csv.gz"), { code: "not-gzip" });
});
