import type { Instant, StreamId } from "@temwen/vocabulary";

/** How far the public log has come, as its one row says. */
export type LogHead = {
  readonly size: bigint;
  /** RFC 6962 root of that many leaves. */
  readonly root: Uint8Array;
  /** The position up to which every event of the record has its leaves in the log. */
  readonly followed: number;
};

/** A leaf with its place in the log. */
export type LogLeaf = {
  readonly leaf: Uint8Array;
  /** 12 digits, docs/specs/leaf.md; two leaves may share one. */
  readonly proofNumber: string;
  /**
   * What it stands for, unique: the log never takes the same thing twice. Undefined for cover, which nobody can tell from
   * the others.
   */
  readonly key: string | undefined;
  /**
   * What its commitment opens with, of cover too, until the case is erased; undefined where the filing keeps it, and for
   * public leaves.
   */
  readonly salt: Uint8Array | undefined;
};

/** A leaf of a case's event: which event of the stream, which of that event's leaves, and where in the log. */
export type LoggedLeaf = {
  /** Of the event, in its stream. */
  readonly event: number;
  /** 0 for the event itself, 1 and on for the clocks it stops. */
  readonly part: number;
  readonly index: bigint;
  readonly salt: Uint8Array | undefined;
};

/** Of an event, all that its leaves commit to. */
export type LoggedEvent = {
  readonly stream: StreamId;
  readonly index: number;
  readonly at: Instant;
  readonly body: Uint8Array;
  readonly vouchings: readonly { readonly key: string; readonly signature: string }[];
};

/** A leaf with what it stands for and what opens it, for an auditor. */
export type OpenableLeaf = {
  readonly index: bigint;
  readonly leaf: Uint8Array;
  /** The event that it stands for, and which of that event's leaves it is; undefined for what is no event's. */
  readonly of: { readonly event: LoggedEvent; readonly part: number } | undefined;
  /** The filing's for record 0; undefined once a case is erased, for public leaves, and for leaves put back from a copy. */
  readonly salt: Uint8Array | undefined;
};

/** One step of the log, taken whole or not at all. */
export type LogStep = {
  /** The size that the leaves were put behind. */
  readonly from: bigint;
  readonly leaves: readonly LogLeaf[];
  readonly head: LogHead;
};

/**
 * The leaves of the public log, in their order. Any number of processes may try to extend it: of two that start from one
 * size exactly one succeeds, with no lock that could be lost.
 */
export type LogRows = {
  readHead(): Promise<LogHead>;
  /** `overtaken`: another step came first, and nothing was written. Throws where a key stands already. */
  extend(step: LogStep): Promise<"extended" | "overtaken">;
  /** The leaves from one index up to, and without, another; fewer where the log ends. */
  readLeaves(from: bigint, to: bigint): Promise<readonly Uint8Array[]>;
  /** Which of these keys stand in the log. */
  findKeys(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Where the leaves of a stream's events stand, as far as the log has come. */
  readOf(stream: StreamId): Promise<readonly LoggedLeaf[]>;
  /** The leaves from one index up to, and without, another, each with what opens it; fewer where the log ends. */
  readOpenable(from: bigint, to: bigint): Promise<readonly OpenableLeaf[]>;
  /** The indexes of leaves with this proof number, at most 16. */
  findNumber(proofNumber: string): Promise<readonly bigint[]>;
};

/** The key of an event's leaf. */
export const eventKey = (position: number, part: number): string => `${position}/${part}`;

/** Where a log without leaves stands. */
export const emptyLogHead: LogHead = {
  size: 0n,
  root: Uint8Array.from(Buffer.from("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "hex")),
  followed: 0,
};
