import { cachesNamed, eraseCache } from "./caches.ts";
import { emptyAndGo } from "./leaving.ts";

/** Longer than this nobody waits for a browser that does not finish erasing, in milliseconds. */
const patience = 15_000;
let isCopied = false;

/** Puts words on the phone's clipboard, and remembers it, so that they can be taken away again. */
export async function copyToClipboard(words: string): Promise<void> {
  await navigator.clipboard.writeText(words);
  isCopied = true;
}

/** Takes away the page that was kept for use without a line. What waits to be sent stays. */
export async function removeKeptPage(): Promise<void> {
  await Promise.all([dropWorkers(), dropCaches("kept-")]);
}

/**
 * *Leave no trace*: empties the page, erases everything that this site ever wrote on the phone, and goes where the way
 * out goes. What the browser itself noted of the visit is not ours to erase; the page says so. `written`: when nothing more is
 * on its way to the phone.
 */
export function leaveNoTrace(written: Promise<unknown>): void {
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  emptyAndGo(Promise.race([eraseAll(written), late]));
}

async function eraseAll(written: Promise<unknown>): Promise<void> {
  // While the tap still counts as one: later browsers would refuse to write there.
  const emptied = isCopied ? navigator.clipboard.writeText("").catch(() => undefined) : undefined;
  // All at once: what the browser was told to erase it erases, also when the page is gone before it is done.
  await Promise.all([emptied, dropWorkers(), dropCaches("")]);
  // A worker that was just getting its files goes on until it has them, whatever was erased meanwhile.
  await written;
  await Promise.all([dropWorkers(), dropCaches("")]);
}

async function dropWorkers(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
}

async function dropCaches(beginning: string): Promise<void> {
  await Promise.all((await cachesNamed(beginning)).map(eraseCache));
}
