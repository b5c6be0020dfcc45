/** The rows of a CSV file by the names in its first line. Strict (RFC 4180): anything ragged or half quoted throws. */
export function parseCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [names, ...rows] = parseRows(text);
  if (names === undefined || new Set(names).size !== names.length)
    throw new Error("the first line has no distinct names");
  return rows.map((row, i) => {
    if (row.length !== names.length) throw new Error(`row ${i + 2} has ${row.length} fields of ${names.length}`);
    return Object.fromEntries(row.map((field, at) => [names[at] ?? "", field]));
  });
}

/** A field, quoted or bare, with what ends it. */
const fieldAndEnd = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function parseRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  fieldAndEnd.lastIndex = 0;
  while (fieldAndEnd.lastIndex < text.length || row.length > 0) {
    const at = fieldAndEnd.lastIndex;
    const [, quoted, bare, end] = fieldAndEnd.exec(text) ?? [];
    if (end === undefined) throw new Error(`not a field at character ${at}`);
    row.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
