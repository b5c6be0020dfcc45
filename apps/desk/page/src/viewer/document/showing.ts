import type { PDFDocumentProxy } from "pdfjs-dist";
import type { FromViewer } from "../said-between.ts";
import { drawPage, mostPages, readPaper } from "./paper.ts";

/** Shows a document, page below page; each is drawn when somebody scrolls to it. */
export async function showPaper(bytes: ArrayBuffer): Promise<FromViewer> {
  const paper = await readPaper(bytes, false);
  const first = (await paper.getPage(1)).getViewport({ scale: 1 });
  const sheets = Array.from({ length: Math.min(paper.numPages, mostPages) }, () => {
    const sheet = document.createElement("canvas");
    sheet.width = sheet.height = 0;
    sheet.style.aspectRatio = `${first.width} / ${first.height}`;
    return sheet;
  });
  document.body.replaceChildren(...sheets);
  drawWhenNear(paper, sheets);
  return { say: "shown", width: first.width, height: first.height, pages: paper.numPages, drawn: sheets.length };
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
    sheet.style.aspectRatio = `${width} / ${height}`;
    await drawPage(page, sheet, (innerWidth * devicePixelRatio) / width);
    page.cleanup();
  } catch {
    sheet.dataset.blank = "";
  }
}
