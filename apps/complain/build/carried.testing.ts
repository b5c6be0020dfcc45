import { createWebSigner, verifyInBrowser } from "@temwen/office/signing-web";
import { openWith } from "@temwen/sealing/open";
import { deriveReceiptKeys, parseReceipt } from "@temwen/sealing/receipt";
import { drawKeyPair, sealTo } from "@temwen/sealing/seal";

/** What the pages carry of the libraries, with nothing of a page around it. */
export const carried = {
  createWebSigner,
  verifyInBrowser,
  openWith,
  deriveReceiptKeys,
  parseReceipt,
  drawKeyPair,
  sealTo,
};
