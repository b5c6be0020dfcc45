/** Where the files of a log are read: a folder, or an address on the web. */
export type LogPlace = {
  /** As it was said. */
  readonly name: string;
  /** Whether reading costs a way over the line, so that a few files should be asked for at once. */
  readonly isFar: boolean;
  /**
   * A file by its path below the log; null when there is none. Reads at most one byte more than the largest that such a file
   * may have: too long is then seen by its length. Throws `UnreachableFault`, or what the system throws.
   */
  readonly readFile: (path: string) => Promise<Uint8Array | null>;
  /** The newest checkpoint kept there of a tree of at most this size; null for none. As it is: nobody has judged it. */
  readonly findHead: (atMost: bigint) => Promise<Uint8Array | null>;
};
