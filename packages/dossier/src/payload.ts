import { canonicalBytes, type Digest, type Instant, type Json, utf8 } from "@temwen/vocabulary";
import { type BagFile, fileOf, type Sha256 } from "./bag.ts";
import type { DossierFacts, Piece } from "./facts.ts";
import { drawLetter } from "./pdf/letter.ts";
import { drawSummary } from "./pdf/summary.ts";

type Signed = { readonly body: Uint8Array; readonly vouchings: readonly { key: string; signature: string }[] };

/** What goes into a dossier beside what its letter and summary say: bytes as they were signed, sealed or proved. */
export type Enclosed = {
  readonly events: readonly (Signed & { readonly index: number; readonly at: Instant })[];
  /** Of each step that stays in the office, what the chain of the others is checked by. */
  readonly withheld: readonly { readonly index: number; readonly digest: Digest }[];
  readonly directories: readonly (Signed & { readonly epoch: number })[];
  readonly suspensions: readonly Signed[];
  readonly roots: Json;
  /** As it was opened; absent where it is left out. */
  readonly story?: Json;
  readonly messages?: Json;
  /** What the panel found and ruled, by the codes of the record. */
  readonly findings?: Json;
  readonly identity?: Json;
  /** Bytes of each piece, read when it is written. */
  readonly readPiece: (part: string) => Promise<Uint8Array>;
  readonly proofs: readonly {
    readonly event: number;
    readonly part: number;
    readonly index: string;
    readonly salt: string;
    readonly leaf: Uint8Array;
    readonly proof: Uint8Array;
  }[];
  readonly policy?: Uint8Array;
};

/** The payload of a dossier (docs/specs/dossier.md). */
export async function layPayload(facts: DossierFacts, enclosed: Enclosed, sha256: Sha256): Promise<readonly BagFile[]> {
  const bytes = (path: string, content: Uint8Array): BagFile => fileOf(`data/${path}`, content, sha256);
  const json = (path: string, content: unknown): BagFile => bytes(path, canonicalBytes(content as Json));
  const signed = (path: string, { body, vouchings }: Signed, more: object = {}): readonly BagFile[] => [
    bytes(`${path}.json`, body),
    json(`${path}.vouchings.json`, { ...more, vouchings }),
  ];
  const { events, withheld, directories, suspensions, roots, story, messages, findings, identity, proofs, policy } =
    enclosed;
  const files = [
    ...events.flatMap((event) => signed(`record/${number(event.index)}`, event, { at: event.at, index: event.index })),
    ...withheld.map(({ index, digest }) => json(`record/${number(index)}.json`, { digest, index })),
    ...directories.flatMap((one) => signed(`record/directory-${one.epoch}`, one)),
    ...suspensions.flatMap((one, i) => signed(`record/suspension-${i + 1}`, one)),
    json("record/roots.json", roots),
    ...(story ? [json("words/story.json", story), bytes("words/story.txt", utf8(`${facts.story?.text ?? ""}\n`))] : []),
    ...(messages ? [json("words/messages.json", messages)] : []),
    ...facts.pieces.flatMap((piece): readonly BagFile[] => [
      {
        path: `data/evidence/${piece.part}${endingOf(piece)}`,
        size: piece.size,
        sha256: piece.sha256,
        read: () => enclosed.readPiece(piece.part),
      },
      json(`evidence/${piece.part}.json`, describePiece(piece)),
    ]),
    ...proofs.flatMap(({ event, part, leaf, proof }) => [
      bytes(`proofs/${number(event)}-${part}.leaf`, leaf),
      bytes(`proofs/${number(event)}-${part}.tlog-proof`, proof),
    ]),
    ...(proofs.length > 0 ? [json("proofs/openings.json", proofs.map(toOpening))] : []),
    ...(proofs.length > 0 && policy ? [bytes("proofs/log.policy", policy)] : []),
    ...(findings ? [json("findings.json", findings)] : []),
    ...(identity ? [json("identity.json", identity)] : []),
    json("left-out.json", facts.leftOut),
  ];
  const letter = bytes("letter.pdf", await drawLetter(facts));
  return [...files, letter, bytes("dossier.pdf", await drawSummary(facts, countInside([...files, letter])))];
}

/** The lines of `bag-info.txt` that are not counted. */
export function bagInfo(facts: DossierFacts): readonly (readonly [string, string])[] {
  const { office, at, forum, language, asks, consent, beyond, identity } = facts;
  return [
    ["Source-Organization", office],
    ["External-Identifier", facts.case],
    ["Bagging-Date", at.slice(0, 10)],
    ["Dossier-Made-At", at],
    ["Dossier-Form", "temwen-dossier/2"],
    ["Dossier-Forum", forum.id],
    ["Dossier-Language", language],
    ["Dossier-Asks", asks.join(" ")],
    ["Dossier-Consent", consent],
    ...(beyond ? [["Dossier-Beyond-Consent", beyond] as const] : []),
    ["Dossier-Identity", identity],
    ["Dossier-Note", "Administrative record, not a conviction"],
  ];
}

const number = (index: number): string => String(index).padStart(4, "0");

const toOpening = ({ event, part, index, salt }: Enclosed["proofs"][number]) => ({ event, part, index, salt });

/** What the person's device called it never becomes the name of a file: it may hide what it is, or who made it. */
function describePiece({ part, name, mediaType, size, sha256, sealed, copyOf, custody, taken }: Piece): object {
  const looks = custody.map(({ at, by, exportedFor }) => ({ at, by, ...(exportedFor && { exportedFor }) }));
  const log = taken ? [{ at: taken.at, by: taken.by, takenFrom: taken.source }, ...looks] : looks;
  return { part, name, mediaType, size, sha256, sealed, ...(copyOf && { copyOf }), custody: log };
}

const endings: { readonly [mediaType: string]: string } = {
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/webp": ".webp",
  "image/gif": ".gif",
  "image/heic": ".heic",
  "video/mp4": ".mp4",
  "video/webm": ".webm",
  "video/quicktime": ".mov",
  "audio/mp4": ".m4a",
  "audio/mpeg": ".mp3",
  "audio/ogg": ".ogg",
  "audio/wav": ".wav",
  "audio/webm": ".weba",
  "application/pdf": ".pdf",
  "text/plain": ".txt",
};

/** By the kind that was declared; anything else is bytes, which no click opens as a program. */
const endingOf = ({ mediaType }: Piece): string => endings[mediaType.split(";")[0]?.trim() ?? ""] ?? ".bin";

function countInside(files: readonly BagFile[]): ReadonlyMap<string, number> {
  const order = ["letter", "record", "words", "evidence", "findings", "proofs", "left-out", "identity"];
  const counts = new Map<string, number>();
  for (const { path } of files) {
    const name =
      path
        .slice("data/".length)
        .split("/")[0]
        ?.replace(/\.(pdf|json)$/, "") ?? "";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map(order.flatMap((name) => (counts.has(name) ? [[name, counts.get(name) ?? 0] as const] : [])));
}
