import { join } from "node:path";
import { parseArgs } from "node:util";
import { queueStages } from "@temwen/casework";
import { type CaseId, childAnswers, consentChoices, languages, parseId } from "@temwen/vocabulary";
import { type Exit, exits, UsageError } from "./exit.ts";
import type { KeyPlace } from "./office/change-directory.ts";
import type { ComplainOptions } from "./person/complain.ts";
import { programFolder, readPack } from "./running/pack-files.ts";
import { waitForSignal } from "./running/signals.ts";
import { sayRefusal, type Terminal } from "./terminal.ts";

/** What comes from the environment. */
export type Surroundings = { readonly databaseUrl: string | undefined; readonly data: string | undefined };

/** Each verb loads what it needs when it runs: a server holds neither the desk nor what opens and seals. */
type Verb = (args: readonly string[], terminal: Terminal, around: Surroundings) => Promise<Exit>;

const text = { type: "string" } as const;
const texts = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;

const runningFlags = {
  port: text,
  "desk-port": text,
  data: text,
  host: text,
  pack: text,
  demo: flag,
  "no-demo": flag,
  json: flag,
} as const;

const runUp =
  (isServing: boolean): Verb =>
  async (args, terminal, around) => {
    const { values } = parseArgs({ args: [...args], options: runningFlags });
    const { up } = await import("./running/up.ts");
    return up(
      {
        data: values.data ?? around.data ?? join(programFolder, ".temwen"),
        host: values.host ?? "127.0.0.1",
        port: readPort(values.port ?? "8080", "--port"),
        deskPort: readPort(values["desk-port"] ?? "8081", "--desk-port"),
        demo: !isServing && !values["no-demo"],
        withDesk: !isServing,
        pack: values.pack ?? "haiti",
        ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
      },
      terminal,
    );
  };

const runComplain: Verb = async (args, terminal) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      server: text,
      text,
      attach: texts,
      force: text,
      lang: text,
      consent: text,
      child: text,
      place: text,
      batch: text,
      resume: flag,
      unsent: text,
      roots: text,
      json: flag,
    },
  });
  const unsent = values.unsent ?? ".";
  if (values.resume) {
    const isFiling = [values.text, values.attach, values.batch].some((value) => value !== undefined);
    if (isFiling) throw new UsageError("--resume files nothing new: say it alone");
    const { resume } = await import("./person/unsent.ts");
    return resume({ server: readServer(values.server), unsent }, terminal);
  }
  const said: Omit<ComplainOptions, "text" | "attach" | "unsent"> = {
    server: readServer(values.server),
    force: values.force ?? "unknown",
    language: choose(values.lang ?? "ht", languages, "--lang"),
    consent: choose(values.consent ?? "keep-words", consentChoices, "--consent"),
    child: choose(values.child ?? "unsaid", childAnswers, "--child"),
    ...(values.place && { place: values.place }),
    ...(values.roots && { roots: values.roots }),
  };
  if (values.batch) {
    const { complainBatch } = await import("./person/batch.ts");
    return complainBatch(values.batch, said, terminal);
  }
  const { complain } = await import("./person/complain.ts");
  return complain({ ...said, text: need(values.text, "--text"), attach: values.attach ?? [], unsent }, terminal);
};

