import { findLanguage } from "@temwen/words";
import { keepingWords } from "@temwen/words/pages";
import { show, tell } from "../page/dom.ts";
import { removeKeptPage } from "../page/traces.ts";
import { createTrusted } from "../page/trusted.ts";

/** Less room than the page takes, in bytes. */
const roomNeeded = 1_000_000;

// One address, whatever is asked for.
const trusted = createTrusted("worker", { createScriptURL: (language: string) => `/complain-worker.js?${language}` });

/** How it stands with the page on this phone; each is also the name of the sentence that says so. */
type State = "keeping" | "kept" | "removed" | "keptNot" | "phoneFull";

let state: State = "kept";
let workers: ServiceWorkerContainer;

type Opened = {
  /** Says how it stands, in the language then in use. */
  readonly sayState: () => void;
  /** When the browser is done with keeping, well or badly. */
  readonly settled: Promise<void>;
};

/** Keeps the page on this phone, or, where it is kept, offers to take it away. Safe to call again after it failed. */
export function openKeeping(container: ServiceWorkerContainer, isKept: boolean): Opened {
  workers = container;
  const button = document.getElementById("unkeep");
  if (button) button.onclick = () => void removeKeptPage().then(() => become("removed"));
  become(isKept ? "kept" : "keeping");
  return { sayState: () => become(state), settled: isKept ? Promise.resolve() : keepPage().then(become) };
}

function become(next: State): void {
  state = next;
  // The page was emptied meanwhile.
  if (!document.getElementById("keep-said")) return;
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
