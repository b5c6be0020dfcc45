/** Text as far as a font can draw it: what it lacks stands as `[U+1F600]`, so that nothing disappears or hides unseen. */
export function toDrawable(text: string, canDraw: ReadonlySet<number>): string {
  let drawn = "";
  for (const character of spaced(text.normalize("NFC"), canDraw)) {
    const point = character.codePointAt(0) ?? 0;
    const hex = point.toString(16).toUpperCase().padStart(4, "0");
    drawn += canDraw.has(point) ? character : `[U+${hex}]`;
  }
  return drawn;
}

/** French stands a narrow space that never breaks between the digits of a number: a font without it has the plain one that never breaks. */
const spaced = (text: string, canDraw: ReadonlySet<number>): string => {
  const apart = text.replaceAll("\t", "    ");
  return canDraw.has(0x202f) ? apart : apart.replaceAll("\u202f", "\u00a0");
};

/** Lines that fit a width: broken between words, and inside a word that is wider than a line. */
export function breakLines(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n|\r|\n/)) {
    let line = "";
    for (const word of paragraph.split(" ").flatMap((one) => breakWord(one, width, measure))) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && measure(longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

function breakWord(word: string, width: number, measure: (text: string) => number): readonly string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && measure(piece + character) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}
