import type { Receipt } from "@temwen/sealing/receipt";
import { encode } from "uqr";

/** Cells of white around the squares, so that a camera finds them. Source: ISO/IEC 18004, 6.3.8. */
const quiet = 4;
const svg = "http://www.w3.org/2000/svg";

/**
 * Draws the 24 digits, and nothing but the digits, as squares that another phone's camera reads: no address, no name.
 * Always black on white, whatever colours the page has.
 */
export function drawReceipt(receipt: Receipt): SVGElement {
  const { data, size } = encode(receipt, { ecc: "Q", boostEcc: false, border: quiet });
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
