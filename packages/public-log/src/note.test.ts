import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8 } from "@temwen/vocabulary";
import fc from "fast-check";
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from "./checkpoint.ts";
import { hasher, testSigner } from "./log.testing.ts";
import { createMlDsa44Signer, verifyMlDsa44 } from "./ml-dsa.ts";
import {
  createVkey,
  formatNote,
  formatSignatureLine,
  formatVkey,
  type NoteSigner,
  parseNote,
  parseSignatureLines,
  parseVkey,
  signText,
  verifyNote,
} from "./note.ts";
import { primitivesOnNode } from "./primitives-node.ts";
import { primitivesInBrowser } from "./primitives-web.ts";

const log = testSigner("log.example/mission");
const witness = testSigner("witness.example/w", "ed25519-cosignature");
const mlDsaKey = createMlDsa44Signer(hasher.sha256(utf8("the key of a careful witness")));
const careful: NoteSigner = {
  vkey: createVkey(hasher.sha256, { name: "witness.example/pq", type: "ml-dsa-44", publicKey: mlDsaKey.publicKey }),
  sign: mlDsaKey.sign,
};
const text = formatCheckpoint({ origin: "log.example/mission", size: 7n, root: hasher.emptyRoot, extensions: [] });
const time = 1_750_000_600n;
const all = [log, witness, careful];
const vkeys = all.map(({ vkey }) => vkey);
const primitives = { ...primitivesOnNode, verifyMlDsa44 };
const note = (signed: string, ...signers: readonly NoteSigner[]) =>
  formatNote({ text: signed, signatures: signers.map((signer) => signText(signer, signed, time)) });

test("what log and witnesses sign is believed on phone and server, with the times they say", () => {
  for (const place of [primitivesOnNode, primitivesInBrowser]) {
    const opened = openCheckpoint(note(text, ...all), vkeys, { ...place, verifyMlDsa44 });
    assert.ok(opened.ok);
    assert.equal(opened.value.checkpoint.size, 7n);
    const times = opened.value.note.verified.map(({ vkey, time: at }) => [vkey.name, at]);
    assert.deepEqual(times, [
      ["log.example/mission", null],
      ["witness.example/w", time],
      ["witness.example/pq", time],
    ]);
  }
});

test("a note with a bit changed anywhere is not believed", () => {
  const bytes = note(text, log, witness);
  fc.assert(
    fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const opened = openCheckpoint(flipped, vkeys, primitives);
      // A line whose name or key id was hit is a stranger's now; the other one stands.
      assert.ok(!opened.ok || (opened.value.note.verified.length === 1 && opened.value.note.text === text));
    }),
    { numRuns: 400 },
  );
});

test("one false signature of a known key throws the whole note away", () => {
  const forged = { ...signText(log, text), signature: new Uint8Array(64) };
  const bytes = formatNote({ text, signatures: [signText(witness, text, time), forged] });
  const opened = openCheckpoint(bytes, vkeys, primitives);
  const { name, keyId } = log.vkey;
  assert.deepEqual(opened, { ok: false, refusal: { code: "signature-invalid", name, keyId } });
});

test("the same witness twice counts once, a stranger not at all", () => {
  const stranger = testSigner("somebody.example", "ed25519-cosignature");
  const opened = openCheckpoint(note(text, log, witness, witness, stranger), vkeys, primitives);
  assert.ok(opened.ok);
  assert.equal(opened.value.note.verified.length, 2);
  assert.deepEqual(
    opened.value.note.unknown.map(({ name }) => name),
    ["somebody.example"],
  );
  const alone = openCheckpoint(note(text, stranger), vkeys, primitives);
  assert.deepEqual(alone, { ok: false, refusal: { code: "no-known-signature" } });
});

test("where ML-DSA-44 is not at hand its lines are named as not judged, and count for nothing", () => {
  const opened = openCheckpoint(note(text, log, careful), vkeys, primitivesOnNode);
  assert.ok(opened.ok);
  assert.deepEqual(
    opened.value.note.unjudged.map(({ name }) => name),
    ["witness.example/pq"],
  );
  const alone = openCheckpoint(note(text, careful), vkeys, primitivesOnNode);
  assert.deepEqual(alone, { ok: false, refusal: { code: "no-known-signature" } });
});

test("a cosignature holds for its own time only", () => {
  const line = signText(witness, text, time);
  const later = Uint8Array.from(line.signature, (byte, i) => (i === 7 ? byte + 1 : byte));
  const parsed = parseNote(formatNote({ text, signatures: [{ ...line, signature: later }] }));
  assert.ok(parsed.ok && !verifyNote(parsed.value, vkeys, primitives).ok);
  assert.throws(() => signText(witness, text, 2n ** 63n));
  assert.throws(() => signText(witness, "not a checkpoint\n", time));
});

