import { createHash } from "node:crypto";
import {
  type AssembleOptions,
  assembleCase,
  type ImportedCase,
  type Mapping,
  type RowsOfKey,
  type SourceRow,
} from "@temwen/registers";
import { canonicalBytes, type Json, type RegisterId } from "@temwen/vocabulary";
import { ImportFault } from "./import-fault.ts";
import { keptOf, sources } from "./read-files.ts";
import type { RefusedRows } from "./refused-rows.ts";
import type { RowReport } from "./row-report.ts";
import type { Spill, SpilledRow } from "./spill.ts";

/** A case as it is signed, and what is counted of it. */
export type BuiltCase = {
  readonly body: Uint8Array;
  readonly allegations: number;
  readonly isFlagged: boolean;
  readonly flags: readonly string[];
};

/** The largest case in bytes; one that is larger has a key that is none. */
const largestCase = 1024 * 1024;

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

/** Every case of the heaps, in an order that is the same for the same files. */
export async function* buildCases(
  {
    mapping,
    register,
    lookup,
  }: { readonly mapping: Mapping; readonly register: RegisterId } & Pick<AssembleOptions, "lookup">,
  { spill, refused, odd }: { readonly spill: Spill; readonly refused: RefusedRows; readonly odd: RowReport },
): AsyncGenerator<BuiltCase> {
  const places = new Map(
    keptOf(mapping).map(({ source, columns }) => [source, new Map(columns.map((column, at) => [column, at + 4]))]),
  );
  const assemble = assembleCase({ mapping, register, sha256, lookup });
  const toRow = (row: SpilledRow): SourceRow => {
    const at = places.get(row[0]);
    return { line: row[1], digest: row[2], get: (column) => String(row[at?.get(column) ?? -1] ?? "") };
  };
  for await (const heap of spill.read()) {
    const byKey = new Map<string, { readonly [of in keyof RowsOfKey]: SourceRow[] }>();
    for (const row of heap) {
      const rows = byKey.get(row[3]) ?? { cases: [], allegations: [], joined: [] };
      byKey.set(row[3], rows);
      rows[sources[row[0]]].push(toRow(row));
    }
    for (const [key, rows] of byKey) {
      const { theCase, refused: left, odd: told } = assemble(key, rows);
      for (const row of left) refused.add(row);
      for (const { file, line, flag, field = "" } of told) odd.add([file, line, flag, field]);
      if (theCase) yield toBuilt(theCase, rows.cases[0]?.line ?? rows.allegations[0]?.line ?? 0);
    }
    await refused.write();
    await odd.write();
  }
}

function toBuilt(theCase: ImportedCase, line: number): BuiltCase {
  const body = canonicalBytes(theCase as unknown as Json);
  const { allegations } = theCase;
  if (body.length > largestCase || allegations.length > 10_000) {
    throw new ImportFault(
      "case-too-large",
      `the case at line ${line} has ${allegations.length} allegations: is its key one?`,
    );
  }
  const flags = [...(theCase.flags ?? []), ...allegations.flatMap((one) => one.flags ?? [])];
  return { body, allegations: allegations.length, isFlagged: flags.length > 0, flags };
}
