import { createWebSigner, verifyInBrowser } from "@temwen/office/signing-web";
import { dealEscrow, joinShares, openShare } from "@temwen/sealing/escrow";
import { openWith } from "@temwen/sealing/open";
import { deriveReceiptKeys, parseReceipt } from "@temwen/sealing/receipt";
import { drawKeyPair, sealTo } from "@temwen/sealing/seal";
import { digestOfBytes } from "@temwen/vocabulary/sha256";

/** What the pages carry of the libraries, with nothing of a page around it. */
export const carried = {
  createWebSigner,
  verifyInBrowser,
  openWith,
  deriveReceiptKeys,
  parseReceipt,
  drawKeyPair,
  sealTo,
  dealEscrow,
  openShare,
  joinShares,
  digestOfBytes,
};
