import { loadAnnex } from "./annexes.ts";
import { onClick, show, tell } from "./dom.ts";
import { isEmptied } from "./leaving.ts";
import { keepSaid, sayRefusal } from "./words.ts";

let underWay: Promise<unknown> = Promise.resolve();

/** When a keeping that is under way is over: until then the browser may go on writing. */
export const whenKept = (): Promise<unknown> => underWay;

type Keeping = typeof import("../keeping/main.ts");

/**
 * Offers to keep the page on this phone; how that is done, and undone, is an annex. Before the person's tap the browser is
 * only asked whether it could, and whether the page was kept before.
 */
export async function offerKeeping(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const open = async (isKept: boolean): Promise<void> => {
    const annex = await loadAnnex<Keeping>("keeping");
    if (isEmptied()) return;
    if (annex.ok) {
      const { sayState, settled } = annex.value.openKeeping(workers, isKept);
      underWay = settled;
      keepSaid(sayState);
    } else tell("keep-said", sayRefusal(annex.refusal.code));
  };
  if ((await workers.getRegistration("/complain"))?.active) await open(true);
  onClick("keep", () => void open(false));
  show("keep-place");
}
