import { createHmac } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openWith, recipientOf } from "@temwen/sealing/open";
import { sealTo } from "@temwen/sealing/seal";
import {
  type Instant,
  instantToMillis,
  matterKinds,
  parseId,
  parseMatterId,
  utf8,
  utf8ToText,
} from "@temwen/vocabulary";
import * as z from "zod";
import type { StaffKey } from "./key-file.ts";
import type { DraftAbout, KeptDraft } from "./views.ts";

/** How long unsent words lie on this machine after they were last changed, in days. A platform default. */
export const draftDays = 7;
const draftMillis = draftDays * 86_400_000;

/** Unsent words of one person on this machine, each sealed to that person's own key. */
export type DraftStore = {
  readonly list: () => Promise<readonly KeptDraft[]>;
  readonly keep: (draft: Omit<KeptDraft, "savedAt">) => Promise<KeptDraft>;
  /** One, or all of them. */
  readonly forget: (which?: Pick<KeptDraft, "about" | "act">) => Promise<void>;
};

const keptShape = z.strictObject({
  about: z.custom<DraftAbout>(isAbout),
  act: z.string().max(64),
  savedAt: z.string(),
  value: z.record(z.string(), z.unknown()),
});

/**
 * Opens the store of whoever is signed in. A file's name says nothing of case or act to whoever lacks the key, and its
 * size only a power of two; one that was damaged is as if it were not.
 */
export function openDraftStore(
  folder: string,
  key: Pick<StaffKey, "identity" | "signingSeed">,
  now: () => Instant,
): DraftStore {
  const naming = createHmac("sha256", key.signingSeed).update("temwen/draft-names/1").digest();
  const { identity } = key;
  const nameWith = (text: string, size: number): string =>
    createHmac("sha256", naming).update(text).digest("hex").slice(0, size);
  const mine = nameWith("whose", 16);
  const fileOf = ({ about, act }: Pick<KeptDraft, "about" | "act">): string =>
    join(folder, `${mine}-${nameWith(`${about} ${act}`, 32)}${ending}`);
  // One change behind the other: what was forgotten must not come back by a save that was slower.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  };
  const listMine = async () => (await namesIn(folder)).filter((name) => name.startsWith(`${mine}-`));
  return {
    list: () =>
      inTurn(async () => {
        await sweepDrafts(folder, instantToMillis(now()));
        const read = (await listMine()).map(async (name) => {
          const plain = await openWith(identity, await readFile(join(folder, name)));
          return plain && parseKept(plain);
        });
        return (await Promise.all(read)).flatMap((draft) => draft ?? []);
      }),
    keep: (draft) =>
      inTurn(async () => {
        const kept = { ...draft, savedAt: now() };
        const recipient = await recipientOf(identity);
        if (recipient === undefined) throw new Error("a key that opened is no key");
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const place = fileOf(draft);
        const sealed = await sealTo(recipient, padded(JSON.stringify(kept)));
        await writeFile(`${place}.new`, sealed, { mode: 0o600 });
        await rename(`${place}.new`, place);
        return kept;
      }),
    forget: (which) =>
      inTurn(async () => {
        const places = which ? [fileOf(which)] : (await listMine()).map((name) => join(folder, name));
        for (const place of places) await rm(place, { force: true });
      }),
  };
}

/** Whether unsent words may be about this. */
export function isAbout(value: unknown): boolean {
  if (value === "new-case") return true;
  return parseId("case", value).ok || parseMatterId(value).ok || matterKinds.some((kind) => value === `new-${kind}`);
}

/** Removes whoever's words were not changed for `draftDays`; no key is needed for it. */
export async function sweepDrafts(folder: string, now: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    const place = join(folder, name);
    const changed = await stat(place).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    if (now - changed >= draftMillis) await rm(place, { force: true });
  }
}

const ending = ".draft";

/** Drafts, also half-written ones; nothing else that may lie in the folder. */
async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^[0-9a-f]{16}-[0-9a-f]{32}\.draft(\.new)?$/.test(name));
}

/** To the next of 4, 8, 16 … KiB: a size must not tell how much somebody wrote. */
function padded(text: string): Uint8Array {
  const bytes = utf8(text);
  let size = 4096;
  while (size < bytes.length) size *= 2;
  const full = new Uint8Array(size).fill(0x20);
  full.set(bytes);
  return full;
}

function parseKept(plain: Uint8Array): KeptDraft | undefined {
  const text = utf8ToText(plain);
  if (!text.ok) return undefined;
  try {
    const read = keptShape.safeParse(JSON.parse(text.value));
    return read.success ? (read.data as KeptDraft) : undefined;
  } catch {
    return undefined;
  }
}
