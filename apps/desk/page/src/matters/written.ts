import type { Json } from "@temwen/vocabulary";
import { textIn, type Written } from "../acts/asked.ts";

// A draft holds texts and lists of texts; an act in a matter may also say a number, and words in several languages. In a draft `text` is
// what is sealed, as in every act's; what is meant for everybody, which the rules call `text`, stands under `told.` and the language.

const told = "told.";

/** What a draft says under the name that the rules have for it; undefined where nothing was written yet. */
export function saidAs(name: string, written: Written): Json | undefined {
  if (name === "text") {
    const texts = Object.keys(written).filter((field) => field.startsWith(told) && textIn(written, field) !== "");
    return Object.fromEntries(texts.map((field) => [field.slice(told.length), textIn(written, field)]));
  }
  if (name === "number") return written[name] === undefined ? undefined : Number(textIn(written, name));
  // A list from which everything was taken away is as if nobody had answered.
  return written[name]?.length === 0 ? undefined : written[name];
}

/** The same the other way round: what a draft keeps of what was written into a field. */
export function writtenAs(name: string, value: Json): Written {
  if (Array.isArray(value)) return { [name]: value.map(String) };
  if (typeof value !== "object" || value === null) return { [name]: String(value) };
  return Object.fromEntries(Object.entries(value).map(([language, text]) => [`${told}${language}`, String(text)]));
}
