import type { CallRefusal, Courier } from "@temwen/courier";
import {
  type Directory,
  type SignedBody,
  type Standing,
  type Trust,
  type VerifySignature,
  verifyDirectory,
  verifySuspension,
} from "@temwen/office";
import { granted, type Instant, type Result, type StaffId } from "@temwen/vocabulary";
import { rememberSignatures } from "./remember-signatures.ts";

export type DirectoriesRefusal = CallRefusal | { readonly code: string };

/** The directories of an office, each believed only when its roots signed it. */
export type Directories = {
  /** The one in force, asked anew each time: suspensions must be seen. */
  readonly readStanding: () => Promise<Result<Standing, DirectoriesRefusal>>;
  /** The one of an epoch, to check older signatures; undefined when it cannot be had or is not trusted. */
  readonly findEpoch: (epoch: number) => Promise<Directory | undefined>;
  /** The verdict on a signature. */
  readonly verify: VerifySignature;
  /** Whether a person had been suspended at that hour, under that directory; as far as this desk was told. */
  readonly isSuspended: (staff: StaffId, epoch: number, at: Instant) => boolean;
};

/** The same as their roots signed them, for whoever is to judge without this desk. */
export type SignedDirectories = Directories & {
  readonly findSigned: (epoch: number) => Promise<SignedBody | undefined>;
  /** Suspensions under the newest directory; as far as this desk was told. */
  readonly suspensions: () => readonly SignedBody[];
  /** Whose signatures are believed. */
  readonly trust: Trust;
};

/**
 * Opens the directories over a line to a server that is not trusted. What the desk has seen once, the server cannot
 * take back: an older directory is refused, and a suspension it no longer mentions holds all the same.
 */
export function openDirectories(courier: Courier, trust: Trust): SignedDirectories {
  const known = new Map<number, { readonly directory: Directory; readonly signed: SignedBody }>();
  const verify = rememberSignatures();
  let newest = trust.minimumEpoch;
  let suspendedSince = new Map<StaffId, Instant>();
  let suspensions: readonly SignedBody[] = [];
  const find = async (epoch: number): Promise<{ directory: Directory; signed: SignedBody } | undefined> => {
    const before = known.get(epoch);
    if (before) return before;
    const served = await courier.fetchDirectory(epoch);
    if (!served.ok) return undefined;
    const signed = served.value.directory;
    // An older epoch is fine here: it is asked for the keys of that time.
    const verdict = verifyDirectory(signed, { ...trust, minimumEpoch: 0 }, verify);
    if (!verdict.ok || verdict.value.epoch !== epoch) return undefined;
    known.set(epoch, { directory: verdict.value, signed });
    return { directory: verdict.value, signed };
  };
  return {
    readStanding: async () => {
      const served = await courier.fetchDirectory();
      if (!served.ok) return served;
      const verdict = verifyDirectory(served.value.directory, { ...trust, minimumEpoch: newest }, verify);
      if (!verdict.ok) return verdict;
      const directory = verdict.value;
      if (directory.epoch > newest) {
        suspendedSince = new Map();
        suspensions = [];
      }
      newest = directory.epoch;
      known.set(newest, { directory, signed: served.value.directory });
      for (const signed of served.value.suspensions) {
        const before = new Set(suspendedSince.keys());
        const suspension = verifySuspension(signed, directory, verify, before);
        if (!suspension.ok || before.has(suspension.value.staff)) continue;
        suspendedSince.set(suspension.value.staff, suspension.value.at);
        suspensions = [...suspensions, signed];
      }
      return granted({ directory, suspended: new Set(suspendedSince.keys()) });
    },
    verify,
    isSuspended: (staff, epoch, at) => {
      const since = epoch === newest ? suspendedSince.get(staff) : undefined;
      return since !== undefined && at >= since;
    },
    findEpoch: async (epoch) => (await find(epoch))?.directory,
    findSigned: async (epoch) => (await find(epoch))?.signed,
    suspensions: () => suspensions,
    trust,
  };
}
