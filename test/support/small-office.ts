import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Courier, createCourier } from "@temwen/courier";
import { type Keeper, openKeyFile, type SignInOptions, type StaffKey, signIn } from "@temwen/desk";
import type { Pack } from "@temwen/mission-pack";
import type { Directory, Role, SignedBody, Signer, StaffMember, Suspension, Trust } from "@temwen/office";
import { vouchFor } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import type { TheRecord } from "@temwen/record";
import { createMemoryRecord } from "@temwen/record/memory";
import { createLog, type RunningServer, type ServerOptions, startServer } from "@temwen/server";
import { canonicalBytes, createId, type Instant, millisToInstant, type StaffId } from "@temwen/vocabulary";
import {
  draftDirectory,
  enrol,
  nextDirectory,
  signDirectory,
  trustOf,
} from "../../apps/temwen/src/office/create-office.ts";
import { readPack } from "../../apps/temwen/src/running/pack-files.ts";

/** A member of staff with all keys in hand: tests are the desk and the thief alike. */
export type Person = {
  readonly name: string;
  readonly id: StaffId;
  readonly member: StaffMember;
  readonly key: StaffKey;
  readonly signer: Signer;
  readonly keyFile: Uint8Array;
  readonly passphrase: string;
};

/** A whole office in this process: a real server on loopback over a record in memory (or one that is given). */
export type SmallOffice = {
  readonly url: string;
  readonly server: RunningServer;
  readonly record: TheRecord;
  readonly trust: Trust;
  readonly pack: Pack;
  readonly roots: readonly Signer[];
  /** What the server signs with. */
  readonly clockKey: Signer;
  readonly blobFolder: string;
  /** The directory in force. */
  readonly directory: () => Directory;
  readonly person: (name: string) => Person;
  /** Signs in at a desk; `change` may bend line and clock. */
  readonly desk: (name: string, change?: Partial<SignInOptions>) => Promise<Keeper>;
  readonly courier: (base?: string) => Courier;
  /** Draws up, signs and publishes the next directory. */
  readonly publish: (change: Partial<Directory>) => Promise<void>;
  readonly signSuspension: (name: string, ...signers: readonly Signer[]) => SignedBody;
  /** Stops the server and starts it over the same record with another pack; the office is the one that is given back. */
  readonly again: (pack: Pack) => Promise<SmallOffice>;
  /** Everything the server logged. */
  readonly logged: () => string;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

type Post = readonly [name: string, role: Role, more?: Partial<Pick<StaffMember, "bench" | "ties" | "holder">>];

const holder = (institution: string, abroad: boolean, civilSociety = true) => ({
  holder: { institution, abroad, civilSociety },
});

/** Farid and Ines are tied to the force called ken; Jules sits on the reserve bench. */
const posts: readonly Post[] = [
  ["asha", "intake"],
  ["benoit", "intake"],
  ["carla", "intake"],
  ["dario", "intake"],
  ["esther", "intake"],
  ["farid", "intake", { ties: ["ken"] }],
  ["gerda", "panel"],
  ["hugo", "panel"],
  ["ines", "panel", { ties: ["ken"] }],
  ["jules", "panel", { bench: "reserve" }],
  ["karim", "investigator"],
  ["lena", "support"],
  ["marta", "child-protection"],
  ["nadia", "registrar"],
  ["omar", "auditor"],
  ["petra", "liaison"],
  ["rosa", "vetting-panel"],
  ["holder-1", "escrow-holder", holder("org-a", false)],
  ["holder-2", "escrow-holder", holder("org-b", true)],
  ["holder-3", "escrow-holder", holder("org-c", true)],
  ["holder-4", "escrow-holder", holder("body-d", true, false)],
  ["holder-5", "escrow-holder", holder("body-e", false, false)],
];

const pages = fileURLToPath(new URL("../../apps/complain/dist", import.meta.url));
/** A passphrase drawn by lot needs no stretching, and tests sign in often. */
const workFactor = 4;
const day = 86_400_000;

/** Starts one. */
export async function startSmallOffice(
  options: {
    readonly record?: TheRecord;
    readonly expiredAlready?: readonly string[];
    readonly patience?: ServerOptions["patience"];
    readonly shelf?: ServerOptions["shelf"];
    readonly metricsPort?: number;
    readonly door?: ServerOptions["door"];
    readonly publicLog?: ServerOptions["publicLog"];
  } = {},
): Promise<SmallOffice> {
  const first = await readPack("haiti");
  const office = createId("office", crypto.getRandomValues(new Uint8Array(16)));
  const roots = Array.from({ length: 5 }, () => createNodeSigner(drawSeed()));
  const clockKey = createNodeSigner(drawSeed());
  const now = Date.now();
  const at = millisToInstant(now);
  const people = new Map<string, Person>();
  for (const [name, role, more = {}] of posts) {
    const expires = millisToInstant(options.expiredAlready?.includes(name) ? now - day : now + 365 * day);
    people.set(name, await hire([name, role, more], office, expires));
  }
  const staff = [...people.values()].map(({ member }) => member);
  let current = draftDirectory({ office, pack: first, roots, clockKey: clockKey.key, staff, at });
  const trust = trustOf(current);
  const record = options.record ?? createMemoryRecord();
  const blobFolder = await mkdtemp(join(tmpdir(), "temwen-blobs-"));
  const log: string[] = [];
  const start = (pack: Pack): Promise<RunningServer> =>
    startServer({
      record,
      trust,
      pack,
      clockKey,
      blobFolder,
      isDemo: false,
      pageFolder: pages,
      host: "127.0.0.1",
      port: 0,
      ...(options.patience && { patience: options.patience }),
      ...(options.shelf && { shelf: options.shelf }),
      ...(options.metricsPort !== undefined && { metricsPort: options.metricsPort }),
      ...(options.door && { door: options.door }),
      ...(options.publicLog && { publicLog: options.publicLog }),
      log: createLog({ write: (line) => log.push(line) }),
    });

  const person = (name: string): Person => {
    const found = people.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const officeOf = (server: RunningServer, pack: Pack): SmallOffice => ({
    url: server.url,
    server,
    record,
    trust,
    pack,
    roots,
    clockKey,
    blobFolder,
    person,
    directory: () => current,
    courier: (base = server.url) => createCourier({ base, waits: [] }),
    desk: async (name, change) => {
      const { keyFile, passphrase } = person(name);
      const keeper = await signIn({ server: server.url, trust, pack, keyFile, passphrase, waits: [], ...change });
      if (!keeper.ok) throw new Error(`${name} could not sign in: ${keeper.refusal.code}`);
      return keeper.value;
    },
    publish: async (change) => {
      const next = nextDirectory(current, millisToInstant(Date.now()), change);
      await accept(server, signDirectory(next, roots.slice(0, 3)));
      current = next;
    },
    signSuspension: (name, ...signers) => signSuspension(current, person(name).id, signers),
    again: async (another) => {
      await server.stop();
      return officeOf(await start(another), another);
    },
    logged: () => log.join(""),
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(blobFolder, { recursive: true, force: true });
    },
  });
  const server = await start(first);
  await accept(server, signDirectory(current, roots.slice(0, 3)));
  return officeOf(server, first);
}

/** What a person's page believes of an office whose directory was checked: whose signatures count. */
export const believedOf = ({ trust, directory }: SmallOffice) => ({
  trust,
  directory: directory(),
  suspendedAt: new Map<StaffId, Instant>(),
});

/** Makes a person's keys and opens them again. */
export async function hire(post: Post, office: Directory["office"], expires: Instant): Promise<Person> {
  const [name, role, more = {}] = post;
  const enrolment = { label: name, role, bench: "first" as const, ties: [], ...more };
  const { member, keyFile, passphrase } = await enrol(enrolment, { office, expires, workFactor });
  const key = await openKeyFile(keyFile, passphrase);
  if (typeof key === "string") throw new Error(key);
  return { name, id: member.id, member, key, signer: createNodeSigner(key.signingSeed), keyFile, passphrase };
}

function signSuspension(directory: Directory, staff: StaffId, signers: readonly Signer[]): SignedBody {
  const { office, epoch } = directory;
  const at = millisToInstant(Date.now());
  const suspension: Suspension = { type: "office.staff-suspended/1", office, epoch, staff, at };
  const body = canonicalBytes(suspension);
  return { body, vouchings: signers.map((signer) => vouchFor(body, signer)) };
}

async function accept({ registry }: RunningServer, signed: SignedBody): Promise<void> {
  const accepted = await registry.acceptDirectory(signed, millisToInstant(Date.now()));
  if (!accepted.ok) throw new Error(`the directory was refused: ${accepted.refusal.code}`);
}
