// What a client that is not ours, or a registrar who cheats, may try to bring; the server takes none of it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { createDeskCourier, type RegisterCalls } from "@temwen/courier/desk";
import { vouchFor } from "@temwen/office";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { formatHash, rootOfHashes } from "@temwen/public-log/tree";
import { registerIdOf } from "@temwen/registers";
import { canonicalBytes, createId, type Json, millisToInstant, type RegisterId } from "@temwen/vocabulary";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

const { hasher } = primitivesOnNode;
const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

let office: SmallOffice;
before(async () => {
  office = await startSmallOffice();
});
after(() => office[Symbol.asyncDispose]());

const mappingOf = (register: string) => ({
  type: "temwen.mapping/1",
  register,
  title: "made up",
  source: "made up",
  files: { list: { columns: ["id", "place"] } },
  case: { file: "list", key: "id", fields: { place: { kind: "code", column: "place" } } },
});

type Change = { readonly [member: string]: Json };

/** A person at a register, with a program of their own: every statement may be changed before it is signed. */
function openLiar(name: string, register: string, signsAs = name) {
  const { id: staff, signer } = office.person(name);
  const calls: RegisterCalls = createDeskCourier(
    { base: office.url, waits: [] },
    { office: office.trust.office, staff, signer },
  ).registers;
  const id = registerIdOf(office.trust.office, register, sha256);
  const signed = (statement: Json) => {
    const body = canonicalBytes(statement);
    return { body, vouching: vouchFor(body, office.person(signsAs).signer) };
  };
  const header = () => ({
    office: office.trust.office,
    register: id,
    epoch: office.directory().epoch,
    by: staff,
    at: millisToInstant(Date.now()),
  });
  return {
    id,
    calls,
    caseOf: (n: number, change: Change = {}) =>
      canonicalBytes({
        type: "case.imported/1",
        register: id,
        case: createId("imported-case", sha256(new Uint8Array([n])).subarray(0, 16)),
        fields: { place: `place ${n}` },
        allegations: [],
        ...change,
      }),
    begin: async (change: Change = {}, before = calls.readRegister(id)) => {
      const served = await before;
      const { events, previous } = served.ok ? served.value : { events: 0, previous: undefined };
      const statement = {
        type: "register.import-begun/1",
        ...header(),
        index: events,
        files: [],
        mapping: mappingOf(register),
      };
      return calls.sendStatement(
        id,
        signed({ ...statement, ...(previous && { previous }), ...change } as unknown as Json),
      );
    },
    bring: async (bodies: readonly Uint8Array[], change: Change = {}) => {
      const root = formatHash(rootOfHashes(hasher, bodies.map(hasher.leaf)));
      const statement = { type: "register.rows/1", ...header(), import: 0, from: 0, size: bodies.length, root };
      return calls.bringCases(id, signed({ ...statement, ...change } as unknown as Json), bodies);
    },
    finish: async (bodies: readonly Uint8Array[], change: Change = {}) => {
      const served = await calls.readRegister(id);
      assert.ok(served.ok && served.value.previous);
      const { events, previous } = served.value;
      const mapping = createHash("sha256")
        .update(canonicalBytes(mappingOf(register) as unknown as Json))
        .digest("hex");
      const root = formatHash(rootOfHashes(hasher, bodies.map(hasher.leaf)));
      const sums = {
        rows: 2,
        refused: 0,
        cases: bodies.length,
        allegations: 0,
        flagged: 0,
        added: bodies.length,
        changed: 0,
      };
      const statement = {
        type: "register.import-finished/1",
        ...header(),
        index: events,
        previous,
        import: 0,
        mapping,
        root,
      };
      return calls.sendStatement(id, signed({ ...statement, ...sums, ...change } as unknown as Json));
    },
  };
}

type Liar = ReturnType<typeof openLiar>;
type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } };
const codeOf = (answer: Answer): string => (answer.ok ? "taken" : answer.refusal.code);
const lengthOf = async (id: RegisterId) => (await office.record.readStream(id)).length;

test("an officer with a session and a good signature of their own brings no statement and no case", async () => {
  for (const name of ["asha", "gerda", "karim", "omar", "lena"]) {
    const liar = openLiar(name, `of-${name}`);
    assert.equal(codeOf(await liar.begin()), "wrong-role", name);
    assert.equal(codeOf(await liar.bring([liar.caseOf(1)])), "wrong-role", name);
    assert.equal(codeOf(await liar.calls.readRegister(liar.id)), "wrong-role", name);
    assert.equal(await lengthOf(liar.id), 0);
  }
});

