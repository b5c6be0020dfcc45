import type { CallRefusal, Courier } from "@temwen/courier";
import { type Directory, type Standing, type Trust, verifyDirectory, verifySuspension } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { granted, type Result, type StaffId } from "@temwen/vocabulary";

export type DirectoriesRefusal = CallRefusal | { readonly code: string };

/** The directories of an office, each believed only when its roots signed it. */
export type Directories = {
  /** The one in force, asked anew each time: suspensions must be seen. */
  readonly readStanding: () => Promise<Result<Standing, DirectoriesRefusal>>;
  /** The one of an epoch, to check older signatures; undefined when it cannot be had or is not trusted. */
  readonly findEpoch: (epoch: number) => Promise<Directory | undefined>;
};

/** Opens the directories over a line to a server that is not trusted. */
export function openDirectories(courier: Courier, trust: Trust): Directories {
  const known = new Map<number, Directory>();
  return {
    readStanding: async () => {
      const served = await courier.fetchDirectory();
      if (!served.ok) return served;
      const directory = verifyDirectory(served.value.directory, trust, verifyOnNode);
      if (!directory.ok) return directory;
      known.set(directory.value.epoch, directory.value);
      const suspended = new Set<StaffId>();
      for (const signed of served.value.suspensions) {
        const suspension = verifySuspension(signed, directory.value, verifyOnNode, suspended);
        if (suspension.ok) suspended.add(suspension.value.staff);
      }
      return granted({ directory: directory.value, suspended });
    },
    findEpoch: async (epoch) => {
      const before = known.get(epoch);
      if (before) return before;
      const served = await courier.fetchDirectory(epoch);
      if (!served.ok) return undefined;
      // An older epoch is fine here: it is asked for the keys of that time.
      const verdict = verifyDirectory(served.value.directory, { ...trust, minimumEpoch: 0 }, verifyOnNode);
      if (!verdict.ok || verdict.value.epoch !== epoch) return undefined;
      known.set(epoch, verdict.value);
      return verdict.value;
    },
  };
}
