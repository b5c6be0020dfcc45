import { deriveReceiptKeys, parseReceipt, type ReceiptKeys } from "@temwen/sealing/receipt";
import { granted, type Result, utf8ToText } from "@temwen/vocabulary";
import { UsageError } from "../exit.ts";
import { readInput, type Terminal } from "../terminal.ts";

/** The keys of a receipt that lies in a file or comes on standard input. Throws `UsageError` for digits on the command line. */
export async function readReceiptKeys(
  place: string,
  receiptSalt: string,
  terminal: Terminal,
): Promise<Result<ReceiptKeys, { readonly code: string }>> {
  if (parseReceipt(place).ok) {
    throw new UsageError("a receipt is read from a file or from standard input (-), never from the command line");
  }
  const spelled = utf8ToText(await readInput(terminal, place));
  const receipt = parseReceipt(spelled.ok ? spelled.value : "");
  return receipt.ok ? granted(await deriveReceiptKeys(receipt.value, receiptSalt)) : receipt;
}
