import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createNodeSigner } from "@temwen/office/signing-node";
import { createVkey, type NoteSigner } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { bytesToBase64, joinBytes, parseBase64 } from "@temwen/vocabulary";
import { isAbsent } from "../../running/error-codes.ts";
import { writeDurably } from "../write-durably.ts";
import { WitnessFault } from "./witness-fault.ts";

/** Ed25519 cosignature/v1, as its key files say it. */
const keyType = 0x04;

/** The witness's key; null where none was made yet. Throws `WitnessFault`. */
export async function readWitnessKey(place: string): Promise<NoteSigner | null> {
  const line = await readFile(place, "utf8").catch((error) => {
    if (isAbsent(error)) return null;
    throw error;
  });
  if (line === null) return null;
  const [, name = "", keyId, base64] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(.+)\n$/su.exec(line) ?? [];
  const bytes = parseBase64(base64);
  if (bytes.ok && bytes.value.length === 33 && bytes.value[0] === keyType) {
    const signer = signerOf(name, bytes.value.slice(1));
    if (signer.vkey.keyId === keyId) return signer;
  }
  throw new WitnessFault("witness-state-damaged", `${place} is not a witness's key`);
}

/** Draws a key and keeps it, in the form that Go's tools read. Throws where the name can be no key's. */
export async function makeWitnessKey(place: string, name: string): Promise<NoteSigner> {
  const seed = new Uint8Array(randomBytes(32));
  const signer = signerOf(name, seed);
  const written = bytesToBase64(joinBytes(Uint8Array.of(keyType), seed));
  await writeDurably(place, `PRIVATE+KEY+${name}+${signer.vkey.keyId}+${written}\n`, 0o600);
  return signer;
}

function signerOf(name: string, seed: Uint8Array): NoteSigner {
  const signer = createNodeSigner(seed);
  const publicKey = new Uint8Array(Buffer.from(signer.key, "base64"));
  return {
    vkey: createVkey(primitivesOnNode.hasher.sha256, { name, type: "ed25519-cosignature", publicKey }),
    sign: (message) => new Uint8Array(Buffer.from(signer.sign(message), "base64")),
  };
}
