import type { Page } from "playwright-core";

/** Anything in the page that no screen of ours has: as elements, or as attributes that would run. */
export function findMarkup(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const foreign =
      "iframe, object, embed, base, marquee, frameset, math, img, video, audio, portal, template, link:not(head link)";
    for (const element of document.querySelectorAll(foreign)) found.push(element.tagName);
    for (const element of document.querySelectorAll("main *, body > *")) {
      for (const { name } of element.attributes)
        if (/^on|^srcdoc$|^style$/.test(name)) found.push(`${element.tagName} ${name}`);
    }
    for (const said of document.querySelectorAll(".said, #answers dd > span:first-child")) {
      for (const { tagName, className, attributes } of said.querySelectorAll("*")) {
        // What the desk uncovered, around which it puts an element of its own with this class and nothing else.
        const isShown = tagName === "SPAN" && className === "shown" && attributes.length === 1;
        if (tagName !== "BDI" && !isShown) found.push(`${tagName} in words`);
      }
    }
    const scripts = [...document.scripts].filter((script) => script.closest("main"));
    if (scripts.length > 0) found.push("script in main");
    return found;
  });
}
