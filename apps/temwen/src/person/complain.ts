import type { Courier, FilingReceipt } from "@temwen/courier";
import { createCourier, type DoWork } from "@temwen/courier";
import { deriveReceiptKeys, drawReceipt, type Receipt } from "@temwen/sealing/receipt";
import { type ComplaintDraft, type Parcel, sealComplaint } from "@temwen/sealing/seal";
import { type ChildAnswer, type ConsentChoice, type Language, type Result, utf8ToText } from "@temwen/vocabulary";
import { type Exit, exitFor, exits } from "../exit.ts";
import { toPlain } from "../log/speak.ts";
import { keepPromise } from "../proof/keep-promise.ts";
import { exitOfUnproved, sayUnproved } from "../proof/unproved.ts";
import type { WaitOptions } from "../proof/wait-proof.ts";
import { readInput, sayRefusal, type Terminal } from "../terminal.ts";
import { type BelievedOffice, findOffice, sealingDirectory } from "./find-office.ts";
import { readEvidence } from "./read-evidence.ts";
import { doSmallWork } from "./small-work.ts";
import { listenForStop, stoppableLine } from "./stopping.ts";
import { dropPieces, keepPieces, type Piece, placesOf, sayLeft, sendPieces } from "./unsent.ts";

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
  /** Where attached files wait, sealed, until they have arrived. */
  readonly unsent: string;
  /** Where the office's promise is written, and the proof. */
  readonly proofFolder: string;
  /** Waits until the complaint stands in the public log, and writes the proof down. */
  readonly waitProof?: { readonly policy?: string };
  /** Waits between tries, in milliseconds; as many retries as entries. */
  readonly waits?: readonly number[];
};

/** Files one complaint and prints its receipt: the only copy there will ever be. */
export async function complain(options: ComplainOptions, terminal: Terminal): Promise<Exit> {
  const text = utf8ToText(await readInput(terminal, options.text));
  if (!text.ok) return sayRefusal(terminal, { code: "malformed-utf8" });
  const evidence = await Promise.all(options.attach.map(readEvidence));
  const line = { base: options.server, ...(options.waits && { waits: options.waits }) };
  const courier = createCourier({ ...line, onRetry: (tried) => terminal.progress(`trying again (${tried})`) });
  const office = await findOffice(courier, options.server, options.roots, terminal);
  if (!office.ok) return sayRefusal(terminal, office.refusal);
  terminal.progress("sealing");
  const receipt = drawReceipt();
  const parcel = await sealDraft(createDraft(text.value, options, evidence), receipt, office.value);
  if (!parcel.ok) return sayRefusal(terminal, parcel.refusal);
  const pieces = await keepPieces(options.unsent, parcel.value);
  // From here on the receipt may be the only way back: a signal ends what is waited for, and never what is said.
  using stop = listenForStop();
  const sending = createCourier(stoppableLine(line, stop.signal, terminal));
  const filing = await sending.fileParcel(parcel.value, doSmallWork(terminal));
  if (!filing.ok) return sayUnfiled(filing.refusal, receipt, pieces, terminal);

  const { case: caseId, proofNumber } = filing.value;
  const filed = { receipt, case: caseId, proofNumber };
  // The digits first, where somebody reads along: files may take an hour, and are not worth a receipt.
  if (!terminal.json) terminal.result(filed, describe(receipt, proofNumber));
  const { manifest } = parcel.value;
  const own = { manifest, filing: filing.value, directory: office.value.directory };
  const promised = await keepPromise(own, options.proofFolder, terminal);
  if (!terminal.json && promised.sentence) terminal.result({}, promised.sentence);
  const left = await sendPieces(pieces, line, terminal);
  const missing = left.length > 0 && { evidence: "missing", unsent: placesOf(left) };
  const toProve = { manifest, filed: filing.value, office: office.value, courier: sending, signal: stop.signal };
  const proved = await waitProof(options, toProve, terminal);
  if (terminal.json) terminal.result({ ...filed, ...promised.told, ...missing, ...proved.told }, "");
  sayLeft(left, options.server, options.unsent, terminal);
  return left.length > 0 && proved.exit === exits.done ? exits.cannotTell : proved.exit;
}

type ToProve = Pick<WaitOptions, "manifest" | "filed" | "office" | "courier" | "signal">;

/** Waits for the proof where that was asked for. The complaint has arrived, whatever becomes of it. */
async function waitProof(
  { waitProof: asked, proofFolder: folder, server }: ComplainOptions,
  filing: ToProve,
  terminal: Terminal,
): Promise<{ readonly told: object; readonly exit: Exit }> {
  if (!asked) return { told: {}, exit: exits.done };
  const { waitForProof } = await import("../proof/wait-proof.ts");
  const waited = await waitForProof({ ...filing, ...asked, folder, server }, terminal);
  if (!waited.ok) {
    sayUnproved(waited.refusal, terminal);
    return { told: toPlain({ unproved: waited.refusal.code }), exit: exitOfUnproved(waited.refusal.code) };
  }
  const { index, proof, leaf, cosigned } = waited.value;
  const by = cosigned.map(({ name, at }) => `${name} at ${at}`).join(", ");
  if (!terminal.json) terminal.result({}, `in the public log at ${index}${by && `, seen by ${by}`}: ${proof}`);
  return { told: toPlain({ index, proof, leaf, cosigned }), exit: exits.done };
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

/** By which way a complaint goes to which office. */
export type Way = { readonly courier: Courier; readonly office: BelievedOffice; readonly work: DoWork };

/** Seals a draft without evidence under a receipt and files it. */
export async function fileDraft(
  draft: Omit<ComplaintDraft, "evidence">,
  receipt: Receipt,
  { courier, office, work }: Way,
): Promise<Result<FilingReceipt, { readonly code: string }>> {
  const parcel = await sealDraft(draft, receipt, office);
  return parcel.ok ? courier.fileParcel(parcel.value, work) : parcel;
}

async function sealDraft(
  draft: ComplaintDraft,
  receipt: Receipt,
  office: BelievedOffice,
): Promise<Result<Parcel, { readonly code: string }>> {
  const keys = await deriveReceiptKeys(receipt, office.directory.receiptSalt);
  return sealComplaint(draft, keys, sealingDirectory(office));
}

/** When nobody can tell whether it arrived, the receipt is worth keeping: it finds the complaint if it did. */
async function sayUnfiled(
  refusal: { readonly code: string },
  receipt: Receipt,
  pieces: readonly Piece[],
  terminal: Terminal,
): Promise<Exit> {
  // A line that broke while sending may have carried everything before it broke.
  if (refusal.code !== "cannot-tell" && refusal.code !== "unreachable") {
    await dropPieces(pieces);
    return sayRefusal(terminal, refusal);
  }
  terminal.result(
    { receipt, outcome: "unknown", ...(pieces.length > 0 && { unsent: placesOf(pieces) }) },
    `receipt       ${receipt}\nWe cannot tell whether it arrived.`,
  );
  terminal.progress("temwen: keep the receipt and look with `temwen reply`; or complain again");
  if (pieces.length > 0) {
    terminal.progress(`temwen: if it arrived, --resume sends what waits in: ${placesOf(pieces).join(" ")}`);
  }
  return exitFor(refusal.code);
}

function describe(receipt: Receipt, proofNumber: string): string {
  const groups = receipt.replace(/(\d{4})(?=\d)/g, "$1 ");
  return `receipt       ${groups}\nproof number  ${proofNumber}\n\nWrite the receipt down. Nobody can show it again.`;
}
