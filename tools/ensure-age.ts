// Finds the `age` tool, 1.3 or later (the first with hybrid recipients), for tests that open what we sealed with somebody else's program.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findOnPath } from "./ensure-browser.ts";
import { runCommand } from "./run-command.ts";

const oldestWanted = [1, 3] as const;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ownCopy = join(root, ".tools/age/age");
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** The path of an `age` that is new enough; `age-keygen` lies beside it. */
export async function ensureAge(): Promise<string> {
  const asked = process.env.TEMWEN_AGE;
  if (asked !== undefined && asked !== "") {
    if (await isNewEnough(asked)) return asked;
    throw new Error(`TEMWEN_AGE names ${asked}, which is not age ${oldestWanted.join(".")} or later`);
  }
  for (const path of [findOnPath("age"), ownCopy]) if (path !== null && (await isNewEnough(path))) return path;
  const why = await fetchFromDebian();
  if (await isNewEnough(ownCopy)) return ownCopy;
  throw new Error(
    `age ${oldestWanted.join(".")} or later was not found and could not be fetched (${why}): install it, or name it in TEMWEN_AGE`,
  );
}

async function isNewEnough(path: string): Promise<boolean> {
  const { code, output } = await runCommand(path, ["--version"]);
  const [major = 0, minor = 0] = output.trim().replace(/^v/, "").split(".").map(Number);
  return code === 0 && (major > oldestWanted[0] || (major === oldestWanted[0] && minor >= oldestWanted[1]));
}

/** Debian's development suite has a new one that runs on older Debians. Its signature is checked; the machine's own state is not touched. */
async function fetchFromDebian(): Promise<string> {
  const mirror = debianMirror();
  if (mirror === null || !existsSync(keyring) || findOnPath("apt-get") === null) return "this is not a Debian";
  process.stderr.write("the age tool here is missing or too old: fetching a newer one into .tools/ …\n");
  mkdirSync(join(root, ".tools"), { recursive: true });
  const workFolder = mkdtempSync(join(root, ".tools/age-apt-"));
  try {
    return await fetchInto(workFolder, mirror);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

async function fetchInto(workFolder: string, mirror: string): Promise<string> {
  for (const folder of ["lists/partial", "cache/archives/partial", "unpacked"]) {
    mkdirSync(join(workFolder, folder), { recursive: true });
  }
  const sources = join(workFolder, "sources.list");
  writeFileSync(sources, `deb [signed-by=${keyring}] ${mirror} sid main\n`);
  const options = [
    ["Dir::Etc::sourcelist", sources],
    ["Dir::Etc::sourceparts", "-"],
    ["Dir::State::lists", join(workFolder, "lists")],
    ["Dir::Cache", join(workFolder, "cache")],
    ["APT::Sandbox::User", ""], // as root, apt would drop to a user who cannot write here
    ["Acquire::Languages", "none"],
  ].flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  for (const order of [["update"], ["download", "age"]]) {
    const { code, output } = await runCommand("apt-get", [...options, ...order], { cwd: workFolder });
    if (code !== 0) return `apt-get ${order.join(" ")}: ${output.trim().split("\n").at(-1) ?? ""}`;
  }
  const parcel = readdirSync(workFolder).find((name) => name.endsWith(".deb"));
  if (parcel === undefined) return "apt-get brought nothing";
  const unpacked = join(workFolder, "unpacked");
  const { code, output } = await runCommand("dpkg-deb", ["-x", join(workFolder, parcel), unpacked]);
  if (code !== 0) return output.trim();
  placeTools(join(unpacked, "usr/bin"));
  return "it does not run on this machine";
}

/** Written beside and renamed: two who fetch at once both end with a whole tool. */
function placeTools(from: string): void {
  mkdirSync(dirname(ownCopy), { recursive: true });
  for (const name of readdirSync(from)) {
    if (!name.startsWith("age")) continue;
    const place = join(dirname(ownCopy), name);
    writeFileSync(`${place}.${process.pid}`, readFileSync(join(from, name)), { mode: 0o755 });
    renameSync(`${place}.${process.pid}`, place);
  }
}

/** Where this machine gets its own Debian packages from, in either of apt's two ways of writing it. */
function debianMirror(): string | null {
  const folder = "/etc/apt/sources.list.d";
  const files = [
    "/etc/apt/sources.list",
    ...(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []),
  ];
  const addresses = files
    .filter((path) => existsSync(path) && /\.(list|sources)$/.test(path))
    .flatMap((path) => readFileSync(path, "utf8").split("\n"))
    .filter((line) => /^(deb\s|URIs:)/.test(line))
    .flatMap((line) => line.match(/\b(?:https?|file):\/\/\S+/g) ?? []);
  return addresses.find((address) => /\/debian\/?$/.test(address)) ?? null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await ensureAge()}\n`);
