// The words of a decision are one sealed text (docs/specs/inquiry.md, "The words of a decision"): a line `§ 1` opens the words of the
// first allegation or measure, `§ published` those that are published. Whoever reads it as it stands can follow it too.

/** What a section is about: the number of an allegation or a measure, or what is published. */
export type SectionName = number | "published";
export type Section = { readonly name: SectionName; readonly text: string };

const mark = /^§ (\d{1,3}|published)$/;

/** One text of several sections; sections without words are left out. */
export function composeSections(sections: readonly Section[]): string {
  return sections
    .filter(({ text }) => text.trim() !== "")
    .map(({ name, text }) => `§ ${name}\n${keepFromMarks(text.trim())}`)
    .join("\n\n");
}

/** A line that somebody wrote and that looks like a mark stays theirs. */
const keepFromMarks = (text: string): string =>
  text
    .split("\n")
    .map((line) => (mark.test(line) ? ` ${line}` : line))
    .join("\n");

/** The sections of a text, and what stands before the first; a text without marks is all of it. */
export function readSections(text: string): { readonly before: string; readonly sections: readonly Section[] } {
  const before: string[] = [];
  const sections: { readonly name: SectionName; readonly lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const found = mark.exec(line)?.[1];
    if (found !== undefined) sections.push({ name: found === "published" ? found : Number(found), lines: [] });
    else (sections[sections.length - 1]?.lines ?? before).push(line);
  }
  return {
    before: before.join("\n").trim(),
    sections: sections.map(({ name, lines }) => ({ name, text: lines.join("\n").trim() })),
  };
}

/** The words of one section; undefined where there is none. */
export const sectionOf = (text: string | undefined, name: SectionName): string | undefined =>
  text === undefined ? undefined : readSections(text).sections.find((section) => section.name === name)?.text;

/** Every word that a text names as published, section by section. */
export const publishedIn = (text: string): readonly string[] =>
  readSections(text).sections.flatMap((section) => (section.name === "published" ? [section.text] : []));

/** Whether a text has a section with this reason and nothing else; spaces around it are of no account. */
export function bearsReason(text: string, reason: string): boolean {
  const [written] = publishedIn(asSection(reason));
  return written !== undefined && publishedIn(text).includes(written);
}

/** A message with each of these reasons in a section of its own; a text that bears one already does not get it twice. */
export const withReasons = (text: string, reasons: readonly string[]): string =>
  reasons.reduce(
    (said, reason) => (bearsReason(said, reason) ? said : `${said.trimEnd()}\n\n${asSection(reason)}`),
    text,
  );

const asSection = (reason: string): string => composeSections([{ name: "published", text: reason }]);
