/** Exit codes that outsiders script against (docs/specs/command-line.md). */
export const exits = {
  done: 0,
  refused: 1,
  usage: 2,
  conflict: 3,
  cannotTell: 4,
  unreachable: 5,
  fault: 70,
} as const;

export type Exit = (typeof exits)[keyof typeof exits];

/** The exit for a refusal's code. */
export function exitFor(code: string): Exit {
  if (code === "conflict") return exits.conflict;
  if (code === "cannot-tell") return exits.cannotTell;
  if (code === "unreachable") return exits.unreachable;
  return exits.refused;
}

/** Wrong words on the command line: said in one line, with where to read more. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
