import {
  canonicalBytes,
  fieldsOf,
  granted,
  type Json,
  listOf,
  oneOf,
  type Result,
  refused,
  type Shape,
  type Shaped,
  tableOf,
  textLike,
  textUpTo,
  truth,
  wholeUpTo,
} from "@temwen/vocabulary";

/** The encodings a file may be declared to have. */
export const encodings = ["utf-8", "iso-8859-1", "windows-1252"] as const;
/** The ways in which a file may be declared to write its days. */
export const dateFormats = ["YYYY-MM-DD", "DD/MM/YYYY", "MM/DD/YYYY", "YYYY-MM-DD hh:mm:ss"] as const;
export type DateFormat = (typeof dateFormats)[number];

/** A word of the house: it becomes the name of a field in the record and in figures. */
const word = textLike(/^[a-z][a-z0-9-]{0,39}$/);
const names = /^[a-z][a-z0-9-]{0,39}$/;
const column = textLike(/^\P{Cc}{1,120}$/u);
const code = textUpTo(200);

const fieldShapes = {
  code: fieldsOf(
    { kind: oneOf("code"), column },
    {
      missing: listOf(code, 50),
      first: wholeUpTo(40),
      before: textUpTo(8),
      upper: truth,
      codes: listOf(code, 2000),
      groups: tableOf(/^[^\p{Cc}]{1,60}$/u, listOf(code, 500), 100),
      otherwise: textUpTo(60),
    },
  ),
  date: fieldsOf({ kind: oneOf("date"), column }, { format: oneOf(...dateFormats), wanted: truth }),
  number: fieldsOf({ kind: oneOf("number"), column }),
  present: fieldsOf({ kind: oneOf("present"), column }),
  words: fieldsOf({ kind: oneOf("words"), column }),
  pseudonym: fieldsOf({ kind: oneOf("pseudonym"), column }),
  differs: fieldsOf({ kind: oneOf("differs"), columns: listOf(column, 2) }),
  "days-agree": fieldsOf({ kind: oneOf("days-agree"), from: column, to: column, days: column }),
} as const;

/**
 * One thing that is kept of a row, and as what. Only `code` keeps text as it stands, and only where it is one of few: a field with
 * more than 4000 different values is no list of codes and stops the import.
 */
export type Field = {
  readonly [K in keyof typeof fieldShapes]: Shaped<(typeof fieldShapes)[K]>;
}[keyof typeof fieldShapes];
export type Fields = { readonly [name: string]: Field };

const fieldShape: Shape<Field> = (value) => {
  for (const shape of Object.values(fieldShapes)) {
    const field = shape(value);
    if (field) return field;
  }
  return undefined;
};
const fields: Shape<Fields> = tableOf(names, fieldShape, 60);

const fileShape = fieldsOf(
  { columns: listOf(column, 400) },
  { encoding: oneOf(...encodings), separator: oneOf(",", ";", "\t", "|") },
);
/** A file as it must be: its header, column by column. */
export type SourceFile = Shaped<typeof fileShape>;

const joinShape = fieldsOf({ file: word, key: column, fields });
/** A further file that says more of a case: of its rows with the case's key the first counts. */
export type JoinSource = Shaped<typeof joinShape>;

const caseShape = fieldsOf({ file: word, key: column, fields }, { join: joinShape });
/** Which file opens cases, and by what they are known. Of several rows with one key the first says the fields. */
export type CaseSource = Shaped<typeof caseShape>;

const lookupShape = fieldsOf({ file: word, key: column, by: column, fields });
/** A small file of which one row belongs to many allegations; it is held in memory. */
export type LookupSource = Shaped<typeof lookupShape>;

const allegationShape = fieldsOf({ file: word, key: column, fields }, { respondent: column, lookup: lookupShape });
/** Which file says who was accused of what: a row is one allegation against one respondent. */
export type AllegationSource = Shaped<typeof allegationShape>;

const tableShape = fieldsOf(
  { by: listOf(textLike(/^[a-z][a-z0-9-]{0,39}(:(year|quarter|month))?$/), 2) },
  {
    of: oneOf("cases", "allegations"),
  },
);
/** A table of figures: counts by one field or two; a date field says `:year`, `:quarter` or `:month`. */
export type TableAsked = Shaped<typeof tableShape>;

const parts = {
  type: oneOf("temwen.mapping/1"),
  register: word,
  title: textUpTo(200),
  source: textUpTo(1000),
  files: tableOf(names, fileShape, 8),
  case: caseShape,
} as const;
const moreParts = {
  allegation: allegationShape,
  order: listOf(fieldsOf({ flag: word, earlier: word, later: word }), 20),
  durations: tableOf(names, fieldsOf({ from: word, to: word }), 20),
  shares: tableOf(names, fieldsOf({ field: word, part: listOf(code, 200), among: listOf(code, 200) }), 20),
  tables: listOf(tableShape, 60),
  note: textUpTo(2000),
} as const;
const mappingShape = fieldsOf(parts, moreParts);

/** How a register is read: a document of ours, canonical when it is signed. Source: docs/specs/registers.md. */
export type Mapping = Shaped<typeof mappingShape>;

/** Where a mapping cannot be read, or says something that cannot be. */
export type MappingRefusal = { readonly code: "malformed-mapping"; readonly at: string };

