import type { Exit } from "./exit.ts";
import type { S3Words } from "./running/s3-place.ts";
import type { Terminal } from "./terminal.ts";

/** What comes from the environment. */
export type Surroundings = {
  readonly databaseUrl: string | undefined;
  readonly data: string | undefined;
  readonly publicUrl: string | undefined;
  readonly s3: S3Words;
};

/** Each verb loads what it needs when it runs: a server holds neither the desk nor what opens and seals. */
export type Verb = (args: readonly string[], terminal: Terminal, around: Surroundings) => Promise<Exit>;
