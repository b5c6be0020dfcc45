/** What a piece is called on screen, by its part: `3`, `1-2` of what the person added, `B1-2` of what the office (biwo) took in. */
export const pieceNumber = (part: string): string =>
  `${part.startsWith("taken-") ? "B" : ""}${part.replace(/^\D+/, "")}`;
