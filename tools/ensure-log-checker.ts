// Builds a program that checks logs with Go's own library (golang.org/x/mod/sumdb), for tests that hand our logs to others. Compiler
// and library are Debian's, 48 MB; once the program is built they are thrown away.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fetchDebianPackage, toolsFolder } from "./debian-package.ts";
import { runCommand } from "./run-command.ts";

const release = "1.26";
const packages = [`golang-${release}-go`, `golang-${release}-src`, "golang-golang-x-mod-dev"];
const source = fileURLToPath(new URL("../test/support/check-log/main.go", import.meta.url));

/** Where the program stands when it was built from the source as it is now. */
export function logCheckerPath(): string {
  const digest = createHash("sha256").update(readFileSync(source)).digest("hex");
  return join(toolsFolder, "log-checker", `check-log-${digest.slice(0, 8)}`);
}

/** The path of the program; built where it is missing. Throws with one line where that fails. */
export async function ensureLogChecker(): Promise<string> {
  const program = logCheckerPath();
  if (existsSync(program)) return program;
  process.stderr.write("no Go program that checks logs here: fetching a compiler and building it (minutes, once) …\n");
  const workFolder = join(toolsFolder, `log-checker.${process.pid}`);
  try {
    for (const name of packages) {
      const why = await fetchDebianPackage(name, (unpacked) =>
        cpSync(unpacked, workFolder, { recursive: true, verbatimSymlinks: true }),
      );
      if (why !== null) throw new Error(`${name} could not be fetched (${why})`);
    }
    await buildInto(workFolder, program);
    return program;
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

async function buildInto(workFolder: string, program: string): Promise<void> {
  const folder = join(workFolder, "check");
  mkdirSync(folder);
  cpSync(source, join(folder, "main.go"));
  const library = join(workFolder, "usr/share/gocode/src/golang.org/x/mod");
  const module = ["module check", `go ${release}`, "require golang.org/x/mod v0.0.0"];
  writeFileSync(join(folder, "go.mod"), `${[...module, `replace golang.org/x/mod => ${library}`].join("\n")}\n`);
  const goRoot = join(workFolder, `usr/lib/go-${release}`);
  const env = {
    PATH: process.env.PATH,
    HOME: workFolder,
    GOROOT: goRoot,
    GOCACHE: join(workFolder, "cache"),
    // Nothing is asked of anybody: no other compiler, no proxy, no list of sums.
    ...{ GOTOOLCHAIN: "local", GOPROXY: "off", GOSUMDB: "off", GOFLAGS: "-mod=mod", CGO_ENABLED: "0" },
  };
  const { code, output } = await runCommand(join(goRoot, "bin/go"), ["build", "-o", "check-log", "."], {
    cwd: folder,
    env,
  });
  if (code !== 0) throw new Error(`the Go program that checks logs was not built: ${output.trim().split("\n")[0]}`);
  mkdirSync(dirname(program), { recursive: true });
  renameSync(join(folder, "check-log"), program);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await ensureLogChecker()}\n`);
