import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { bundleScript } from "./bundling.ts";

/** `complain.worker.js` in `dist/`, served at `/complain-worker.js`: beside the page and not below it, so that it may serve it. */
export const workerFile = "complain.worker.js";

/** What the worker may do: fetch from where it came, and nothing else. Source: docs/specs/kept-page.md. */
export const workerPolicy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/**
 * Builds the service worker of the complaint page. `beside` are the addresses that are kept with the page; `pages`, the
 * files of which any change makes another release.
 */
export async function buildWorker(beside: readonly string[], pages: readonly Buffer[]): Promise<string> {
  const entry = fileURLToPath(new URL("../src/worker/main.ts", import.meta.url));
  const script = await bundleScript(entry, { define: { keptFiles: JSON.stringify(beside) } });
  const digest = createHash("sha256");
  for (const page of pages) digest.update(page);
  // First of all, and in this very spelling: the server writes its own release there, for it fills in the roots.
  return `var release="${digest.digest("hex").slice(0, 16)}";${script}`;
}
