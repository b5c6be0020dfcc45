import { parseDigest, parseId } from "@temwen/vocabulary";
import { cachesNamed, eraseCache } from "../page/caches.ts";
import type { SealedPiece } from "./host.ts";

/** A sealed piece that waits on this phone; its bytes are read when its turn comes. `day`: when it was put down. */
export type KeptPiece = Omit<SealedPiece, "sealed"> & { readonly day: string };

/** After so many days a piece is erased, as the office drops what was begun and not gone on with. Source: docs/specs/kept-page.md. */
export const daysKept = 7;

/** Each piece waits in a cache of its own, so that erasing one takes no other along. */
const prefix = "piece-";
const nameOf = ({ caseId, part, digest, day }: KeptPiece): string => `${prefix}${caseId}.${part}.${digest}.${day}`;
const addressOf = ({ caseId, digest }: KeptPiece): string => `/api/evidence/${caseId}/${digest}`;

/** Puts a sealed piece down on this phone. Nothing: there is no room, or the browser stores nothing, and nothing of it stays. */
export async function keepPiece({ sealed, ...piece }: SealedPiece, now: Date): Promise<KeptPiece | undefined> {
  const kept = { ...piece, day: dayOf(now) };
  try {
    await (await caches.open(nameOf(kept))).put(addressOf(kept), new Response(new Blob([new Uint8Array(sealed)])));
    return kept;
  } catch {
    await dropPiece(kept).catch(() => undefined);
    return undefined;
  }
}

/** What waits here, in its order. Looks, and writes nothing. */
export async function findKept(): Promise<readonly KeptPiece[]> {
  const names = [...(await cachesNamed(prefix))].sort();
  return names.flatMap((name) => parseName(name.slice(prefix.length)) ?? []);
}

/** The sealed bytes; nothing where another window sent or erased them meanwhile. */
export async function readPiece(piece: KeptPiece): Promise<Uint8Array | undefined> {
  const kept = await caches.match(addressOf(piece), { cacheName: nameOf(piece) });
  return kept && new Uint8Array(await kept.arrayBuffer());
}

/** Erases a piece from this phone, if it is there. */
export async function dropPiece(piece: KeptPiece): Promise<void> {
  // Asked first: opening a cache would make it.
  if ((await cachesNamed(nameOf(piece))).length > 0) await eraseCache(nameOf(piece));
}

/**
 * Erases what has waited longer than it may; how many pieces that were. A day that cannot be was read from a clock that stood wrong:
 * such a piece is stamped anew and waits from today on, for what the phone did not know must not cost the file.
 */
export async function dropOld(now: Date): Promise<number> {
  const today = dayOf(now);
  const isPossible = ({ day }: KeptPiece): boolean => day === today || (day >= firstDay && day <= today);
  const kept = await findKept();
  for (const piece of kept) if (!isPossible(piece)) await stampAnew(piece, now);
  const isOld = ({ day }: KeptPiece): boolean => (now.getTime() - Date.parse(day)) / 86_400_000 >= daysKept;
  const old = kept.filter((piece) => isPossible(piece) && isOld(piece));
  await Promise.all(old.map(dropPiece));
  return old.length;
}

/** No page let a file wait before this day. Written down, not the build's own: the same sources give the same bytes. */
const firstDay = "2026-11-21";

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** Where the phone has no room for a second copy, the first stays as it is. */
async function stampAnew(piece: KeptPiece, now: Date): Promise<void> {
  const sealed = await readPiece(piece);
  if (sealed && (await keepPiece({ ...piece, sealed }, now))) await dropPiece(piece);
}

function parseName(name: string): KeptPiece | undefined {
  const [spelledCase, part = "", spelledDigest, day = ""] = name.split(".");
  const caseId = parseId("case", spelledCase);
  const digest = parseDigest(spelledDigest);
  if (!caseId.ok || !digest.ok || !/^[1-8]$/.test(part) || Number.isNaN(Date.parse(day))) return undefined;
  return { caseId: caseId.value, part: Number(part), digest: digest.value, day };
}
