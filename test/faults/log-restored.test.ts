// An office comes back from a backup that is older than what the public has seen of its log.
import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { runCommand, startOffice, type TestOffice } from "../support/office.ts";

let home: string;
before(async () => {
  home = await mkdtemp(join(tmpdir(), "temwen-log-"));
});
after(() => rm(home, { recursive: true, force: true }));

type Health = { readonly log: { readonly state: string; readonly because?: string } };
const readHealth = async (office: TestOffice): Promise<Health> =>
  (await (await fetch(`${office.url}/healthz`)).json()) as Health;

/** The size that the log shows; 0 before there is any. */
async function readSize({ url }: TestOffice): Promise<number> {
  const answer = await fetch(`${url}/log/checkpoint`);
  return answer.ok ? Number((await answer.text()).split("\n")[1]) : 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 300 && !(await isSo()); n++) await pause(100);
  assert.ok(await isSo(), "it did not happen in time");
}

test("a restored office's log stands still, says why, and goes on from a copy of what the public saw", async () => {
  const identity = join(home, "identity");
  const made = await runCommand(["backup", "--make-identity", identity, "--json"]);
  const { recipient } = JSON.parse(made.stdout) as { readonly recipient: string };
  const [file, copy, again] = [join(home, "office.age"), join(home, "copy"), join(home, "again")];
  let seen = 0;
  {
    await using office = await startOffice();
    await until(async () => (await readSize(office)) > 0);
    const data = ["--data", office.data];
    const backedUp = await runCommand(["backup", ...data, "--out", file, "--recipient", recipient, "--with-keys"]);
    assert.equal(backedUp.code, 0, backedUp.stderr);
    const then = await readSize(office);
    await until(async () => (await readSize(office)) > then);
    seen = await readSize(office);
    await cp(join(office.data, "log"), copy, { recursive: true });
  }
  const put = await runCommand(["restore", "--data", again, "--in", file, "--identity", identity]);
  assert.equal(put.code, 0, put.stderr);
  {
    const office = await startOffice({ data: again });
    await until(async () => (await readHealth(office)).log.state === "stopped");
    assert.equal((await readHealth(office)).log.because, "restored");
    assert.equal(await readSize(office), 0, "nothing is shown that was not signed");
    await office.stop();
  }
  const neither = await runCommand(["log", "resume", "--data", again]);
  assert.equal(neither.code, 2);
  const nowhere = await runCommand(["log", "resume", "--data", again, "--from", join(home, "nowhere")]);
  assert.equal(nowhere.code, 1, "without a copy nothing is changed");
  const resumed = await runCommand(["log", "resume", "--data", again, "--from", copy, "--json"]);
  assert.equal(resumed.code, 0, resumed.stderr);
  const { leaves, putBack } = JSON.parse(resumed.stdout) as { readonly leaves: number; readonly putBack: number };
  assert.ok(leaves >= seen && putBack > 0);
  await using office = await startOffice({ data: again });
  await until(async () => (await readSize(office)) > leaves);
  assert.equal((await readHealth(office)).log.state, "ok");
  const checked = await runCommand(["verify", "--log", `${office.url}/log/`, "--json"]);
  assert.equal(checked.code, 0, checked.stderr);
});
