import { flag, need, needSome, readOptions, text, texts } from "../command-words.ts";
import { placeOfData } from "../running/data-folder.ts";
import { readS3Place } from "../running/s3-place.ts";
import type { Verb } from "../verb.ts";

/** `backup`: writes an office into a file, looks whether one is whole, or draws what opens them. */
export const runBackup: Verb = async (args, terminal, around) => {
  const values = readOptions(args, {
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
  });
  const made = values["make-identity"];
  if (made !== undefined) {
    const { makeIdentity } = await import("./make-identity.ts");
    return makeIdentity(need(made, "--make-identity"), terminal);
  }
  if (values.check !== undefined) {
    const { check } = await import("./check.ts");
    const file = need(values.check, "--check");
    return check(file, needSome(values.identity, "--identity"), terminal);
  }
  const s3 = await readS3Place(around.s3);
  const options = {
    data: placeOfData(values.data, around),
    out: need(values.out, "--out"),
    recipients: values.recipient ?? [],
    recipientFiles: values["recipient-file"] ?? [],
    withKeys: values["with-keys"] ?? false,
    verify: !values["no-verify"],
    ...(s3 && { s3 }),
    ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
  };
  const { backup } = await import("./backup.ts");
  return backup(options, terminal);
};

/** `restore`: puts a backup back, or clears away what a restore left half done. */
export const runRestore: Verb = async (args, terminal, around) => {
  const values = readOptions(args, {
    data: text,
    in: text,
    identity: texts,
    roots: text,
    erasures: text,
    clear: flag,
    json: flag,
  });
  const s3 = await readS3Place(around.s3);
  if (values.clear) {
    const { clearHalfRestored } = await import("./clear-away.ts");
    return clearHalfRestored(need(values.data, "--data"), s3, terminal);
  }
  const options = {
    data: need(values.data, "--data"),
    ...(s3 && { s3 }),
    in: need(values.in, "--in"),
    identities: needSome(values.identity, "--identity"),
    ...(values.roots && { roots: values.roots }),
    ...(values.erasures && { erasures: values.erasures }),
    ...(around.databaseUrl && { databaseUrl: around.databaseUrl }),
  };
  const { restore } = await import("./restore.ts");
  return restore(options, terminal);
};
