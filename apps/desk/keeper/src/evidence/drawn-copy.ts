import { PDFDocument } from "@cantoo/pdf-lib";
import { makeWorkingCopy } from "@temwen/media";

/** A page as it was drawn: a picture, and how large the page is, in points of 1/72 inch. */
export type DrawnSheet = { readonly width: number; readonly height: number; readonly jpeg: Uint8Array };

/** As many pages as a desk draws of one document. */
export const mostSheets = 200;
/** The longest side of a page, in points: PDF's own (ISO 32000-1, annex C). */
export const longestSide = 14_400;

/**
 * A PDF of pictures, one a page, and nothing else: no letters, no links, no programs, no hour and no maker. Of each picture only
 * what draws is kept; `undefined` where one is none. The same sheets give the same bytes.
 */
export async function bindSheets(sheets: readonly DrawnSheet[]): Promise<Uint8Array | undefined> {
  const paper = await PDFDocument.create({ updateMetadata: false });
  for (const { width, height, jpeg } of sheets) {
    const clean = makeWorkingCopy(jpeg);
    if (!clean.ok || clean.value.mime !== "image/jpeg") return undefined;
    const picture = await paper.embedJpg(clean.value.bytes);
    paper.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
  }
  return paper.save({ addDefaultPage: false });
}
