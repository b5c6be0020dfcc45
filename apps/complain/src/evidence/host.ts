import type { CaseId, Digest } from "@temwen/vocabulary";

/** What a page lends to the screen on which people show things. */
export type Host = {
  /** The language in use. */
  readonly language: () => string;
  /** Runs now, and again after each change of language. */
  readonly whenSwitched: (write: () => void) => void;
  /** Told after each change how many things are chosen. */
  readonly whenChosen?: (count: number) => void;
  /** Whether the person may be asked to let sealed pieces wait on this phone: where *leave no trace* stands beside it. */
  readonly mayKeep?: boolean;
};

/** A file as it is sealed. */
export type Shown = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** On a working copy, directly behind its original: the ending of its name, which is made of the original's part. */
  readonly copyEnding?: string;
};

/** A piece as it was sealed: of which case, its number there from 1, and what it is announced by. */
export type SealedPiece = {
  readonly caseId: CaseId;
  readonly part: number;
  readonly digest: Digest;
  readonly sealed: Uint8Array;
};

/** What the page may ask of that screen. */
export type EvidenceScreen = {
  /** What was chosen, with its working copies, in the order in which it is sealed. The same list until something changes. */
  readonly shown: () => readonly Shown[];
  /** What was chosen, a line each, in the language in use. */
  readonly said: () => string;
  /** Forgets what was chosen or recorded, and stops what is on its way. */
  readonly empty: () => void;
  /** Brings what was sealed, in the order of `shown`, and says in this place how far it is. */
  readonly bring: (place: HTMLElement, pieces: readonly SealedPiece[]) => void;
  /**
   * Lets what was sealed wait on this phone until it arrives, and then does what belongs to it; where either fails, nothing of
   * it stays here, and the answer is `false`.
   */
  readonly keep: (pieces: readonly SealedPiece[], then: () => Promise<boolean>) => Promise<boolean>;
  /** When nothing is being put down on this phone any more. */
  readonly settled: () => Promise<unknown>;
  /** Whether something that was sealed has not arrived, may still, and would be lost with the page. */
  readonly isBringing: () => boolean;
};
