import en from "./catalogues/en.json" with { type: "json" };
import fr from "./catalogues/fr.json" with { type: "json" };
import ht from "./catalogues/ht.json" with { type: "json" };
import type { Language } from "./language.ts";

/** Which sentences belong together: a page carries only its own. */
export type Surface = "common" | "home" | "complain" | "reply" | "refusals" | "desk";

/** One language as people wrote it. */
export type Catalogue = {
  readonly language: string;
  readonly name: string;
  /** Whether a native speaker has read it. */
  readonly reviewed: boolean;
  readonly months: readonly string[];
  readonly surfaces: Readonly<Record<Surface, Readonly<Record<string, string>>>>;
};

/** Every catalogue; the first is the one the others are checked against. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { ht, fr, en };
