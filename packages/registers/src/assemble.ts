import type { RegisterId } from "@temwen/vocabulary";
import { type FieldValue, pseudonymOf, readField, type Sha256 } from "./field.ts";
import type { ImportedAllegation, ImportedCase } from "./imported-case.ts";
import type { AllegationSource, Fields, Mapping } from "./mapping.ts";
import { importedCaseIdOf } from "./register-ids.ts";

/** A row of a file: where it stood, what tells it from every other row, and its columns. */
export type SourceRow = {
  readonly line: number;
  /** Digest of the whole row, also of what is not kept. */
  readonly digest: string;
  readonly get: (column: string) => string;
};

/** Why a row was left out. */
type RowRefusal = { readonly file: string; readonly line: number; readonly code: string };

/** A row that came in although something is odd about it: what, and in which field, where it is one field. Never what stands there. */
export type OddRow = {
  readonly file: string;
  readonly line: number;
  readonly flag: string;
  readonly field?: string;
};

export type Assembled = {
  /** Undefined where every row of the key was unreadable. */
  readonly theCase: ImportedCase | undefined;
  readonly refused: readonly RowRefusal[];
  /** Each oddity of each row; the case and its allegations bear the same flags. */
  readonly odd: readonly OddRow[];
};

/** All rows of one key: those that open the case, its allegations, and those of the file that says more of it. */
export type RowsOfKey = { readonly [of in "cases" | "allegations" | "joined"]: readonly SourceRow[] };

export type AssembleOptions = {
  readonly mapping: Mapping;
  readonly register: RegisterId;
  readonly sha256: Sha256;
  /** The row of the looked-up file for a key. */
  readonly lookup: (key: string) => SourceRow | undefined;
};

type Fields_ = { [name: string]: FieldValue };
type Oddity = { readonly flag: string; readonly field?: string };
type Read = { readonly fields: Fields_; readonly odd: readonly Oddity[] };
type Pseudonym = (text: string) => string;
/** Says what is odd about a row; the flags of it. */
type Tell = (file: string, row: SourceRow, odd: readonly Oddity[]) => readonly string[];

/**
 * Puts all rows of one key together: the rows that open the case, and its allegations in the order of their file. The same rows
 * give the same case.
 */
export function assembleCase(options: AssembleOptions): (key: string, rows: RowsOfKey) => Assembled {
  const { mapping, register, sha256, lookup } = options;
  const { case: source, allegation } = mapping;
  const pseudonym = pseudonymOf(register, sha256);
  const isOneFile = allegation?.file === source.file;

  return (key, rows) => {
    const refused: RowRefusal[] = [];
    const odd: OddRow[] = [];
    const tell: Tell = (file, { line }, oddities) => {
      odd.push(...oddities.map((one) => ({ file, line, ...one })));
      return oddities.map(({ flag }) => flag);
    };
    const flags: string[] = [];
    const [opening, ...others] = rows.cases;
    for (const row of isOneFile ? [] : others) {
      if (row.digest === opening?.digest) flags.push(...tell(source.file, row, [{ flag: "duplicate-row" }]));
      // Which of the two is the case? Nobody can say, so the later one is left out, by its line.
      else refused.push({ file: source.file, line: row.line, code: "key-twice" });
    }
    const own = readFirst(source, isOneFile ? rows.cases : rows.cases.slice(0, 1), pseudonym, tell);
    const allegations = allegation ? readAllegations(allegation, rows.allegations, { lookup, pseudonym, tell }) : [];
    const first = opening ?? (allegation && rows.allegations[0]);
    if (!first) return { theCase: undefined, refused, odd };
    const firstFile = opening ? source.file : (allegation?.file ?? source.file);
    const joined = source.join ? readFirst(source.join, rows.joined, pseudonym, tell) : undefined;
    const fields = { ...own.fields, ...joined?.fields };
    flags.push(
      ...own.flags,
      ...(opening ? [] : tell(firstFile, first, [{ flag: "no-case-row" }])),
      ...(joined?.flags ?? []),
      ...tell(firstFile, first, findBackwards(mapping, fields)),
    );
    const theCase: ImportedCase = {
      type: "case.imported/1",
      register,
      case: importedCaseIdOf(register, key, sha256),
      fields,
      ...(flags.length > 0 && { flags: [...new Set(flags)] }),
      allegations,
    };
    return { theCase, refused, odd };
  };
}

/** Of rows that speak of one case the first says its fields. What a later one says otherwise is not in the case, and is told. */
function readFirst(
  { file, fields }: { readonly file: string; readonly fields: Fields },
  [first, ...others]: readonly SourceRow[],
  pseudonym: Pseudonym,
  tell: Tell,
): { readonly fields: Fields_; readonly flags: readonly string[] } {
  if (!first) return { fields: {}, flags: [] };
  const read = readFields(fields, first, pseudonym);
  const flags = [...tell(file, first, read.odd)];
  for (const row of others) {
    if (row.digest === first.digest) continue;
    const later = readFields(fields, row, pseudonym);
    // A later row that is silent contradicts nothing.
    const odd = later.odd.filter(({ flag, field }) => flag !== `missing-${field}`);
    const differing = Object.keys(later.fields).filter((field) => later.fields[field] !== read.fields[field]);
    flags.push(...tell(file, row, [...odd, ...differing.map((field) => ({ flag: "case-fields-differ", field }))]));
  }
  return { fields: read.fields, flags };
}

function readAllegations(
  from: AllegationSource,
  rows: readonly SourceRow[],
  { lookup, pseudonym, tell }: Pick<AssembleOptions, "lookup"> & { readonly pseudonym: Pseudonym; readonly tell: Tell },
): readonly ImportedAllegation[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const own = readFields(from.fields, row, pseudonym);
    const looked = from.lookup && readLookup(from.lookup, row, lookup, pseudonym);
    const again = seen.has(row.digest) ? [{ flag: "duplicate-row" }] : [];
    seen.add(row.digest);
    const flags = tell(from.file, row, [...own.odd, ...(looked?.odd ?? []), ...again]);
    const name = from.respondent === undefined ? "" : row.get(from.respondent).trim();
    return {
      ...(name !== "" && { respondent: pseudonym(`respondent\n${name}`) }),
      fields: { ...own.fields, ...looked?.fields },
      ...(flags.length > 0 && { flags }),
    };
  });
}

function readLookup(
  { by, fields }: NonNullable<AllegationSource["lookup"]>,
  row: SourceRow,
  lookup: AssembleOptions["lookup"],
  pseudonym: Pseudonym,
): Read {
  const key = row.get(by).trim();
  const found = key === "" ? undefined : lookup(key);
  if (found) return readFields(fields, found, pseudonym);
  return { fields: {}, odd: key === "" ? [] : [{ flag: "not-looked-up" }] };
}

function readFields(fields: Fields, row: SourceRow, pseudonym: Pseudonym): Read {
  const read: Fields_ = {};
  const odd: Oddity[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const { value, flag } = readField(name, field, row.get, pseudonym);
    if (flag) odd.push({ flag, field: name });
    if (value !== undefined) read[name] = value;
  }
  return { fields: read, odd };
}

/** Which days stand behind one that should follow them. Days as `YYYY-MM-DD` stand in the order of their text. */
function findBackwards({ order = [] }: Mapping, fields: Fields_): readonly Oddity[] {
  const isBackwards = ({ earlier, later }: (typeof order)[number]): boolean => {
    const [from, to] = [fields[earlier], fields[later]];
    return typeof from === "string" && typeof to === "string" && from > to;
  };
  return order.filter(isBackwards).map(({ flag }) => ({ flag }));
}
