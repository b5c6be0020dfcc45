// Whose word makes somebody staff: three of five root keys, and nobody else's.
import assert from "node:assert/strict";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { after, test } from "node:test";
import { type Directory, type SignedBody, type Signer, vouchFor } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { bytesToBase64, canonicalBytes, type Digest, millisToInstant } from "@temwen/vocabulary";
import { nextDirectory } from "../../apps/temwen/src/office/create-office.ts";
import { type Answer, postJson } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

/** The directory after the one in force, as anybody could draw it up. */
const draft = (change: Partial<Directory> = {}): Directory =>
  nextDirectory(office.directory(), millisToInstant(Date.now()), change);

function sign(body: object, signers: readonly Signer[]): SignedBody {
  const bytes = canonicalBytes(body as Parameters<typeof canonicalBytes>[0]);
  return { body: bytes, vouchings: signers.map((signer) => vouchFor(bytes, signer)) };
}

const send = (kind: "directory" | "suspension", { body, vouchings }: SignedBody): Promise<Answer> =>
  postJson(office, `/api/office/${kind}`, { body: bytesToBase64(body), vouchings });

const recorded = async (): Promise<number> => (await office.record.readStream(office.trust.office)).length;

/** Sent as it is, it is refused; the office stays as it was. */
async function refuses(signed: SignedBody, code: string, status = 422): Promise<void> {
  const before = await recorded();
  assertRefused(await send("directory", signed), code, status);
  assert.equal(await recorded(), before);
  assert.equal((await office.server.registry.read())?.standing.directory.epoch, office.directory().epoch);
}

/** An answer as it comes over the line: how it is packed, and how many bytes that are. */
async function weigh(path: string): Promise<{ readonly encoding: string | undefined; readonly bytes: number }> {
  const asked = get(office.url + path, { headers: { "accept-encoding": "gzip, br" } });
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  let bytes = 0;
  for await (const piece of answer) bytes += (piece as Buffer).length;
  return { encoding: answer.headers["content-encoding"], bytes };
}

test("a phone fetches the directory packed: at most 1 400 bytes for each member of staff, and the same words", async () => {
  const people = office.directory().staff.length;
  for (const path of ["/api/directory", `/api/directory?epoch=${office.directory().epoch}`]) {
    const { encoding, bytes } = await weigh(path);
    assert.equal(encoding, "br");
    assert.ok(bytes <= 1400 * people, `${bytes} bytes for ${people} people`);
    const plain = await fetch(office.url + path, { headers: { "accept-encoding": "identity" } });
    assert.deepEqual(await plain.json(), await (await fetch(office.url + path)).json());
  }
  assert.equal((await weigh("/api/openapi.json")).encoding, "br");
});

const [one, two, three] = office.roots as readonly [Signer, Signer, Signer];
const stranger = createNodeSigner(drawSeed());
const staff = (...names: readonly string[]): readonly Signer[] => names.map((name) => office.person(name).signer);

test("a directory that fewer than three different roots signed is refused", async () => {
  for (const signers of [
    [],
    [one],
    [one, two],
    [one, one, one],
    [one, two, two, one],
    [one, two, stranger],
    [stranger, stranger, stranger],
    [one, two, ...staff("asha", "gerda", "nadia")],
  ]) {
    await refuses(sign(draft(), signers), "directory-not-trusted");
  }
});

test("three roots' signatures over other words do not count", async () => {
  const { vouchings } = sign(draft({ staff: [] }), [one, two, three]);
  await refuses({ ...sign(draft(), []), vouchings }, "directory-not-trusted");
  const swapped = sign(draft(), [one, two, three]).vouchings.map(({ key }, i, all) => ({
    key,
    signature: all[(i + 1) % 3]?.signature ?? "",
  }));
  await refuses({ ...sign(draft(), []), vouchings: swapped }, "directory-not-trusted");
});

test("a directory that names its own signers as roots is refused", async () => {
  const usurpers = Array.from({ length: 5 }, () => createNodeSigner(drawSeed()));
  const roots = usurpers.map(({ key }) => key);
  await refuses(sign(draft({ roots }), usurpers), "directory-not-trusted");
  // New roots sign beside the old ones: the old ones alone cannot hand the office to keys that nobody holds.
  await refuses(sign(draft({ roots }), [one, two, three]), "directory-not-trusted");
  await refuses(sign(draft({ threshold: 1 }), [one, two, three]), "too-few-roots");
});

test("what receipts and readers hang on cannot change, though all roots signed", async () => {
  const receiptSalt = Buffer.alloc(16, 7).toString("base64");
  await refuses(sign(draft({ receiptSalt }), [one, two, three]), "fixed-for-life");
  const clockKey = createNodeSigner(drawSeed()).key;
  await refuses(sign(draft({ clockKey }), [one, two, three]), "fixed-for-life");
});

test("a directory that leaves fewer than four intake officers for any force is refused, though all roots signed", async () => {
  const { staff: all } = office.directory();
  const without = (...names: readonly string[]) =>
    all.filter(({ id }) => !names.some((name) => office.person(name).id === id));
  await refuses(sign(draft({ staff: without("asha", "benoit") }), office.roots), "too-few-intake-officers");
  const tied = all.map((member) => (member.role === "intake" ? { ...member, ties: ["jam"] } : member));
  await refuses(sign(draft({ staff: tied }), office.roots), "too-few-intake-officers");
  await refuses(sign(draft({ staff: without("holder-3") }), office.roots), "no-lawful-escrow");
});

test("a directory that lists one key twice or a tie that no force has is refused", async () => {
  const { staff: all } = office.directory();
  const [first, ...others] = all;
  assert.ok(first && others[0]);
  const twice = [{ ...first, signingKey: others[0].signingKey }, ...others];
  await refuses(sign(draft({ staff: twice }), office.roots), "same-key-twice");
  await refuses(sign(draft({ staff: [{ ...first, ties: ["mars"] }, ...others] }), office.roots), "unknown-tie");
});

test("a directory that does not follow the one in force is refused", async () => {
  for (const change of [{ epoch: 1 }, { epoch: 3 }, { previous: "0".repeat(64) as Digest }]) {
    await refuses(sign({ ...draft(), ...change }, [one, two, three]), "epoch-behind", 409);
  }
  const policy = { ...office.directory().policy, digest: "0".repeat(64) as Digest };
  await refuses(sign(draft({ policy }), [one, two, three]), "another-policy");
});

test("what is no directory is refused", async () => {
  for (const body of [{}, { ...draft(), note: "x" }, { ...draft(), office: "ofc_0" }]) {
    await refuses(sign(body, office.roots), "malformed-directory");
  }
  for (const sent of [null, [], "x", { body: "", vouchings: [] }, { body: "!!!!", vouchings: [] }, { vouchings: [] }]) {
    assertRefused(await postJson(office, "/api/office/directory", sent), "malformed-directory");
  }
});

test("a directory that is sent twice, one after the other or at once, is one directory", async () => {
  const next = draft();
  const signed = sign(next, [one, two, three]);
  const before = await recorded();
  const answers = await Promise.all(Array.from({ length: 8 }, () => send("directory", signed)));
  answers.push(await send("directory", signed));
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.epoch]),
    answers.map(() => [200, next.epoch]),
  );
  assert.equal(await recorded(), before + 1);
});
