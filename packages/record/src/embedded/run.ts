import { spawn } from "node:child_process";

/** The unprivileged user that PostgreSQL runs as when this process is root. */
export type Account = { readonly uid: number; readonly gid: number };

export type Ran = { readonly code: number; readonly output: string };

export type RunOptions = { readonly account?: Account | undefined; readonly cluster?: string; readonly cwd?: string };

/**
 * Runs one program to its end and returns what it said.
 * Detached, so that a Ctrl-C in the terminal reaches this process only: the server must drain before its database stops.
 * The environment is bare, so that nobody's PG* variables or locale change what the programs do.
 */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { promise, resolve, reject } = Promise.withResolvers<Ran>();
  const child = spawn(program, args, {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      LC_ALL: "C",
      TZ: "UTC",
      ...(options.cluster === undefined ? {} : { PGDATA: options.cluster }),
    },
    cwd: options.cwd ?? "/",
    ...(options.account === undefined ? {} : { uid: options.account.uid, gid: options.account.gid }),
  });
  let output = "";
  const collect = (chunk: Buffer): void => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  child.once("error", reject);
  child.once("close", (code) => resolve({ code: code ?? -1, output }));
  return promise;
}
