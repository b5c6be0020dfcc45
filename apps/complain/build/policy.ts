import { createHash } from "node:crypto";
import type { Annex } from "./annexes.ts";

type Allowed = {
  /** It seals words and speaks with the server it came from. */
  readonly seals: boolean;
  /** It reads the public log of the server it came from, and seals nothing. */
  readonly reads?: boolean;
  /** A form on it goes to the server it came from. */
  readonly sends?: boolean;
  readonly script: string | undefined;
  readonly styles: readonly string[];
  readonly annexes: readonly Annex[];
  /** A service worker of its own keeps it on the phone of whoever asks for that. */
  readonly hasWorker?: boolean;
};

/**
 * Nothing but this page's own script, style and annexes, by their digests, and nothing third-party. The same policy stands
 * in the page itself, so that it holds where another host forgets the header (frame-ancestors works only as a header).
 * Source: docs/specs/pages.md.
 */
export function policyFor(allowed: Allowed): string {
  const { seals, reads = false, sends = false, script, styles, annexes, hasWorker = false } = allowed;
  const scripts = [...(script === undefined ? [] : [script]), ...annexes.map(({ source }) => source)];
  const hasAnnexes = annexes.length > 0;
  return [
    "default-src 'none'",
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.map(sourceDigest).join(" ")}`]),
    `style-src ${styles.map(sourceDigest).join(" ")}`,
    `connect-src ${seals || reads ? "'self'" : "'none'"}`,
    // What the person chose is shown from memory.
    hasAnnexes ? "img-src blob: data:" : "img-src data:",
    ...(hasAnnexes ? ["media-src blob:"] : []),
    ...(hasWorker ? ["worker-src 'self'"] : []),
    `form-action ${seals || sends ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    // One policy each, which only the loader of annexes and the keeper of the page make, once; else there is none.
    `trusted-types ${[...(hasAnnexes ? ["annex"] : []), ...(hasWorker ? ["worker"] : [])].join(" ") || "'none'"}`,
  ].join("; ");
}

const sourceDigest = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
