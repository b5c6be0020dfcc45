import { open, readFile } from "node:fs/promises";
import { ReadableStream } from "node:stream/web";
import { Decrypter, Encrypter, generateHybridIdentity, type Identity, identityToRecipient } from "age-encryption";
import { BackupFault, damaged } from "./backup-fault.ts";

/** Reads what `--recipient` and the files of `--recipient-file` say. Throws `BackupFault`. */
export async function readRecipients(words: readonly string[], files: readonly string[]): Promise<readonly string[]> {
  const listed: string[] = words.map((word) => word.trim());
  for (const file of files) listed.push(...linesOf(await readFile(file, "utf8")));
  if (listed.length === 0)
    throw new BackupFault("no-recipient", "say who can open it: --recipient or --recipient-file");
  const hybrids = listed.filter((one) => one.startsWith("age1pq1")).length;
  // The file is as strong as its weakest recipient: the others would believe in what is not there.
  if (hybrids > 0 && hybrids < listed.length) {
    throw new BackupFault("mixed-recipients", "recipients are either all post-quantum (age1pq1…) or none of them");
  }
  return listed;
}

/** Reads the identities of files as `age-keygen` writes them. Throws `BackupFault`. */
export async function readIdentities(files: readonly string[]): Promise<readonly string[]> {
  const listed: string[] = [];
  for (const file of files) listed.push(...linesOf(await readFile(file, "utf8")));
  const isOne = (one: string): boolean => /^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+$/.test(one);
  if (listed.length === 0 || !listed.every(isOne)) {
    throw new BackupFault("malformed-identity", "this is no file of age identities (AGE-SECRET-KEY-…)");
  }
  return listed;
}

/** A new post-quantum identity, as `age-keygen -pq` makes it, and its recipient. */
export async function drawIdentity(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** A sealed stream, and the one identity that opens it here and now, for looking at what was written. */
export type Sealed = { readonly bytes: AsyncIterable<Uint8Array>; readonly forChecking: Identity };

/** Seals a stream to recipients as an ordinary age file, holding no more than a chunk of it. */
export async function sealStream(plain: AsyncIterable<Uint8Array>, recipients: readonly string[]): Promise<Sealed> {
  const encrypter = new Encrypter();
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new BackupFault(
      "malformed-recipient",
      "a recipient is not of the form age1…: --make-identity printed it, and the key file itself is none",
      cause,
    );
  }
  // A recipient that writes nothing: whoever made the file can read it again while this process runs.
  let fileKey: Uint8Array | undefined;
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      fileKey = key.slice();
      return [];
    },
  });
  const sealed = await encrypter.encrypt(toStream(plain));
  return { bytes: sealed as ReadableStream<Uint8Array>, forChecking: { unwrapFileKey: () => fileKey ?? null } };
}

/** Opens a sealed file as a stream. Throws `BackupFault`, perhaps only when the bytes are read. */
export async function* openSealed(
  file: string,
  identities: readonly (string | Identity)[],
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch (cause) {
    throw new BackupFault("malformed-identity", "this is no file of age identities (AGE-SECRET-KEY-…)", cause);
  }
  const handle = await open(file, "r");
  try {
    const sealed = toStream(handle.createReadStream({ autoClose: false, highWaterMark: 256 * 1024 }));
    yield* (await decrypter.decrypt(sealed).catch(refuseHeader)) as ReadableStream<Uint8Array>;
  } catch (cause) {
    throw cause instanceof BackupFault || isOfFile(cause) ? cause : damaged(cause);
  } finally {
    await handle.close();
  }
}

function refuseHeader(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : "";
  if (why.startsWith("no identity matched")) {
    throw new BackupFault("wrong-identity", "this identity does not open this backup", cause);
  }
  if (/HMAC|end of file|unexpected end/i.test(why)) throw damaged(cause);
  throw new BackupFault("not-a-backup", "this is no age file, or not a whole one", cause);
}

const isOfFile = (cause: unknown): boolean => cause instanceof Error && "syscall" in cause;

/** age asks for the web's streams; Node's own are the same at run time, and other types. */
const toStream = (bytes: AsyncIterable<Uint8Array>) =>
  ReadableStream.from(bytes) as unknown as globalThis.ReadableStream<Uint8Array>;

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
