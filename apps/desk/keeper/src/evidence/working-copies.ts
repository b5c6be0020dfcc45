/** What a piece of evidence is called, and under which part it lies. */
type Named = {
  readonly part: string;
  readonly name: string;
  /** Whether a desk made it later, of a piece that lay in the case: its signed event says so. */
  readonly isMadeLater?: boolean;
};

/**
 * For each working copy, by its part, the part of its original. A copy stands directly behind its original and bears its
 * part in its name; a file with such a name anywhere else is an original (docs/specs/parcel.md), whoever called it so. One that a
 * desk made later stands where it was taken in.
 */
export function originalsOf(pieces: readonly Named[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [place, { part, name, isMadeLater }] of pieces.entries()) {
    if (isMadeLater) {
      const original = pieces.slice(0, place).find((one) => !found.has(one.part) && isNamedAsCopyOf(one.part, name));
      if (original) found.set(part, original.part);
      continue;
    }
    const before = pieces[place - 1];
    if (before && !found.has(before.part) && isNamedAsCopyOf(before.part, name)) found.set(part, before.part);
  }
  return found;
}

const isNamedAsCopyOf = (original: string, name: string): boolean =>
  name.startsWith(`copy-of-${original}.`) && /^[a-z0-9]{1,8}$/.test(name.slice(`copy-of-${original}.`.length));
