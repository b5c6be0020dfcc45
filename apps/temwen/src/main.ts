#!/usr/bin/env node
import { type Exit, exits, UsageError } from "./exit.ts";
import { helpFor } from "./help.ts";
import { openTerminal, type Terminal } from "./terminal.ts";
import { isVerb, type Surroundings, verbs } from "./verbs.ts";

/** The environment is read here and nowhere else. */
const surroundings: Surroundings = {
  databaseUrl: process.env.DATABASE_URL,
  data: process.env.TEMWEN_DATA,
};

async function run(args: readonly string[]): Promise<Exit> {
  const [verb = "", ...rest] = args;
  const terminal = openTerminal(rest.includes("--json"));
  if (verb === "" || verb === "--help" || verb === "help" || rest.includes("--help")) {
    process.stdout.write(`${await helpFor(isVerb(verb) ? verb : (rest[0] ?? ""))}\n`);
    return verb === "" ? exits.usage : exits.done;
  }
  if (!isVerb(verb)) {
    return sayWrongWords(terminal, `there is no verb "${verb.slice(0, 40)}"; see temwen --help`);
  }
  try {
    return await verbs[verb](rest, terminal, surroundings);
  } catch (error) {
    if (error instanceof UsageError || isArgumentError(error)) {
      return sayWrongWords(terminal, `${error.message}; see temwen ${verb} --help`);
    }
    const code = codeOf(error);
    if (terminal.json && code) terminal.result({ refused: code }, "");
    return sayFault(error);
  }
}

/** For whoever reads JSON, wrong words are a refusal like any other. */
function sayWrongWords(terminal: Terminal, line: string): Exit {
  terminal.progress(`temwen: ${line}`);
  if (terminal.json) terminal.result({ refused: "wrong-words" }, "");
  return exits.usage;
}

const isArgumentError = (error: unknown): error is Error =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

/** A file that is not there or may not be read. */
const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error && "path" in error;

/** The stable code of what a person can mend; undefined for a bug of ours. */
function codeOf(error: unknown): string | undefined {
  if (isFileError(error)) return "cannot-be-read";
  if (!(error instanceof Error && error.name.endsWith("Fault"))) return undefined;
  return "code" in error ? String(error.code) : faultCodes[error.name];
}

/** Of faults that can mean one thing only. */
const faultCodes: { readonly [name: string]: string } = {
  PortFault: "port-not-free",
  NoOfficeFault: "no-office",
  LocalDeskFault: "desk-cannot-start",
};

/** Faults a person can mend have a line of their own; any other is a bug, and shows where. */
function sayFault(error: unknown): Exit {
  if (isFileError(error)) {
    const line = error.code === "ENOENT" ? `there is no file ${error.path}` : error.message;
    process.stderr.write(`temwen: ${line}\n`);
    return exits.refused;
  }
  const isOurs = error instanceof Error && /Fault$/.test(error.name);
  const trace = error instanceof Error ? (error.stack ?? error.message) : "unknown";
  const line = isOurs ? error.message : `fault: ${trace}`;
  process.stderr.write(`temwen: ${line}\n`);
  return isOurs ? exits.refused : exits.fault;
}

process.exitCode = await run(process.argv.slice(2));
