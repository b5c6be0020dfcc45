import { createHash } from "node:crypto";
import type { Annex } from "./annexes.ts";

type Allowed = {
  /** It seals words and speaks with the server it came from. */
  readonly seals: boolean;
  /** A form on it goes to the server it came from. */
  readonly sends?: boolean;
  readonly script: string | undefined;
  readonly styles: readonly string[];
  readonly annexes: readonly Annex[];
};

/**
 * Nothing but this page's own script, style and annexes, by their digests, and nothing third-party. The same policy stands
 * in the page itself, so that it holds where another host forgets the header (frame-ancestors works only as a header).
 * Source: docs/specs/pages.md.
 */
export function policyFor({ seals, sends = false, script, styles, annexes }: Allowed): string {
  const scripts = [...(script === undefined ? [] : [script]), ...annexes.map(({ source }) => source)];
  const hasAnnexes = annexes.length > 0;
  return [
    "default-src 'none'",
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.map(sourceDigest).join(" ")}`]),
    `style-src ${styles.map(sourceDigest).join(" ")}`,
    `connect-src ${seals ? "'self'" : "'none'"}`,
    // What the person chose is shown from memory.
    hasAnnexes ? "img-src blob: data:" : "img-src data:",
    ...(hasAnnexes ? ["media-src blob:"] : []),
    `form-action ${seals || sends ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    // One policy, which only the loader of annexes makes, once; where there are no annexes there is none.
    `trusted-types ${hasAnnexes ? "annex" : "'none'"}`,
  ].join("; ");
}

const sourceDigest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
