import { granted, type Result, refused } from "@temwen/vocabulary";
import type { FromViewer, ToViewer } from "../viewer/said-between.ts";

/** A drawn page: a picture, and how large the page is, in points of 1/72 inch. */
export type Drawn = { readonly width: number; readonly height: number; readonly jpeg: Blob };

/**
 * Draws every page of a PDF in a locked frame that nobody sees. Refused where not all of it can be drawn, or when `signal`
 * says to stop: half a copy is none. `onPage` hears how far it is.
 */
export function drawCopy(
  bytes: ArrayBuffer,
  { signal, onPage }: { readonly signal: AbortSignal; readonly onPage: (number: number, of: number) => void },
): Promise<Result<readonly Drawn[], { readonly code: "not-drawn" | "stopped" }>> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.referrerPolicy = "no-referrer";
  frame.hidden = true;
  frame.src = "/viewer-document.html";
  const sheets: Drawn[] = [];
  return new Promise((settle) => {
    const end = (result: Parameters<typeof settle>[0]) => {
      removeEventListener("message", hear);
      signal.removeEventListener("abort", stop);
      frame.remove();
      settle(result);
    };
    const stop = () => end(refused({ code: "stopped" }));
    const hear = ({ source, data }: MessageEvent<FromViewer>) => {
      if (source === null || source !== frame.contentWindow) return;
      if (data.say === "ready") frame.contentWindow?.postMessage({ say: "copy", bytes } satisfies ToViewer, "*");
      if (data.say === "not-drawn") end(refused({ code: "not-drawn" }));
      if (data.say === "copied") end(granted(sheets));
      if (data.say !== "sheet") return;
      const { number, of, width, height, jpeg } = data;
      sheets.push({ width, height, jpeg: new Blob([jpeg], { type: "image/jpeg" }) });
      onPage(number, of);
    };
    addEventListener("message", hear);
    signal.addEventListener("abort", stop);
    document.body.append(frame);
  });
}
