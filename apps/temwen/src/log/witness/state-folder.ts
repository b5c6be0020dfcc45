import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { NoteSigner } from "@temwen/public-log/note";
import { takeSystemLock } from "../../running/system-lock.ts";
import { makeWitnessKey, readWitnessKey } from "./key-file.ts";
import { readStates, writeStates } from "./state-file.ts";
import { WitnessFault } from "./witness-fault.ts";

/** The folder of a witness, held by this process alone. */
export type StateFolder = Disposable & {
  readonly signer: NoteSigner;
  readonly states: string;
  /** The cosigned checkpoint of a log, by the hexadecimal digits of its address. */
  readonly shown: (digits: string) => string;
};

/**
 * Opens the folder of a witness, and makes its key at the first start. A key without its state, or a state without its key, is
 * refused: who does not know what it cosigned could cosign the opposite. Throws `WitnessFault`.
 */
export async function openStateFolder(folder: string, name: string | null): Promise<StateFolder> {
  await mkdir(join(folder, "checkpoints"), { recursive: true, mode: 0o700 });
  // A twin in a container of its own sees no process of ours, and could cosign the opposite: only the system can tell.
  const lock = takeSystemLock(join(folder, "lock"));
  if (!lock) throw new WitnessFault("witness-running", `another process is a witness on ${folder}`);
  try {
    const states = join(folder, "state.json");
    const signer = await findSigner({ folder, states, name });
    return {
      signer,
      states,
      shown: (digits) => join(folder, "checkpoints", digits),
      [Symbol.dispose]: () => lock[Symbol.dispose](),
    };
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

async function findSigner(place: {
  readonly folder: string;
  readonly states: string;
  readonly name: string | null;
}): Promise<NoteSigner> {
  const { folder, states, name } = place;
  const keyPlace = join(folder, "key");
  const signer = await readWitnessKey(keyPlace);
  const known = await readStates(states);
  if (signer !== null && known === null) {
    throw new WitnessFault(
      "witness-state-lost",
      `${folder} has a key and no state.json: what it cosigned is not known any more. Never put back an old copy; ` +
        "start a new witness in an empty folder, under another name, and tell the logs its new key",
    );
  }
  if (signer === null && known !== null && known.size > 0) {
    throw new WitnessFault(
      "witness-key-lost",
      `${folder} has a state and no key: start a new witness, under another name`,
    );
  }
  if (signer !== null) {
    if (name !== null && name !== signer.vkey.name) {
      throw new WitnessFault(
        "witness-name-differs",
        `this witness is called ${signer.vkey.name}; a name never changes`,
      );
    }
    return signer;
  }
  if (name === null)
    throw new WitnessFault("witness-name-differs", "the first start needs --name, such as ngo.example/witness");
  // The state first: a key beside no state means that the state was lost.
  if (known === null) await writeStates(states, new Map());
  return makeWitnessKey(keyPlace, name);
}
