import { readFile } from "node:fs/promises";
import { ReadableStream } from "node:stream/web";
import { granted, type Result, refused, utf8ToText } from "@temwen/vocabulary";
import { Encrypter } from "age-encryption";

/** Who can open a dossier: recipients of the age format, or whoever knows a passphrase. */
export type Receiver =
  | { readonly kind: "recipients"; readonly recipients: readonly string[] }
  | { readonly kind: "passphrase"; readonly passphrase: string };

export type ReceiverRefusal = {
  readonly code: "no-receiver" | "malformed-recipient" | "mixed-recipients" | "passphrase-too-short" | "malformed-utf8";
};

/** Shorter ones are guessed; the same as for key files (docs/specs/command-line.md). */
const shortest = 14;

/**
 * Reads who is to open the file: each of `to` is a recipient or a file of them, one a line; else the first line of the file with a
 * passphrase. Throws what the file system throws.
 */
export async function readReceiver(
  to: readonly string[],
  passphraseFile: string | undefined,
): Promise<Result<Receiver, ReceiverRefusal>> {
  if (passphraseFile !== undefined) return readPassphrase(passphraseFile);
  const recipients: string[] = [];
  for (const one of to) recipients.push(...(one.startsWith("age1") ? [one] : linesOf(await readFile(one, "utf8"))));
  return checkRecipients(recipients);
}

/** Recipients as they were typed or read. */
export function checkRecipients(recipients: readonly string[]): Result<Receiver, ReceiverRefusal> {
  if (recipients.length === 0) return refused({ code: "no-receiver" });
  const hybrids = recipients.filter((one) => one.startsWith("age1pq1")).length;
  // A file is as strong as its weakest recipient: the others would believe in what is not there.
  if (hybrids > 0 && hybrids < recipients.length) return refused({ code: "mixed-recipients" });
  try {
    const encrypter = new Encrypter();
    for (const recipient of recipients) encrypter.addRecipient(recipient);
  } catch {
    return refused({ code: "malformed-recipient" });
  }
  return granted({ kind: "recipients", recipients });
}

async function readPassphrase(place: string): Promise<Result<Receiver, ReceiverRefusal>> {
  const text = utf8ToText(new Uint8Array(await readFile(place)));
  if (!text.ok) return refused({ code: "malformed-utf8" });
  return checkPassphrase(text.value.split(/\r?\n/)[0] ?? "");
}

/** A passphrase as it was typed or read. */
export function checkPassphrase(passphrase: string): Result<Receiver, ReceiverRefusal> {
  if ([...passphrase].length < shortest) return refused({ code: "passphrase-too-short" });
  return granted({ kind: "passphrase", passphrase });
}

/** Seals a stream as an ordinary age file, holding no more than a chunk of it. */
export async function sealFor(
  receiver: Receiver,
  plain: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  if (receiver.kind === "passphrase") encrypter.setPassphrase(receiver.passphrase);
  else for (const recipient of receiver.recipients) encrypter.addRecipient(recipient);
  // age asks for the web's streams; Node's own are the same at run time, and other types.
  const stream = ReadableStream.from(plain) as unknown as globalThis.ReadableStream<Uint8Array>;
  return (await encrypter.encrypt(stream)) as ReadableStream<Uint8Array>;
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
