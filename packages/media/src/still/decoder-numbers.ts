// What a decoder needs before the first point (`hvcC`, ISO/IEC 14496-15; `av1C`, AV1 in ISOBMFF). Both have room for notes beside it.
import { joinBytes, readU16 } from "../bytes.ts";

/** The numbers without notes; null where a length is not what it says. */
export const reduceDecoder = (type: "hvcC" | "av1C", body: Uint8Array): Uint8Array | null =>
  type === "hvcC" ? reduceHevc(body) : reduceAv1(body);

/** Sets of parameters. All other units, such as the encoder's text, are left out. */
const hevcSets = [32, 33, 34];
const hevcHead = 23;

function reduceHevc(body: Uint8Array): Uint8Array | null {
  if (body.length < hevcHead) return null;
  const kept: Uint8Array[] = [];
  let at = hevcHead;
  for (let left = body[hevcHead - 1] ?? 0; left > 0; left--) {
    const start = at;
    const type = (body[at] ?? 0) & 0x3f;
    const units = readU16(body, at + 1);
    at += 3;
    for (let unit = 0; unit < units && at <= body.length; unit++) at += 2 + readU16(body, at);
    if (at > body.length) return null;
    if (hevcSets.includes(type)) kept.push(body.subarray(start, at));
  }
  if (at !== body.length) return null;
  const head = body.slice(0, hevcHead);
  head[hevcHead - 1] = kept.length;
  return joinBytes([head, ...kept]);
}

/** The head of a sequence is kept; every other unit stands in the picture's own bytes, where it is needed. */
const av1SequenceHead = 1;
const av1Head = 4;

function reduceAv1(body: Uint8Array): Uint8Array | null {
  if (body.length < av1Head) return null;
  const kept: Uint8Array[] = [body.subarray(0, av1Head)];
  let at = av1Head;
  while (at < body.length) {
    const start = at;
    const head = body[at++] ?? 0;
    if ((head & 4) !== 0) at++;
    if ((head & 2) === 0) return null;
    let size = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const part = body[at++] ?? 0;
      size |= (part & 0x7f) << shift;
      if (part < 0x80) break;
    }
    at += size;
    if (at > body.length) return null;
    if (((head >> 3) & 15) === av1SequenceHead) kept.push(body.subarray(start, at));
  }
  return joinBytes(kept);
}
