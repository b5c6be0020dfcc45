import type { WrongFormat } from "@temwen/registers";
import { ImportFault } from "./import-fault.ts";
import type { ReadFiles } from "./read-files.ts";
import type { RefusedRows } from "./refused-rows.ts";

/** A share of rows beyond which it is not the rows that are wrong, but the mapping or the file. */
const mostRefused = 0.05;

/** Throws `ImportFault` where what cannot be read is no matter of single rows; nothing was sent yet. */
export function refuseUnreadable(
  { rows, taken, wronglyEncoded, wrongFormats }: ReadFiles,
  left: RefusedRows,
  { report, isWithout }: { readonly report: string; readonly isWithout: boolean },
): void {
  if (wronglyEncoded > 0 && !isWithout) {
    const lines = left.first("not-in-encoding").map(({ file, line }) => `${file} line ${line}`);
    throw new ImportFault(
      "wrong-encoding",
      `${wronglyEncoded} of ${rows} rows are not in the encoding that the mapping declares (${lines.join(", ")}); nothing was ` +
        `imported. All of them: ${report}. If these rows are to be left out, say --without-unreadable`,
    );
  }
  // Without a row there is no register, whatever is to be left out.
  if (left.total() > 0 && taken === 0) {
    throw new ImportFault(
      "mostly-unreadable",
      `no row can be read of which a case could be made (${reasonsOf(left)}); nothing was imported. All of them: ${report}`,
    );
  }
  if (isWithout) return;
  if (left.total() > Math.max(20, rows * mostRefused)) {
    throw new ImportFault(
      "mostly-unreadable",
      `${left.total()} of ${rows} rows cannot be read (${reasonsOf(left)}): is this the mapping for this file? ` +
        `Nothing was imported. All of them: ${report}. If these rows are to be left out, say --without-unreadable`,
    );
  }
  if (wrongFormats.length > 0) {
    throw new ImportFault(
      "mostly-unreadable",
      `the mapping does not say how days are written: ${wrongFormats.map(sayFormat).join("; ")}. Nothing was imported: say the format ` +
        "in the mapping. If these days are to be left out, and the rows to come in without them, say --without-unreadable",
    );
  }
}

const reasonsOf = (left: RefusedRows): string => Object.keys(left.counts()).join(", ");

const sayFormat = ({ field, column, declared, filled, unreadable, rather }: WrongFormat): string =>
  `${field} (column "${column.slice(0, 60)}"): ${unreadable} of ${filled} are no day as ${declared}` +
  `${rather ? `, and as ${rather} they would be` : ""}`;
