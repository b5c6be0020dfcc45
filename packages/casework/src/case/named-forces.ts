// Whom a case was said to be about, first and last: an assessment corrects what is counted, and unties nobody.

/** Whom earlier assessments named, and whether ties still hang on those. */
export type NamedForces = {
  /** Named before the newest assessment, and by whoever opened the case; `unknown` is nobody's force and is not among them. */
  readonly formerForces?: readonly string[];
  /** It was assessed under the third number: from then on ties hang on everything that was ever named. */
  readonly forgetsNone?: true;
};

/** What is kept of the forces before, when a case is assessed anew. */
export function nameAnew(
  { formerForces = [], forgetsNone }: NamedForces,
  before: readonly string[],
  fact: string,
): NamedForces {
  const named = [...new Set([...formerForces, ...before])].filter((force) => force !== "unknown");
  return {
    ...(named.length > 0 && { formerForces: named }),
    ...((forgetsNone || fact === "case.assessed/3") && { forgetsNone: true }),
  };
}

/** The forces that ties are judged by, where the newest assessment names these. */
export const barringBeside = (
  forces: readonly string[],
  { formerForces = [], forgetsNone }: NamedForces,
): readonly string[] => (forgetsNone ? [...new Set([...forces, ...formerForces])] : forces);
