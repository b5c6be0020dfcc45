import { queueStages } from "@temwen/casework";
import { type CaseId, parseId } from "@temwen/vocabulary";
import {
  choose,
  flag,
  need,
  pairUp,
  readOptions,
  readPort,
  readServer,
  readWhole,
  readWords,
  text,
  texts,
} from "../command-words.ts";
import { type Exit, exits, UsageError } from "../exit.ts";
import { readPack } from "../running/pack-files.ts";
import { waitForSignal } from "../running/signals.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import type { Verb } from "../verb.ts";
import { listForums } from "./forums.ts";
import { isMatterVerb } from "./matter-help.ts";

/** `office`: casework at the command line. */
export const runOffice: Verb = async (args, terminal, around) => {
  // A list of the pack: nobody signs in for it.
  if (args[0] === "forums") return runForums(args.slice(1), terminal);
  if (args[0] === "treatment") return (await import("./treatment.ts")).runTreatment(args.slice(1), terminal);
  if (args[0] === "clocks") return (await import("./clocks.ts")).runClocks(args.slice(1), terminal);
  if (isMatterVerb(args[0])) return (await import("./matters.ts")).runMatters(args[0], args.slice(1), terminal);
  if (args[0] === "open-case") return (await import("./open-case.ts")).runOpenCase(args.slice(1), terminal);
  if (args[0] === "dossier") return (await import("../dossier/verbs.ts")).runDossier(args.slice(1), terminal, around);
  const { values, positionals } = readWords(args, {
    server: text,
    key: text,
    "passphrase-file": text,
    roots: text,
    pack: text,
    case: texts,
    cases: text,
    text,
    tell: text,
    set: texts,
    expected: text,
    stage: text,
    limit: text,
    raw: text,
    file: texts,
    unsent: text,
    other: text,
    reason: text,
    untold: flag,
    json: flag,
  });
  const [verb, act] = positionals;
  const known = [
    "queue",
    "read",
    "act",
    "bring",
    "custody",
    "link",
    "unlink",
    "export",
    "openings",
    "publishable",
    "close-flood",
  ];
  if (verb === undefined || !known.includes(verb)) {
    throw new UsageError(
      `say ${known.join(", ")}, open-case, clocks, treatment, dossier, rec, visit, paternity or forums`,
    );
  }
  // Wrong words are told before anybody signs in.
  const isOfMany = verb === "close-flood";
  if (!isOfMany && (values.cases !== undefined || (values.case ?? []).length > 1)) {
    throw new UsageError("only close-flood takes several cases");
  }
  const caseId = ["queue", "openings"].includes(verb) || isOfMany ? undefined : readCaseId(values.case?.[0]);
  const { closeFlood, readCaseIds } = await import("./close-flood.ts");
  const caseIds = isOfMany ? await readCaseIds(values.case ?? [], values.cases) : [];
  const set = readSettings(values.set ?? []);
  const { readActWords } = await import("./act-words.ts");
  const beside = { tell: values.tell, files: values.file, untold: values.untold };
  const words = verb === "act" ? readActWords(need(act, "the act"), values.text, set, beside) : undefined;
  const { linkTwo, readLinkWords, unlinkTwo } = await import("./links.ts");
  const link = verb === "link" || verb === "unlink" ? readLinkWords(verb, values) : undefined;
  const folder = verb === "export" ? need(values.raw, "--raw") : "";
  const limit = readWhole(values.limit ?? "50", "--limit");
  const expected = values.expected === undefined ? undefined : readWhole(values.expected, "--expected");
  const stage = values.stage === undefined ? undefined : choose(values.stage, queueStages("intake"), "--stage");
  const { bringEvidence, showCustody } = await import("./evidence.ts");
  const { giveShare, listOpenings } = await import("./openings.ts");
  const { showPublishable } = await import("./publishable.ts");
  const { atDesk } = await import("./sign-in.ts");
  const { actOnCase, exportCase, listQueue, readCase } = await import("./office.ts");
  return atDesk({ ...values, unsent: values.unsent ?? "." }, terminal, async (keeper) => {
    if (isOfMany) return closeFlood(keeper, caseIds, terminal);
    if (verb === "openings") return listOpenings(keeper, terminal);
    if (!caseId) return listQueue(keeper, { limit, ...(stage && { stage }) }, terminal);
    if (words?.act === "agree-opening") return giveShare(keeper, caseId, terminal);
    if (words) {
      const options = { caseId, words, ...(expected !== undefined && { expected }) };
      return actOnCase(keeper, options, terminal);
    }
    if (link) return (verb === "link" ? linkTwo : unlinkTwo)(keeper, caseId, link, terminal);
    if (verb === "bring") return bringEvidence(keeper, caseId, terminal);
    if (verb === "publishable") return showPublishable(keeper, caseId, terminal);
    if (verb === "custody") return showCustody(keeper, caseId, terminal);
    if (verb === "read") return readCase(keeper, caseId, terminal);
    return exportCase(keeper, caseId, folder, terminal);
  });
};

