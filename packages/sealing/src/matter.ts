import {
  fieldsOf,
  granted,
  hasLoneSurrogate,
  type MatterId,
  oneOf,
  parsed,
  parseMatterId,
  type Result,
  refused,
  type Shape,
  textUpTo,
  utf8,
  utf8ToText,
} from "@temwen/vocabulary";
import { digestOf, openWith, sealTo } from "./age-file.ts";
import { padBytes, padJson, unpadJson } from "./padding.ts";
import type { SealedText, TextRefusal } from "./seal-text.ts";
import { grantSize, messageSize } from "./sizes.ts";

// What is sealed of a matter (docs/specs/streams.md): one key, given to those who were let in by name, and the words of acts.

/** What the words of an act hold. */
type MatterWords = { readonly type: "temwen.matter-words/1"; readonly matter: MatterId; readonly text: string };

const wordsShape: Shape<MatterWords> = fieldsOf({
  type: oneOf("temwen.matter-words/1"),
  matter: parsed(parseMatterId),
  text: textUpTo(40_000),
});

const first = "# temwen matter/1";

/** Gives somebody the key to a matter's words: an age identity file, padded with a comment to the size of every grant. */
export async function sealMatterKey(
  { matter, key }: { readonly matter: MatterId; readonly key: string },
  recipient: string,
): Promise<SealedText> {
  const lines = `${first}\n# matter ${matter}\n${key}\n#`;
  const padded = padBytes(utf8(lines), grantSize - 1, 0x2e);
  if (!padded) throw new Error("the key of a matter fits a grant");
  const whole = new Uint8Array(grantSize).fill(0x0a);
  whole.set(padded);
  const sealed = await sealTo(recipient, whole);
  return { sealed, digest: digestOf(sealed) };
}

/** The key that was given to whoever holds this identity; undefined where it is another matter's, or nobody's. */
export async function openMatterKey(
  identity: string,
  sealed: Uint8Array,
  matter: MatterId,
): Promise<string | undefined> {
  const plain = await openWith(identity, sealed);
  const text = plain && utf8ToText(plain);
  if (!text?.ok) return undefined;
  const [kind, about, key] = text.value.split("\n");
  return kind === first && about === `# matter ${matter}` && key?.startsWith("AGE-SECRET-KEY-PQ-1") ? key : undefined;
}

/** Seals the words of an act to the matter's own recipient. */
export async function sealMatterWords(
  { matter, text }: { readonly matter: MatterId; readonly text: string },
  recipient: string,
): Promise<Result<SealedText, TextRefusal>> {
  if (hasLoneSurrogate(text)) return refused({ code: "broken-text" });
  if (text.trim() === "") return refused({ code: "empty" });
  const padded = padJson({ type: "temwen.matter-words/1", matter, text }, messageSize);
  if (!padded) return refused({ code: "too-long", part: "message" });
  const sealed = await sealTo(recipient, padded);
  return granted({ sealed, digest: digestOf(sealed) });
}

/** Opens the words of an act; undefined for everything else. */
export async function openMatterWords(key: string, sealed: Uint8Array, matter: MatterId): Promise<string | undefined> {
  const plain = await openWith(key, sealed);
  const json = plain && unpadJson(plain);
  const words = json?.ok ? wordsShape(json.value) : undefined;
  return words?.matter === matter ? words.text : undefined;
}
