import { createCourier } from "@temwen/courier";
import { createDeskCourier } from "@temwen/courier/desk";
import type { Pack } from "@temwen/mission-pack";
import type { Trust } from "@temwen/office";
import { createNodeSigner } from "@temwen/office/signing-node";
import { granted, type Instant, millisToInstant, type Result, refused } from "@temwen/vocabulary";
import type { Desk } from "./acts/send-act.ts";
import { type DraftStore, openDraftStore } from "./draft-store.ts";
import { findMyself } from "./entrance.ts";
import { createPassingOutbox, openOutbox } from "./evidence/outbox.ts";
import { createKeeper, type Keeper } from "./keeper.ts";
import { openKeyFile } from "./key-file.ts";
import { openDirectories } from "./room/directories.ts";
import type { KeeperRefusal } from "./views.ts";

export type SignInOptions = {
  readonly server: string;
  readonly trust: Trust;
  readonly pack: Pack;
  readonly keyFile: Uint8Array;
  readonly passphrase: string;
  /** Where unsent words may lie, sealed. */
  readonly draftFolder?: string | undefined;
  /** Where sealed evidence may wait until it has arrived. */
  readonly outboxFolder?: string | undefined;
  readonly fetch?: typeof globalThis.fetch;
  readonly waits?: readonly number[];
  readonly now?: () => Instant;
};

/** Opens a key file and signs in with it. */
export async function signIn(options: SignInOptions): Promise<Result<Keeper, KeeperRefusal>> {
  const unlocked = await unlockDesk(options);
  return unlocked.ok ? admitToDesk(unlocked.value) : unlocked;
}

/** What a key opens on this machine, before the office was asked anything. */
export type UnlockedDesk = { readonly desk: Desk; readonly drafts: DraftStore | undefined };

/** Opens a key file; no line is needed for it. */
export async function unlockDesk(options: SignInOptions): Promise<Result<UnlockedDesk, KeeperRefusal>> {
  const key = await openKeyFile(options.keyFile, options.passphrase);
  if (typeof key === "string") return refused({ code: key });
  if (key.office !== options.trust.office) return refused({ code: "another-office" });
  const { server, fetch, waits } = options;
  const line = { base: server, ...(fetch && { fetch }), ...(waits && { waits }) };
  const signer = createNodeSigner(key.signingSeed);
  const desk: Desk = {
    key,
    signer,
    courier: createDeskCourier(line, { office: key.office, staff: key.staff, signer }),
    directories: openDirectories(createCourier(line), options.trust),
    pack: options.pack,
    outbox: options.outboxFolder === undefined ? createPassingOutbox() : openOutbox(options.outboxFolder),
    bring: createCourier(line).sendEvidence,
    now: options.now ?? (() => millisToInstant(Date.now())),
  };
  const { draftFolder } = options;
  const drafts = draftFolder === undefined ? undefined : openDraftStore(draftFolder, key, desk.now);
  return granted({ desk, drafts });
}

/** Whether the office knows this key, and the desk it then gives. */
export async function admitToDesk({ desk, drafts }: UnlockedDesk): Promise<Result<Keeper, KeeperRefusal>> {
  const listed = await findMyself(desk);
  if (!listed.ok) return listed;
  // One question proves that the server knows this key, before anybody starts to work.
  const first = await desk.courier.readQueue({ limit: 1 });
  return first.ok ? granted(createKeeper(desk, listed.value, drafts)) : first;
}
