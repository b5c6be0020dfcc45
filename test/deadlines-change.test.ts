// Deadlines that change: the new ones stand in the public log by themselves, and each complaint keeps those it was filed under.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { deadlinePolicy, type Pack } from "@temwen/mission-pack";
import { canonicalBytes, millisToInstant, sameBytes } from "@temwen/vocabulary";
import { formatCertificate, parseCertificate } from "../apps/temwen/src/log/breach/certificate.ts";
import { changeDirectory } from "../apps/temwen/src/office/change-directory.ts";
import { nextDirectory, policyOf, signDirectory } from "../apps/temwen/src/office/create-office.ts";
import { type Ran, runCommand } from "./support/office.ts";
import { startWitnessedOffice, type WitnessedOffice } from "./support/witnessed-office.ts";

const clock = "acknowledgement";
let given: WitnessedOffice;
let hour = Math.floor(Date.now() / 1000);
before(async () => {
  given = await startWitnessedOffice();
  given.setWitnessClock(hour);
});
after(() => given[Symbol.asyncDispose]());

type Told = { readonly [name: string]: unknown };
const told = ({ stdout }: Ran): Told => JSON.parse(stdout) as Told;
const place = (name: string): string => join(given.folder, name);

/** The pack with another time for the clock. */
const withDue = (pack: Pack, due: string): Pack => ({
  ...pack,
  clocks: pack.clocks.map((one) => (one.id === clock ? { ...one, due } : one)),
});

async function pass(days: number): Promise<void> {
  hour += days * 86_400;
  given.setWitnessClock(hour);
  await given.settle();
  await given.office.server.publicLog?.step();
}

type Filed = { readonly receipt: string; readonly proof: string };

/** Files a complaint whose person waits for the proof. */
async function file(): Promise<Filed> {
  const { office, policy, folder } = given;
  const publishing = setInterval(() => void office.server.publicLog?.step(), 300);
  const words = ["complain", "--server", office.url, "--text", "-", "--json", "--policy", policy];
  const ran = await runCommand([...words, "--wait-proof", "--proof-dir", folder], "Se yon egzanp.");
  clearInterval(publishing);
  // Steps that still wait in a row are done with this one: nobody publishes behind the test's back.
  await office.server.publicLog?.step();
  assert.equal(ran.code, 0, ran.stderr);
  const { receipt, proof } = told(ran);
  return { receipt: String(receipt), proof: String(proof) };
}

const prove = ({ receipt, proof }: Filed, out: string): Promise<Ran> =>
  runCommand(
    [
      ...["prove-silence", "--server", given.office.url, "--receipt", "-", "--clock", clock, "--json"],
      ...["--proof", proof, "--policy", given.policy, "--out", place(out)],
    ],
    receipt,
  );

const verify = (breach: string): Promise<Ran> => {
  const log = `${given.office.url}/log/`;
  return runCommand(["verify", "--breach", place(breach), "--log", log, "--policy", given.policy, "--json"]);
};

/** Where the deadlines of a pack stand in the log. */
async function findDeadlines(pack: Pack): Promise<readonly number[]> {
  const { log } = given.office.record;
  const wanted = canonicalBytes(deadlinePolicy(pack));
  const leaves = await log.readLeaves(0n, (await log.readHead()).size);
  return leaves.flatMap((leaf, index) => (sameBytes(leaf, wanted) ? [index] : []));
}

test("new deadlines stand in the log with their directory, and each complaint is judged by those of its filing", async () => {
  const old = given.office.pack;
  const early = await file();
  const longer = withDue(old, "P30D");
  await given.again(longer);
  await given.office.publish({ policy: policyOf(longer) });
  await given.settle();
  assert.equal((await findDeadlines(longer)).length, 1, "before anything is filed under them");
  const late = await file();

  await pass(8);
  const ran = await prove(early, "early");
  assert.equal(ran.code, 0, ran.stderr);
  assert.equal((await verify("early")).code, 0);
  assert.equal(told(await prove(late, "late")).refused, "not-due");

  await pass(23);
  assert.equal((await prove(late, "late")).code, 0);
  assert.equal((await verify("late")).code, 0);
  const whole = parseCertificate(await readFile(place("late")));
  assert.ok(whole.ok);
  const policy = canonicalBytes(deadlinePolicy(old));
  await writeFile(place("bent"), formatCertificate({ ...whole.value, policy }));
  assert.equal(told(await verify("bent")).refused, "another-policy");
});

test("a directory that leaves the deadlines as they are brings them no second time", async () => {
  const { office } = given;
  await office.publish({});
  await given.settle();
  assert.equal((await findDeadlines(office.pack)).length, 1);
});

test("deadlines without a clock that was published are refused: nothing would stop it for who complained before", async () => {
  const { pack } = given.office;
  const fewer: Pack = { ...pack, clocks: pack.clocks.filter(({ id }) => id !== clock) };
  const { office: whole } = given;
  await given.again(fewer);
  const { office } = given;
  const next = nextDirectory(office.directory(), millisToInstant(Date.now()), { policy: policyOf(fewer) });
  const signed = signDirectory(next, office.roots.slice(0, 3));
  const published = await office.server.registry.acceptDirectory(signed, millisToInstant(Date.now()));
  assert.deepEqual(published, { ok: false, refusal: { code: "fixed-for-life", field: "policy.clocks" } });
  await given.again(whole.pack);
});

test("the operator's next directory names the deadlines that the office runs by, and lists the same people", async () => {
  await given.again(withDue(given.office.pack, "P20D"));
  const { pack, server, roots, directory } = given.office;
  const signers = roots.slice(0, 3);
  const before = directory();
  const same = await changeDirectory(before, { change: "deadlines", policy: before.policy }, signers, new Set());
  assert.deepEqual(same, { ok: false, refusal: { code: "same-deadlines" } });
  const change = { change: "deadlines", policy: policyOf(pack) } as const;
  const changed = await changeDirectory(before, change, signers, new Set());
  assert.ok(changed.ok);
  const published = await server.registry.acceptDirectory(changed.value.signed, millisToInstant(Date.now()));
  assert.ok(published.ok);
  assert.deepEqual(published.value.standing.directory.staff, before.staff);
  await given.settle();
  assert.equal((await findDeadlines(pack)).length, 1);
});
