// What a person holds in hand of the public log: a promise at filing, and a proof that third parties accept.
import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readPromise } from "@temwen/complain/promise";
import { parseKeptFiling } from "@temwen/complain/read-kept";
import { verifyOnNode } from "@temwen/office/signing-node";
import { leafHashOf } from "@temwen/sealing/leaf";
import { drawReceipt } from "@temwen/sealing/receipt";
import { bytesToBase64 } from "@temwen/vocabulary";
import { acknowledgement, doActs, findReader } from "./support/casework.ts";
import { type Ran, runCommand, startCommand } from "./support/office.ts";
import { startWitnessedOffice, type WitnessedOffice } from "./support/witnessed-office.ts";

let given: WitnessedOffice;
before(async () => {
  given = await startWitnessedOffice();
  // A log that shows nothing yet is another answer than one that does not hold a filing yet.
  await given.settle();
});
after(() => given[Symbol.asyncDispose]());

type Told = { readonly [name: string]: unknown };
const told = ({ stdout }: Ran): Told => JSON.parse(stdout) as Told;

async function complain(...more: readonly string[]): Promise<Ran> {
  const { url } = given.office;
  const words = ["complain", "--server", url, "--text", "-", "--json", ...more];
  return runCommand(words, "Yon egzanp pou tès yo.");
}

const proofOf = (receipt: unknown, out: string, ...more: readonly string[]): Promise<Ran> =>
  runCommand(
    ["proof", "--server", given.office.url, "--receipt", "-", "--out", out, "--json", ...more],
    String(receipt),
  );

const verify = (proof: unknown, leaf: unknown): Promise<Ran> =>
  runCommand(["verify", "--proof", String(proof), "--leaf", String(leaf), "--policy", given.policy, "--json"]);

test("whoever waits at filing holds a proof that a third party accepts, and the office's promise", async () => {
  const publishing = setInterval(() => void given.office.server.publicLog?.step(), 500);
  const ran = await complain("--wait-proof", "--proof-dir", given.folder, "--policy", given.policy);
  clearInterval(publishing);
  assert.equal(ran.code, 0, ran.stderr);
  const { proof, leaf, proofNumber, promise, cosigned } = told(ran);
  assert.equal(proof, join(given.folder, `${proofNumber}.tlog-proof`));
  assert.ok((promise as Told).vouching);
  assert.equal((cosigned as readonly Told[])[0]?.name, "w1");
  assert.match(ran.stderr, /promised: in the public log by/);
  const verified = await verify(proof, leaf);
  assert.equal(verified.code, 0, verified.stderr);
  const bytes = await readFile(String(leaf));
  bytes[100] = 1;
  const bent = join(given.folder, "bent.leaf");
  await writeFile(bent, bytes);
  assert.equal(told(await verify(proof, bent)).refused, "leaf-differs");
});

test("who stops the waiting for the proof still gets the receipt, and is not told that the office broke its word", async () => {
  const words = ["complain", "--server", given.office.url, "--text", "-", "--json", "--wait-proof"];
  const command = startCommand([...words, "--proof-dir", given.folder, "--policy", given.policy]);
  command.child.stdin.end("Yon egzanp pou tès yo.");
  await command.untilSays("waiting until it is in the public log");
  command.child.kill("SIGINT");
  const ran = await command.ended;
  assert.equal(ran.code, 4, ran.stderr);
  const { receipt, promise, unproved } = told(ran);
  assert.match(String(receipt), /^\d{24}$/);
  assert.ok((promise as Told).vouching);
  assert.equal(unproved, "stopped");
  const looked = await runCommand(["reply", "--server", given.office.url, "--receipt", "-", "--json"], String(receipt));
  assert.equal(looked.code, 0, "the receipt is that of the complaint that arrived");
});

