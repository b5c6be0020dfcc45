// The tests of whole journeys believe the watch over their pages: here is what it notices.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { checkScreen, openBrowser, phone, withPage } from "../support/browser.ts";

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

const origin = "http://watched.example";
const policy = "default-src 'none'; script-src 'sha256-nothing'; img-src * data:";

/** Shows a page with this body under a strict policy; a script is run from outside, as the browser's own tools are. */
const watch = (body: string, script = "") =>
  withPage(browser, { origin, ...phone }, async ({ page, context }) => {
    await context.route("**/*", (route) =>
      route.fulfill({
        contentType: "text/html",
        headers: { "content-security-policy": policy },
        body: `<!doctype html><html lang="ht"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>t</title><body><main>${body}</main>`,
      }),
    );
    await page.goto(`${origin}/`);
    await page.evaluate(script);
    await page.waitForTimeout(100);
    await checkScreen(page, "the page");
  });

test("a quiet page passes", () => watch("<h1>Bonjou</h1><p>Tout bagay anfòm.</p>"));

for (const [what, body, script, noticed] of [
  ["a script that the policy stops", "<h1>a</h1><script>1</script>", "", /Content Security Policy/],
  ["an attribute that would run", "<h1>a</h1><a href='#' onclick='1'>a</a>", "document.links[0].click()", /Policy/],
  ["a request to somebody else", "<h1>a</h1><img alt='' src='http://elsewhere.example/a.png'>", "", /asked http/],
  ["a window over the page", "<h1>a</h1>", "setTimeout(() => alert(1))", /dialog: alert/],
  ["an error nobody caught", "<h1>a</h1>", "setTimeout(() => { throw new Error('oops'); })", /threw: oops/],
  ["a word of error on the console", "<h1>a</h1>", "console.error('oops')", /console: oops/],
  [
    "sideways scrolling",
    "<h1>a</h1><div>wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww</div>",
    "",
    /sideways/,
  ],
  ["a field without a label", "<h1>a</h1><input>", "", /the page/],
] as const) {
  test(`${what} is noticed`, () => assert.rejects(watch(body, script), noticed));
}
