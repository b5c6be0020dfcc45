/** A count below this is told to nobody. Source: product decision (casework.md, Public figures). */
export const threshold = 5;

/** The name of the row or column in which values are put together that are too few by themselves. */
export const others = "(others)";