/** A server in front of the office that answers one thing otherwise. */
async function startBetween(change: (request: IncomingMessage, answer: Response) => Promise<string | Uint8Array>) {
  const between = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "GET", url = "" } = request;
    const type = request.headers["content-type"];
    const answer = await fetch(`${given.office.url}${url}`, {
      method,
      ...(type && { headers: { "content-type": type } }),
      ...(method === "POST" && { body: Buffer.concat(chunks) }),
    });
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
    response.end(await change(request, answer));
  });
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(between.address() as AddressInfo).port}`,
    [Symbol.dispose]: () => {
      between.closeAllConnections();
      between.close();
    },
  };
}

test("while witnesses are missing the proof is waited for, and comes once they have signed", async () => {
  let isMissing = true;
  using between = await startBetween(async ({ url }, answer) => {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (url !== "/log/checkpoint" || !isMissing) return bytes;
    return Buffer.from(bytes)
      .toString()
      .split("\n")
      .filter((line) => !line.startsWith("— witness.example"))
      .join("\n");
  });
  const words = ["complain", "--server", between.url, "--text", "-", "--json", "--wait-proof"];
  const command = startCommand([...words, "--proof-dir", given.folder, "--policy", given.policy]);
  command.child.stdin.end("Yon egzanp pou tès yo.");
  await command.untilSays("waiting until it is in the public log");
  await given.settle();
  await command.untilSays("waiting until enough witnesses have cosigned");
  isMissing = false;
  const ran = await command.ended;
  assert.equal(ran.code, 0, ran.stderr);
  assert.ok(told(ran).proof);
});

test("who stops while nobody knows whether it arrived still gets the receipt", async () => {
  // Takes what is sent and never answers.
  const mute = createServer((request, response) => {
    if (request.method === "POST") request.resume();
    else void fetch(`${given.office.url}${request.url}`).then(async (answer) => response.end(await answer.text()));
  });
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  const sent = new Promise<void>((resolve) => mute.on("request", ({ method }) => method === "POST" && resolve()));
  const url = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
  const command = startCommand(["complain", "--server", url, "--text", "-", "--json"]);
  command.child.stdin.end("Yon egzanp pou tès yo.");
  await sent;
  command.child.kill("SIGINT");
  const ran = await command.ended;
  mute.closeAllConnections();
  mute.close();
  assert.equal(ran.code, 5, ran.stderr);
  assert.deepEqual(told(ran).outcome, "unknown");
  assert.match(String(told(ran).receipt), /^\d{24}$/);
});

test("whoever does not wait holds the office's signed promise all the same: told, and as a file", async () => {
  const folder = join(given.folder, "promised");
  const { proofNumber, promise, kept } = told(await complain("--proof-dir", folder));
  assert.equal(kept, join(folder, `${proofNumber}.kept`));
  const read = parseKeptFiling(await readFile(String(kept)));
  assert.ok(read.ok);
  assert.deepEqual(read.value.promise, promise);
  const { office, clockKey } = given.office.directory();
  const leaf = bytesToBase64(leafHashOf(read.value.leaf));
  assert.ok(readPromise(read.value.promise, { office, clockKey }, [leaf], verifyOnNode).ok);
  const words = ["complain", "--server", given.office.url, "--text", "-", "--proof-dir", folder];
  const { stdout } = await runCommand(words, "Yon egzanp pou tès yo.");
  assert.match(stdout, /\npromised {6}in the public log by 20\S+; the office's signed word: \S+\d{12}\.kept\n/);
});

test("where the promise cannot be written down it is printed, and the receipt is not lost", async () => {
  const file = join(given.folder, "no-folder");
  await writeFile(file, "");
  const ran = await complain("--proof-dir", file);
  assert.equal(ran.code, 0, ran.stderr);
  const { receipt, promise, kept } = told(ran);
  assert.match(String(receipt), /^\d{24}$/);
  assert.ok(promise);
  assert.equal(kept, undefined);
  assert.match(ran.stderr, /could not be written/);
});

test("a receipt gives a proof for the filing before any answer, and says what is not in the log yet", async () => {
  const { receipt, proofNumber } = told(await complain());
  const early = await proofOf(receipt, given.folder, "--policy", given.policy);
  assert.equal(early.code, 4, early.stderr);
  assert.deepEqual(told(early).waiting, [0]);
  await given.settle();
  const newFolder = join(given.folder, "proofs");
  const ran = await proofOf(receipt, newFolder, "--policy", given.policy);
  assert.equal(ran.code, 0, ran.stderr);
  const [one] = told(ran).proofs as readonly Told[];
  assert.equal(one?.proofNumber, proofNumber);
  assert.equal((await verify(one?.proof, one?.leaf)).code, 0);
});

test("each step that a mailbox shows has its own proof, the clock that an answer stops among them", async () => {
  const { office, settle } = given;
  const { receipt, case: caseId } = told(await complain());
  const { desk } = await findReader(office, caseId as never);
  await doActs(desk, caseId as never, acknowledgement);
  await settle();
  const ran = await proofOf(receipt, given.folder);
  assert.equal(ran.code, 0, ran.stderr);
  const proofs = told(ran).proofs as readonly Told[];
  assert.deepEqual(
    proofs.flatMap(({ clock }) => clock ?? []),
    ["acknowledgement"],
  );
  assert.ok(proofs.length >= 4, "the filing, the acknowledgement, the stop and the message");
  for (const { proof, leaf } of proofs) assert.equal((await verify(proof, leaf)).code, 0);
  const written = (await readdir(given.folder)).filter((name) => name.endsWith(".part"));
  assert.deepEqual(written, []);
});

test("digits on the command line are refused, and a receipt that nobody has proves nothing", async () => {
  const { receipt } = told(await complain());
  const said = await runCommand(["proof", "--server", given.office.url, "--receipt", String(receipt), "--json"]);
  assert.equal(said.code, 2);
  const nobody = await proofOf(drawReceipt(), given.folder);
  assert.equal(told(nobody).refused, "unknown-mailbox");
});
