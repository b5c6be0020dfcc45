import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { createVkey, type NoteSigner } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import type { OfficeId } from "@temwen/vocabulary";
import { bytesToBase64, parseBase64 } from "@temwen/vocabulary";
import type { DataFolder } from "../running/data-folder.ts";
import { isAbsent } from "../running/error-codes.ts";
import { syncFolder } from "../running/sync-folder.ts";

/** The key that signs the public log; final, like its name. In a backup too: a log cannot go on under another. */
export const logKeyFile = "keys/log.key";

/** The log's key cannot be used, for a reason a person can mend. */
export class LogKeyFault extends Error {
  readonly code: "log-key-unreadable" | "log-key-missing";

  constructor(code: LogKeyFault["code"], message: string) {
    super(message);
    this.name = "LogKeyFault";
    this.code = code;
  }
}

/**
 * The key of the log, made where there is none yet: one line, `PRIVATE+KEY+name+keyid+base64`, as Go's note library writes it.
 * `isBegun` says that the log holds leaves: then no key is made, because nobody would believe it. Throws `LogKeyFault`.
 */
export async function openLogKey(
  folder: DataFolder,
  {
    office,
    publicUrl,
    isBegun,
  }: { readonly office: OfficeId; readonly publicUrl: string | undefined; readonly isBegun: boolean },
): Promise<NoteSigner> {
  const place = join(folder.path, logKeyFile);
  const text = await readFile(place, "utf8").catch((error) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
  if (text !== undefined) return parseKey(text.trim(), place);
  if (isBegun) {
    throw new LogKeyFault(
      "log-key-missing",
      `the key of the public log, ${place}, is not there, and the log has leaves: put it back from a backup`,
    );
  }
  const line = spellKey(nameOf(office, publicUrl), drawSeed());
  const handle = await open(place, "wx", 0o600);
  try {
    await handle.writeFile(`${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(folder.keys);
  return parseKey(line, place);
}

/** Its address without the scheme where it has one; else a name that no other log has. */
function nameOf(office: OfficeId, publicUrl: string | undefined): string {
  return publicUrl === undefined ? `${office}/log` : `${publicUrl.replace(/^https?:\/\//, "").replace(/\/+$/, "")}/log`;
}

const ed25519 = 1;

function spellKey(name: string, seed: Uint8Array): string {
  const { vkey } = signerOf(name, seed);
  return `PRIVATE+KEY+${name}+${vkey.keyId}+${bytesToBase64(Uint8Array.of(ed25519, ...seed))}`;
}

function parseKey(line: string, place: string): NoteSigner {
  const [, name = "", keyId, base64] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line) ?? [];
  const bytes = parseBase64(base64 ?? "");
  if (bytes.ok && bytes.value.length === 33 && bytes.value[0] === ed25519) {
    const signer = signerOf(name, bytes.value.slice(1));
    if (signer.vkey.keyId === keyId) return signer;
  }
  throw new LogKeyFault("log-key-unreadable", `the key of the public log, ${place}, cannot be read`);
}

function signerOf(name: string, seed: Uint8Array): NoteSigner {
  const { key, sign } = createNodeSigner(seed);
  const vkey = createVkey(primitivesOnNode.hasher.sha256, { name, type: "ed25519", publicKey: decode(key) });
  return { vkey, sign: (message) => decode(sign(message)) };
}

function decode(base64: string): Uint8Array {
  const bytes = parseBase64(base64);
  if (!bytes.ok) throw new Error("what was just made cannot be read");
  return bytes.value;
}
