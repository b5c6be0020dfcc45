// The whole script of the frame that draws a PDF. Its policy lets it reach nothing, run nothing else and load no font or
// picture; what the document brings is read and drawn by this script alone, page by page, as somebody scrolls to it.
import "pdfjs-dist/build/pdf.worker.mjs";
import { AnnotationMode, getDocument, type PDFDocumentProxy } from "pdfjs-dist";
import type { FromViewer, ToViewer } from "../said-between.ts";

/** Pages of one document that are drawn; the rest is for whoever saves the file. */
const mostPages = 200;
/** Points of one drawn page: a page may call itself as large as a wall. */
const mostPoints = 4_000_000;
/** Points of one picture in a document; a larger one is left out. */
const mostInPicture = 2 ** 26;

const tell = (said: FromViewer): void => parent.postMessage(said, "*");

addEventListener("message", (event: MessageEvent<ToViewer>) => {
  if (event.source !== parent || event.data.say !== "show") return;
  show(event.data.bytes).catch(() => tell({ say: "not-drawn" }));
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") tell({ say: "cover" });
});
tell({ say: "ready" });

async function show(bytes: ArrayBuffer): Promise<void> {
  const paper = await getDocument({
    data: new Uint8Array(bytes),
    // Letters are drawn as lines, pictures are decoded by the script: no byte of the document reaches the browser's own
    // decoders, and nothing is asked for that the policy would refuse.
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    maxImageSize: mostInPicture,
    verbosity: 0,
  }).promise;
  const first = (await paper.getPage(1)).getViewport({ scale: 1 });
  const sheets = Array.from({ length: Math.min(paper.numPages, mostPages) }, () => {
    const sheet = document.createElement("canvas");
    sheet.width = sheet.height = 0;
    sheet.style.aspectRatio = `${first.width} / ${first.height}`;
    return sheet;
  });
  document.body.replaceChildren(...sheets);
  drawWhenNear(paper, sheets);
  tell({ say: "shown", width: first.width, height: first.height, pages: paper.numPages, drawn: sheets.length });
}

/** Draws a sheet shortly before it is scrolled to, and forgets it when it is far again: memory must not grow with the pages. */
function drawWhenNear(paper: PDFDocumentProxy, sheets: readonly HTMLCanvasElement[]): void {
  const near = new Set<HTMLCanvasElement>();
  let last: Promise<void> = Promise.resolve();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const sheet = target as HTMLCanvasElement;
        if (!isIntersecting) {
          near.delete(sheet);
          sheet.width = sheet.height = 0;
        } else if (!near.has(sheet)) {
          near.add(sheet);
          last = last.then(() => (near.has(sheet) ? drawSheet(paper, sheets.indexOf(sheet) + 1, sheet) : undefined));
        }
      }
    },
    { root: document, rootMargin: "100% 0px" },
  );
  for (const sheet of sheets) watch.observe(sheet);
}

/** A page that cannot be drawn stays white: the others are worth reading. */
async function drawSheet(paper: PDFDocumentProxy, number: number, sheet: HTMLCanvasElement): Promise<void> {
  try {
    const page = await paper.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const wanted = (innerWidth * devicePixelRatio) / width;
    const viewport = page.getViewport({ scale: Math.min(wanted, Math.sqrt(mostPoints / (width * height))) });
    sheet.width = Math.floor(viewport.width);
    sheet.height = Math.floor(viewport.height);
    sheet.style.aspectRatio = `${width} / ${height}`;
    await page.render({ canvas: sheet, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
    page.cleanup();
  } catch {
    sheet.dataset.blank = "";
  }
}
