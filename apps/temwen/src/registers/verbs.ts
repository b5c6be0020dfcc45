import { flag, need, needSome, readOptions, readServer, text, texts } from "../command-words.ts";
import type { Verb } from "../verb.ts";

/** `import`: a register from before this office. */
export const runImport: Verb = async (args, terminal) => {
  const values = readOptions(args, {
    mapping: text,
    file: texts,
    report: text,
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
