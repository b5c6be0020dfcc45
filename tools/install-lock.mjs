// One installation at a time, across processes. A lock whose holder died is taken over; one that is held is waited for.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

const heartbeat = 2_000;
const silentHolderIsGone = 60_000;
const unsignedLockIsGone = 5_000;

/** Runs `work` while holding `.tools/install.lock`; `work` gets a function that adds a child's process id to the holders. */
export async function withInstallLock(root, say, work) {
  const lock = join(root, ".tools/install.lock");
  mkdirSync(join(root, ".tools"), { recursive: true });
  let hasSaidSo = false;
  while (!takeLock(lock)) {
    if (isAbandoned(lock)) {
      breakLock(lock);
      continue;
    }
    if (!hasSaidSo) say("another installation is under way in this folder: waiting for it …");
    hasSaidSo = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const holders = [process.pid];
  const sign = () => writeFileSync(join(lock, "holder.json"), JSON.stringify({ host: hostname(), holders }));
  sign();
  const beating = setInterval(() => touch(lock), heartbeat);
  try {
    return await work((pid) => {
      holders.push(pid);
      sign();
    });
  } finally {
    clearInterval(beating);
    rmSync(lock, { recursive: true, force: true });
  }
}

function takeLock(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (cause) {
    if (cause.code === "EEXIST") return false;
    throw cause;
  }
}

function isAbandoned(lock) {
  try {
    const silentFor = Date.now() - statSync(lock).mtimeMs;
    const holder = readHolder(lock);
    if (holder === null) return silentFor > unsignedLockIsGone;
    if (holder.host === hostname() && !holder.holders.some(isAlive)) return true;
    return silentFor > silentHolderIsGone && !(holder.host === hostname() && holder.holders.slice(1).some(isAlive));
  } catch {
    return false; // it went away while we looked
  }
}

function readHolder(lock) {
  try {
    return JSON.parse(readFileSync(join(lock, "holder.json"), "utf8"));
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause.code === "EPERM";
  }
}

/** Renamed before it is removed: of two who break the same lock, one succeeds, and neither removes a fresh one. */
function breakLock(lock) {
  const broken = `${lock}.${process.pid}.broken`;
  try {
    renameSync(lock, broken);
  } catch {
    return;
  }
  rmSync(broken, { recursive: true, force: true });
}

function touch(lock) {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // the lock was broken by somebody else; the work goes on and its stamp decides
  }
}
