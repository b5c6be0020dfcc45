import type { Language } from "@temwen/words";

/** Where a page is served: Creole without a suffix, the other languages with theirs. */
export function addressOf(page: "home" | "help" | "complain" | "reply" | "about", language: Language): string {
  const start = page === "home" ? "" : `/${page}`;
  return language === "ht" ? start || "/" : `${start}/${language}`;
}
