import type { Digest, ImportedCaseId, RegisterId } from "@temwen/vocabulary";

/** A case of somebody else's register, as canonical bytes. */
export type RegisterCase = {
  readonly caseId: ImportedCaseId;
  /** SHA-256 of the body. */
  readonly digest: Digest;
  readonly body: Uint8Array;
};

/** How far one import has come. */
export type ImportState = {
  /** Cases that were brought, the unchanged ones among them. */
  readonly size: number;
  /** The Merkle tree over them, as its peaks: 32 bytes each, the largest first. */
  readonly peaks: Uint8Array;
  readonly allegations: number;
  readonly flagged: number;
  /** Cases that the register did not have, and such as it had otherwise. */
  readonly added: number;
  readonly changed: number;
};

/** Some cases of an import, taken whole or not at all. */
export type RegisterBatch = {
  readonly register: RegisterId;
  /** Index of the event with which the import began. */
  readonly import: number;
  /** The imports before it whose cases stand: those that were finished. */
  readonly standing: readonly number[];
  /** The size behind which these cases stand. */
  readonly from: number;
  /** The signed statement that goes with them, and who vouches for it. */
  readonly statement: Uint8Array;
  readonly vouching: { readonly key: string; readonly signature: string };
  /** The hash of each case's leaf, 32 bytes each. */
  readonly hashes: Uint8Array;
  readonly after: Pick<ImportState, "peaks" | "allegations" | "flagged">;
  /** No case twice. */
  readonly cases: readonly RegisterCase[];
};

export type BatchOutcome =
  | { readonly outcome: "brought"; readonly state: ImportState }
  /** Another batch came first; or this one, and its answer was lost. */
  | { readonly outcome: "overtaken"; readonly state: ImportState }
  /** One of the cases came earlier in the same import. */
  | { readonly outcome: "case-twice" }
  /** The disk is full: nothing was written. */
  | { readonly outcome: "no-space" };

/** A case as it stands now, and where it came in: the import, and its place in that one. */
export type StandingCase = RegisterCase & {
  readonly version: number;
  readonly import: number;
  readonly place: number;
};

/**
 * Cases of registers from before this office. They stand apart from its own: no stream, no queue, no clock, no mailbox reaches them.
 * Nothing of them is ever changed; a case that comes otherwise in a later import has one version more.
 */
export type RegisterRows = {
  /** Undefined before the first batch. */
  readImport(register: RegisterId, from: number): Promise<ImportState | undefined>;
  /** A case that stands already with the same digest is counted, and not written again. */
  bring(batch: RegisterBatch): Promise<BatchOutcome>;
  /** The cases of a register as these imports left them, by id, at most `limit`, behind `after`. */
  readCases(
    register: RegisterId,
    standing: readonly number[],
    after: string,
    limit: number,
  ): Promise<readonly StandingCase[]>;
  /** Every version of one case, the first first. */
  readVersions(register: RegisterId, caseId: ImportedCaseId): Promise<readonly StandingCase[]>;
  /** The batches of an import in their order: what was signed, and the hashes of the leaves. */
  readBatches(
    register: RegisterId,
    from: number,
    after: number,
    limit: number,
  ): Promise<readonly Pick<RegisterBatch, "from" | "statement" | "vouching" | "hashes">[]>;
};
