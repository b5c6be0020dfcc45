// The name of a unit stands nowhere in clear (docs/specs/inquiry.md, "Whom it is against"): the words of an act about a
// respondent end in a line `§ unit` and a line with its name. Whoever reads them as they stand can follow it too.

const mark = "§ unit";

/** Words for colleagues, and the unit of whom they are about. */
export type WordsWithUnit = { readonly words: string; readonly unit?: string };

/** One text of words and the name of a unit; without a name, the words as they are. */
export function withUnit(words: string, unit: string): string {
  const name = unit.replace(/\s+/g, " ").trim();
  return name === "" ? words : `${words.trimEnd()}\n\n${mark}\n${name}`;
}

/** The words of a text, and the unit that it ends with; a line elsewhere that looks like the mark is one of the words. */
export function readUnit(text: string): WordsWithUnit {
  const lines = text.trimEnd().split("\n");
  const name = lines[lines.length - 1]?.trim() ?? "";
  if (lines[lines.length - 2] !== mark || name === "") return { words: text };
  return { words: lines.slice(0, -2).join("\n").trim(), unit: name };
}
