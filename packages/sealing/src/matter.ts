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
} from "@temwen/vocabulary";
import { digestOf, openWith, sealTo } from "./age-file.ts";
import { isKeyLine, linesBehind, padLines, sizeForKeys } from "./identity-file.ts";
import { padJson, unpadJson } from "./padding.ts";
import type { SealedText, TextRefusal } from "./seal-text.ts";
import { messageSize } from "./sizes.ts";

// What is sealed of a matter (docs/specs/streams.md): keys, given to those who were let in by name, and the words of acts.

/** What the words of an act hold. */
type MatterWords = { readonly type: "temwen.matter-words/1"; readonly matter: MatterId; readonly text: string };

const wordsShape: Shape<MatterWords> = fieldsOf({
  type: oneOf("temwen.matter-words/1"),
  matter: parsed(parseMatterId),
  text: textUpTo(40_000),
});

const first = "# temwen matter/1";

/**
 * Gives somebody the keys to a matter's words, the newest first: an age identity file, of the sizes that a case's grants have.
 */
export async function sealMatterKeys(
  { matter, keys }: { readonly matter: MatterId; readonly keys: readonly string[] },
  recipient: string,
): Promise<SealedText> {
  const sealed = await sealTo(recipient, padLines([first, `# matter ${matter}`, ...keys], sizeForKeys(keys.length)));
  return { sealed, digest: digestOf(sealed) };
}

/** The keys that were given to whoever holds this identity; none where they are another matter's, or somebody else's. */
export async function openMatterKeys(
  identity: string,
  sealed: Uint8Array,
  matter: MatterId,
): Promise<readonly string[]> {
  const plain = await openWith(identity, sealed);
  const lines = plain && linesBehind(plain, first);
  return lines?.[1] === `# matter ${matter}` ? lines.filter(isKeyLine) : [];
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
