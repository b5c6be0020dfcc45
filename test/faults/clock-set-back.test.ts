// The clock of a machine on which log and witnesses run is set back by two days, and right again later.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { runCommand, startOffice, type TestOffice } from "../support/office.ts";

const twoDays = 2 * 86_400_000;
const preload = new URL("../support/set-clock.mjs", import.meta.url).href;
const setBack = { NODE_OPTIONS: `--import ${preload}`, TEMWEN_TEST_CLOCK: String(-twoDays) };

let home: string;
let office: TestOffice;
before(async () => {
  home = await mkdtemp(join(tmpdir(), "temwen-clock-"));
  office = await startOffice();
});
after(async () => {
  await office?.[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

type Told = { readonly [name: string]: unknown };
const policy = () => join(office.data, "demo/log.policy");

async function tell(args: readonly string[], input = ""): Promise<readonly [number | null, Told]> {
  const { code, stdout, stderr } = await runCommand([...args, "--policy", policy(), "--json"], input);
  assert.ok(stdout !== "", stderr);
  return [code, JSON.parse(stdout) as Told];
}

const verify = (...more: readonly string[]) => tell(["verify", "--log", `${office.url}/log/`, ...more]);
const mirror = () => tell(["mirror", "--log", `${office.url}/log/`, "--out", join(home, "copy"), "--once"]);
const file = () =>
  tell(["complain", "--server", office.url, "--text", "-", "--wait-proof", "--proof-dir", home], "Yon egzanp.");

/** The hours at which witnesses saw the newest head, in milliseconds. */
const hoursOf = ({ cosigned }: Told): readonly number[] =>
  (cosigned as readonly { readonly at: string }[]).map(({ at }) => Date.parse(at));

async function waitForGrowth(size: unknown): Promise<Told> {
  for (let n = 0; n < 100; n += 1) {
    const [code, told] = await verify();
    assert.equal(code, 0, JSON.stringify(told));
    if (Number(told.size) > Number(size)) return told;
    await pause(500);
  }
  throw new Error("the log does not grow");
}

test("a clock set back stops no log, forks none, makes none look fresh and proves no silence; set right, all goes on", async () => {
  const [, early] = await file();
  const [, first] = await verify("--max-age", "1h");
  assert.equal(first.verified, true);
  assert.equal((await mirror())[0], 0);

  await office.stop();
  office = await startOffice({ data: office.data, env: setBack });
  const back = await waitForGrowth(first.size);
  for (const hour of hoursOf(back)) assert.ok(hour < Date.now() - twoDays + 3_600_000, "the witnesses' clock is back");
  assert.deepEqual(
    (await verify("--max-age", "1h")).map((said) => (typeof said === "object" ? said?.refused : said)),
    [1, "too-old"],
  );
  assert.equal((await mirror())[0], 0, "an earlier hour is no fork");
  const proving = ["prove-silence", "--server", office.url, "--receipt", "-", "--proof", String(early.proof)];
  const silence = [...proving, "--clock", "acknowledgement", "--out", join(home, "breach")];
  const [refused, why] = await tell(silence, String(early.receipt));
  assert.deepEqual([refused, why.refused], [1, "not-due"]);
  const [filed, late] = await file();
  assert.equal(filed, 0, JSON.stringify(late));

  await office.stop();
  office = await startOffice({ data: office.data });
  const again = await waitForGrowth(back.size);
  for (const hour of hoursOf(again)) assert.ok(hour > Date.now() - 3_600_000);
  assert.equal((await verify("--max-age", "1h"))[0], 0);
  assert.equal((await mirror())[0], 0);
  for (const { proof, leaf } of [early, late]) {
    assert.equal(
      (await verify("--proof", String(proof), "--leaf", String(leaf)))[0],
      0,
      "proofs of before and meanwhile hold",
    );
  }
});
