import { type DoneMigration, type KeptTable, parseKeptTable } from "@temwen/record/postgres";
import {
  type Digest,
  fieldsOf,
  type Instant,
  listOf,
  type OfficeId,
  parseDigest,
  parsed,
  parseId,
  parseInstant,
  type Shape,
  textLike,
  textUpTo,
  truth,
  wholeUpTo,
} from "@temwen/vocabulary";
import { BackupFault, damaged } from "./backup-fault.ts";

/** The form of backups that this release writes, and the newest that it reads. */
export const backupForm = 1;

/** What stands at the beginning of a backup. */
export type Opening = {
  readonly form: number;
  readonly office: OfficeId;
  /** The moment that the backup shows, by the clock of the machine that made it. */
  readonly at: Instant;
  readonly migrations: readonly DoneMigration[];
  readonly counts: { readonly events: number; readonly cases: number };
  readonly isDemo: boolean;
  /** Whether the key files of people lie in it. */
  readonly withKeys: boolean;
};

/** What an entry is called, and for a table how many rows of which columns it holds. */
export type EntryHead = { readonly name: string; readonly columns?: readonly string[]; readonly rows?: number };

/** What stands at the end: the backup is whole. */
export type Closing = {
  readonly entries: number;
  /** Evidence that had arrived, and that was not there or not whole when the backup was made. */
  readonly missing: number;
  readonly sha256: Digest;
};

/** What an entry's name means; anything else is no entry of this form. */
export type EntryPlace =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "table"; readonly table: KeptTable }
  | { readonly kind: "blob"; readonly digest: Digest };

const most = Number.MAX_SAFE_INTEGER;
const digest = parsed(parseDigest);

const formShape = fieldsOf({ form: wholeUpTo(1e6) });
const openingShape: Shape<Opening> = fieldsOf({
  form: wholeUpTo(1e6),
  office: parsed((value) => parseId("office", value)),
  at: parsed(parseInstant),
  migrations: listOf(
    fieldsOf({ number: wholeUpTo(9999), name: textLike(/^\d{4}_[a-z0-9_]{1,60}\.sql$/), digest: textUpTo(64) }),
    1000,
  ),
  counts: fieldsOf({ events: wholeUpTo(most), cases: wholeUpTo(most) }),
  isDemo: truth,
  withKeys: truth,
});

export const entryHeadShape: Shape<EntryHead> = fieldsOf(
  { name: textUpTo(200) },
  { columns: listOf(textLike(/^[a-z][a-z0-9_]{0,62}$/), 100), rows: wholeUpTo(most) },
);
export const tailShape = fieldsOf({ size: wholeUpTo(most), sha256: digest });
export const closingShape: Shape<Closing> = fieldsOf({
  entries: wholeUpTo(most),
  missing: wholeUpTo(most),
  sha256: digest,
});

/** Reads the opening. Throws `BackupFault`: for a newer form by that name, so that nobody thinks the file is spoilt. */
export function readOpening(value: unknown): Opening {
  const form = isObject(value) ? formShape({ form: value.form })?.form : undefined;
  if (form !== undefined && form > backupForm) {
    throw new BackupFault(
      "newer-release",
      `this backup was written by a newer release (form ${form}; this release reads up to ${backupForm})`,
    );
  }
  const opening = openingShape(value);
  if (!opening) throw damaged();
  return opening;
}

const isObject = (value: unknown): value is { readonly form?: unknown } => typeof value === "object" && value !== null;

/** The files of a data folder that a backup holds, and those that go with `--with-keys`. */
export const officeFiles = ["keys/roots.json", "keys/directory-1.json", "keys/clock.key"] as const;
/** Files that an office has when it has begun a public log. */
export const logFiles = ["keys/log.key", "keys/log.policy"] as const;
export const keyFile =
  /^(?:keys\/staff\/stf_[0-9a-z]{26}\.age|keys\/roots\/root-\d\.age|demo\/(?:people|roots)\.json)$/;

/** Reads where an entry belongs. Only these places are ever written to, whatever a backup says. */
export function parseEntryName(name: string): EntryPlace | undefined {
  const [, kind, rest = ""] = /^(file|table|blob)\/(.+)$/.exec(name) ?? [];
  if (kind === "file") {
    const isOurs = [...officeFiles, ...logFiles].some((path) => path === rest) || keyFile.test(rest);
    return isOurs ? { kind, path: rest } : undefined;
  }
  if (kind === "table") {
    const table = parseKeptTable(rest);
    return table && { kind, table };
  }
  const named = parseDigest(rest);
  return kind === "blob" && named.ok ? { kind, digest: named.value } : undefined;
}
