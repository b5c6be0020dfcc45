import { flag, need, needSome, readOptions, readServer, text, texts } from "../command-words.ts";
import { placeOfData } from "../running/data-folder.ts";
import type { Verb } from "../verb.ts";

/** `import`: a register from before this office; `import prove` and `import check`: one case of it. */
export const runImport: Verb = async (args, terminal, around) => {
  if (args[0] === "prove") return runProve(args.slice(1), terminal, around);
  if (args[0] === "check") return runCheck(args.slice(1), terminal, around);
  const values = readOptions(args, {
    mapping: text,
    file: texts,
    report: text,
    "odd-report": text,
    "dry-run": flag,
    "without-unreadable": flag,
    server: text,
    key: text,
    "passphrase-file": text,
    roots: text,
    json: flag,
  });
  const { importRegister } = await import("./import-register.ts");
  const options = {
    mapping: need(values.mapping, "--mapping"),
    files: needSome(values.file, "--file"),
    isWithoutUnreadable: values["without-unreadable"] ?? false,
    ...(values.report && { report: values.report }),
    ...(values["odd-report"] && { oddReport: values["odd-report"] }),
  };
  if (values["dry-run"]) return importRegister(options, terminal);
  const as = {
    server: readServer(values.server),
    key: need(values.key, "--key"),
    passphraseFile: need(values["passphrase-file"], "--passphrase-file"),
    roots: values.roots,
  };
  return importRegister({ ...options, as }, terminal);
};

const runProve: Verb = async (args, terminal, around) => {
  const values = readOptions(args, { data: text, register: text, key: text, out: text, json: flag });
  const options = {
    data: placeOfData(values.data, around),
    ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
    register: need(values.register, "--register"),
    key: need(values.key, "--key"),
    out: need(values.out, "--out"),
  };
  const { proveCase } = await import("./prove-case.ts");
  return proveCase(options, terminal);
};

const runCheck: Verb = async (args, terminal) => {
  const values = readOptions(args, { proof: text, leaf: text, json: flag });
  const { checkProofFile } = await import("./check-case-proof.ts");
  return checkProofFile({ proof: need(values.proof, "--proof"), leaf: values.leaf }, terminal);
};
