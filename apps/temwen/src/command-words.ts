import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./exit.ts";

/** An option with one value. */
export const text = { type: "string" } as const;
/** An option that may be said several times. */
export const texts = { type: "string", multiple: true } as const;
/** An option without a value. */
export const flag = { type: "boolean" } as const;

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads the options of a verb that takes nothing else. Throws `UsageError`, or what `parseArgs` throws. */
export const readOptions = <const O extends Options>(args: readonly string[], options: O) =>
  readWords(args, options, false).values;

/** Reads the options of a verb, and the words between them. Throws `UsageError`, or what `parseArgs` throws. */
export function readWords<const O extends Options>(args: readonly string[], options: O, allowPositionals = true) {
  const { values, positionals, tokens } = parseArgs({ args: [...args], options, allowPositionals, tokens: true });
  const said = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    // `parseArgs` would let the second silently stand for the first.
    const mayBeRepeated = options[token.name]?.type === "boolean" || options[token.name]?.multiple;
    if (said.has(token.name) && !mayBeRepeated) throw new UsageError(`${token.rawName} is said twice`);
    said.add(token.name);
  }
  return { values, positionals };
}

/** A value that must be there. Throws `UsageError`. */
export function need(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw new UsageError(`${name} is needed`);
  return value;
}

/** Values of which there must be one. Throws `UsageError`. */
export function needSome(values: readonly string[] | undefined, name: string): readonly string[] {
  if (values === undefined || values.length === 0) throw new UsageError(`${name} is needed`);
  return values;
}

/** Each key file with the file that holds its passphrase, in the order in which they were said. Throws `UsageError`. */
export function pairUp(files: readonly string[], passphraseFiles: readonly string[]) {
  if (files.length !== passphraseFiles.length) throw new UsageError("each key file needs its passphrase file");
  return files.map((file, i) => ({ file, passphraseFile: passphraseFiles[i] ?? "" }));
}

/** The address of a server, without a slash at its end. Throws `UsageError`. */
export function readServer(value: string | undefined): string {
  const spelled = need(value, "--server");
  if (!URL.canParse(spelled) || !/^https?:$/.test(new URL(spelled).protocol)) {
    throw new UsageError("--server needs an address like https://host");
  }
  if (!isLocked(new URL(spelled))) {
    throw new UsageError("--server must begin with https://, but on this machine itself and for an .onion address");
  }
  return spelled.replace(/\/+$/, "");
}

/** Without TLS whoever listens reads sessions, numbers of cases and clear facts, and nobody would notice that it is missing. */
function isLocked({ protocol, hostname }: URL): boolean {
  const isNear = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return protocol === "https:" || isNear || hostname.endsWith(".onion");
}

/** The number of a port; 0 takes a free one. Throws `UsageError`. */
export function readPort(value: string, name: string): number {
  const port = readWhole(value, name);
  if (port > 65_535) throw new UsageError(`${name} must be at most 65535`);
  return port;
}

/** A number without sign or fraction. Throws `UsageError`. */
export function readWhole(value: string, name: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${name} needs a whole number`);
  return Number(value);
}

/** One of the words that an option knows. Throws `UsageError`. */
export function choose<const W extends readonly string[]>(value: string, words: W, name: string): W[number] {
  const found: W[number] | undefined = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`${name} must be one of: ${words.join(", ")}`);
  return found;
}
