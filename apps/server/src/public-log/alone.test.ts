import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { alone } from "./alone.ts";

async function inFolder(look: (place: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-alone-"));
  await look(join(folder, "log/signing.lock")).finally(() => rm(folder, { recursive: true, force: true }));
}

test("whatever a process left that was killed at its work, the next one goes on at once", () =>
  inFolder(async (place) => {
    const holding = `import { alone } from ${JSON.stringify(fileURLToPath(new URL("./alone.ts", import.meta.url)))};
      await alone(process.argv[1], () => { console.log("held"); return new Promise(() => setInterval(() => {}, 1000)); });`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", holding, place], {
      stdio: ["ignore", "pipe", 2],
    });
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    let isDone = false;
    const waiting = alone(place, async () => {
      isDone = true;
    });
    await stat(place);
    assert.equal(isDone, false, "a living one is waited for");
    child.kill("SIGKILL");
    await waiting;
    assert.equal(isDone, true);
  }));

test("an empty lock stops nobody, nor does the note of an earlier release beside it", () =>
  inFolder(async (place) => {
    await alone(place, async () => undefined);
    assert.equal((await stat(place)).size, 0, "it stays, and stays empty");
    await writeFile(join(place, "../lock"), String(process.pid));
    assert.equal(await alone(place, async () => "done"), "done");
  }));

test("of two that want it at once, in one process too, the second waits for the first", () =>
  inFolder(async (place) => {
    const order: string[] = [];
    const one = alone(place, async () => {
      order.push("one begins");
      await new Promise((resolve) => setImmediate(resolve));
      order.push("one ends");
    });
    const another = alone(place, async () => {
      order.push("another");
    });
    await Promise.all([one, another]);
    const begin = order.indexOf("one begins");
    assert.equal(order[begin + 1], "one ends");
  }));

test("who fails at the work lets go of it", () =>
  inFolder(async (place) => {
    await assert.rejects(
      alone(place, async () => {
        throw new Error("cut");
      }),
      /cut/,
    );
    assert.equal(await alone(place, async () => "done"), "done");
  }));
