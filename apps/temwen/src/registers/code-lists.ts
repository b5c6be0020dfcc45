import { type Field, readField } from "@temwen/registers";
import { ImportFault } from "./import-fault.ts";

/** What has more different values is no list of codes: it may be anybody's words. */
const mostCodes = 4000;
const mostRemembered = 20_000;

/** Watches one field that keeps text as it stands. Throws `ImportFault` as soon as it turns out to be no list of codes. */
export function watchCodes(name: string, field: Extract<Field, { readonly kind: "code" }>): (text: string) => void {
  const values = new Set<unknown>();
  const seen = new Set<string>();
  return (text) => {
    if (seen.has(text)) return;
    if (seen.size >= mostRemembered) seen.clear();
    seen.add(text);
    values.add(
      readField(
        name,
        field,
        () => text,
        (given) => given,
      ).value,
    );
    if (values.size > mostCodes) {
      throw new ImportFault(
        "not-a-code-list",
        `${name}: column "${field.column}" has more than ${mostCodes} different values: that is no list of codes, and ` +
          "other text is never imported; say present, words or pseudonym in the mapping, or shorten it (first, before)",
      );
    }
  };
}
