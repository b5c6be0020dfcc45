// A PDF as it is read and drawn in its frame, to be looked at and to be copied alike.
import "pdfjs-dist/build/pdf.worker.mjs";
import { AnnotationMode, getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist";

/** Pages of one document that are drawn; the rest is for whoever saves the file. */
export const mostPages = 200;
/** Points of one drawn page: a page may call itself as large as a wall. */
const mostPoints = 4_000_000;
/** Points of one picture in a document; a larger one is left out. */
const mostInPicture = 2 ** 26;

/** Reads a document. Strict, it throws where anything in it cannot be read; else it draws what it can. */
export const readPaper = (bytes: ArrayBuffer, isStrict: boolean): Promise<PDFDocumentProxy> =>
  getDocument({
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
    stopAtErrors: isStrict,
    verbosity: 0,
  }).promise;

/** Draws a page on a canvas, so many points to one of the page's own, fewer where it would be too large. Throws where it cannot. */
export async function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, wanted: number): Promise<void> {
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(wanted, Math.sqrt(mostPoints / (width * height))) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
}
