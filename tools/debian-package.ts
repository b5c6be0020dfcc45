// Fetches one package of Debian's development suite and unpacks it here. Debian's signature is checked; the machine's own state
// is not touched, and nothing of the package is run.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findOnPath } from "./ensure-browser.ts";
import { runCommand } from "./run-command.ts";

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** Where tools lie that the project fetched for itself. */
export const toolsFolder = join(dirname(dirname(fileURLToPath(import.meta.url))), ".tools");

/** Unpacks a package and hands its tree to `place`, then forgets it. Null when that went well, else why not, in few words. */
export async function fetchDebianPackage(name: string, place: (unpacked: string) => void): Promise<string | null> {
  const mirror = debianMirror();
  if (mirror === null || !existsSync(keyring) || findOnPath("apt-get") === null) return "this is not a Debian";
  mkdirSync(toolsFolder, { recursive: true });
  const workFolder = mkdtempSync(join(toolsFolder, `${name}-apt-`));
  try {
    return await fetchInto(workFolder, { name, mirror, place });
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

type Wanted = { readonly name: string; readonly mirror: string; readonly place: (unpacked: string) => void };

async function fetchInto(workFolder: string, { name, mirror, place }: Wanted): Promise<string | null> {
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
  ].flatMap(([option, value]) => ["-o", `${option}=${value}`]);
  for (const order of [["update"], ["download", name]]) {
    const { code, output } = await runCommand("apt-get", [...options, ...order], { cwd: workFolder });
    if (code !== 0) return `apt-get ${order.join(" ")}: ${output.trim().split("\n").at(-1) ?? ""}`;
  }
  const parcel = readdirSync(workFolder).find((file) => file.endsWith(".deb"));
  if (parcel === undefined) return "apt-get brought nothing";
  const unpacked = join(workFolder, "unpacked");
  const { code, output } = await runCommand("dpkg-deb", ["-x", join(workFolder, parcel), unpacked]);
  if (code !== 0) return output.trim();
  place(unpacked);
  return null;
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
