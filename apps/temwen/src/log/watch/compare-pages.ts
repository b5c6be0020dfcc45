import { hash } from "node:crypto";
import { type Digest, languages, parseDigest } from "@temwen/vocabulary";
import { fetchBounded } from "../place/fetch-bounded.ts";
import { askLikeBrowser, type Encoding, encodings } from "./ask-like-browser.ts";
import type { LoggedPage } from "./page-leaves.ts";

/** What a site serves at an address, beside what its log says. */
export type PageFinding = {
  readonly path: string;
  readonly verdict: "as-logged" | "page-differs" | "page-older" | "page-not-logged" | "page-missing";
  readonly served?: Digest;
  readonly logged?: Digest;
  readonly index?: bigint;
  /** Which compression had been asked for, where it is not right. */
  readonly encoding?: Encoding;
};

const longestPage = 4_194_304;
/** Addresses that run code where words are typed: served and not in the log, they are a finding. */
const mustBeLogged = ["/complain", "/reply"].flatMap((page) => [page, ...languages.map((one) => `${page}/${one}`)]);
const annexes = /\/annexes\/[a-z0-9-]+\.[0-9a-f]{32}\.js/g;

/**
 * Fetches, as a browser and in every compression, every logged page, every page that must be logged, and every annex that these name. An annex of an older release
 * need not be served any more. Throws `UnreachableFault`.
 */
export async function comparePages(
  site: URL,
  logged: ReadonlyMap<string, LoggedPage>,
): Promise<readonly PageFinding[]> {
  const pages = [...logged.keys()].filter((path) => !path.startsWith("/annexes/"));
  const paths = new Set([...mustBeLogged, "/complain-worker.js", ...pages]);
  const findings: PageFinding[] = [];
  // Grows while it is walked: by the annexes of each page.
  for (const path of paths) {
    const found: PageFinding[] = [];
    for (const encoding of encodings) {
      const body = await fetchBounded(new URL(path, site), longestPage, (at) => askLikeBrowser(at, encoding));
      for (const annex of body === null ? [] : annexesIn(body)) paths.add(annex);
      const finding = judge(path, body, logged.get(path), path.startsWith("/annexes/"));
      if (finding !== null) found.push(finding.verdict === "as-logged" ? finding : { ...finding, encoding });
    }
    // One copy that is wrong is enough: somebody gets it.
    const worst = found.find(({ verdict }) => verdict !== "as-logged") ?? found[0];
    if (worst) findings.push(worst);
  }
  return findings;
}

const annexesIn = (body: Uint8Array): readonly string[] =>
  [...Buffer.from(body).toString("latin1").matchAll(annexes)].map(([annex]) => annex);

function judge(
  path: string,
  body: Uint8Array | null,
  logged: LoggedPage | undefined,
  isNamed: boolean,
): PageFinding | null {
  const said = logged === undefined ? {} : { logged: logged.sha256, index: logged.index };
  // A language that an office does not have is neither served nor logged.
  if (body === null) return logged === undefined && !isNamed ? null : { path, verdict: "page-missing", ...said };
  const served = digestOf(body);
  if (logged === undefined) return { path, verdict: "page-not-logged", served };
  if (served === logged.sha256) return { path, verdict: "as-logged", served, ...said };
  return { path, verdict: logged.older.has(served) ? "page-older" : "page-differs", served, ...said };
}

function digestOf(body: Uint8Array): Digest {
  const digest = parseDigest(hash("sha256", body, "hex"));
  if (!digest.ok) throw new Error("SHA-256 gave no digest");
  return digest.value;
}
