import type { ImportBegun, ImportFinished, RegisterStatement } from "./statements.ts";

/** An import that was finished, as it was begun and ended. */
export type WholeImport = { readonly begun: ImportBegun; readonly finished: ImportFinished };

/** A register as its stream tells it. */
export type Register = {
  /** How many events it has. */
  readonly events: number;
  /** The import that was begun and not finished. One that was followed by another was given up: its cases do not stand. */
  readonly open?: ImportBegun;
  readonly imports: readonly WholeImport[];
};

/** Reads a register from its statements, in their order. */
export function readRegister(statements: readonly RegisterStatement[]): Register {
  let open: ImportBegun | undefined;
  const imports: WholeImport[] = [];
  for (const statement of statements) {
    if (statement.type === "register.import-begun/1") open = statement;
    else {
      if (open?.index === statement.import) imports.push({ begun: open, finished: statement });
      open = undefined;
    }
  }
  return { events: statements.length, imports, ...(open && { open }) };
}

/** The imports whose cases stand, by the index of the event that began each. */
export const standingImports = ({ imports }: Register): readonly number[] => imports.map(({ begun }) => begun.index);
