import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Trust } from "@temwen/office";
import { fieldsOf, tableOf, textUpTo } from "@temwen/vocabulary";
import { squeezeOnce } from "./squeeze.ts";

/** A file as it is served: its bytes, its kind, and the policy that lets its own script run. */
export type PageFile = {
  readonly plain: Buffer;
  /** The bytes compressed. */
  readonly brotli: () => Promise<Buffer>;
  readonly kind: string;
  readonly policy?: string;
  /** For `Cache-Control`; without it nobody keeps an answer. */
  readonly caching?: string;
};

/** The built pages by file name. */
export type Pages = ReadonlyMap<string, PageFile>;

const policiesShape = fieldsOf({ policies: tableOf(/^[a-z.]+\.(?:html|js)$/, textUpTo(2000), 100) });

/**
 * Reads the built pages and writes into each the roots that this office is trusted by: data, not script, so that the
 * digests of script and style stay those of the build. A demonstration says so on every page.
 */
export async function readPages(folder: string, trust: Trust, isDemo: boolean): Promise<Pages> {
  const names = await readdir(folder);
  const read = policiesShape({ policies: JSON.parse(await readFile(join(folder, "csp.json"), "utf8")) });
  if (!read) throw new Error("csp.json of the built pages cannot be read");
  const pages = new Map<string, PageFile>();
  for (const name of names) {
    if (name.endsWith(".html")) {
      const policy = read.policies[name];
      if (!policy) throw new Error(`the built page ${name} has no policy`);
      const plain = Buffer.from(fillPage(await readFile(join(folder, name), "utf8"), trust, isDemo));
      pages.set(name, { plain, brotli: squeezeOnce(plain), kind: "text/html; charset=utf-8", policy });
    }
    const kind = servedAsBuilt(name);
    if (kind === undefined) continue;
    const plain = await readFile(join(folder, name));
    // Of what was compressed beforehand nobody would see that it is something else than what the log names.
    pages.set(name, { plain, brotli: squeezeOnce(plain), kind });
  }
  const policy = read.policies[workerFile];
  if (!policy) throw new Error("the worker of the kept page has no policy");
  pages.set(workerFile, { ...(await readWorker(folder, pages)), policy });
  return pages;
}

/** The kind of what goes out byte for byte as it was built. */
function servedAsBuilt(name: string): string | undefined {
  if (name.endsWith(".json") && name !== "csp.json") return "application/json";
  return /^annex\..*\.js$/.test(name) ? "text/javascript; charset=utf-8" : undefined;
}

const workerFile = "complain.worker.js";

/**
 * The worker of the page that people keep, with the release it keeps: a digest of the pages as this office serves them, so
 * that new roots are a newer release too, which kept pages take on their next opening.
 */
async function readWorker(folder: string, pages: Pages): Promise<PageFile> {
  const digest = createHash("sha256");
  for (const [name, { plain }] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name.startsWith("complain.")) digest.update(plain);
  }
  const built = await readFile(join(folder, workerFile), "utf8");
  const plain = Buffer.from(
    built.replace(/^var release="[0-9a-f]{16}"/, `var release="${digest.digest("hex").slice(0, 16)}"`),
  );
  return { plain, brotli: squeezeOnce(plain), kind: "text/javascript; charset=utf-8" };
}

function fillPage(html: string, trust: Trust, isDemo: boolean): string {
  const place = '<script type="application/json" id="trust">null</script>';
  // "<" in data could end the element that holds it.
  const spelled = JSON.stringify(trust).replaceAll("<", "\\u003c");
  const filled = html.replace(place, () => `<script type="application/json" id="trust">${spelled}</script>`);
  return isDemo ? filled.replace(/id="(demo|fiction)" hidden/g, 'id="$1"') : filled;
}
