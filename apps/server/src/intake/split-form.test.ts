import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { splitForm } from "./split-form.ts";

const type = "multipart/form-data; boundary=b";
const split = (text: string, contentType = type) =>
  splitForm(Buffer.from(text, "latin1"), contentType)?.map(({ name, bytes }) => [name, bytes.toString("latin1")]);

/** As the web's own client frames it. */
async function frame(fields: readonly (readonly [string, Uint8Array])[]): Promise<[Buffer, string]> {
  const form = new FormData();
  for (const [name, bytes] of fields) form.append(name, new Blob([new Uint8Array(bytes)]), `${name}.age`);
  const response = new Response(form);
  return [Buffer.from(await response.arrayBuffer()), response.headers.get("content-type") ?? ""];
}

test("a form is split into the bytes that were put into it", async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const fields = fc.array(fc.tuple(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/), bytes), {
    maxLength: 20,
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(fields, async (given) => {
      const [body, contentType] = await frame(given);
      const found = splitForm(body, contentType);
      assert.deepEqual(
        found?.map((field) => [field.name, new Uint8Array(field.bytes)]),
        given.map(([name, part]) => [name, new Uint8Array(part)]),
      );
    }),
  );
});

test("what other clients write is understood: no quotes, other headers, another case, no last line end", () => {
  const head = "Content-Type: application/octet-stream\r\nCONTENT-DISPOSITION: form-data; name=story; filename=x";
  assert.deepEqual(split(`--b\r\n${head}\r\n\r\nx\r\n--b--`), [["story", "x"]]);
  assert.deepEqual(split(`--b"\r\n${head}\r\n\r\nx\r\n--b"--\r\n`), undefined);
  assert.deepEqual(split(`--b b\r\n${head}\r\n\r\n\r\n--b b--\r\n`, 'multipart/form-data; boundary="b b"'), [
    ["story", ""],
  ]);
});

test("other parameters beside the boundary say nothing, and two boundaries are none", () => {
  const body = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n--b--\r\n';
  for (const parameters of ["boundary=b; charset=UTF-8", 'charset=utf-8; boundary="b"', "boundary=b;"]) {
    assert.deepEqual(split(body, `multipart/form-data; ${parameters}`), [["a", "x"]], parameters);
  }
  for (const parameters of ["boundary=b; boundary=c", "boundary=", "x=boundary=b", `boundary=${"b".repeat(101)}`]) {
    assert.equal(split(body, `multipart/form-data; ${parameters}`), undefined, parameters);
  }
});

test("a form that two readers could read differently is not read at all", () => {
  const good = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n';
  for (const body of [
    "",
    `words before\r\n${good}x\r\n--b--`,
    `${good}x\r\n--b--words after`,
    `${good}x\r\n--b--\r\nwords after`,
    `${good}x\r\n--b \r\n--b--`,
    `${good}x\r\n--bc--`,
    `${good}x\n--b--`,
    `${good}x`,
    '--b\r\ncontent-disposition: form-data; filename="; name=a"\r\n\r\nx\r\n--b--',
    '--b\r\ncontent-disposition: form-data; name="a"\r\ncontent-disposition: form-data; name="b"\r\n\r\nx\r\n--b--',
    `--b\r\nx: ${"y".repeat(2000)}\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n--b--`,
  ]) {
    assert.equal(split(body), undefined, JSON.stringify(body.slice(0, 80)));
  }
});

test("no bytes make it throw", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("--b", "\r\n", "-", "x", 'content-disposition: form-data; name="a"') }),
      (body) => {
        split(body);
      },
    ),
  );
});
