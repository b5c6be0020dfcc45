// The whole script of the frame that draws a PDF. Its policy lets it reach nothing, run nothing else and load no font or
// picture; what the document brings is read and drawn by this script alone: page by page, as somebody scrolls to it, or all
// of them, for a copy.
import type { FromViewer, ToViewer } from "../said-between.ts";
import { copyPaper } from "./copying.ts";
import { showPaper } from "./showing.ts";

const tell = (said: FromViewer): void => parent.postMessage(said, "*");

addEventListener("message", ({ source, data }: MessageEvent<ToViewer>) => {
  if (source !== parent || data.say === "stop") return;
  const done = data.say === "show" ? showPaper(data.bytes) : copyPaper(data.bytes, tell);
  done.then(tell, () => tell({ say: "not-drawn" }));
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") tell({ say: "cover" });
});
tell({ say: "ready" });
