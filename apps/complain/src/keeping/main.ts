import { findLanguage } from "@temwen/words";
import { keepingWords } from "@temwen/words/pages";
import { show, tell } from "../page/dom.ts";
import { removeKeptPage } from "../page/traces.ts";

/** Less room than the page takes, in bytes. */
const roomNeeded = 1_000_000;

type Maker = { readonly createScriptURL: (language: string) => string };
type TrustedTypes = { readonly createPolicy: (name: string, rules: Maker) => Maker };

// One address, whatever is asked for. The page's policy lets it be made one time only.
const rules: Maker = { createScriptURL: (language) => `/complain-worker.js?${language}` };
const trusted =
  (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy("worker", rules) ?? rules;

/** How it stands with the page on this phone; each is also the name of the sentence that says so. */
type State = "keeping" | "kept" | "removed" | "keptNot" | "phoneFull";

let state: State = "kept";
let workers: ServiceWorkerContainer;

/**
 * Keeps the page on this phone, or, where it is kept, offers to take it away. Safe to call again after it failed. Returns
 * what says how it stands, in the language then in use.
 */
export function openKeeping(container: ServiceWorkerContainer, isKept: boolean): () => void {
  workers = container;
  const button = document.getElementById("unkeep");
  if (button) button.onclick = () => void removeKeptPage().then(() => become("removed"));
  if (isKept) become("kept");
  else {
    become("keeping");
    void keepPage().then(become);
  }
  return () => become(state);
}

function become(next: State): void {
  state = next;
  const words = keepingWords[findLanguage(document.documentElement.lang) ?? "ht"];
  tell("keep-said", words[state]);
  show("keep", state !== "kept" && state !== "keeping");
  tell("unkeep", state === "kept" ? words.unkeep : "");
}

async function keepPage(): Promise<State> {
  try {
    const url = trusted.createScriptURL(document.documentElement.lang);
    const registration = await workers.register(url, { scope: "/complain" });
    if (await isInPlace(registration)) return "kept";
  } catch {
    // Without a line the worker itself does not come.
  }
  return (await isFull()) ? "phoneFull" : "keptNot";
}

/** Whether the worker got everything it keeps; one that did not is dropped by the browser. */
function isInPlace({ active, installing }: ServiceWorkerRegistration): Promise<boolean> | boolean {
  if (!installing) return active !== null;
  return new Promise((resolve) => {
    installing.addEventListener("statechange", () => {
      if (installing.state === "activated") resolve(true);
      if (installing.state === "redundant") resolve(false);
    });
  });
}

/** Found out by trying: what browsers say of their room is made vague on purpose, so that nobody is known by it. */
async function isFull(): Promise<boolean> {
  const name = "kept-trial";
  try {
    await (await caches.open(name)).put("/", new Response(new Uint8Array(roomNeeded)));
    return false;
  } catch (cause) {
    return (cause as { readonly name?: unknown }).name === "QuotaExceededError";
  } finally {
    await caches.delete(name);
  }
}
