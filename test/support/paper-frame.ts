// The frame that draws PDFs, by itself: served as the desk serves it, and asked for copies one by one.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bindSheets, type DrawnSheet } from "../../apps/desk/keeper/src/evidence/drawn-copy.ts";
import { describeDocumentViewer } from "../../apps/desk/keeper/src/local/viewer-file.ts";
import { openBrowser } from "./browser.ts";

/** A browser with the frame in it, and nothing else of the desk. */
export type PaperFrame = AsyncDisposable & {
  /** The copy of a document and how many sheets it has; `undefined` where the frame says that it could not draw all of it. */
  readonly copy: (bytes: Uint8Array) => Promise<{ readonly bytes: Uint8Array; readonly sheets: number } | undefined>;
};

type Told = { readonly width: number; readonly height: number; readonly jpeg: string };

export async function openPaperFrame(): Promise<PaperFrame> {
  const html = await readFile(new URL("../../apps/desk/page/dist/viewer-document.html", import.meta.url), "utf8");
  const { bytes: viewer, headers } = describeDocumentViewer(html);
  const server = createServer((request, response) => {
    if (request.url !== "/viewer-document.html") response.writeHead(200, { "content-type": "text/html" }).end();
    else response.writeHead(200, { ...headers, "content-type": "text/html; charset=utf-8" }).end(viewer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    copy: async (bytes) => {
      const told = await page.evaluate(drawInFrame, Buffer.from(bytes).toString("base64"));
      if (told === null) return undefined;
      const sheets = told.map(({ width, height, jpeg }): DrawnSheet => {
        return { width, height, jpeg: new Uint8Array(Buffer.from(jpeg, "base64")) };
      });
      const bound = await bindSheets(sheets);
      if (!bound) throw new Error("a drawn sheet is no picture");
      return { bytes: bound, sheets: sheets.length };
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Runs in the page, where nothing of this module is but what stands in it. */
async function drawInFrame(text: string): Promise<readonly Told[] | null> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.hidden = true;
  frame.src = "/viewer-document.html";
  const sheets: Told[] = [];
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
  const isWhole = await new Promise<boolean>((resolve) => {
    addEventListener("message", ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      if (data.say === "ready") frame.contentWindow?.postMessage({ say: "copy", bytes }, "*");
      if (data.say === "not-drawn" || data.say === "copied") resolve(data.say === "copied");
      if (data.say !== "sheet") return;
      let jpeg = "";
      for (const byte of new Uint8Array(data.jpeg)) jpeg += String.fromCharCode(byte);
      sheets.push({ width: data.width, height: data.height, jpeg: btoa(jpeg) });
    });
    document.body.append(frame);
  });
  frame.remove();
  return isWhole ? sheets : null;
}