const begins: readonly (readonly [what: string, change: Change, code: string])[] = [
  ["in another's name", { by: createId("staff", new Uint8Array(16)) }, "malformed-statement"],
  ["for another office", { office: createId("office", new Uint8Array(16)) }, "malformed-statement"],
  ["under another directory", { epoch: 7 }, "malformed-statement"],
  ["an hour ago", { at: millisToInstant(Date.now() - 3_600_000) }, "clock-apart"],
  ["behind what is not there", { index: 3 }, "conflict"],
  [
    "with the mapping of another register",
    { mapping: mappingOf("elsewhere") as unknown as Json },
    "malformed-statement",
  ],
  ["with a member that nobody declared", { more: 1 }, "malformed-statement"],
];
for (const [what, change, code] of begins) {
  test(`no import begins that is signed ${what}`, async () => {
    const liar = openLiar("nadia", "begins");
    assert.equal(codeOf(await liar.begin(change)), code);
    assert.equal(await lengthOf(liar.id), 0);
  });
}

test("a registrar's session with another's signature begins nothing", async () => {
  const liar = openLiar("nadia", "signatures", "asha");
  assert.equal(codeOf(await liar.begin()), "signature-invalid");
  assert.equal(await lengthOf(liar.id), 0);
});

const batches: readonly (readonly [what: string, bend: (liar: Liar) => Promise<Answer>, code: string])[] = [
  [
    "holds a field that the mapping does not declare",
    (l) => l.bring([l.caseOf(1, { fields: { name: "x" } })]),
    "not-declared",
  ],
  [
    "is of another register",
    (l) => l.bring([l.caseOf(1, { register: createId("register", new Uint8Array(16)) })]),
    "malformed-case",
  ],
  ["is not canonical", (l) => l.bring([Buffer.from(` ${Buffer.from(l.caseOf(1)).toString()}`)]), "malformed-case"],
  [
    "has an id of the office's own cases",
    (l) => l.bring([l.caseOf(1, { case: createId("case", new Uint8Array(16)) })]),
    "malformed-case",
  ],
  [
    "is not under the signed root",
    (l) => l.bring([l.caseOf(1)], { root: formatHash(hasher.emptyRoot) }),
    "root-differs",
  ],
  ["comes twice", (l) => l.bring([l.caseOf(1), l.caseOf(1)]), "case-twice"],
  ["stands behind a place that nothing reached", (l) => l.bring([l.caseOf(1)], { from: 5, size: 6 }), "conflict"],
  ["is of an import that nobody began", (l) => l.bring([l.caseOf(1)], { import: 4 }), "import-not-open"],
];
for (const [what, bend, code] of batches) {
  test(`no case comes in that ${what}`, async () => {
    const liar = openLiar("nadia", `batch-${batches.findIndex(([one]) => one === what)}`);
    assert.equal(codeOf(await liar.begin()), "taken");
    assert.equal(codeOf(await bend(liar)), code);
    assert.equal(await office.record.registers.readImport(liar.id, 0), undefined);
  });
}

test("an import is whole only with the numbers and the root of what came", async () => {
  const liar = openLiar("nadia", "sums");
  const bodies = [liar.caseOf(1), liar.caseOf(2)];
  await liar.begin();
  assert.equal(codeOf(await liar.bring(bodies)), "taken");
  for (const change of [
    { cases: 3 },
    { added: 1 },
    { changed: 1 },
    { flagged: 1 },
    { allegations: 9 },
    { mapping: "0".repeat(64) },
  ]) {
    assert.equal(codeOf(await liar.finish(bodies, change)), "sums-differ", JSON.stringify(change));
  }
  assert.equal(codeOf(await liar.finish([...bodies].reverse())), "sums-differ");
  assert.equal(codeOf(await liar.finish(bodies)), "taken");
  assert.equal(codeOf(await liar.bring([liar.caseOf(3)], { from: 2, size: 3 })), "import-not-open");
});

test("what is sent again because its answer was lost is one batch and one statement", async () => {
  const liar = openLiar("nadia", "twice");
  const at = millisToInstant(Date.now());
  const before = liar.calls.readRegister(liar.id);
  await before;
  for (let again = 0; again < 2; again += 1) assert.equal(codeOf(await liar.begin({ at }, before)), "taken");
  const bodies = [liar.caseOf(1), liar.caseOf(2)];
  assert.equal(codeOf(await liar.bring(bodies, { at })), "taken");
  assert.equal(codeOf(await liar.bring(bodies, { at })), "taken");
  assert.equal((await office.record.registers.readBatches(liar.id, 0, 0, 9)).length, 1);
  assert.equal(await lengthOf(liar.id), 1);
});

test("a registrar who is suspended brings nothing more", async () => {
  const own = await startSmallOffice();
  const before = office;
  office = own;
  try {
    const liar = openLiar("nadia", "suspended");
    assert.equal(codeOf(await liar.begin()), "taken");
    const signed = own.signSuspension("nadia", own.person("asha").signer, own.person("gerda").signer);
    const done = await own.server.registry.acceptSuspension(signed, millisToInstant(Date.now()));
    assert.ok(done.ok);
    assert.ok(["session-expired", "not-in-directory"].includes(codeOf(await liar.bring([liar.caseOf(1)]))));
  } finally {
    office = before;
    await own[Symbol.asyncDispose]();
  }
});
