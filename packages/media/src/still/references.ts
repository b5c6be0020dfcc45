// Which item of a picture is made of which, or stands for which (`iref`, ISO/IEC 14496-12, section 8.11.12).
import { type Box, boxesIn } from "../boxes.ts";
import { readU16, readU32 } from "../bytes.ts";

/** One item points at others: `dimg` at its tiles, `auxl` at what it makes clear. */
export type Reference = { readonly type: string; readonly from: number; readonly to: readonly number[] };

/** References that draw. Thumbnails, descriptions and everything else that is not made of anything have none here. */
const drawing = ["dimg", "auxl", "prem"];

/** No camera writes more; each is looked through for each item that is kept. */
const mostReferences = 4096;
const mostTargets = 2 ** 16;

/** The references that draw, or null where one is longer than its box or there are too many. */
export function readReferences(bytes: Uint8Array, box: Box | null): readonly Reference[] | null {
  if (box === null) return [];
  const isLong = bytes[box.body] === 1;
  const [each, read] = isLong ? ([4, readU32] as const) : ([2, readU16] as const);
  const found: Reference[] = [];
  let targets = 0;
  for (const { type, body, end } of boxesIn(bytes, box.body + 4, box.end)) {
    if (!drawing.includes(type)) continue;
    const count = readU16(bytes, body + each);
    const first = body + each + 2;
    targets += count;
    if (first + count * each > end || found.length === mostReferences || targets > mostTargets) return null;
    const to = Array.from({ length: count }, (_, place) => read(bytes, first + place * each));
    found.push({ type, from: read(bytes, body), to });
  }
  return found;
}
