import { utf8 } from "@temwen/vocabulary";
import { type DateFormat, dateFormats, type Field } from "./mapping.ts";

/** SHA-256 of bytes: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export type FieldValue = string | number;

/** A field's value, none where the row says nothing or what cannot be read; `flag` says what is odd. */
export type ReadValue = {
  readonly value?: FieldValue | undefined;
  readonly flag?: string | undefined;
};

type Get = (column: string) => string;
const nothing: ReadValue = {};

/** The longest text that is kept of a code, in UTF-16 units. */
const longestCode = 120;

/** Reads one field of a row. Nothing in a field makes a row unreadable: what is no day or number is left out, and flagged. */
export function readField(name: string, field: Field, get: Get, pseudonym: (text: string) => string): ReadValue {
  switch (field.kind) {
    case "code":
      // One word is one code, however its accents are put together in the file.
      return readCode(name, field, get(field.column).trim().normalize("NFC"));
    case "date": {
      const text = get(field.column).trim();
      if (text === "") return field.wanted ? { flag: `missing-${name}` } : nothing;
      const value = readDay(text, formatOf(field));
      return value === undefined ? { flag: `no-date-${name}` } : { value };
    }
    case "number": {
      const text = get(field.column).trim();
      if (text === "") return nothing;
      const value = readWhole(text);
      return value === undefined ? { flag: `no-number-${name}` } : { value };
    }
    case "present":
      return { value: get(field.column).trim() === "" ? "no" : "yes" };
    case "words": {
      const text = get(field.column).trim();
      return text === "" ? nothing : { value: text.split(/\s+/u).length };
    }
    case "pseudonym": {
      const text = get(field.column).trim();
      return text === "" ? nothing : { value: pseudonym(`${name}\n${text}`) };
    }
    case "differs": {
      const [a = "", b = ""] = field.columns;
      return { value: get(a).trim() === get(b).trim() ? "same" : "differs" };
    }
    case "days-agree":
      return readAgreement(get(field.from).trim(), get(field.to).trim(), get(field.days).trim());
  }
}

function readCode(name: string, field: Extract<Field, { readonly kind: "code" }>, text: string): ReadValue {
  if (text === "" || field.missing?.includes(text)) return nothing;
  const { before, first } = field;
  const end = before === undefined ? -1 : text.indexOf(before);
  let value = (end < 0 ? text : text.slice(0, end)).trim();
  if (first !== undefined) value = value.slice(0, first);
  if (field.upper) value = value.toUpperCase();
  const flag = field.codes && !field.codes.includes(value) ? `unknown-code-${name}` : undefined;
  if (field.groups) value = groupOf(value, field.groups) ?? field.otherwise ?? value;
  if (value === "") return nothing;
  // What is so long is no code: it could be anybody's words, so it is not kept.
  return value.length > longestCode ? { flag: `too-long-${name}` } : { value, flag };
}

/** The first group that lists a code; a star at the end of an entry stands for any rest. */
function groupOf(value: string, groups: { readonly [group: string]: readonly string[] }): string | undefined {
  for (const [group, entries] of Object.entries(groups)) {
    if (entries.some((entry) => (entry.endsWith("*") ? value.startsWith(entry.slice(0, -1)) : value === entry))) {
      return group;
    }
  }
  return undefined;
}

const readWhole = (text: string): number | undefined =>
  /^-?\d{1,9}(\.0+)?$/.test(text) ? Number(text) + 0 : undefined;

const patterns: { readonly [F in DateFormat]: RegExp } = {
  "YYYY-MM-DD": /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)$/,
  "DD/MM/YYYY": /^(?<d>\d\d?)\/(?<m>\d\d?)\/(?<y>\d{4})$/,
  "MM/DD/YYYY": /^(?<m>\d\d?)\/(?<d>\d\d?)\/(?<y>\d{4})$/,
  "YYYY-MM-DD hh:mm:ss": /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)[ T]\d\d:\d\d:\d\d(?:\.\d+)?$/,
};

/** A date field of a mapping. */
export type DateField = Extract<Field, { readonly kind: "date" }>;

/** How a mapping says that days are written; where it does not say, as the record writes them. */
export const formatOf = ({ format }: DateField): DateFormat => format ?? "YYYY-MM-DD";

/** The other formats, by which a text would be a day. */
export const otherFormatsOf = (text: string, declared: DateFormat): readonly DateFormat[] =>
  dateFormats.filter((format) => format !== declared && readDay(text, format) !== undefined);

/** A calendar day as `YYYY-MM-DD`; undefined where there is no such day. */
export function readDay(text: string, format: DateFormat): string | undefined {
  const { y = "", m = "", d = "" } = patterns[format].exec(text)?.groups ?? {};
  if (y === "") return undefined;
  const [month, day] = [Number(m), Number(d)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(Number(y), month)) return undefined;
  return `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

const dayMillis = 86_400_000;

/** Calendar days from one day to another; both as `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMillis;

function readAgreement(from: string, to: string, days: string): ReadValue {
  const [start, end, said] = [readDay(from, "YYYY-MM-DD"), readDay(to, "YYYY-MM-DD"), readWhole(days)];
  if (start === undefined || end === undefined || said === undefined) return nothing;
  return { value: daysBetween(start, end) === said ? "same" : "differs" };
}

/** A name that stands for a text within one register, and for nothing outside it: 22 characters of base64url. */
export function pseudonymOf(register: string, sha256: Sha256): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    // Bounded, so that memory stays flat: people come again near each other.
    if (known.size >= 100_000) known.clear();
    const made = toBase64Url(sha256(utf8(`temwen/imported-name/1\n${register}\n${text}`)).subarray(0, 16));
    known.set(text, made);
    return made;
  };
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
