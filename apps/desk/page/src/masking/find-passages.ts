import { isCommonWord } from "./common-words.ts";

/** What a passage may give away to somebody who looks over a shoulder. */
export type CoveredKind = "name" | "place" | "number";

/** Words as they stand, one behind another; `covers` on those that are covered until asked. */
export type Passage = { readonly text: string; readonly covers?: CoveredKind };

type Token = { readonly start: number; readonly end: number; readonly text: string; readonly opens: boolean };

// An address first, for its dots and digits (of bounded length: a stranger wrote this); then numbers with what people put between their digits; then words.
const tokens = /[^\s@]{1,64}@\S+|\p{Nd}(?:[\p{Nd}.,:/()\s+-]*\p{Nd})?|\p{L}[\p{L}\p{M}\p{Nd}'’-]*/gu;
const ends = /[.!?…:;\n"“”«»(]/u;

/**
 * Finds what looks like names, places and numbers, by spelling alone: it knows of each language only how sentences begin,
 * misses a name written small and covers a word too many rather than one too few. `places` are words that are places here, whatever their letters.
 */
export function findPassages(text: string, places: readonly string[]): readonly Passage[] {
  const found = readTokens(text);
  const known = new Set(places.flatMap(wordsOf));
  const names = new Set(found.filter(isName).map((token) => token.text));
  const kindOf = (token: Token): CoveredKind | undefined => {
    if (/\p{Nd}/u.test(token.text[0] ?? "")) return "number";
    if (known.has(token.text.toLowerCase())) return "place";
    return token.text.includes("@") || names.has(token.text) ? "name" : undefined;
  };
  const passages: Passage[] = [];
  let read = 0;
  for (const token of found) {
    const covers = kindOf(token);
    if (!covers) continue;
    const between = text.slice(read, token.start);
    const last = passages.at(-1);
    // First name and family name are one passage: how many words a name has is told to nobody.
    if (last?.covers === covers && /^[ \t-]$/.test(between)) {
      passages[passages.length - 1] = { text: last.text + between + token.text, covers };
    } else passages.push(...(between === "" ? [] : [{ text: between }]), { text: token.text, covers });
    read = token.end;
  }
  return read === text.length ? passages : [...passages, { text: text.slice(read) }];
}

function readTokens(text: string): readonly Token[] {
  let before = 0;
  return [...text.matchAll(tokens)].map((match, at) => {
    const start = match.index;
    const opens = at === 0 || ends.test(text.slice(before, start));
    before = start + match[0].length;
    return { start, end: before, text: match[0], opens };
  });
}

/** A capital within a sentence; at its beginning too, unless sentences often begin with that word. */
const isName = ({ text, opens }: Token): boolean =>
  startsLarge(text) && text.length > 1 && !(opens && isCommonWord(text));

const startsLarge = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Short words of a place's name ("nan", "la") are no places. */
const wordsOf = (place: string): readonly string[] =>
  place
    .toLowerCase()
    .split(/[^\p{L}\p{M}'’-]+/u)
    .filter((word) => word.length > 3);
