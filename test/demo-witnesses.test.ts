// A demonstration's public log has two witnesses of its own, plainly fictional, that keep the rule like any other.
import assert from "node:assert/strict";
import { exec } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { mainFile, runCommand, startOffice, type TestOffice } from "./support/office.ts";

const program = join(dirname(mainFile), "../../..");
let office = await startOffice({ isPlain: true });
after(() => office[Symbol.asyncDispose]());

type Told = { readonly [name: string]: unknown };
type Seen = { readonly size: number; readonly cosigned: readonly string[] };

/** What somebody sees who checks the whole log by the policy that lies beside the demonstration's people. */
async function check({ url, data }: TestOffice): Promise<Seen> {
  const words = ["verify", "--log", `${url}/log`, "--policy", join(data, "demo/log.policy"), "--json"];
  const ran = await runCommand(words);
  assert.equal(ran.code, 0, ran.stderr);
  const { size, cosigned } = JSON.parse(ran.stdout) as { size: number; cosigned: readonly { name: string }[] };
  return { size, cosigned: cosigned.map(({ name }) => name) };
}

/** The witnesses' keys, without their addresses. */
const keysOf = async ({ url }: TestOffice): Promise<readonly string[]> =>
  [...(await (await fetch(`${url}/log/policy`)).text()).matchAll(/^witness \S+ (\S+)/gm)].map(([, key]) => key ?? "");

test("a demonstration's first head is cosigned by both of its witnesses, and the page says by whom and when", async () => {
  assert.deepEqual((await check(office)).cosigned, ["demo-1", "demo-2"]);
  const page = await (await fetch(`${office.url}/log`)).text();
  for (const name of ["demo-1", "demo-2"]) assert.match(page, new RegExp(`${name}[^]{0,200}\\d{4}-\\d\\d-\\d\\d`));
  const policy = await (await fetch(`${office.url}/log/policy`)).text();
  assert.match(policy, /fictional/);
  assert.equal(policy, await readFile(join(office.data, "demo/log.policy"), "utf8"));
});

test("the line that a demonstration prints for checking its log works as it is printed", async () => {
  const line = office
    .said()
    .split("\n")
    .find((one) => one.startsWith("npx temwen verify"));
  assert.ok(line, office.said());
  const { stdout } = await promisify(exec)(line, { cwd: program });
  assert.match(stdout, /every file as its checkpoint says\. Cosigned by demo-1 at .*, demo-2 at /);
});

test("who complains to a demonstration gets a proof with both cosignatures", async () => {
  const policy = join(office.data, "demo/log.policy");
  const words = ["complain", "--server", office.url, "--text", "-", "--json", "--policy", policy];
  const filed = await runCommand([...words, "--wait-proof", "--proof-dir", office.data], "Se yon egzanp.");
  assert.equal(filed.code, 0, filed.stderr);
  const { proof, leaf } = JSON.parse(filed.stdout) as Told;
  const ran = await runCommand([
    ...["verify", "--policy", policy, "--proof", String(proof), "--leaf", String(leaf)],
    ...["--log", `${office.url}/log`],
  ]);
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /demo-1.*demo-2/s);
});

test("the witnesses of a demonstration remember what they cosigned, over a stop and over kill -9", async () => {
  const [keys, first] = [await keysOf(office), await check(office)];
  office = await office.again();
  assert.deepEqual(await keysOf(office), keys);
  const second = await check(office);
  assert.ok(second.size > first.size);
  office.process.kill("SIGKILL");
  office = await office.again();
  assert.deepEqual(await keysOf(office), keys);
  const third = await check(office);
  assert.ok(third.size > second.size);
  assert.deepEqual(third.cosigned, ["demo-1", "demo-2"]);
});

test("without --demo an office has no witnesses but those it names, and a demonstration finds its own again", async () => {
  const { data } = office;
  const [keys, before] = [await keysOf(office), await check(office)];
  await office.stop();
  office = await startOffice({ data, args: ["--no-demo"] });
  assert.match(await (await fetch(`${office.url}/log/policy`)).text(), /^log \S+\nquorum none\n$/);
  await office.stop();
  office = await startOffice({ data });
  assert.deepEqual(await keysOf(office), keys);
  const later = await check(office);
  assert.ok(later.size > before.size);
  assert.deepEqual(later.cosigned, ["demo-1", "demo-2"]);
});