function runForums(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const { pack, state } = readOptions(args, { pack: text, state: text, json: flag });
  return listForums({ pack: pack ?? "haiti", ...(state && { state }) }, terminal);
}

/** `directory`: who works in the office. */
export const runDirectory: Verb = async (args, terminal) => {
  const { values, positionals } = readWords(args, {
    server: text,
    roots: text,
    staff: text,
    role: text,
    bench: text,
    "civil-society": flag,
    ties: text,
    label: text,
    out: text,
    pack: text,
    "root-key": texts,
    "root-passphrase-file": texts,
    key: texts,
    "passphrase-file": texts,
    json: flag,
  });
  const { directory, directoryVerbs } = await import("./directory.ts");
  return directory(
    {
      verb: choose(need(positionals[0], directoryVerbs.join(", ")), directoryVerbs, "what to do"),
      server: readServer(values.server),
      bench: choose(values.bench ?? "first", ["first", "reserve"], "--bench"),
      ties: (values.ties ?? "").split(",").filter(Boolean),
      civilSociety: values["civil-society"] ?? false,
      label: values.label ?? "new member",
      out: values.out ?? ".",
      pack: values.pack ?? "haiti",
      rootKeys: pairUp(values["root-key"] ?? [], values["root-passphrase-file"] ?? []),
      staffKeys: pairUp(values.key ?? [], values["passphrase-file"] ?? []),
      ...(values.roots && { roots: values.roots }),
      ...(values.staff && { staff: values.staff }),
      ...(values.role && { role: values.role }),
    },
    terminal,
  );
};

/** `desk`: the local desk of a member of staff, or another passphrase for their key file. */
export const runDesk: Verb = async (args, terminal) => {
  const options = { server: text, roots: text, "desk-port": text, drafts: text, pack: text, json: flag } as const;
  if (args[0] === "passphrase") return runPassphrase(args.slice(1), terminal);
  const values = readOptions(args, options);
  const { readTrust } = await import("../person/find-office.ts");
  const { startLocalDesk } = await import("@temwen/desk/local");
  const { createDossierMaker } = await import("../dossier/desk-dossier.ts");
  const trust = await readTrust(need(values.roots, "--roots"));
  if (!trust.ok) return sayRefusal(terminal, trust.refusal);
  const server = readServer(values.server);
  const pack = await readPack(values.pack ?? "haiti");
  const signalled = waitForSignal();
  const desk = await startLocalDesk({
    server,
    trust: trust.value,
    pack,
    makeDossier: createDossierMaker(server, pack),
    port: readPort(values["desk-port"] ?? "8081", "--desk-port"),
    draftFolder: values.drafts ?? ".temwen/drafts",
    log: () => undefined,
  });
  terminal.entry({ ready: true, desk: desk.url }, desk.url);
  await signalled;
  await desk.close();
  return exits.done;
};

async function runPassphrase(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const values = readOptions(args, { key: text, old: text, new: text, json: flag });
  const { changePassphrase } = await import("./passphrase.ts");
  const [key, old, next] = [need(values.key, "--key"), need(values.old, "--old"), need(values.new, "--new")];
  return changePassphrase({ key, old, next }, terminal);
}

function readCaseId(value: string | undefined): CaseId {
  const id = parseId("case", need(value, "--case"));
  if (!id.ok) throw new UsageError("--case needs the id of a case (cas_…)");
  return id.value;
}

function readSettings(pairs: readonly string[]): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const pair of pairs) {
    const [, key, value] = /^([a-zA-Z]+)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined || value === undefined) throw new UsageError("--set needs key=value");
    const same = [key, key.endsWith("s") ? key.slice(0, -1) : `${key}s`].find((name) => settings.has(name));
    // The second would silently stand for the first, in what is about to be signed.
    if (same !== undefined) throw new UsageError(`--set ${same}=… is said twice; several are spelled ${key}=a,b`);
    settings.set(key, value);
  }
  return settings;
}
