import {
  type Digest,
  fieldsOf,
  type Instant,
  listOf,
  type OfficeId,
  oneOf,
  parseDigest,
  parsed,
  parseId,
  parseInstant,
  type RegisterId,
  type Shape,
  type StaffId,
  textLike,
  wholeUpTo,
} from "@temwen/vocabulary";
import { type Mapping, parseMapping } from "./mapping.ts";

/** What a registrar says with everything they sign: which register of which office, who, when, under which directory. */
type Header = {
  readonly office: OfficeId;
  readonly register: RegisterId;
  readonly epoch: number;
  readonly by: StaffId;
  readonly at: Instant;
};

/** Place in the register's own stream; `previous` is absent on its first event only. */
type Placed = { readonly index: number; readonly previous?: Digest };

/** An import begins: how the files are read, and which files they are. */
export type ImportBegun = Header &
  Placed & {
    readonly type: "register.import-begun/1";
    readonly mapping: Mapping;
    readonly files: readonly { readonly name: string; readonly sha256: Digest }[];
  };

/**
 * Some cases, brought one after another. `root` is the Merkle root (RFC 6962) over the bodies of all cases of this import so far, so
 * that the signature stands for each of them.
 */
export type RowsBrought = Header & {
  readonly type: "register.rows/1";
  /** The index of the event with which the import began. */
  readonly import: number;
  /** How many cases came before these, and how many with them. */
  readonly from: number;
  readonly size: number;
  readonly root: string;
};

/** An import is whole: what it brought, in numbers, and the root over all of it. */
export type ImportFinished = Header &
  Placed & {
    readonly type: "register.import-finished/1";
    readonly import: number;
    /** Of the mapping's canonical bytes. */
    readonly mapping: Digest;
    /** Rows of all files that were read, and of them those that were left out. */
    readonly rows: number;
    readonly refused: number;
    readonly cases: number;
    readonly allegations: number;
    /** Cases about which something is odd. */
    readonly flagged: number;
    readonly added: number;
    readonly changed: number;
    readonly root: string;
  };

/** What stands in a register's stream. */
export type RegisterStatement = ImportBegun | ImportFinished;

const header = {
  office: parsed((value) => parseId("office", value)),
  register: parsed((value) => parseId("register", value)),
  epoch: wholeUpTo(1e9),
  by: parsed((value) => parseId("staff", value)),
  at: parsed(parseInstant),
};
const digest = parsed(parseDigest);
const count = wholeUpTo(1e12);
const index = wholeUpTo(1e9);
const root = textLike(/^[A-Za-z0-9+/]{43}=$/);

/** Reads the statement that begins an import. */
export const importBegunShape: Shape<ImportBegun> = fieldsOf(
  {
    ...header,
    type: oneOf("register.import-begun/1"),
    index,
    mapping: parsed(parseMapping),
    files: listOf(fieldsOf({ name: textLike(/^[a-z][a-z0-9-]{0,39}$/), sha256: digest }), 8),
  },
  { previous: digest },
);

/** Reads the statement that goes with some cases. */
export const rowsBroughtShape: Shape<RowsBrought> = fieldsOf({
  ...header,
  type: oneOf("register.rows/1"),
  import: index,
  from: count,
  size: count,
  root,
});

/** Reads the statement that ends an import. */
export const importFinishedShape: Shape<ImportFinished> = fieldsOf(
  {
    ...header,
    type: oneOf("register.import-finished/1"),
    index,
    import: index,
    mapping: digest,
    rows: count,
    refused: count,
    cases: count,
    allegations: count,
    flagged: count,
    added: count,
    changed: count,
    root,
  },
  { previous: digest },
);

/** Reads what stands in a register's stream. */
export const registerStatementShape: Shape<RegisterStatement> = (value) =>
  importBegunShape(value) ?? importFinishedShape(value);
