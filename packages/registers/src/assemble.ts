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

export type Assembled = {
  /** Undefined where every row of the key was unreadable. */
  readonly theCase: ImportedCase | undefined;
  readonly refused: readonly RowRefusal[];
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
type Read = { readonly fields: Fields_; readonly flags: readonly string[]; readonly unreadable?: string };

/**
 * Puts all rows of one key together: the rows that open the case, and its allegations in the order of their file. The same rows
 * give the same case.
 */
export function assembleCase(options: AssembleOptions): (key: string, rows: RowsOfKey) => Assembled {
  const { mapping, register, sha256, lookup } = options;
  const { case: source, allegation, order = [] } = mapping;
  const pseudonym = pseudonymOf(register, sha256);
  const isOneFile = allegation?.file === source.file;

  const readAllegation = (from: AllegationSource, row: SourceRow, isSecond: boolean): ImportedAllegation | string => {
    const own = readFields(from.fields, row, pseudonym);
    if (own.unreadable) return own.unreadable;
    const looked = from.lookup && readLookup(from.lookup, row, lookup, pseudonym);
    if (looked?.unreadable) return looked.unreadable;
    const name = from.respondent === undefined ? "" : row.get(from.respondent).trim();
    const flags = [...own.flags, ...(looked?.flags ?? []), ...(isSecond ? ["duplicate-row"] : [])];
    return {
      ...(name !== "" && { respondent: pseudonym(`respondent\n${name}`) }),
      fields: { ...own.fields, ...looked?.fields },
      ...(flags.length > 0 && { flags }),
    };
  };

  const readJoined = ([first]: readonly SourceRow[]): Read =>
    first && source.join ? readFields(source.join.fields, first, pseudonym) : { fields: {}, flags: [] };

  return (key, rows) => {
    const refused: RowRefusal[] = [];
    const refuse = (file: string, { line }: SourceRow, code: string): void => void refused.push({ file, line, code });
    let opened: Read | undefined;
    let openedBy: SourceRow | undefined;
    const flags: string[] = [];
    for (const row of rows.cases) {
      if (opened && isOneFile) break;
      if (openedBy) {
        if (row.digest === openedBy.digest) flags.push("duplicate-row");
        // Which of the two is the case? Nobody can say, so the later one is left out, by its line.
        else refuse(source.file, row, "key-twice");
        continue;
      }
      const read = readFields(source.fields, row, pseudonym);
      if (read.unreadable) refuse(source.file, row, read.unreadable);
      else [opened, openedBy] = [read, row];
    }
    const seen = new Set<string>();
    const allegations: ImportedAllegation[] = [];
    for (const row of allegation ? rows.allegations : []) {
      const read = allegation && readAllegation(allegation, row, seen.has(row.digest));
      if (typeof read === "string") refuse(allegation?.file ?? "", row, read);
      else if (read) allegations.push(read);
      seen.add(row.digest);
    }
    if (!opened && allegations.length === 0) return { theCase: undefined, refused: once(refused) };
    const joined = readJoined(rows.joined);
    const { fields: own, flags: ofFields } = opened ?? { fields: {}, flags: ["no-case-row"] };
    const fields = { ...own, ...joined.fields };
    flags.push(
      ...ofFields,
      ...joined.flags,
      ...order.filter((one) => isBackwards(one, fields)).map(({ flag }) => flag),
    );
    const theCase: ImportedCase = {
      type: "case.imported/1",
      register,
      case: importedCaseIdOf(register, key, sha256),
      fields,
      ...(flags.length > 0 && { flags: [...new Set(flags)] }),
      allegations,
    };
    return { theCase, refused: once(refused) };
  };
}

/** Where one file opens the case and says the allegations, an unreadable row was read twice. */
const once = (refused: readonly RowRefusal[]): readonly RowRefusal[] =>
  refused.filter(({ file, line }, at) => refused.findIndex((one) => one.file === file && one.line === line) === at);

function readLookup(
  { by, fields }: NonNullable<AllegationSource["lookup"]>,
  row: SourceRow,
  lookup: AssembleOptions["lookup"],
  pseudonym: (text: string) => string,
): Read {
  const key = row.get(by).trim();
  const found = key === "" ? undefined : lookup(key);
  if (found) return readFields(fields, found, pseudonym);
  return { fields: {}, flags: key === "" ? [] : ["not-looked-up"] };
}

function readFields(fields: Fields, row: SourceRow, pseudonym: (text: string) => string): Read {
  const read: Fields_ = {};
  const flags: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const { value, flag, unreadable } = readField(name, field, row.get, pseudonym);
    if (unreadable) return { fields: {}, flags: [], unreadable };
    if (flag) flags.push(flag);
    if (value !== undefined) read[name] = value;
  }
  return { fields: read, flags };
}

/** Days as `YYYY-MM-DD` stand in the order of their text. */
function isBackwards(
  { earlier, later }: { readonly earlier: string; readonly later: string },
  fields: Fields_,
): boolean {
  const [from, to] = [fields[earlier], fields[later]];
  return typeof from === "string" && typeof to === "string" && from > to;
}
