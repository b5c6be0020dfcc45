import { flag, need, needSome, readOptions, readServer, text, texts } from "../command-words.ts";
import { type Exit, UsageError } from "../exit.ts";
import type { Terminal } from "../terminal.ts";
import type { Verb } from "../verb.ts";
import { readDuration } from "./durations.ts";
import { readListen } from "./listening.ts";

/** `verify`: whether a log, a proof, or both are what they say. */
export const runVerify: Verb = async (args, terminal) => {
  const options = {
    log: text,
    policy: text,
    proof: text,
    leaf: text,
    "max-age": text,
    breach: text,
    opening: texts,
    roots: text,
    json: flag,
  } as const;
  const values = readOptions(args, options);
  const { log = null, policy = null, proof, leaf } = values;
  if (values.breach !== undefined) return runVerifyBreach({ ...values, breach: values.breach }, terminal);
  if (values.opening !== undefined || values.roots !== undefined) {
    throw new UsageError("--opening and --roots go with --breach");
  }
  if (leaf !== undefined && proof === undefined) throw new UsageError("--leaf goes with --proof");
  if (log === null && proof === undefined) throw new UsageError("--log is needed, or --proof");
  // Without one a proof says only what its writer says (docs/specs/log.md).
  if (proof !== undefined && policy === null) throw new UsageError("--proof needs a --policy: whose word to believe");
  const { verify } = await import("./verify/verify.ts");
  return verify(
    {
      log,
      policy,
      proof: proof === undefined ? null : { file: proof, leaf: leaf ?? null },
      maxAge: values["max-age"] === undefined ? null : readDuration(values["max-age"], "--max-age"),
    },
    terminal,
  );
};

type BreachWords = {
  readonly [Word in "breach"]: string;
} & { readonly [Word in "log" | "policy" | "proof" | "leaf" | "max-age" | "roots"]?: string | undefined } & {
  readonly opening?: readonly string[] | undefined;
};

async function runVerifyBreach(values: BreachWords, terminal: Terminal): Promise<Exit> {
  const others = [values.proof, values.leaf, values["max-age"]];
  if (others.some((value) => value !== undefined)) throw new UsageError("--breach goes with --log and --policy only");
  const { verifyBreach } = await import("./breach/verify-breach.ts");
  return verifyBreach(
    {
      breach: values.breach,
      log: need(values.log, "--log"),
      policy: need(values.policy, "--policy"),
      openings: values.opening ?? [],
      roots: values.roots ?? null,
    },
    terminal,
  );
}

/** `prove-silence`: a certificate that the office let a clock of its own pass. */
export const runProveSilence: Verb = async (args, terminal) => {
  const options = {
    ...{ server: text, receipt: text, clock: text, out: text },
    ...{ proof: text, checkpoint: text, mirror: texts, policy: text, roots: text, json: flag },
    ...{ kept: text, log: text, opening: texts },
  } as const;
  const { server, receipt, clock, out, json: _, kept, log, opening, ...more } = readOptions(args, options);
  if (kept !== undefined) {
    if (server !== undefined || receipt !== undefined) {
      throw new UsageError("--kept asks no office: leave out --server and --receipt");
    }
    const { proveKept } = await import("./breach/prove-kept.ts");
    const own = { kept, log: need(log, "--log"), policy: need(more.policy, "--policy"), openings: opening ?? [] };
    const asked = { clock: need(clock, "--clock"), out: need(out, "--out"), mirror: more.mirror ?? [] };
    return proveKept({ ...more, ...own, ...asked }, terminal);
  }
  if (log !== undefined || opening !== undefined) throw new UsageError("--log and --opening go with --kept");
  const { proveSilence } = await import("./breach/prove-silence.ts");
  return proveSilence(
    {
      server: readServer(server),
      receipt: need(receipt, "--receipt"),
      clock: need(clock, "--clock"),
      out: need(out, "--out"),
      ...more,
    },
    terminal,
  );
};

/** `witness`: cosigns logs that only grow. */
export const runWitness: Verb = async (args, terminal) => {
  const options = {
    state: text,
    name: text,
    log: texts,
    logs: texts,
    listen: text,
    pull: texts,
    every: text,
    json: flag,
  } as const;
  const values = readOptions(args, options);
  const pull = (values.pull ?? []).map((address) => new URL(readAddress(address, "--pull")));
  const { readKnownLogs } = await import("./witness/known-logs.ts");
  const { witness } = await import("./witness/witness.ts");
  return witness(
    {
      state: need(values.state, "--state"),
      name: values.name ?? null,
      logs: await readKnownLogs(values.log ?? [], values.logs ?? []),
      listen: readListen(values.listen ?? "127.0.0.1:8090", "--listen"),
      pull,
      every: readDuration(values.every ?? "60s", "--every"),
    },
    terminal,
  );
};

/** An address on the web. Throws `UsageError`. */
function readAddress(value: string, name: string): string {
  if (!/^https?:/i.test(value) || !URL.canParse(value))
    throw new UsageError(`${name} needs an address like https://host/`);
  return value;
}

/** `mirror`: keeps a full copy of a log. */
export const runMirror: Verb = async (args, terminal) => {
  const options = { log: text, out: text, policy: text, once: flag, every: text, serve: text, json: flag } as const;
  const values = readOptions(args, options);
  const isOnce = values.once ?? false;
  if (isOnce && values.serve !== undefined) throw new UsageError("--once serves nothing: leave out one of the two");
  const { mirror } = await import("./mirror/mirror.ts");
  return mirror(
    {
      log: need(values.log, "--log"),
      out: need(values.out, "--out"),
      policy: values.policy ?? null,
      isOnce,
      every: readDuration(values.every ?? "60s", "--every"),
      serve: values.serve === undefined ? null : readListen(values.serve, "--serve"),
    },
    terminal,
  );
};

/** `included`: whether a log holds the leaf of a proof number. */
export const runIncluded: Verb = async (args, terminal) => {
  const values = readOptions(args, { log: text, number: text, policy: text, json: flag });
  const { parseProofNumber } = await import("./mirror/proof-numbers.ts");
  const number = parseProofNumber(need(values.number, "--number"));
  if (number === null) throw new UsageError("--number needs 12 digits");
  const { included } = await import("./mirror/included.ts");
  return included({ log: need(values.log, "--log"), number, policy: values.policy ?? null }, terminal);
};

/** `watch-page`: whether a site serves the pages that its log names. */
export const runWatchPage: Verb = async (args, terminal) => {
  const values = readOptions(args, { site: text, log: text, policy: text, json: flag });
  const site = new URL(readAddress(need(values.site, "--site"), "--site"));
  const { watchPage } = await import("./watch/watch-page.ts");
  return watchPage({ site, log: need(values.log, "--log"), policy: values.policy ?? null }, terminal);
};

/** `audit`: counts a month of a log by its openings. */
export const runAudit: Verb = async (args, terminal) => {
  const values = readOptions(args, { log: text, openings: text, identity: texts, policy: text, json: flag });
  const options = {
    log: need(values.log, "--log"),
    openings: need(values.openings, "--openings"),
    identities: needSome(values.identity, "--identity"),
    policy: values.policy ?? null,
  };
  const { audit } = await import("./audit/audit.ts");
  return audit(options, terminal);
};
