// Every component of packages/ui, in every state, in a real browser: what tools/components.ts writes.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import * as ui from "@temwen/ui";
import { languages } from "@temwen/words";
import type { Page } from "playwright-core";
import { buildComponents, type ComponentPages } from "../tools/components/build-components.ts";
import { checkScreen, checkWidth, openBrowser, withPage } from "./support/browser.ts";

const sizes = [
  { width: 320, height: 640 },
  { width: 1200, height: 800 },
] as const;
const modes = [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }] as const;

let folder: string;
let pages: ComponentPages;
let browser: Awaited<ReturnType<typeof openBrowser>>;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "temwen-components-test-"));
  [pages, browser] = await Promise.all([buildComponents(), openBrowser()]);
  for (const [name, html] of pages.files) await writeFile(join(folder, name), html);
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const addressOf = (language: string): string => pathToFileURL(join(folder, `${language}.html`)).href;

test("every component that the house can use stands on the page, in light and in dark", async () => {
  const exported = Object.keys(ui).sort();
  assert.deepEqual([...pages.drawn].sort(), exported, "a component that its own section does not draw");
  for (const language of languages) {
    await withPage(browser, { origin: "null" }, async ({ page }) => {
      await page.goto(addressOf(language));
      for (const mode of ["light", "dark"]) {
        const shown = await page
          .locator(`[data-component]:has(.${mode} [data-state])`)
          .evaluateAll((found) => found.map((section) => section.getAttribute("data-component") ?? "").sort());
        assert.deepEqual(shown, exported, `${language}, ${mode}`);
      }
    });
  }
});

for (const mode of modes) {
  const name = "forcedColors" in mode ? "forced colours" : mode.colorScheme;
  test(`nobody meets a barrier in any component: ${name}, on a phone and on a wide screen`, async () => {
    for (const viewport of sizes) {
      await withPage(browser, { origin: "null", ...mode, viewport }, async ({ page }) => {
        await page.goto(addressOf("ht"));
        await checkScreen(page, `${name}, ${viewport.width} px`);
      });
    }
  });
}

test("no language is too long for a component, nor one word that never ends", async () => {
  for (const viewport of sizes) {
    await withPage(browser, { origin: "null", viewport }, async ({ page }) => {
      for (const language of languages) {
        await page.goto(addressOf(language));
        await checkWidth(page, `${language}, ${viewport.width} px`);
        assert.deepEqual(await findCutOff(page), [], `${language}, ${viewport.width} px`);
      }
    });
  }
});

/** What reaches out of its component's place without being made to scroll there. */
const findCutOff = (page: Page): Promise<readonly string[]> =>
  page.locator("[data-state]").evaluateAll((places) =>
    places.flatMap((place) => {
      const edge = place.getBoundingClientRect().right + 1;
      const inside = [...place.querySelectorAll(":scope *:not(.scroll *, .aloud)")];
      return inside
        .filter((one) => one.getBoundingClientRect().right > edge)
        .map((one) => `${place.closest("[data-component]")?.getAttribute("data-component")} ${one.tagName}`);
    }),
  );

test("who cannot see colours still sees what has the focus, what is wrong, and what cannot be used", async () => {
  await withPage(browser, { origin: "null" }, async ({ page }) => {
    await page.goto(addressOf("ht"));
    for (const component of ["Field", "LongField", "Select"]) {
      const look = (state: string) =>
        page
          .locator(`[data-component=${component}] .light [data-state="${state}"]`)
          .locator("input, textarea, select")
          .evaluate((control) => {
            const { outlineStyle, outlineWidth, borderWidth, backgroundColor } = getComputedStyle(control);
            return { outline: `${outlineStyle} ${outlineWidth}`, borderWidth, backgroundColor };
          });
      const filled = await look("filled");
      assert.equal((await look("focus")).outline, "solid 3px", component);
      assert.notEqual((await look("invalid")).borderWidth, filled.borderWidth, component);
      for (const still of ["busy", "disabled"])
        assert.notEqual((await look(still)).backgroundColor, filled.backgroundColor, `${component}, ${still}`);
    }
  });
});

test("whoever hears the page is told what is wrong with each control, by the control itself", async () => {
  await withPage(browser, { origin: "null" }, async ({ page }) => {
    await page.goto(addressOf("ht"));
    for (const [component, control] of [
      ["Field", "input"],
      ["LongField", "textarea"],
      ["Select", "select"],
      ["Choices", "fieldset"],
    ] as const) {
      const invalid = page.locator(`[data-component=${component}] .light [data-state=invalid]`);
      const ids = ((await invalid.locator(control).getAttribute("aria-describedby")) ?? "").split(" ");
      const error = await invalid.locator(".error").getAttribute("id");
      assert.ok(error !== null && ids.includes(error), component);
    }
  });
});
