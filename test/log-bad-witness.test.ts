// What witnesses outside can do to the log over HTTP: lie, sleep, contradict, remember more than the office does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { formatSignatureLine, signText } from "@temwen/public-log/note";
import {
  freshLeaves,
  openTestLog,
  publishSome,
  signerCalled,
  type TestLog,
} from "../apps/server/src/public-log/publishing.testing.ts";
import { type HttpWitness, serveHttpWitness } from "./support/http-witness.ts";

let witnesses: readonly [HttpWitness, HttpWitness, HttpWitness];
const logKey = signerCalled("log.example/temwen");
const startAll = () => Promise.all([serve("ngo"), serve("press"), serve("univ")]);
const serve = (name: string) => serveHttpWitness(name, logKey);
const endAll = () => Promise.all(witnesses.map((witness) => witness[Symbol.asyncDispose]()));
before(async () => {
  witnesses = await startAll();
});
after(endAll);

/** A log of which so many of the witnesses must cosign; each is asked under a fresh memory. */
async function openWitnessed(threshold: number): Promise<TestLog> {
  await endAll();
  witnesses = await startAll();
  return openTestLog((log) => witnesses.map((witness) => witness.of(log)), threshold);
}

const lies: readonly [string, NonNullable<HttpWitness["turn"]>][] = [
  ["a line of its own whose signature is wrong", (judge) => ({ status: 200, body: bend(String(judge().body)) })],
  [
    "sixty-three lines of nobody",
    () => ({ status: 200, body: Array.from({ length: 63 }, (_, n) => junk(n)).join("") }),
  ],
  ["seventy lines of nobody", () => ({ status: 200, body: Array.from({ length: 70 }, (_, n) => junk(n)).join("") })],
  ["a line in another witness's name", () => ({ status: 200, body: forge("press.example/witness") })],
  ["what is no line at all", () => ({ status: 200, body: "yes\n" })],
  ["a line cut short", (judge) => ({ status: 200, body: String(judge().body).slice(0, -9) })],
  ["that it has 99 999 leaves", () => ({ status: 409, body: "99999\n" })],
  ["that it has more leaves each time", () => ({ status: 409, body: `${100 + witnesses[2].asked}\n` })],
  ["an error", () => ({ status: 500, body: "" })],
  ["nothing, ever", () => null],
];

for (const [what, turn] of lies) {
  test(`one witness that answers ${what} stops no log that has its quorum without it`, async () => {
    await using log = await openWitnessed(2);
    const publisher = log.open();
    await publishSome(publisher, log.rows, 3);
    witnesses[2].turn = turn;
    await publishSome(publisher, log.rows, 4);
    const again = await log.check();
    assert.deepEqual([again.size, again.cosigned], [7n, ["ngo", "press"]]);
    await publishSome(log.open(), log.rows, 5);
    assert.equal((await log.check()).size, 12n, "behind a new start too");
    witnesses[2].turn = undefined;
    await publishSome(publisher, log.rows, 1);
    assert.deepEqual((await log.check()).cosigned, ["ngo", "press", "univ"], "and it counts again once it is honest");
  });
}

test("a witness that is asked for all lines stops the log, and only the log, by a false one", async () => {
  await using log = await openWitnessed(3);
  const publisher = log.open();
  await publishSome(publisher, log.rows, 3);
  witnesses[2].turn = (judge) => ({ status: 200, body: bend(String(judge().body)) });
  const outcome = await publisher.publish(await log.rows.readHead(), freshLeaves(4), 0);
  assert.deepEqual(outcome, { ok: false, refusal: { code: "quorum-missing", cosigned: ["ngo", "press"] } });
  assert.equal((await log.check()).size, 3n);
  witnesses[2].turn = undefined;
  assert.ok((await publisher.finish()).ok);
  assert.equal((await log.check()).size, 7n);
});

test("an office that comes back whole from an old copy learns from its witnesses, before it signs or adds anything", async () => {
  await using log = await openWitnessed(2);
  const publisher = log.open();
  await publishSome(publisher, log.rows, 880);
  const copy = await log.copy();
  await publishSome(publisher, log.rows, 112);
  const restored = log.open(copy);
  const signedThen = await copy.memory.read("last-signed");
  const outcome = await restored.publish(await copy.rows.readHead(), freshLeaves(16), 0);
  assert.deepEqual(outcome, { ok: false, refusal: { code: "behind-witness", witness: "ngo", size: 992n } });
  assert.deepEqual((await restored.finish()).ok, false, "nor later");
  assert.equal((await copy.rows.readHead()).size, 880n, "nothing was put behind it");
  assert.deepEqual(await copy.memory.read("last-signed"), signedThen, "and nothing signed");
});

test("one witness that shows our signature on a larger log is believed, also where the others would be enough", async () => {
  await using log = await openWitnessed(1);
  const publisher = log.open();
  await publishSome(publisher, log.rows, 20);
  const copy = await log.copy();
  for (const sleeper of witnesses.slice(0, 2)) sleeper.turn = () => null;
  await publishSome(publisher, log.rows, 5);
  for (const sleeper of witnesses.slice(0, 2)) sleeper.turn = undefined;
  const outcome = await log.open(copy).publish(await copy.rows.readHead(), freshLeaves(16), 0);
  assert.deepEqual(outcome, { ok: false, refusal: { code: "behind-witness", witness: "univ", size: 25n } });
});

test("an office that lost its key's memory, and its rows with it, is told as well", async () => {
  await using log = await openWitnessed(2);
  await publishSome(log.open(), log.rows, 20);
  await using empty = await openTestLog((key) => witnesses.map((witness) => witness.of(key)), 2);
  const outcome = await empty.open().publish(await empty.rows.readHead(), freshLeaves(16), 0);
  assert.deepEqual(outcome, { ok: false, refusal: { code: "behind-witness", witness: "ngo", size: 20n } });
  assert.equal((await empty.rows.readHead()).size, 0n);
});

test("a start without a quorum of witnesses puts nothing into the log", async () => {
  await using log = await openWitnessed(2);
  await publishSome(log.open(), log.rows, 20);
  for (const sleeper of witnesses.slice(0, 2)) sleeper.turn = () => ({ status: 503, body: "" });
  const publisher = log.open();
  const outcome = await publisher.publish(await log.rows.readHead(), freshLeaves(16), 0);
  assert.deepEqual(outcome, { ok: false, refusal: { code: "quorum-missing", cosigned: ["univ"] } });
  assert.equal((await log.rows.readHead()).size, 20n);
  for (const sleeper of witnesses) sleeper.turn = undefined;
  await publishSome(publisher, log.rows, 16);
  assert.equal((await log.check()).size, 36n);
});

/** Another last character of the signature, in base64 of the same length. */
const bend = (line: string): string =>
  line.replace(
    /([A-Za-z0-9+/])([A-Za-z0-9+/]{8})(=*\n)$/,
    (_, one, rest, end) => (one === "A" ? "B" : "A") + rest + end,
  );

const forge = (name: string): string => {
  const text = "log.example/temwen\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
  const signer = signerCalled(name, "ed25519-cosignature");
  return formatSignatureLine({
    ...signText(signerCalled("thief", "ed25519-cosignature"), text, 1n),
    ...only(signer.vkey),
  });
};
const only = ({ name, keyId }: { readonly name: string; readonly keyId: string }) => ({ name, keyId });

const junk = (n: number): string =>
  formatSignatureLine({ name: `nobody.example/${n}`, keyId: "01234567", signature: new Uint8Array(72) });