const runReply: Verb = async (args, terminal) => {
  const options = {
    server: text,
    receipt: text,
    send: text,
    withdraw: flag,
    lang: text,
    roots: text,
    json: flag,
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { reply } = await import("./person/reply.ts");
  return reply(
    {
      server: readServer(values.server),
      receipt: need(values.receipt, "--receipt"),
      withdraw: values.withdraw ?? false,
      language: choose(values.lang ?? "ht", languages, "--lang"),
      ...(values.send !== undefined && { send: values.send }),
      ...(values.roots && { roots: values.roots }),
    },
    terminal,
  );
};

const runOffice: Verb = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      server: text,
      key: text,
      "passphrase-file": text,
      roots: text,
      pack: text,
      case: text,
      text,
      set: texts,
      expected: text,
      stage: text,
      limit: text,
      raw: text,
      json: flag,
    },
  });
  const [verb, act] = positionals;
  if (verb === undefined || !["queue", "read", "act", "export"].includes(verb)) {
    throw new UsageError("say queue, read, act or export");
  }
  // Wrong words are told before anybody signs in.
  const caseId = verb === "queue" ? undefined : readCaseId(values.case);
  const set = readSettings(values.set ?? []);
  const { readActWords } = await import("./staff/act-words.ts");
  const words = verb === "act" ? readActWords(need(act, "the act"), values.text, set) : undefined;
  const folder = verb === "export" ? need(values.raw, "--raw") : "";
  const limit = readWhole(values.limit ?? "50", "--limit");
  const expected = values.expected === undefined ? undefined : readWhole(values.expected, "--expected");
  const stage = values.stage === undefined ? undefined : choose(values.stage, queueStages("intake"), "--stage");
  const { signInFrom } = await import("./staff/sign-in.ts");
  const { actOnCase, exportCase, listQueue, readCase } = await import("./staff/office.ts");
  const keeper = await signInFrom(
    {
      server: readServer(values.server),
      key: need(values.key, "--key"),
      passphraseFile: need(values["passphrase-file"], "--passphrase-file"),
      roots: need(values.roots, "--roots"),
      pack: values.pack ?? "haiti",
    },
    terminal,
  );
  if (!keeper.ok) return sayRefusal(terminal, keeper.refusal);
  try {
    if (!caseId) return await listQueue(keeper.value, { limit, ...(stage && { stage }) }, terminal);
    if (words) {
      const options = { caseId, words, ...(expected !== undefined && { expected }) };
      return await actOnCase(keeper.value, options, terminal);
    }
    if (verb === "read") return await readCase(keeper.value, caseId, terminal);
    return await exportCase(keeper.value, caseId, folder, terminal);
  } finally {
    keeper.value.close();
  }
};

const runDirectory: Verb = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      server: text,
      roots: text,
      staff: text,
      role: text,
      bench: text,
      ties: text,
      label: text,
      out: text,
      "root-key": texts,
      "root-passphrase-file": texts,
      key: texts,
      "passphrase-file": texts,
      json: flag,
    },
  });
  const { directory, directoryVerbs } = await import("./staff/directory.ts");
  return directory(
    {
      verb: choose(need(positionals[0], directoryVerbs.join(", ")), directoryVerbs, "what to do"),
      server: readServer(values.server),
      bench: choose(values.bench ?? "first", ["first", "reserve"], "--bench"),
      ties: (values.ties ?? "").split(",").filter(Boolean),
      label: values.label ?? "new member",
      out: values.out ?? ".",
      rootKeys: pairUp(values["root-key"] ?? [], values["root-passphrase-file"] ?? []),
      staffKeys: pairUp(values.key ?? [], values["passphrase-file"] ?? []),
      ...(values.roots && { roots: values.roots }),
      ...(values.staff && { staff: values.staff }),
      ...(values.role && { role: values.role }),
    },
    terminal,
  );
};

const runInit: Verb = async (args, terminal, around) => {
  const { values } = parseArgs({ args: [...args], options: { data: text, people: text, pack: text, json: flag } });
  const data = values.data ?? around.data ?? join(programFolder, ".temwen");
  const { init } = await import("./running/init.ts");
  return init({ data, people: need(values.people, "--people"), pack: values.pack ?? "haiti" }, terminal);
};

const runBackup: Verb = async (args, terminal, around) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: text,
      out: text,
      recipient: texts,
      "recipient-file": texts,
      "with-keys": flag,
      "no-verify": flag,
      check: text,
      identity: texts,
      "make-identity": text,
      json: flag,
    },
  });
  const { check, makeIdentity, sayFaults } = await import("./backup/verb.ts");
  const made = values["make-identity"];
  if (made !== undefined) return sayFaults(terminal, () => makeIdentity(need(made, "--make-identity"), terminal));
  if (values.check !== undefined) {
    const file = need(values.check, "--check");
    return sayFaults(terminal, () => check(file, needSome(values.identity, "--identity"), terminal));
  }
  const options = {
    data: values.data ?? around.data ?? join(programFolder, ".temwen"),
    out: need(values.out, "--out"),
    recipients: values.recipient ?? [],
    recipientFiles: values["recipient-file"] ?? [],
    withKeys: values["with-keys"] ?? false,
    verify: !values["no-verify"],
    ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
  };
  const { backup } = await import("./backup/backup.ts");
  return sayFaults(terminal, () => backup(options, terminal));
};

