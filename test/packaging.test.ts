// How a machine starts an office that nobody sits beside.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const unit = fileURLToPath(new URL("../packaging/temwen.service", import.meta.url));
/** Of 10; systemd calls up to 2 well protected. */
const mostExposed = 20;

test("the systemd unit is one that systemd takes, and leaves the office hardly a right", async (context) => {
  const home = await mkdtemp(join(tmpdir(), "temwen-unit-"));
  try {
    const place = join(home, "temwen.service");
    await copyFile(unit, place);
    const text = await readFile(place, "utf8");
    // The program lies where an office is installed, not here.
    await writeFile(place, text.replace(/^ExecStart=\S+/m, "ExecStart=/bin/true"));
    const verified = await run("systemd-analyze", ["verify", place]).catch((error) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    });
    if (!verified) return context.skip("systemd-analyze is not on this machine");
    assert.equal(verified.stdout + verified.stderr, "");
    await run("systemd-analyze", ["security", "--offline=true", `--threshold=${mostExposed}`, place]);
    await assert.rejects(run("systemd-analyze", ["security", "--offline=true", "--threshold=1", place]));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

test("the container's user has a name, without which its database would not be made", async () => {
  const lines = await readFile(new URL("../packaging/Containerfile", import.meta.url), "utf8");
  const [, uid, gid] = /^USER (\d+):(\d+)$/m.exec(lines) ?? [];
  assert.ok(uid !== undefined && uid !== "0");
  assert.match(lines.slice(0, lines.indexOf("USER ")), new RegExp(`groupadd -g ${gid} .*useradd -u ${uid} -g ${gid} `));
});
