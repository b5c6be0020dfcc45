import { hybridRecipient, isVouchedFor, verifyDirectory, vouchFor } from "@temwen/office";
import { libraries } from "@temwen/sealing/lent";
import { bytesToIdentity, deriveReceiptKeys, identityToBytes } from "@temwen/sealing/receipt";
import {
  bytesToBase64,
  bytesToDigest,
  canonicalBytes,
  canonicalText,
  fieldsOf,
  granted,
  joinBytes,
  listOf,
  oneOf,
  parseBase64,
  parseCanonical,
  parseDigest,
  parsed,
  parseId,
  parseInstant,
  refused,
  tableOf,
  textLike,
  textUpTo,
  utf8,
  utf8ToText,
  wholeUpTo,
} from "@temwen/vocabulary";
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
    bytes: [utf8, utf8ToText, bytesToBase64, parseBase64, joinBytes],
    canonical: [canonicalBytes, canonicalText, parseCanonical],
    digests: [parseDigest, bytesToDigest],
    ids: [parseId],
    directory: [hybridRecipient],
    instants: [parseInstant],
    result: [granted, refused],
    shape: [fieldsOf, listOf, tableOf, oneOf, parsed, textLike, textUpTo, wholeUpTo],
    statement: [vouchFor, isVouchedFor],
    trust: [verifyDirectory],
    receipt: [deriveReceiptKeys, bytesToIdentity, identityToBytes],
    words: [say, sayRefusal, keepSaid, languageInUse],
    leaving: [isEmptied],
    annexes: [loadAnnex],
  };
  Object.assign(globalThis, { lent });
}
