import type { PDFPageProxy } from "pdfjs-dist";
import type { FromViewer } from "../said-between.ts";
import { drawPage, mostPages, readPaper } from "./paper.ts";

/** Points of a copy to an inch, of which a page counts 72: small print stays legible. */
const sharpness = 200 / 72;
/** Of JPEG, from 0 to 1: letters keep clean edges. */
const quality = 0.85;

/**
 * Draws every page of a document and tells each as a picture, in order. What cannot be drawn whole is not copied: a page too
 * many, a picture that is not decoded here, or a page that throws would be missing in the copy and nobody would see it.
 */
export async function copyPaper(bytes: ArrayBuffer, tell: (said: FromViewer) => void): Promise<FromViewer> {
  // A page that nobody sees is never asked to draw its next frame.
  globalThis.requestAnimationFrame = (draw) => setTimeout(() => draw(performance.now()), 0) as unknown as number;
  const paper = await readPaper(bytes, true);
  if (paper.numPages > mostPages) return { say: "not-drawn" };
  for (let number = 1; number <= paper.numPages; number++) {
    const page = await paper.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const canvas = document.createElement("canvas");
    await drawPage(page, canvas, sharpness);
    if (lacksPicture(page)) return { say: "not-drawn" };
    const jpeg = await encode(canvas);
    page.cleanup();
    tell({ say: "sheet", number, of: paper.numPages, width, height, jpeg });
  }
  return { say: "copied" };
}

/** Whether a picture of this page, or one that several pages share, could not be decoded: it is then there without points. */
function lacksPicture({ objs, commonObjs }: PDFPageProxy): boolean {
  for (const store of [objs, commonObjs] as Iterable<[string, unknown]>[]) {
    for (const [id, points] of store) if (id.includes("img_") && points === null) return true;
  }
  return false;
}

async function encode(canvas: HTMLCanvasElement): Promise<ArrayBuffer> {
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
  // A page without room, or a machine without memory.
  if (drawn === null) throw new Error("the page could not be encoded");
  return drawn.arrayBuffer();
}
