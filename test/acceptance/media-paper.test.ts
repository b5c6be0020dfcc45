// Copies that a desk draws of PDFs which other programs wrote, broke or made hard to read, looked through by a program of others.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { recogniseKind } from "@temwen/media";
import { type OutsideFile, outsideMedia, readOutsideMedia, readTags } from "../support/media-files.ts";
import { openPaperFrame, type PaperFrame } from "../support/paper-frame.ts";

/** What a PDF of pictures says: that it is one, how many pages it has, and nothing of who made it, when and with what. */
const harmless = /^(File:(FileType|FileTypeExtension|MIMEType)|PDF:(PDFVersion|Linearized|PageCount))$/;

let papers: readonly OutsideFile[] = [];
before(async () => {
  if (outsideMedia.skip === false)
    papers = (await readOutsideMedia()).filter(({ bytes }) => recogniseKind(bytes) === "pdf");
});

type Drawn = ReadonlyMap<string, { readonly bytes: Uint8Array; readonly sheets: number }>;

async function copyAll(frame: PaperFrame): Promise<Drawn> {
  const drawn = new Map<string, { readonly bytes: Uint8Array; readonly sheets: number }>();
  for (const { number, bytes } of papers) {
    const before = bytes.slice();
    const copy = await frame.copy(bytes);
    assert.deepEqual(bytes, before, "the original is not changed");
    if (copy) drawn.set(`${number}.pdf`, copy);
  }
  return drawn;
}

test("of PDFs made and broken by others a desk draws what can be drawn whole, and the copies say nothing but their pages", {
  ...outsideMedia,
  timeout: 300_000,
}, async (context) => {
  await using frame = await openPaperFrame();
  const drawn = await copyAll(frame);
  context.diagnostic(`${drawn.size} of ${papers.length} are drawn`);
  assert.ok(drawn.size > 0 && drawn.size < papers.length, "some can be drawn, and some are broken");
  const tags = await readTags(new Map([...drawn].map(([name, { bytes }]) => [name, bytes])));
  assert.deepEqual([...tags.keys()].sort(), [...drawn.keys()].sort());
  for (const [name, found] of tags) {
    assert.deepEqual(
      found.filter((tag) => !harmless.test(tag.name)).map((tag) => tag.name),
      [],
      name,
    );
    assert.deepEqual(found.find((tag) => tag.name === "PDF:PageCount")?.value, String(drawn.get(name)?.sheets), name);
  }
  const originals = new Map(papers.map(({ number, bytes }) => [`${number}.pdf`, bytes]));
  const counted = await readTags(originals);
  for (const [name, { sheets }] of drawn) {
    const pages = counted.get(name)?.find((tag) => tag.name === "PDF:PageCount")?.value;
    if (pages !== undefined) assert.equal(String(sheets), pages, `${name} has as many pages as its original`);
  }
});

test("a copy is drawn the same again: what it says is what is seen", outsideMedia, async () => {
  await using frame = await openPaperFrame();
  for (const { number, bytes } of papers.slice(0, 3)) {
    const copy = await frame.copy(bytes);
    if (!copy) continue;
    assert.deepEqual(await frame.copy(bytes), copy, `file ${number}: drawn twice, the same bytes`);
    assert.equal((await frame.copy(copy.bytes))?.sheets, copy.sheets, `file ${number}`);
  }
});