const runRestore: Verb = async (args, terminal, around) => {
  const { values } = parseArgs({
    args: [...args],
    options: { data: text, in: text, identity: texts, roots: text, json: flag },
  });
  const options = {
    data: need(values.data, "--data"),
    in: need(values.in, "--in"),
    identities: needSome(values.identity, "--identity"),
    ...(values.roots && { roots: values.roots }),
    ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
  };
  const { sayFaults } = await import("./backup/verb.ts");
  const { restore } = await import("./backup/restore.ts");
  return sayFaults(terminal, () => restore(options, terminal));
};

const runDesk: Verb = async (args, terminal) => {
  const options = { server: text, roots: text, "desk-port": text, pack: text, json: flag } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { readTrust } = await import("./person/find-office.ts");
  const { startLocalDesk } = await import("@temwen/desk/local");
  const trust = await readTrust(need(values.roots, "--roots"));
  if (!trust.ok) return sayRefusal(terminal, trust.refusal);
  const signalled = waitForSignal();
  const desk = await startLocalDesk({
    server: readServer(values.server),
    trust: trust.value,
    pack: await readPack(values.pack ?? "haiti"),
    port: readPort(values["desk-port"] ?? "8081", "--desk-port"),
    log: () => undefined,
  });
  terminal.entry({ ready: true, desk: desk.url }, desk.url);
  await signalled;
  await desk.close();
  return exits.done;
};

export const verbs = {
  up: runUp(false),
  serve: runUp(true),
  init: runInit,
  desk: runDesk,
  complain: runComplain,
  reply: runReply,
  office: runOffice,
  directory: runDirectory,
  backup: runBackup,
  restore: runRestore,
} as const satisfies { readonly [verb: string]: Verb };

/** Whether a word is a verb of the command. */
export const isVerb = (word: string): word is keyof typeof verbs => Object.hasOwn(verbs, word);

function need(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw new UsageError(`${name} is needed`);
  return value;
}

function needSome(values: readonly string[] | undefined, name: string): readonly string[] {
  if (values === undefined || values.length === 0) throw new UsageError(`${name} is needed`);
  return values;
}

function readServer(value: string | undefined): string {
  const spelled = need(value, "--server");
  if (!URL.canParse(spelled) || !/^https?:$/.test(new URL(spelled).protocol)) {
    throw new UsageError("--server needs an address like https://host");
  }
  return spelled.replace(/\/+$/, "");
}

function readCaseId(value: string | undefined): CaseId {
  const id = parseId("case", need(value, "--case"));
  if (!id.ok) throw new UsageError("--case needs the id of a case (cas_…)");
  return id.value;
}

function readPort(value: string, name: string): number {
  const port = readWhole(value, name);
  if (port > 65_535) throw new UsageError(`${name} must be at most 65535`);
  return port;
}

function readWhole(value: string, name: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`${name} needs a whole number`);
  return Number(value);
}

function choose<const W extends readonly string[]>(value: string, words: W, name: string): W[number] {
  const found: W[number] | undefined = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`${name} must be one of: ${words.join(", ")}`);
  return found;
}

function readSettings(pairs: readonly string[]): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const pair of pairs) {
    const [, key, value] = /^([a-z]+)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined || value === undefined) throw new UsageError("--set needs key=value");
    const same = [key, key.endsWith("s") ? key.slice(0, -1) : `${key}s`].find((name) => settings.has(name));
    // The second would silently stand for the first, in what is about to be signed.
    if (same !== undefined) throw new UsageError(`--set ${same}=… is said twice; several are spelled ${key}=a,b`);
    settings.set(key, value);
  }
  return settings;
}

function pairUp(files: readonly string[], passphrases: readonly string[]): readonly KeyPlace[] {
  if (files.length !== passphrases.length) throw new UsageError("each key file needs its passphrase file");
  return files.map((file, i) => ({ file, passphraseFile: passphrases[i] ?? "" }));
}
