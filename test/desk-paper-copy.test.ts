// The working copy of a PDF: a drawing of its pages, made in the frame that shows it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { PDFDocument, PDFHexString, PDFName, PDFString, rgb, StandardFonts } from "@cantoo/pdf-lib";
import type { Locator, Page } from "playwright-core";
import { jpeg, secret, segment } from "../packages/media/src/samples.testing.ts";
import { acknowledgement, doActs, type FiledCase, fileCase, view } from "./support/casework.ts";
import { openCaseAtPage } from "./support/desk-page.ts";
import { paperOf } from "./support/paper.ts";
import { sendPieces } from "./support/parcels.ts";
import { startOfficeWithDesk } from "./support/small-desk.ts";

const { office, desk } = await startOfficeWithDesk();

const pdf = (name: string, bytes: Uint8Array, mediaType = "application/pdf") => ({ name, mediaType, bytes });

/** A case whose pieces have arrived, at the desk's page of whoever reads it. */
async function opened(...evidence: ReturnType<typeof pdf>[]): Promise<FiledCase & { page: Page; pieces: Locator }> {
  const mine = await fileCase(office, { evidence });
  await sendPieces(office, mine.caseId, mine.parcel.evidence.values());
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const page = await desk.signIn(mine.reader, { locale: "ht", viewport: { width: 320, height: 800 } });
  await openCaseAtPage(page, mine.caseId);
  return { ...mine, page, pieces: page.locator(".evidence > li") };
}

const makeCopy = (piece: Locator): Promise<void> => piece.getByRole("button", { name: "Fè kopi travay la" }).click();

/** A letter with all that a PDF hides: words under a bar, who wrote it, a file, a program, a note, a photo's place. */
async function tellingPaper(): Promise<Uint8Array> {
  const paper = await PDFDocument.create();
  paper.setAuthor("SEKRE-otè");
  paper.setTitle("SEKRE-tit");
  const font = await paper.embedFont(StandardFonts.Helvetica);
  const first = paper.addPage([595, 842]);
  first.drawText("Sa tout moun ka li", { x: 60, y: 700, size: 36, font });
  first.drawText("SEKRE-anba-ba", { x: 60, y: 500, size: 20, font });
  first.drawRectangle({ x: 50, y: 490, width: 300, height: 40, color: rgb(0, 0, 0) });
  first.drawText("SEKRE-blan", { x: 60, y: 300, size: 20, font, color: rgb(1, 1, 1) });
  const note = paper.context.obj({
    Type: "Annot",
    Subtype: "Text",
    Rect: [0, 0, 1, 1],
    Contents: PDFString.of("SEKRE-nòt"),
  });
  first.node.set(PDFName.of("Annots"), paper.context.obj([paper.context.register(note)]));
  await paper.attach(new TextEncoder().encode("SEKRE-fichye"), "SEKRE-atache.txt", { mimeType: "text/plain" });
  paper.addJavaScript("SEKRE-pwogram", "app.alert('SEKRE')");
  const second = paper.addPage([842, 595]);
  second.drawImage(await paper.embedJpg(jpeg([segment(0xfe, secret)])), { x: 100, y: 100, width: 400, height: 300 });
  paper.context.trailerInfo.ID = paper.context.obj([PDFHexString.of("5e c2"), PDFHexString.of("5e c2")]);
  return paper.save();
}

