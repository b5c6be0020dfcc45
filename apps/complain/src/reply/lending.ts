import { rolesFor, staffStatementShape } from "@temwen/casework/person";
import { libraries } from "@temwen/sealing/lent";
import { complaintReceivedShape } from "@temwen/sealing/parcel";
import { verifyEd25519InBrowser } from "@temwen/vocabulary/ed25519-web";
import { loadAnnex } from "../page/annexes.ts";
import { isEmptied } from "../page/leaving.ts";
import { keepSaid, languageInUse, say, sayRefusal } from "../page/words.ts";
import { findStaffSigner, isSignedBy, nameOfChoice, rememberDirectories } from "./checking.ts";
import type { lentNames } from "./lent-names.ts";

/** In the order of the names, which therefore need not travel. */
type Lent = { readonly [M in keyof typeof lentNames]: { readonly [N in keyof (typeof lentNames)[M]]: unknown } };

/** Lends what annexes borrow (build/borrowing.ts). It gives nobody a power: all of it is in the page's text anyway. */
export function lend(): void {
  const lent: Lent = {
    ...libraries,
    ed25519: [verifyEd25519InBrowser],
    law: [rolesFor, staffStatementShape],
    parcel: [complaintReceivedShape],
    checking: [findStaffSigner, isSignedBy, rememberDirectories, nameOfChoice],
    words: [say, sayRefusal, keepSaid, languageInUse],
    leaving: [isEmptied],
    annexes: [loadAnnex],
  };
  Object.assign(globalThis, { lent });
}
