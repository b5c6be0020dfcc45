// Runs in a browser: what a complainant's phone does between the last tap and the first byte sent.
import type { Directory } from "@temwen/office";
import { deriveReceiptKeys, drawReceipt } from "@temwen/sealing/receipt";
import { type ComplaintDraft, sealComplaint } from "@temwen/sealing/seal";

/** Milliseconds; each `…Block` is the longest time in which the page could neither draw nor hear. */
export type PageTimes = {
  readonly receipt: number;
  readonly receiptBlock: number;
  readonly seal: number;
  readonly sealBlock: number;
};

declare global {
  var measureSealing: (directory: Directory, draft: ComplaintDraft) => Promise<PageTimes>;
}

globalThis.measureSealing = async (directory, draft) => {
  const tasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries());
  });
  observer.observe({ type: "longtask" });
  // Like the complaint page: it draws what it is about to do, and draws again after every seal.
  await breathe();
  const begun = performance.now();
  const receipt = await deriveReceiptKeys(drawReceipt(), directory.receiptSalt, { onProgress: breathe });
  const derived = performance.now();
  await breathe();
  const before = performance.now();
  const parcel = await sealComplaint(draft, receipt, directory, { onProgress: breathe });
  const sealed = performance.now();
  if (!parcel.ok) throw new Error(parcel.refusal.code);
  // Long tasks are told a little after they end.
  await new Promise((resolve) => setTimeout(resolve, 300));
  observer.disconnect();
  const longest = (from: number, to: number): number =>
    Math.max(
      0,
      ...tasks.filter(({ startTime }) => startTime >= from && startTime < to).map(({ duration }) => duration),
    );
  return {
    receipt: derived - begun,
    receiptBlock: longest(begun, before),
    seal: sealed - before,
    sealBlock: longest(before, sealed),
  };
};

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
