import type { Exit } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

/** What comes from the environment. */
export type Surroundings = { readonly databaseUrl: string | undefined; readonly data: string | undefined };

/** Each verb loads what it needs when it runs: a server holds neither the desk nor what opens and seals. */
export type Verb = (args: readonly string[], terminal: Terminal, around: Surroundings) => Promise<Exit>;
