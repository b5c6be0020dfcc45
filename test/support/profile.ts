// A browser's profile as it lies on the disk once the browser has ended, and what can be found in it.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumFlags, ensureBrowser } from "../../tools/ensure-browser.ts";
import { phone } from "./browser.ts";
import { createLeakSearch, type Find, piecesOf } from "./leak-search.ts";

/** Uses a browser whose profile lies in a folder of its own, and hands over the folder when the browser has ended. */
export async function withProfile(
  use: (page: Page, context: BrowserContext) => Promise<void>,
  look: (folder: string) => Promise<void>,
  flags: readonly string[] = [],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "temwen-profile-"));
  try {
    const options = { executablePath: await ensureBrowser(), args: [...chromiumFlags, ...flags], ...phone };
    const context = await chromium.launchPersistentContext(folder, {
      ...options,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    try {
      await use(context.pages()[0] ?? (await context.newPage()), context);
    } finally {
      await context.close();
    }
    await look(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every piece of twelve characters of these texts, in every file of the profile and in the names of the files. */
export async function findTexts(folder: string, texts: readonly string[]): Promise<readonly Find[]> {
  const search = createLeakSearch(piecesOf(texts));
  const finds: Find[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    finds.push(...search.look(`name of ${entry.name}`, Buffer.from(entry.name)));
    if (entry.isFile()) finds.push(...search.look(path.slice(folder.length), await readFile(path)));
  }
  return finds;
}

/** Pieces of bytes that are cut out all over a sound or picture, each long enough to stand nowhere by chance. */
const piecesLooked = 64;
const pieceLength = 24;

/** The files of the profile in which a piece of these bytes stands as it is. */
export async function findBytes(folder: string, bytes: Uint8Array): Promise<readonly string[]> {
  const step = Math.max(1, Math.floor((bytes.length - pieceLength) / piecesLooked));
  const pieces: Buffer[] = [];
  for (let at = 0; at + pieceLength <= bytes.length; at += step) {
    const piece = Buffer.from(bytes.subarray(at, at + pieceLength));
    // Silence and headers are alike in every file.
    if (new Set(piece).size > pieceLength / 2) pieces.push(piece);
  }
  if (pieces.length === 0) throw new Error("nothing in these bytes could be told apart from others");
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const held = await readFile(join(entry.parentPath, entry.name));
    if (pieces.some((piece) => held.includes(piece))) found.push(entry.name);
  }
  return found;
}
