#!/usr/bin/env node
import { type Exit, exits } from "./exit.ts";
import { helpFor } from "./help.ts";
import { sayThrown, sayWrongWords } from "./say-fault.ts";
import { openTerminal } from "./terminal.ts";
import type { Surroundings } from "./verb.ts";
import { isVerb, verbs } from "./verbs.ts";

/** The environment is read here and nowhere else. */
const { env } = process;
const surroundings: Surroundings = {
  databaseUrl: env.DATABASE_URL,
  data: env.TEMWEN_DATA,
  publicUrl: env.TEMWEN_PUBLIC_URL,
  s3: {
    blobs: env.TEMWEN_BLOBS,
    endpoint: env.TEMWEN_S3_ENDPOINT,
    region: env.TEMWEN_S3_REGION,
    keyId: env.AWS_ACCESS_KEY_ID,
    secret: env.AWS_SECRET_ACCESS_KEY,
    keyFile: env.TEMWEN_S3_KEY_FILE,
  },
};

async function run(args: readonly string[]): Promise<Exit> {
  const [verb = "", ...rest] = args;
  const terminal = openTerminal(rest.includes("--json"));
  if (verb === "" || verb === "--help" || verb === "help" || rest.includes("--help")) {
    process.stdout.write(`${await helpFor(isVerb(verb) ? verb : (rest[0] ?? ""), rest[0])}\n`);
    return verb === "" ? exits.usage : exits.done;
  }
  if (!isVerb(verb)) {
    return sayWrongWords(terminal, `there is no verb "${verb.slice(0, 40)}"; see temwen --help`);
  }
  try {
    return await verbs[verb](rest, terminal, surroundings);
  } catch (error) {
    return sayThrown(error, verb, terminal);
  }
}

// Whoever stops reading (`| head`) has enough: what was begun goes on to its end, and nothing is said of it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await run(process.argv.slice(2));
