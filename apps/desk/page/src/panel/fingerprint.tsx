import type { Digest } from "@temwen/vocabulary";
import { words } from "../say.ts";

/** What everybody votes on, as a mark that two people can compare over the telephone. */
export function Fingerprint({ digest }: { readonly digest: Digest }) {
  const short = [0, 4, 8, 12].map((from) => digest.slice(from, from + 4)).join(" ");
  return (
    <p class="hint fingerprint" title={digest}>
      <span class="number">{words().fingerprint({ digest: short })}</span> {words().fingerprintHint}
    </p>
  );
}
