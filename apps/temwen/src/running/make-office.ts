import { randomBytes } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Pack } from "@temwen/mission-pack";
import { rootKeys, rootThreshold, type SignedBody } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { bytesToBase64, createId, type Instant, millisToInstant } from "@temwen/vocabulary";
import {
  createRoot,
  draftDirectory,
  type Enrolled,
  type Enrolment,
  enrol,
  type RootKey,
  signDirectory,
  trustOf,
} from "../office/create-office.ts";
import { warnOfPanel } from "../office/warn-of-panel.ts";
import type { DataFolder } from "./data-folder.ts";
import { type DemoPerson, type OfficeFiles, readOfficeFiles } from "./office-files.ts";
import { whileMaking } from "./while-making.ts";

/** scrypt cost for keys whose passphrases the program draws itself: 80 bits need no stretching. */
const drawnWorkFactor = 12;
const yearsValid = 2;

/** An office just made: what the server needs, and each person's key file with its passphrase. */
export type NewOffice = OfficeFiles & {
  readonly people: readonly DemoPerson[];
  readonly roots: readonly { readonly key: string; readonly keyFile: string; readonly passphrase: string }[];
};

/** Whom to tell what: how far it is, and, before the office counts as made, the passphrases. */
export type Making = {
  readonly onProgress: (line: string) => void;
  readonly handOver: (made: Pick<NewOffice, "people" | "roots">) => Promise<void>;
};

/**
 * Makes an office's keys and its first directory. Passphrases are handed over, and written nowhere here. `roots.json`
 * is written last: an office that was interrupted while being made, or whose passphrases nobody got, is made again.
 */
export async function createOffice(
  folder: DataFolder,
  pack: Pack,
  people: readonly Enrolment[],
  { onProgress, handOver }: Making,
): Promise<OfficeFiles> {
  const now = millisToInstant(Date.now());
  const office = createId("office", randomBytes(16));
  const roots: RootKey[] = [];
  for (let i = 0; i < rootKeys; i++) roots.push(await createRoot(office, drawnWorkFactor));
  const enrolled: Enrolled[] = [];
  for (const [i, person] of people.entries()) {
    if (i % 8 === 0) onProgress(`making keys: person ${i + 1} of ${people.length}`);
    enrolled.push(await enrol(person, { office, expires: inYears(now, yearsValid), workFactor: drawnWorkFactor }));
  }
  const seed = drawSeed();
  const clockKey = createNodeSigner(seed);
  const signers = roots.map(({ signer }) => signer);
  const staff = enrolled.map(({ member }) => member);
  const directory = draftDirectory({ office, pack, roots: signers, clockKey: clockKey.key, staff, at: now });
  const first = signDirectory(directory, signers.slice(0, rootThreshold));
  warnOfPanel(directory, now, onProgress);
  const written = await writeOffice(folder, { roots, enrolled, seed, first, body: directory });
  await handOver(written);
  const trust = trustOf(directory);
  const aside = join(folder.keys, "roots.json.new");
  await writeFile(aside, `${JSON.stringify(trust, null, 1)}\n`, { flush: true });
  await rename(aside, join(folder.keys, "roots.json"));
  return { trust, clockKey, first };
}

/**
 * Makes an office whose every person is fictional, and writes their passphrases beside their keys; or reads the one
 * that another process made meanwhile.
 */
export function createDemoOffice(
  folder: DataFolder,
  pack: Pack,
  people: readonly Enrolment[],
  onProgress: (line: string) => void,
): Promise<OfficeFiles> {
  const handOver: Making["handOver"] = async (made) => {
    await mkdir(folder.demo, { recursive: true, mode: 0o700 });
    for (const name of ["people", "roots"] as const) {
      await writeFile(join(folder.demo, `${name}.json`), `${JSON.stringify(made[name], null, 1)}\n`, { mode: 0o600 });
    }
  };
  return whileMaking(
    folder,
    async () => (await readOfficeFiles(folder)) ?? (await createOffice(folder, pack, people, { onProgress, handOver })),
  );
}

async function writeOffice(
  folder: DataFolder,
  made: {
    readonly roots: readonly RootKey[];
    readonly enrolled: readonly Enrolled[];
    readonly seed: Uint8Array;
    readonly first: SignedBody;
    readonly body: object;
  },
): Promise<Pick<NewOffice, "people" | "roots">> {
  const staffFolder = join(folder.keys, "staff");
  const rootFolder = join(folder.keys, "roots");
  for (const place of [staffFolder, rootFolder]) await mkdir(place, { recursive: true, mode: 0o700 });
  const people: DemoPerson[] = [];
  for (const { enrolment, member, keyFile, passphrase } of made.enrolled) {
    const place = join(staffFolder, `${member.id}.age`);
    await writeFile(place, keyFile, { mode: 0o600 });
    const { id, role, bench, ties } = member;
    people.push({ id, label: enrolment.label, role, bench, keyFile: place, passphrase, ties });
  }
  const roots: NewOffice["roots"][number][] = [];
  for (const [i, root] of made.roots.entries()) {
    const place = join(rootFolder, `root-${i + 1}.age`);
    await writeFile(place, root.file, { mode: 0o600 });
    roots.push({ key: root.signer.key, keyFile: place, passphrase: root.passphrase });
  }
  await writeFile(join(folder.keys, "clock.key"), `${bytesToBase64(made.seed)}\n`, { mode: 0o600 });
  const signed = { body: made.body, vouchings: made.first.vouchings };
  await writeFile(join(folder.keys, "directory-1.json"), `${JSON.stringify(signed)}\n`);
  return { people, roots };
}

function inYears(now: Instant, years: number): Instant {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return millisToInstant(date.getTime());
}
