import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Pack } from "@temwen/mission-pack";
import type { Plugin } from "esbuild";
import { borrow, borrowFromPage } from "./borrowing.ts";
import { bundleScript } from "./bundling.ts";

/** Code that a page loads only when it is used. */
export type Annex = {
  readonly name: string;
  /** What the page runs once the browser has compared it with its policy. */
  readonly source: string;
  /** `annex.NAME.DIGEST.js` in `dist/`. */
  readonly file: string;
  /** `/annexes/NAME.DIGEST.js`: another text has another address, so no page can be given the annex of another build. */
  readonly address: string;
};

const here = fileURLToPath(new URL(".", import.meta.url));

/** The annexes there are, by name; each begins in its own folder's `main.ts`. One that borrows is of `/reply` alone. */
const plugins: { readonly [name: string]: readonly Plugin[] } = {
  acts: [borrow],
  checker: [],
  evidence: [],
  keeping: [],
  law: [borrowFromPage],
  mailbox: [borrowFromPage],
  owed: [borrow],
  proof: [],
  qr: [],
  steps: [borrow],
  work: [],
};

type OfTheMission = Pick<Pack, "zone" | "log"> & { readonly forumNames: { readonly [id: string]: string } };

/** Builds all annexes, before any page: pages carry their digests. What only this mission says is written into them. */
export function buildAnnexes({ zone, log, forumNames }: OfTheMission): Promise<readonly Annex[]> {
  const define = {
    missionZone: JSON.stringify(zone),
    promiseHours: String(log.promiseHours),
    forumNames: JSON.stringify(forumNames),
  };
  return Promise.all(
    Object.entries(plugins).map(([name, more]) =>
      buildAnnex(name, `${here}../src/${name}/main.ts`, { plugins: more, define }),
    ),
  );
}

/** Bundles one annex. What its first file exports becomes one global, `annex_NAME`, which the page reads. */
export async function buildAnnex(
  name: string,
  entry: string,
  more: { readonly plugins?: readonly Plugin[]; readonly define?: Record<string, string> } = {},
): Promise<Annex> {
  const source = await bundleScript(entry, { globalName: `annex_${name}`, ...more });
  const digest = createHash("sha256").update(source).digest("hex").slice(0, 32);
  const called = `${name}.${digest}.js`;
  return { name, source, file: `annex.${called}`, address: `/annexes/${called}` };
}

/** The annexes a page names, of those that were built. */
export function chooseAnnexes(annexes: readonly Annex[], names: readonly string[]): readonly Annex[] {
  return names.map((name) => {
    const annex = annexes.find((one) => one.name === name);
    if (!annex) throw new Error(`there is no annex ${name}`);
    return annex;
  });
}

/** What a page's script is told at build time: where its annexes lie. */
export const annexAddresses = (annexes: readonly Annex[]): string =>
  JSON.stringify(Object.fromEntries(annexes.map(({ name, address }) => [name, address])));
