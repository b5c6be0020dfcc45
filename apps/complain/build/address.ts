import type { Language } from "@temwen/words";

const starts = {
  home: "",
  help: "/help",
  about: "/about",
  complain: "/complain",
  reply: "/reply",
  log: "/log",
  verify: "/verify",
  api: "/api",
  // Whoever comes without script comes to an address of its own, never to another behaviour of the same one.
  plain: "/complain/plain",
  sent: "/complain/plain",
  status: "/reply/plain",
  referral: "/referral",
} as const;

/** Where a page is served: Creole without a suffix, the other languages with theirs. */
export function addressOf(page: keyof typeof starts, language: Language): string {
  const start = starts[page];
  return language === "ht" ? start || "/" : `${start}/${language}`;
}
