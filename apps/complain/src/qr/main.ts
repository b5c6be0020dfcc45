import type { Receipt } from "@temwen/sealing/receipt";
import { encode } from "uqr";

/** Cells of white around the squares, so that a camera finds them. Source: ISO/IEC 18004, 6.3.8. */
const quiet = 4;
const svg = "http://www.w3.org/2000/svg";

/** So many bytes at most fit into squares of which nothing much may be spoilt (L). Source: ISO/IEC 18004, table 7, version 40. */
export const mostInSquares = 2953;

/** Draws the 24 digits, and nothing but the digits: no address, no name. */
export const drawReceipt = (receipt: Receipt): SVGElement => drawSquares(receipt, "Q");

/**
 * Draws a text as squares that another phone's camera reads, always black on white, whatever colours the page has. `spare` is how
 * much of them may be spoilt (ISO/IEC 18004, 7.5.1): L for what is long, at most `mostInSquares`, Q for what stands on paper.
 */
export function drawSquares(text: string, spare: "L" | "Q"): SVGElement {
  const { data, size } = encode(text, { ecc: spare, boostEcc: false, border: quiet });
  const drawing = document.createElementNS(svg, "svg");
  drawing.setAttribute("viewBox", `0 0 ${size} ${size}`);
  drawing.setAttribute("class", "squares");
  const cells = document.createElementNS(svg, "path");
  cells.setAttribute(
    "d",
    data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join(""),
  );
  drawing.append(cells);
  return drawing;
}