test("two keys that answer for the same lines are refused", () => {
  const twin = { ...log.vkey, publicKey: witness.vkey.publicKey };
  const opened = openCheckpoint(note(text, log), [log.vkey, twin], primitives);
  assert.ok(!opened.ok && opened.refusal.code === "key-ids-collide");
  assert.ok(openCheckpoint(note(text, log), [log.vkey, { ...log.vkey }], primitives).ok);
});

test("a key's text reads back, and every other spelling is refused", () => {
  for (const { vkey } of all) {
    const read = parseVkey(hasher.sha256, formatVkey(vkey));
    assert.ok(read.ok);
    assert.deepEqual(read.value, vkey);
  }
  const spelled = formatVkey(log.vkey);
  const [name = "", id = "", base64 = ""] = spelled.split(/\+(.{8})\+/);
  const wrong = [`${name}+${id.toUpperCase()}+${base64}`, ` ${spelled}`, `${spelled}=`, `${name}x+${id}+${base64}`, ""];
  for (const one of wrong) assert.equal(parseVkey(hasher.sha256, one).ok, false, one);
  assert.throws(() => createVkey(hasher.sha256, { ...log.vkey, name: "with space" }));
  assert.throws(() => createVkey(hasher.sha256, { ...log.vkey, name: "a\u00a0b" }));
});

test("sixteen lines are read and sixty-five are not; a long note is refused before it is read", () => {
  const lines = (count: number) => Array.from({ length: count }, (_, i) => signText(testSigner(`w${i}.example`), text));
  assert.ok(parseNote(formatNote({ text, signatures: lines(16) })).ok);
  assert.equal(parseNote(formatNote({ text, signatures: lines(65) })).ok, false);
  assert.equal(parseNote(new Uint8Array(262_145)).ok, false);
});

test("a text may hold empty lines: the last one ends it", () => {
  const poem = "first\n\nsecond\n";
  const parsed = parseNote(note(poem, log));
  assert.ok(parsed.ok && parsed.value.text === poem);
  assert.ok(verifyNote(parsed.value, vkeys, primitives).ok);
});

test("what is no note is refused: control characters, other line ends, a half line, no UTF-8", () => {
  const good = note(text, log);
  const spelled = new TextDecoder().decode(good);
  const wrong = [
    utf8(spelled.replaceAll("\n", "\r\n")),
    utf8(`\t${spelled}`),
    utf8(`\u0000${spelled}`),
    good.subarray(0, -1),
    utf8(spelled.replace("\u2014", "-")),
    utf8(text),
    utf8(`${text}\n`),
    Uint8Array.from([0xff, ...good]),
    new Uint8Array(0),
  ];
  for (const one of wrong) assert.equal(parseNote(one).ok, false);
});

test("a witness's answer is read as signature lines and nothing else", () => {
  const line = formatSignatureLine(signText(witness, text, time));
  const read = parseSignatureLines(utf8(line + line));
  assert.ok(read.ok && read.value.length === 2);
  for (const wrong of ["", "\n", `${text}\n${line}`, line.slice(0, -1), `\n${line}`]) {
    assert.equal(parseSignatureLines(utf8(wrong)).ok, false, JSON.stringify(wrong));
  }
});

test("a checkpoint reads back; an unusual number, an empty line or a short root is refused", () => {
  const anyCheckpoint = fc.record(
    {
      origin: fc.stringMatching(/^[a-z./ ]{1,30}$/),
      size: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      extensions: fc.array(fc.stringMatching(/^[a-z ]{1,9}$/), { maxLength: 2 }),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(anyCheckpoint, (checkpoint) => {
      const read = parseCheckpoint(formatCheckpoint(checkpoint));
      assert.ok(read.ok);
      assert.deepEqual(read.value, checkpoint);
    }),
  );
  const root = text.split("\n")[2];
  for (const size of ["01", "+1", "-1", "0x1", "1.0", "1e3", "18446744073709551616", " 1", ""]) {
    assert.equal(parseCheckpoint(`a\n${size}\n${root}\n`).ok, false, size);
  }
  for (const wrong of [`\n1\n${root}\n`, `a\n1\n${root}\n\nx\n`, `a\n1\n`, `a\n1\n${root}`, `a\n1\nAA==\n`]) {
    assert.equal(parseCheckpoint(wrong).ok, false, JSON.stringify(wrong));
  }
});
