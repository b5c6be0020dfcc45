import { libraries } from "@temwen/sealing/lent";
import { bytesToIdentity, deriveReceiptKeys, identityToBytes } from "@temwen/sealing/receipt";
import { verifyEd25519InBrowser } from "@temwen/vocabulary/ed25519-web";
import { loadAnnex } from "../page/annexes.ts";
import { isEmptied } from "../page/leaving.ts";
import { keepSaid, languageInUse, say, sayRefusal } from "../page/words.ts";
import type { Lending, pageNames } from "./lent-names.ts";

/** Lends what annexes borrow (build/borrowing.ts). It gives nobody a power: all of it is in the page's text anyway. */
export function lend(): void {
  const lent: Lending<typeof pageNames> = {
    ...libraries,
    ed25519: [verifyEd25519InBrowser],
    receipt: [deriveReceiptKeys, bytesToIdentity, identityToBytes],
    words: [say, sayRefusal, keepSaid, languageInUse],
    leaving: [isEmptied],
    annexes: [loadAnnex],
  };
  Object.assign(globalThis, { lent });
}
