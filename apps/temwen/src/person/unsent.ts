import { createHash } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createCourier, type LineOptions } from "@temwen/courier";
import type { Parcel } from "@temwen/sealing/parcel";
import { type CaseId, type Digest, parseDigest, parseId } from "@temwen/vocabulary";
import { type Exit, exits } from "../exit.ts";
import { sentenceFor, type Terminal } from "../terminal.ts";
import { listenForStop, stoppableLine } from "./stopping.ts";

/** A sealed file that waits in a folder until it has arrived. It cannot be sealed again: its key lies in the parcel. */
export type Piece = { readonly caseId: CaseId; readonly part: string; readonly place: string };

/** Without the digits at the end a release before this one put the piece down. */
const pieceName = /^(cas_[0-9a-z]{26})\.(evidence-[1-8]|added-\d{1,7}-[1-8])(?:\.[0-9a-f]{12})?\.unsent$/;

/** Two commands that add at once give their pieces the same names: the digest keeps each from writing over the other's. */
const placeOf = (caseId: CaseId, part: string, bytes: Uint8Array): string =>
  `${caseId}.${part}.${digestOf(bytes).slice(0, 12)}.unsent`;

/**
 * Puts the sealed files of a parcel down before anything of it is sent: whatever happens then, they can be sent later.
 * Nothing of them can be read, and nothing beside them tells the receipt. Rejects with the file system's own error.
 */
export const keepPieces = (folder: string, { manifest, evidence }: Parcel): Promise<readonly Piece[]> =>
  keepSealed(folder, manifest.event.case, evidence);

/** Puts sealed files of a case down, by the names of their parts. Rejects with the file system's own error. */
export async function keepSealed(
  folder: string,
  caseId: CaseId,
  evidence: ReadonlyMap<string, Uint8Array>,
): Promise<readonly Piece[]> {
  const pieces = [...evidence].map(([part, sealed]) => ({
    caseId,
    part,
    place: join(folder, placeOf(caseId, part, sealed)),
    sealed,
  }));
  try {
    for (const { place, sealed } of pieces) {
      // Under its own name only when it is whole: what was cut short would be refused for ever.
      await writeFile(whileWritten(place), sealed, { mode: 0o600, flush: true });
      await rename(whileWritten(place), place);
    }
  } catch (error) {
    await dropPieces(pieces);
    throw error;
  }
  return pieces.map(({ sealed: _, ...piece }) => piece);
}

const whileWritten = (place: string): string => `${place}.part`;

/** Takes away what nobody will ask for: the complaint was refused. */
export async function dropPieces(pieces: readonly Piece[]): Promise<void> {
  for (const { place } of pieces) {
    await rm(whileWritten(place), { force: true });
    await rm(place, { force: true });
  }
}

/** Sends each piece, removes what has arrived, and returns what is left; a signal ends the sending, not the command. */
export async function sendPieces(
  pieces: readonly Piece[],
  line: Pick<LineOptions, "base" | "waits">,
  terminal: Terminal,
): Promise<readonly Piece[]> {
  if (pieces.length === 0) return [];
  using stop = listenForStop();
  const { signal } = stop;
  const courier = createCourier(stoppableLine(line, signal, terminal));
  const left: Piece[] = [];
  for (const piece of pieces) {
    if (signal.aborted) {
      left.push(piece);
      continue;
    }
    const sealed = await readPiece(piece);
    // Gone since it was found: another command has brought it there.
    if (!sealed) continue;
    terminal.progress(`sending ${piece.part}, ${Math.ceil(sealed.length / 1024)} KiB`);
    const sent = await courier.sendEvidence(piece.caseId, digestOf(sealed), sealed, (arrived, of) => {
      if (arrived > 0 && arrived < of) terminal.progress(`${piece.part}: ${Math.floor((arrived / of) * 100)} %`);
    });
    if (sent.ok) await rm(piece.place, { force: true });
    else left.push(piece);
    if (!sent.ok && !signal.aborted) terminal.progress(`temwen: ${piece.part}: ${sentenceFor(sent.refusal)}`);
  }
  return left;
}

const readPiece = ({ place }: Piece): Promise<Uint8Array | undefined> =>
  readFile(place).then(
    (bytes) => new Uint8Array(bytes),
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    },
  );

/** What is left and how to send it, in two lines; nothing when all has arrived. */
export function sayLeft(left: readonly Piece[], server: string, folder: string, terminal: Terminal): void {
  if (left.length === 0) return;
  const where = folder === "." ? "" : ` --unsent ${folder}`;
  terminal.progress(`temwen: the words are safe; what was attached has not all arrived: ${placesOf(left).join(" ")}`);
  terminal.progress(
    `temwen: to send what is left, as often as it takes: temwen complain --resume --server ${server}${where}`,
  );
}

/** Where the pieces lie. */
export const placesOf = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ place }) => place);

/** Sends everything that waits in a folder. Run again, it sends what is still left; what has arrived is not sent twice. */
export async function resume(
  options: { readonly server: string; readonly unsent: string },
  terminal: Terminal,
): Promise<Exit> {
  const pieces = await findPieces(options.unsent);
  const left = await sendPieces(pieces, { base: options.server }, terminal);
  const sent = pieces.filter((piece) => !left.includes(piece));
  terminal.result(
    { sent: placesOf(sent), unsent: placesOf(left) },
    pieces.length === 0 ? "Nothing waits here." : `${sent.length} sent, ${left.length} left.`,
  );
  return left.length === 0 ? exits.done : exits.cannotTell;
}

async function findPieces(folder: string): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const [, spelled, part] = pieceName.exec(name) ?? [];
    const caseId = parseId("case", spelled);
    if (caseId.ok && part) pieces.push({ caseId: caseId.value, part, place: join(folder, name) });
  }
  return pieces;
}

function digestOf(bytes: Uint8Array): Digest {
  const digest = parseDigest(createHash("sha256").update(bytes).digest("hex"));
  if (!digest.ok) throw new Error("SHA-256 in hexadecimal is a digest");
  return digest.value;
}
