import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Courier, FilingReceipt } from "@temwen/courier";
import { createCourier } from "@temwen/courier";
import { deriveReceiptKeys, drawReceipt, type Receipt } from "@temwen/sealing/receipt";
import { type ComplaintDraft, type Parcel, sealComplaint } from "@temwen/sealing/seal";
import {
  type ChildAnswer,
  type ConsentChoice,
  granted,
  type Language,
  type Result,
  utf8ToText,
} from "@temwen/vocabulary";
import { type Exit, exitFor, exits } from "../exit.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";
import { type BelievedOffice, findOffice, sealingDirectory } from "./find-office.ts";

export type ComplainOptions = {
  readonly server: string;
  readonly text: string;
  readonly attach: readonly string[];
  readonly force: string;
  readonly language: Language;
  readonly consent: ConsentChoice;
  readonly child: ChildAnswer;
  readonly place?: string;
  readonly roots?: string;
};

/** `evidence` says whether all of it arrived; the words are safe either way. */
export type Filed = { readonly receipt: Receipt; readonly filing: FilingReceipt; readonly evidence: boolean };

/** Files one complaint and prints its receipt: the only copy there will ever be. */
export async function complain(options: ComplainOptions, terminal: Terminal): Promise<Exit> {
  const text = utf8ToText(await readInput(terminal, options.text));
  if (!text.ok) return sayRefusal(terminal, { code: "malformed-utf8" });
  const evidence = await Promise.all(options.attach.map(readEvidence));
  const courier = createCourier({
    base: options.server,
    onRetry: (tried) => terminal.progress(`trying again (${tried})`),
  });
  const office = await findOffice(courier, options.server, options.roots, terminal);
  if (!office.ok) return sayRefusal(terminal, office.refusal);
  terminal.progress("sealing");
  const draft = createDraft(text.value, options, evidence);
  const receipt = drawReceipt();
  const filed = await fileDraft(draft, receipt, courier, office.value);
  if (!filed.ok) return sayUnfiled(filed.refusal, receipt, terminal);
  const { filing, evidence: arrived } = filed.value;
  const { case: caseId, proofNumber } = filing;
  terminal.result(
    { receipt, case: caseId, proofNumber, ...(!arrived && { evidence: "missing" }) },
    describe(filed.value),
  );
  if (!arrived) terminal.progress("temwen: the words are safe, an attached file did not arrive; send it again later");
  return arrived ? exits.done : exits.cannotTell;
}

/** Makes a draft from a text and what stands beside it. */
export function createDraft(
  text: string,
  said: Pick<ComplainOptions, "force" | "language" | "consent" | "child" | "place">,
  evidence: ComplaintDraft["evidence"] = [],
  channel: ComplaintDraft["channel"] = "command",
): ComplaintDraft {
  const { force, language, consent, child, place } = said;
  return {
    text,
    force,
    language,
    consent,
    child,
    channel,
    ...(place && { place }),
    ...(evidence.length > 0 && { evidence }),
  };
}

/** Seals a draft under a receipt and files it, evidence after the text is safe. */
export async function fileDraft(
  draft: ComplaintDraft,
  receipt: Receipt,
  courier: Courier,
  office: BelievedOffice,
): Promise<Result<Filed, { readonly code: string }>> {
  const keys = await deriveReceiptKeys(receipt, office.directory.receiptSalt);
  const parcel = await sealComplaint(draft, keys, sealingDirectory(office));
  if (!parcel.ok) return parcel;
  const filing = await courier.fileParcel(parcel.value);
  if (!filing.ok) return filing;
  return granted({ receipt, filing: filing.value, evidence: await sendEvidence(parcel.value, courier) });
}

/** When nobody can tell whether it arrived, the receipt is worth keeping: it finds the complaint if it did. */
function sayUnfiled(refusal: { readonly code: string }, receipt: Receipt, terminal: Terminal): Exit {
  // A line that broke while sending may have carried everything before it broke.
  if (refusal.code !== "cannot-tell" && refusal.code !== "unreachable") return sayRefusal(terminal, refusal);
  terminal.result({ receipt, outcome: "unknown" }, `receipt       ${receipt}\nWe cannot tell whether it arrived.`);
  terminal.progress("temwen: keep the receipt and look with `temwen reply`; or complain again");
  return exitFor(refusal.code);
}

async function sendEvidence({ manifest, evidence }: Parcel, courier: Courier): Promise<boolean> {
  for (const [part, sealed] of evidence) {
    const described = manifest.event.parts[part];
    if (!described) throw new Error("every sealed part is described");
    const sent = await courier.sendEvidence(manifest.event.case, described.digest, sealed);
    if (!sent.ok) return false;
  }
  return true;
}

async function readEvidence(place: string): Promise<NonNullable<ComplaintDraft["evidence"]>[number]> {
  const bytes = new Uint8Array(await readFile(place));
  return {
    name: basename(place),
    mediaType: mediaTypes[extname(place).toLowerCase()] ?? "application/octet-stream",
    bytes,
  };
}

const mediaTypes: { readonly [extension: string]: string } = {
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
  ".mp4": "video/mp4",
  ".m4a": "audio/mp4",
  ".ogg": "audio/ogg",
  ".txt": "text/plain",
};

function describe({ receipt, filing }: Filed): string {
  const groups = receipt.replace(/(\d{4})(?=\d)/g, "$1 ");
  return `receipt       ${groups}\nproof number  ${filing.proofNumber}\n\nWrite the receipt down. Nobody can show it again.`;
}
