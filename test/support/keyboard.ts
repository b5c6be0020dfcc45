import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** Presses Tab until the focus is on what was looked for, as somebody without a mouse does. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    const isThere = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    if (isThere) {
      assert.ok(await isFocusVisible(page), `one sees that the focus is on ${selector}`);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not lead to ${selector}`);
}

/** The focused element shows it: an outline or a shadow, drawn somewhere. */
function isFocusVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let element = document.activeElement;
    // Radio buttons and boxes may show it on the label around them.
    for (let up = 0; element && up < 3; up++, element = element.parentElement) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      if ((outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none") return true;
    }
    return false;
  });
}

export async function pressAt(page: Page, selector: string, key = "Enter"): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}

export async function typeAt(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(words);
}
