/**
 * The rules of a minified style sheet that a page can use: those whose classes and ids all occur in its sources, as
 * words. What a page's script makes later counts, because its text is among the sources; so does an annex.
 */
export function usedStyle(style: string, sources: readonly string[]): string {
  const words = new Set(sources.flatMap((source) => source.match(/[A-Za-z][\w-]*/g) ?? []));
  return rulesOf(style)
    .map(({ head, body }) => keepRule(head, body, words))
    .join("");
}

function keepRule(head: string, body: string, words: ReadonlySet<string>): string {
  if (head.startsWith("@media") || head.startsWith("@supports")) {
    const kept = rulesOf(body)
      .map((rule) => keepRule(rule.head, rule.body, words))
      .join("");
    return kept && `${head}{${kept}}`;
  }
  if (head.startsWith("@")) return `${head}{${body}}`;
  const selectors = splitSelectors(head).filter((selector) => isUsed(selector, words));
  return selectors.length > 0 ? `${selectors.join(",")}{${body}}` : "";
}

/** What stands in `:not(…)` takes away and is no reason to drop a rule. */
function isUsed(selector: string, words: ReadonlySet<string>): boolean {
  const names = selector.replace(/:not\([^)]*\)/g, "").match(/[.#][A-Za-z][\w-]*/g) ?? [];
  return names.every((name) => words.has(name.slice(1)));
}

/** Commas between parentheses belong to one selector. */
const splitSelectors = (head: string): readonly string[] => head.split(/,(?![^(]*\))/);

/** The rules of one level: what stands before a pair of braces, and what stands in it. */
function rulesOf(style: string): readonly { readonly head: string; readonly body: string }[] {
  const rules: { head: string; body: string }[] = [];
  let at = 0;
  while (at < style.length) {
    const open = style.indexOf("{", at);
    if (open === -1) throw new Error("a style sheet that does not end with a rule");
    let depth = 1;
    let close = open + 1;
    for (; depth > 0 && close < style.length; close++) {
      if (style[close] === "{") depth++;
      else if (style[close] === "}") depth--;
    }
    if (depth > 0) throw new Error("a style sheet with a rule that does not end");
    rules.push({ head: style.slice(at, open), body: style.slice(open + 1, close - 1) });
    at = close;
  }
  return rules;
}
