import { ReadableStream } from "node:stream/web";
import { forumLanguages } from "@temwen/mission-pack/words";
import type { CaseId, Digest, Result } from "@temwen/vocabulary";
import * as z from "zod";
import type { Keeper } from "../keeper.ts";
import type { KeeperRefusal } from "../views.ts";

/** A dossier for a forum, as somebody at this desk wants it. */
export type DossierAsk = {
  readonly forum: string;
  readonly asks: readonly string[];
  readonly language: (typeof forumLanguages)[number];
  /** `messages`, or parts of pieces. */
  readonly leaveOut: readonly string[];
  readonly beyond?: string;
  /** Who can open it: recipients of the age format, one a line, or whoever knows the passphrase. */
  readonly to: { readonly recipients: string } | { readonly passphrase: string };
};

/** A sealed dossier on its way, and what a referral says of it. */
export type MadeDossier = {
  readonly digest: Digest;
  /** Digest of the code in its letter. */
  readonly receipt: Digest;
  readonly proved: number;
  readonly steps: number;
  readonly sealed: AsyncIterable<Uint8Array>;
};

/** Makes a dossier out of a case; given by whoever starts the desk, because it needs the public log and PDF. */
export type MakeDossier = (
  keeper: Keeper,
  caseId: CaseId,
  ask: DossierAsk,
) => Promise<Result<MadeDossier, KeeperRefusal>>;

const word = z.string().max(64);

/** Reads what the page asks for. */
export const dossierAsk: z.ZodType<DossierAsk> = z.strictObject({
  forum: word,
  asks: z.array(word).min(1).max(5),
  language: z.enum(forumLanguages),
  leaveOut: z.array(word).max(64),
  beyond: word.exactOptional(),
  to: z.union([
    z.strictObject({ recipients: z.string().max(20_000) }),
    z.strictObject({ passphrase: z.string().max(1000) }),
  ]),
});

/** The sealed file, with what the referral says of it in headers that only this page reads. */
export function dossierResponse({ digest, receipt, proved, steps, sealed }: MadeDossier): Response {
  // Node's own stream is the web's at run time, and another type.
  const body = ReadableStream.from(sealed) as unknown as globalThis.ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "content-type": "application/octet-stream",
      "x-temwen-dossier": digest,
      "x-temwen-receipt": receipt,
      "x-temwen-proved": `${proved}/${steps}`,
    },
  });
}