/** The most a mapping may measure, in bytes: it is signed, kept and read as one event. */
const longest = 64 * 1024;

/** Reads a mapping; names the first place that is wrong. */
export function parseMapping(value: unknown): Result<Mapping, MappingRefusal> {
  const mapping = mappingShape(value);
  const at = mapping ? findContradiction(mapping) : findUnreadable(value);
  return mapping && at === undefined ? granted(mapping) : refused({ code: "malformed-mapping", at: at ?? "mapping" });
}

function findUnreadable(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "mapping";
  const source = value as { readonly [name: string]: unknown };
  const shapes: { readonly [name: string]: Shape<unknown> } = { ...parts, ...moreParts };
  for (const name of Object.keys(parts)) if (!(name in source)) return `${name} (missing)`;
  for (const [name, entry] of Object.entries(source)) {
    if (!Object.hasOwn(shapes, name)) return `${name.slice(0, 60)} (unknown)`;
    if (shapes[name]?.(entry) === undefined) return findDeeper(name, entry);
  }
  return "mapping";
}

/** Of a part that holds fields or files, which of them. */
function findDeeper(path: string, value: unknown): string {
  if (typeof value !== "object" || value === null) return path;
  const ofFile = path === "files" ? fileShape : undefined;
  const table = path.endsWith("fields") ? fieldShape : ofFile;
  for (const [name, entry] of Object.entries(value)) {
    if (table && (!names.test(name) || table(entry) === undefined)) return `${path}.${name.slice(0, 60)}`;
    if (name === "fields" && fields(entry) === undefined) return findDeeper(`${path}.fields`, entry);
    if (name === "join" && joinShape(entry) === undefined) return findDeeper(`${path}.join`, entry);
    if (name === "lookup" && lookupShape(entry) === undefined) return findDeeper(`${path}.lookup`, entry);
  }
  return path;
}

/** Names of fields that figures give by themselves, and one that every object of the language has. */
const builtIn = ["flag", "has-allegations", "has-respondent", "constructor"];

function findContradiction(mapping: Mapping): string | undefined {
  if (canonicalBytes(mapping as unknown as Json).length > longest) return "mapping (larger than 64 KiB)";
  const { allegation, files } = mapping;
  for (const [name, { columns }] of Object.entries(files)) {
    if (columns.length === 0 || new Set(columns).size !== columns.length) return `files.${name}.columns`;
  }
  const sources = [
    ["case", mapping.case],
    ["case.join", mapping.case.join],
    ["allegation", allegation],
    ["allegation.lookup", allegation?.lookup],
  ] as const;
  const seen = new Set(builtIn);
  for (const [path, source] of sources) {
    if (!source) continue;
    const known = files[source.file]?.columns;
    if (!known) return `${path}.file`;
    if (!known.includes(source.key)) return `${path}.key`;
    for (const [name, field] of Object.entries(source.fields)) {
      if (seen.has(name)) return `${path}.fields.${name} (named twice)`;
      seen.add(name);
      if (columnsOf(field).some((one) => !known.includes(one))) return `${path}.fields.${name} (no such column)`;
      if (field.kind === "differs" && field.columns.length !== 2) return `${path}.fields.${name}`;
    }
  }
  const ofAllegation = allegation && files[allegation.file]?.columns;
  if (allegation?.respondent && !ofAllegation?.includes(allegation.respondent)) return "allegation.respondent";
  if (allegation?.lookup && !ofAllegation?.includes(allegation.lookup.by)) return "allegation.lookup.by";
  return findUnknownName(mapping, seen);
}

function findUnknownName(mapping: Mapping, known: ReadonlySet<string>): string | undefined {
  const { cases: ofCase } = namesOf(mapping);
  const isDate = (name: string): boolean => ofCase[name]?.kind === "date";
  for (const { flag, earlier, later } of mapping.order ?? []) {
    if (!isDate(earlier) || !isDate(later)) return `order.${flag}`;
  }
  for (const [name, { from, to }] of Object.entries(mapping.durations ?? {})) {
    if (!isDate(from) || !isDate(to)) return `durations.${name}`;
  }
  for (const [name, { field }] of Object.entries(mapping.shares ?? {})) {
    if (!known.has(field)) return `shares.${name}`;
  }
  for (const [place, { by }] of (mapping.tables ?? []).entries()) {
    if (by.length === 0 || by.some((name) => !known.has(name.split(":")[0] ?? ""))) return `tables.${place}`;
  }
  return undefined;
}

/** The columns that a field is read from. */
export function columnsOf(field: Field): readonly string[] {
  switch (field.kind) {
    case "differs":
      return field.columns;
    case "days-agree":
      return [field.from, field.to, field.days];
    case "code":
    case "date":
    case "number":
    case "present":
    case "words":
    case "pseudonym":
      return [field.column];
  }
}

/** The fields of a case, and of an allegation with what is looked up for it. */
export function namesOf({ case: theCase, allegation }: Mapping): {
  readonly cases: Fields;
  readonly allegations: Fields;
} {
  return {
    cases: { ...theCase.fields, ...theCase.join?.fields },
    allegations: { ...allegation?.fields, ...allegation?.lookup?.fields },
  };
}
