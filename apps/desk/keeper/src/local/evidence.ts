import { largestEvidence } from "@temwen/sealing/inspect";
import type { EvidenceFile } from "@temwen/sealing/seal-pieces";
import * as z from "zod";
import { type DrawnSheet, longestSide, mostSheets } from "../evidence/drawn-copy.ts";
import type { LaterRequest } from "../views.ts";

/** Two of the largest pieces at once, and what is said with them. */
export const mostInTaking = 2 * largestEvidence + 1024 * 1024;

const said = z.strictObject({
  expected: z.int().min(0),
  source: z.string().max(64),
  request: z.array(z.int().min(1).max(200)).max(1),
  text: z.string().max(40_000),
});

/** Reads what the page sends of a taking: a form with what is said as JSON, and the files behind it. */
export async function readTaking(
  form: FormData | undefined,
): Promise<(LaterRequest & { readonly expected: number }) | undefined> {
  const read = said.safeParse(parseJson(form?.get("said")));
  const files = form?.getAll("file") ?? [];
  if (!read.success || !files.every((file) => file instanceof File)) return undefined;
  const { expected, source, request, text } = read.data;
  return {
    act: "take-evidence",
    says: { source, request },
    text,
    expected,
    files: await Promise.all(files.map(toFile)),
  };
}

const side = z.number().min(1).max(longestSide);
const saidOfSheets = z.strictObject({
  expected: z.int().min(0),
  sheets: z
    .array(z.strictObject({ width: side, height: side }))
    .min(1)
    .max(mostSheets),
});

/** Reads what the page drew of a PDF: a form with what is said of the sheets as JSON, and their pictures behind it, in order. */
export async function readDrawn(
  form: FormData | undefined,
): Promise<{ readonly expected: number; readonly sheets: readonly DrawnSheet[] } | undefined> {
  const read = saidOfSheets.safeParse(parseJson(form?.get("said")));
  const files = form?.getAll("sheet") ?? [];
  if (!read.success || files.length !== read.data.sheets.length) return undefined;
  const sheets: DrawnSheet[] = [];
  for (const [place, { width, height }] of read.data.sheets.entries()) {
    const file = files[place];
    if (!(file instanceof File)) return undefined;
    sheets.push({ width, height, jpeg: new Uint8Array(await file.arrayBuffer()) });
  }
  return { expected: read.data.expected, sheets };
}

const toFile = async (file: File): Promise<EvidenceFile> => ({
  name: file.name,
  // A browser that does not know a kind says nothing.
  mediaType: file.type === "" ? "application/octet-stream" : file.type,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

function parseJson(text: FormDataEntryValue | null | undefined): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
