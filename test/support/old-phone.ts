/**
 * Takes out of a browser what Chrome 80 and Safari 14.1 do not have. For a page's own world: what tests use to look at it runs
 * elsewhere. Their syntax stays the browser's; that is lowered when the pages are built.
 */
export function takeOutWhatIsNewer(): void {
  const without = (from: object, ...names: readonly string[]): void => {
    for (const name of names) Reflect.deleteProperty(from, name);
  };
  const typed = Object.getPrototypeOf(Uint8Array.prototype) as object;
  const inLists = ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with"];
  without(Array.prototype, ...inLists);
  without(typed, ...inLists);
  without(Uint8Array.prototype, "toHex", "toBase64");
  without(Uint8Array, "fromHex", "fromBase64");
  without(Array, "fromAsync");
  without(Object, "hasOwn", "groupBy");
  without(Map, "groupBy");
  without(String.prototype, "at", "replaceAll", "isWellFormed", "toWellFormed");
  without(Promise, "any", "withResolvers", "try");
  without(AbortSignal, "timeout", "any");
  without(AbortSignal.prototype, "reason", "throwIfAborted");
  without(Element.prototype, "replaceChildren", "checkVisibility");
  without(Document.prototype, "replaceChildren");
  without(Crypto.prototype, "randomUUID");
  without(URL, "canParse", "parse");
  without(Set.prototype, "union", "intersection", "difference", "isSubsetOf", "isSupersetOf", "isDisjointFrom");
  without(HTMLElement.prototype, "inert", "showPopover", "hidePopover", "togglePopover");
  without(Intl, "Segmenter", "ListFormat", "DisplayNames");
  without(Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object, "map", "filter", "find", "toArray");
  without(globalThis, "structuredClone", "AggregateError", "WeakRef", "FinalizationRegistry", "Iterator", "scheduler");
}