/** The bytes, and every packed stream in them as it was before it was packed. */
function everythingIn(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes).toString("latin1");
  const streams = [...whole.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = ""]) => {
    try {
      return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  return [whole, ...streams].join("\n");
}

/** How dark each field of a 24 by 24 grid over a shown page is, from 0 to 1. */
async function darkness(piece: Locator, number: number): Promise<readonly number[]> {
  await piece.getByRole("button", { name: "Louvri epi montre" }).press("Enter");
  await piece.getByRole("button", { name: "Montre l klè" }).press("Enter");
  const sheet = piece.frameLocator(".viewer iframe").locator("canvas").nth(number);
  await sheet.scrollIntoViewIfNeeded();
  const read = () =>
    sheet.evaluate((canvas: HTMLCanvasElement) => {
      if (canvas.width === 0) return [];
      const fields = new Array<number>(24 * 24).fill(0);
      const points = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      for (let y = 0; y < canvas.height; y++) {
        for (let x = 0; x < canvas.width; x++) {
          const field = Math.floor((y * 24) / canvas.height) * 24 + Math.floor((x * 24) / canvas.width);
          fields[field] = (fields[field] ?? 0) + (255 - (points[4 * (y * canvas.width + x)] ?? 255)) / 255;
        }
      }
      return fields.map((dark) => (dark * fields.length) / (canvas.width * canvas.height));
    });
  for (let tries = 0; tries < 100; tries++) {
    const fields = await read();
    if (fields.some((dark) => dark > 0.05)) {
      await piece.getByRole("button", { name: "Fèmen l" }).press("Enter");
      return fields;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the page stays white");
}

test("of a PDF a desk draws a copy by a click: the same pages to look at, and nothing of what it hid", async () => {
  const original = await tellingPaper();
  assert.ok(everythingIn(original).includes("SEKRE"), "what is looked for is there to be found");
  const { page, pieces, desk: keeper, caseId } = await opened(pdf("lèt.pdf", original));
  await makeCopy(pieces.nth(0));
  await pieces.nth(1).getByText("Biwo a fè kopi sa a.").waitFor();
  const { evidence, alarms } = await view(keeper, caseId);
  assert.deepEqual(alarms, []);
  assert.deepEqual(
    evidence.map(({ part, copyOf, mediaType, custody }) => [part, copyOf, mediaType, custody.length]),
    [
      ["evidence-1", undefined, "application/pdf", 1],
      ["taken-1-1", "evidence-1", "application/pdf", 0],
    ],
  );
  const read = await keeper.readEvidence(caseId, "taken-1-1");
  assert.ok(read.ok);
  const copy = everythingIn(read.value.bytes);
  for (const trace of [
    "SEKRE",
    secret,
    "/Info",
    "/ID",
    "/Metadata",
    "/BaseFont",
    "/Type /Annot",
    "/JavaScript",
    "D:20",
  ])
    assert.ok(!copy.includes(trace), trace);
  const sizes = (await PDFDocument.load(read.value.bytes, { updateMetadata: false }))
    .getPages()
    .map((sheet) => sheet.getSize());
  assert.deepEqual(sizes, [
    { width: 595, height: 842 },
    { width: 842, height: 595 },
  ]);
  for (const number of [0, 1]) {
    const [before, after] = [await darkness(pieces.nth(0), number), await darkness(pieces.nth(1), number)];
    const worst = Math.max(...before.map((dark, field) => Math.abs(dark - (after[field] ?? 0))));
    assert.ok(worst < 0.15, `page ${number + 1}: ${worst}`);
  }
  await page.context().close();
});

test("a PDF that cannot be drawn whole gets no copy, and nothing is taken in", async () => {
  const broken = new TextEncoder().encode("%PDF-1.7 and nothing that follows");
  const lacking = Buffer.from(await paperWithUnknownPicture());
  const {
    page,
    pieces,
    desk: keeper,
    caseId,
  } = await opened(
    pdf("kase.pdf", broken),
    pdf("foto.pdf", lacking),
    pdf("long.pdf", paperOf(201, "https://example.org/")),
    pdf("san-non", paperOf(1, "https://example.org/"), "application/octet-stream"),
  );
  for (const place of [0, 1, 2]) {
    await makeCopy(pieces.nth(place));
    await pieces.nth(place).getByText("Biwo a pa rive desine tout paj fichye sa a.").waitFor();
  }
  assert.equal((await view(keeper, caseId)).evidence.length, 4);
  // What came without a kind is one by its bytes.
  await makeCopy(pieces.nth(3));
  await pieces.nth(4).getByText("Biwo a fè kopi sa a.").waitFor();
  await page.context().close();
});

test("whoever stops a copy has none, and may begin again", async () => {
  const { page, pieces, desk: keeper, caseId } = await opened(pdf("long.pdf", paperOf(60, "https://example.org/")));
  await makeCopy(pieces.nth(0));
  await pieces
    .nth(0)
    .getByText(/Y ap desine kopi a: paj \d+ sou 60/)
    .waitFor();
  await pieces.nth(0).getByRole("button", { name: "Sispann kopi a" }).click();
  await pieces.nth(0).getByRole("button", { name: "Fè kopi travay la" }).waitFor();
  assert.equal((await view(keeper, caseId)).evidence.length, 1);
  assert.equal(await page.locator("body > iframe").count(), 0);
  await makeCopy(pieces.nth(0));
  await pieces.nth(1).getByText("Biwo a fè kopi sa a.").waitFor();
  await page.context().close();
});

/** A page with a picture in a coding that nothing here reads. */
async function paperWithUnknownPicture(): Promise<Uint8Array> {
  const paper = await PDFDocument.create();
  const sheet = paper.addPage([300, 300]);
  const dict = {
    Type: "XObject",
    Subtype: "Image",
    Width: 400,
    Height: 400,
    ColorSpace: "DeviceRGB",
    BitsPerComponent: 8,
  };
  const picture = paper.context.register(paper.context.stream(new Uint8Array(64), { ...dict, Filter: "JPXDecode" }));
  sheet.node.setXObject(PDFName.of("Foto"), picture);
  const content = paper.context.stream("q 200 0 0 200 50 50 cm /Foto Do Q");
  sheet.node.addContentStream(paper.context.register(content));
  return paper.save();
}
