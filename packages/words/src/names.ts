/** A name as the office publishes it: its directory and the pack have no other languages. */
export type Names = { readonly ht: string; readonly fr: string; readonly en?: string };

/**
 * A force's or a department's name for a reader. Who reads Spanish gets the French name, which looks most like
 * theirs; who reads Swahili the English one, where there is one. A code nobody knows is read as Creole.
 */
export function nameIn(names: Names, language: string): string {
  if (language === "fr" || language === "es") return names.fr;
  if (language === "en" || language === "sw") return names.en ?? names.fr;
  return names.ht;
}
