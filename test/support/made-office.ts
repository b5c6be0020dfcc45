// An office that is made once for many test files: each gets a copy, as if it had been made for it and stopped.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { findCluster } from "./find-cluster.ts";

/** Where it lies; named by `npm test`, and by nobody where one file is run alone. */
const shelf = process.env.TEMWEN_TEST_OFFICE;

/**
 * The folder of a copy that was never started; undefined where each file makes an office of its own, or where another
 * file is making the first one at this moment. `make` makes an office in a folder and stops it.
 */
export async function copyMadeOffice(make: (data: string) => Promise<void>): Promise<string | undefined> {
  if (shelf === undefined) return undefined;
  const ready = join(shelf, "ready");
  if (!(await isThere(ready)) && !(await makeReady(shelf, make))) return undefined;
  const data = await mkdtemp(join(tmpdir(), "temwen-test-"));
  await copy(`${join(ready, "data")}/.`, data);
  if (await isThere(join(ready, "cluster"))) await copyCluster(ready, data);
  for (const name of ["people.json", "roots.json"]) {
    const place = join(data, "demo", name);
    await writeFile(place, (await readFile(place, "utf8")).replaceAll(join(shelf, "making/data"), data), {
      mode: 0o600,
    });
  }
  return data;
}

/** True when it stands; false when somebody else is at it. */
async function makeReady(at: string, make: (data: string) => Promise<void>): Promise<boolean> {
  const making = join(at, "making");
  try {
    await mkdir(making);
  } catch {
    return isThere(join(at, "ready"));
  }
  const data = join(making, "data");
  await mkdir(data, { mode: 0o700 });
  await make(data);
  const cluster = await findCluster(data);
  if (!cluster.startsWith(data)) {
    // For root the database lies apart; here it only has to lie, so it comes along.
    await copy(dirname(cluster), join(making, "cluster"));
    await rm(dirname(cluster), { recursive: true });
  }
  await rename(making, join(at, "ready"));
  return true;
}

async function copyCluster(ready: string, data: string): Promise<void> {
  const apart = join(dirname(dirname(await findCluster(data))), randomBytes(10).toString("hex"));
  await copy(join(ready, "cluster"), apart);
  await writeFile(join(data, "postgres/cluster-is-at"), `${join(apart, "cluster")}\n`, { mode: 0o600 });
}

/** With owners and rights, which the copy of Node's own does not keep. */
async function copy(from: string, to: string): Promise<void> {
  await promisify(execFile)("cp", ["-a", from, to]);
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
