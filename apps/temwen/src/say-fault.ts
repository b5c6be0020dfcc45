import { type Exit, exits, UsageError } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

/** Says what a verb threw, once, and gives its exit code. A fault that a person can mend is told like a refusal. */
export function sayThrown(error: unknown, verb: string, terminal: Terminal): Exit {
  if (error instanceof UsageError || isArgumentError(error)) {
    return sayWrongWords(terminal, `${error.message}; see temwen ${verb} --help`);
  }
  if (isFileError(error)) {
    return sayMendable(terminal, "cannot-be-read", lineFor(error));
  }
  if (isMendable(error)) return sayMendable(terminal, error.code, error.message);
  // A bug of ours shows where.
  terminal.progress(`temwen: fault: ${error instanceof Error ? (error.stack ?? error.message) : "unknown"}`);
  return exits.fault;
}

/** For whoever reads JSON, wrong words are a refusal like any other. */
export function sayWrongWords(terminal: Terminal, line: string): Exit {
  terminal.progress(`temwen: ${line}`);
  if (terminal.json) terminal.result({ refused: "wrong-words" }, "");
  return exits.usage;
}

function sayMendable(terminal: Terminal, code: string, line: string): Exit {
  if (terminal.json) terminal.result({ refused: code }, "");
  terminal.progress(`temwen: ${line}`);
  return exits.refused;
}

const isArgumentError = (error: unknown): error is Error =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

/** A file that is not there, may not be read, or is a folder: of that one the system does not say which. */
const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error && ("path" in error || error.code === "EISDIR");

function lineFor({ code, path, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return `there is no file ${path}`;
  if (code === "EISDIR") return `a file is wanted, and ${path === undefined ? "one of those named" : path} is a folder`;
  return message;
}

/** Every fault that a person can mend ends its name so, and has a stable code. */
const isMendable = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && /Fault$/.test(error.name) && "code" in error && typeof error.code === "string";
