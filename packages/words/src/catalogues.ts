import en from "./catalogues/en.json" with { type: "json" };
import es from "./catalogues/es.json" with { type: "json" };
import fr from "./catalogues/fr.json" with { type: "json" };
import ht from "./catalogues/ht.json" with { type: "json" };
import sw from "./catalogues/sw.json" with { type: "json" };
import type { DateWords } from "./dates.ts";
import type { Language } from "./language.ts";

/** What anybody may read without being of the office. */
export const publicSurfaces = [
  "common",
  "home",
  "help",
  "about",
  "complain",
  "evidence",
  "keeping",
  "reply",
  "acts",
  "owed",
  "proof",
  "steps",
  "plain",
  "referral",
  "log",
  "verify",
  "api",
  "refusals",
] as const;
/** Which sentences belong together: a page carries only its own. */
export const surfaces = [...publicSurfaces, "desk", "panel", "matters", "dossier"] as const;
export type Surface = (typeof surfaces)[number];

/** One language as people wrote it. */
export type Catalogue = DateWords & {
  readonly language: string;
  readonly name: string;
  /** Whether a native speaker has read it. */
  readonly reviewed: boolean;
  readonly surfaces: Readonly<Record<Surface, Readonly<Record<string, string>>>>;
};

/** Every catalogue; the first is the one the others are checked against. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { ht, fr, en, es, sw };
