import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { boundGrowth, growthOf } from "../growth.ts";
import { makeFolder, makeOffice, type ServedOffice, serveOffice } from "../intake/office.ts";
import { readMemory } from "../intake/process-use.ts";
import { round, spell } from "../numbers.ts";
import type { BenchContext, PartReport } from "../report.ts";
import { type RegisterFiles, writeRegister } from "./register-files.ts";

const mainFile = fileURLToPath(new URL("../../apps/temwen/src/main.ts", import.meta.url));
const small = 100_000;
const large = 1_000_000;
/** Ten times the rows may need so many times the memory: it holds a sixty-fourth of them. */
const mostMemory = 1.5;

type Measured = {
  readonly rows: number;
  readonly cases: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly importMib: number;
  readonly serverMib: number;
  readonly figuresSeconds: number;
  readonly figuresMib: number;
};

/** Imports registers through the command, and counts them again. */
export async function runImport(context: BenchContext): Promise<PartReport> {
  const { quick, say, closing } = context;
  const office = await serveOffice(await makeOffice(context), context);
  const folder = await makeFolder(closing);
  const measured: Measured[] = [];
  let isBroken = false;
  for (const rows of quick ? [small] : [small, large]) {
    say(`writing a register of ${rows} rows`);
    const register = await writeRegister(folder, rows);
    say("importing it");
    const imported = await importOnce(office, register, folder, closing);
    if (imported.said.rows !== rows || imported.said.refused !== 0) isBroken = true;
    say("counting it");
    const words = ["figures", "--data", office.data, "--register", register.register, "--json"];
    const counted = await runMeasured(words, closing);
    if (counted.said.cases !== imported.said.cases) isBroken = true;
    measured.push({
      rows,
      cases: Number(imported.said.cases),
      seconds: round(imported.seconds),
      rowsPerSecond: round(rows / imported.seconds),
      importMib: round(imported.peak),
      serverMib: round(readMemory(office.pid).peak ?? Number.NaN),
      figuresSeconds: round(counted.seconds),
      figuresMib: round(counted.peak),
    });
  }
  return report(measured, office, isBroken);
}

function importOnce(
  office: ServedOffice,
  { mapping, files }: RegisterFiles,
  folder: string,
  closing: AsyncDisposableStack,
): Promise<Ran> {
  const registrar = office.people.find(({ role }) => role === "registrar");
  if (!registrar) throw new Error("the fictional people have no registrar");
  const passphrase = join(folder, "registrar.txt");
  const named = Object.entries(files).flatMap(([name, place]) => ["--file", `${name}=${place}`]);
  const who = ["--server", office.url, "--key", registrar.keyFile, "--passphrase-file", passphrase];
  const roots = ["--roots", join(office.folder, "keys/roots.json"), "--report", join(folder, "refused.csv")];
  return writeFile(passphrase, registrar.passphrase).then(() =>
    runMeasured(["import", "--mapping", mapping, ...named, ...who, ...roots, "--json"], closing),
  );
}

type Ran = { readonly said: { readonly [member: string]: unknown }; readonly seconds: number; readonly peak: number };

/** Runs the command to its end; how long it took, and the most memory its process had in the second half of that. */
async function runMeasured(words: readonly string[], closing: AsyncDisposableStack): Promise<Ran> {
  const begun = performance.now();
  const child = spawn(process.execPath, [mainFile, ...words], { stdio: ["ignore", "pipe", "ignore"] });
  closing.defer(() => void child.kill("SIGKILL"));
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const looks: number[] = [];
  const look = setInterval(() => {
    try {
      const { resident } = readMemory(child.pid ?? 0);
      // Of a process that has ended, and was not waited for yet, the system tells nothing.
      if (Number.isFinite(resident)) looks.push(resident);
    } catch {
      // It ended in between.
    }
  }, 100);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`temwen ${words[0]} ended with ${code}: ${said}`);
  // Opening a key file takes 256 MiB, once, at the beginning.
  const peak = Math.max(...looks.slice(Math.floor(looks.length / 2)));
  return { said: JSON.parse(said), seconds: (performance.now() - begun) / 1000, peak };
}

function report(measured: readonly Measured[], { postgres }: ServedOffice, isBroken: boolean): PartReport {
  const memory = growthOf(measured, ({ importMib }) => importMib);
  return {
    tables: [
      {
        title: "a register imported through the command, two files joined, and counted again",
        head: ["rows", "cases", "seconds", "rows a second", "import MiB", "server MiB", "figures s", "figures MiB"],
        rows: measured.map((one) => [
          String(one.rows),
          String(one.cases),
          ...[one.seconds, one.rowsPerSecond, one.importMib, one.serverMib, one.figuresSeconds, one.figuresMib].map(
            spell,
          ),
        ]),
        notes: [
          "MiB: the most a process had in the second half of its time, the server at any moment; opening the key file takes 256 at the start",
        ],
      },
    ],
    verdicts: boundGrowth("memory for ten times the rows", memory, mostMemory),
    figures: { import: measured, postgres },
    isBroken,
  };
}
