import { fetchWhole } from "@temwen/courier";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { createTrusted } from "./trusted.ts";

/** Where the annexes lie, by name; written here when the page is built. */
declare const annexAddresses: { readonly [name: string]: string };

/** `annex-missing`: the line, ask again. `annex-changed`: it came, and it is not the one that this page was made with. */
export type AnnexRefusal = { readonly code: "annex-missing" | "annex-changed" };

const trusted = createTrusted("annex", { createScript: (text: string) => text });

/**
 * Loads code that not every visit needs, and gives what its first file exports. The text is added as an inline
 * script whose digest stands in the page's policy: the browser itself refuses any other. Safe to call again, also after a
 * refusal; what was loaded is not loaded twice.
 */
export async function loadAnnex<P>(name: string): Promise<Result<P, AnnexRefusal>> {
  const found = () => (globalThis as { readonly [global: string]: unknown })[`annex_${name}`] as P | undefined;
  if (!found()) {
    const text = await fetchText(annexAddresses[name] ?? "");
    if (text === undefined) return refused({ code: "annex-missing" });
    const script = document.createElement("script");
    script.text = trusted.createScript(text);
    // It runs here and now, or the browser leaves it out without a word to us.
    document.head.append(script);
    script.remove();
  }
  const annex = found();
  return annex ? granted(annex) : refused({ code: "annex-changed" });
}

async function fetchText(address: string): Promise<string | undefined> {
  const answer = await fetchWhole(address, { credentials: "omit", redirect: "error" });
  return typeof answer !== "string" && answer.ok ? answer.text() : undefined;
}
