// Code that a page loads only when it is used, in a real browser, which compares it with the page's own policy.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../../../tools/ensure-browser.ts";
import { type Annex, annexAddresses, buildAnnex } from "../build/annexes.ts";
import { bundleScript } from "../build/bundling.ts";
import { policyFor } from "../build/policy.ts";

const fileHere = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

let browser: Browser;
let annex: Annex;
let script: string;

before(async () => {
  browser = await chromium.launch({ executablePath: await ensureBrowser(), args: [...chromiumFlags] });
  annex = await buildAnnex("greeting", fileHere("annexes/greeting/main.ts"));
  script = await bundleScript(fileHere("annexes/asking/main.ts"), {
    define: { annexAddresses: annexAddresses([annex]) },
  });
});
after(() => browser.close());

/** A page with one annex, on a server that gives the annex as `serveAnnex` says: another text, or nothing. */
async function withPage(
  serveAnnex: (asked: number) => string | undefined,
  use: (page: Page, asked: () => number, said: () => Promise<string>) => Promise<void>,
): Promise<void> {
  const policy = policyFor({ seals: true, script, styles: [], annexes: [annex] });
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.url === "/") {
      response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
      response.end(
        `<!doctype html><link rel="icon" href="data:,"><button>+</button><output></output><script>${script}</script>`,
      );
      return;
    }
    const text = request.url === annex.address ? serveAnnex(++asked) : undefined;
    if (text === undefined) request.socket.destroy();
    else response.writeHead(200, { "content-type": "text/javascript" }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const page = await browser.newPage();
  const output = page.locator("output");
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const said = async (): Promise<string> => {
      const before = await output.innerText();
      await page.click("button");
      await page.waitForFunction((was) => document.querySelector("output")?.innerText !== was, before);
      return (await output.innerText()).slice(before.length).trim();
    };
    await use(page, () => asked, said);
  } finally {
    await page.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

test("an annex is fetched only when it is used, and once", () =>
  withPage(
    () => annex.source,
    async (_, asked, said) => {
      assert.equal(asked(), 0);
      assert.equal(await said(), "Bonjou");
      assert.equal(await said(), "Bonjou");
      assert.equal(asked(), 1);
    },
  ));

test("an annex in which one letter was changed is not run, and the page says so", () =>
  withPage(
    (time) => (time === 1 ? annex.source.replace("Bonjou", "Bonjoi") : annex.source),
    async (page, _, said) => {
      assert.equal(await said(), "annex-changed");
      assert.equal(await page.evaluate("typeof annex_greeting"), "undefined");
      assert.equal(await said(), "Bonjou");
    },
  ));

test("an annex that a broken line did not bring may be asked for again", () =>
  withPage(
    (time) => (time === 1 ? undefined : annex.source),
    async (_, asked, said) => {
      assert.equal(await said(), "annex-missing");
      assert.equal(await said(), "Bonjou");
      assert.equal(asked(), 2);
    },
  ));

test("nobody but the page's own loader can make script of a text", () =>
  withPage(
    () => annex.source,
    async (page) => {
      const attempts = await page.evaluate(() => {
        const makers = (
          window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
        ).trustedTypes;
        return ["annex", "another"].map((name) => {
          try {
            return String(makers.createPolicy(name, { createScript: (text: string) => text }));
          } catch {
            return "refused";
          }
        });
      });
      assert.deepEqual(attempts, ["refused", "refused"]);
    },
  ));
