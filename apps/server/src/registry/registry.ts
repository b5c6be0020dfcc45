import {
  type CompositionRefusal,
  checkComposition,
  type Directory,
  type DirectoryRefusal,
  recordBytes,
  type SignedBody,
  type Standing,
  type SuspensionRefusal,
  type Trust,
  verifyDirectory,
  verifySuspension,
} from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import type { RecordedEvent, TheRecord } from "@temwen/record";
import {
  type Digest,
  granted,
  type Instant,
  type OfficeId,
  parseCanonical,
  type Result,
  refused,
  type StaffId,
  sameBytes,
} from "@temwen/vocabulary";
import { digestOf } from "../digest.ts";
import { isNear } from "../signed-hour.ts";

export type RegistryRefusal =
  | DirectoryRefusal
  | SuspensionRefusal
  | CompositionRefusal
  | { readonly code: "epoch-behind"; readonly expected: number }
  | { readonly code: "fixed-for-life"; readonly field: string }
  | { readonly code: "clock-apart"; readonly server: Instant }
  | { readonly code: "another-policy" }
  | { readonly code: "conflict" }
  | { readonly code: "cannot-tell" }
  | { readonly code: "no-space" };

/** Everything the roots have signed, as the office's stream in the record tells it. */
export type RegistryState = {
  readonly standing: Standing;
  readonly current: SignedBody;
  readonly suspensions: readonly SignedBody[];
  readonly byEpoch: ReadonlyMap<number, { readonly signed: SignedBody; readonly directory: Directory }>;
};

/** The office as this server knows it. */
export type Registry = {
  readonly office: OfficeId;
  readonly trust: Trust;
  /** Undefined before the first directory is published. */
  readonly read: () => Promise<RegistryState | undefined>;
  readonly acceptDirectory: (signed: SignedBody, now: Instant) => Promise<Result<RegistryState, RegistryRefusal>>;
  readonly acceptSuspension: (signed: SignedBody, now: Instant) => Promise<Result<RegistryState, RegistryRefusal>>;
};

/** What the office's stream said, and how long it was then. */
type Loaded = { readonly state: RegistryState | undefined; readonly length: number };

/**
 * What no directory may change yet: receipts are derived with the salt, old clock events are checked with the key, and
 * readers cannot follow a change of roots before the public log carries it.
 */
const fixedForLife = ["receiptSalt", "clockKey", "roots"] as const;

/** How long a process may act on a directory before it looks again: a suspension by another process is seen by then. */
const freshMillis = 2000;

/** Opens the registry over the record; it believes nothing that the roots did not sign, its own record included. */
export function openRegistry(options: {
  readonly record: TheRecord;
  readonly trust: Trust;
  readonly policy: Digest;
}): Registry {
  const { record, trust, policy } = options;
  let cached: (Loaded & { readonly at: number }) | undefined;

  const load = async (): Promise<Loaded> => {
    const events = await record.readStream(trust.office);
    const state = cached?.length === events.length ? cached.state : foldRegistry(events, trust);
    cached = { state, length: events.length, at: performance.now() };
    return cached;
  };
  const read = async (): Promise<RegistryState | undefined> =>
    cached && performance.now() - cached.at < freshMillis ? cached.state : (await load()).state;

  /** `seen` is what was judged: behind anything newer, what was lawful may be lawful no longer. */
  const append = async (
    type: string,
    signed: SignedBody,
    now: Instant,
    seen: Loaded,
  ): Promise<Result<RegistryState, RegistryRefusal>> => {
    const body = parseCanonical(signed.body);
    if (!body.ok) throw new Error("a verified body is canonical");
    const index = seen.length;
    const digest = digestOf(recordBytes({ at: now, body: body.value, index, vouchings: signed.vouchings }));
    const outcome = await record.append({
      stream: trust.office,
      expected: index,
      events: [{ type, at: now, body: signed.body, vouchings: signed.vouchings, digest }],
      parts: [],
    });
    cached = undefined;
    if (outcome.outcome === "conflict") return refused({ code: "conflict" });
    if (outcome.outcome === "no-space") return refused({ code: "no-space" });
    if (outcome.outcome === "unknown") return refused({ code: "cannot-tell" });
    const { state } = await load();
    if (!state) throw new Error("the directory that was just recorded is not there");
    return granted(state);
  };

  return {
    office: trust.office,
    trust,
    read,
    acceptDirectory: async (signed, now) => {
      const seen = await load();
      if (seen.state && isInForce(signed, seen.state)) {
        await dropLeavers(record, seen.state);
        return granted(seen.state);
      }
      const verdict = verifyNext(signed, seen.state, trust);
      if (!verdict.ok) return verdict;
      if (verdict.value.policy.digest !== policy) return refused({ code: "another-policy" });
      const composed = checkComposition(verdict.value);
      if (!composed.ok) return composed;
      const accepted = await append(verdict.value.type, signed, now, seen);
      if (accepted.ok) await offboard(record, seen.state?.standing.directory, verdict.value);
      const { state } = await load();
      return state && isInForce(signed, state) ? granted(state) : accepted;
    },
    acceptSuspension: async (signed, now) => {
      const seen = await load();
      if (!seen.state) return refused({ code: "unknown-staff" });
      const { directory, suspended } = seen.state.standing;
      const verdict = verifySuspension(signed, directory, verifyOnNode, suspended);
      if (!verdict.ok) return verdict;
      // Backdated, it would take back acts that were lawful when they were done.
      if (!isNear(verdict.value.at, now)) return refused({ code: "clock-apart", server: now });
      const { staff } = verdict.value;
      await record.endSessions(staff);
      // Suspensions are public: whoever sends one again changes nothing, and adds nothing to the record.
      return suspended.has(staff) ? granted(seen.state) : append(verdict.value.type, signed, now, seen);
    },
  };
}

/** Who is no longer listed, or has new keys, loses the grants made by name and every session. */
async function offboard(record: TheRecord, before: Directory | undefined, after: Directory): Promise<void> {
  for (const member of before?.staff ?? []) {
    const listed = after.staff.find(({ id }) => id === member.id);
    if (listed?.signingKey === member.signingKey && listed.recipient === member.recipient) continue;
    await record.dropGrants(member.id);
    await record.endSessions(member.id);
  }
}

/** A directory that is sent again, because an answer was lost, is the one in force and not a second one. */
function isInForce(signed: SignedBody, state: RegistryState): boolean {
  return sameBytes(signed.body, state.current.body);
}

/**
 * Finishes an offboarding that a crash cut short. Only of those who left: whoever has new keys may have been let into
 * cases with them since.
 */
async function dropLeavers(record: TheRecord, { byEpoch, standing }: RegistryState): Promise<void> {
  const { epoch, staff } = standing.directory;
  for (const { id } of byEpoch.get(epoch - 1)?.directory.staff ?? []) {
    if (staff.some((member) => member.id === id)) continue;
    await record.dropGrants(id);
    await record.endSessions(id);
  }
}

/** A next directory follows the one in force, and is signed by its roots; new roots sign beside the old. */
function verifyNext(
  signed: SignedBody,
  state: RegistryState | undefined,
  trust: Trust,
): Result<Directory, RegistryRefusal> {
  const before = state?.standing.directory;
  const roots = before?.roots ?? trust.roots;
  const verdict = verifyDirectory(signed, { ...trust, roots, minimumEpoch: 0 }, verifyOnNode);
  if (!verdict.ok) return verdict;
  const expected = before ? before.epoch + 1 : 1;
  const follows =
    verdict.value.epoch === expected && verdict.value.previous === (state && digestOf(state.current.body));
  if (!follows) return refused({ code: "epoch-behind", expected });
  const signedByNew = verifyDirectory(signed, { ...trust, roots: verdict.value.roots, minimumEpoch: 0 }, verifyOnNode);
  if (!signedByNew.ok) return signedByNew;
  const changed = before && findChanged(before, verdict.value);
  if (changed) return refused({ code: "fixed-for-life", field: changed });
  return signedByNew;
}

/** A clock that was published stays: without it nothing would stop the clock of a complaint that was filed under it. */
function findChanged(before: Directory, after: Directory): string | undefined {
  const changed = fixedForLife.find((field) => String(before[field]) !== String(after[field]));
  return (
    changed ?? (before.policy.clocks.every((id) => after.policy.clocks.includes(id)) ? undefined : "policy.clocks")
  );
}

/** What the office's stream says; throws where it holds what the roots, or those they listed, did not sign. */
export function foldRegistry(events: readonly RecordedEvent[], trust: Trust): RegistryState | undefined {
  let state: RegistryState | undefined;
  for (const event of events) {
    const signed = { body: event.body, vouchings: event.vouchings };
    if (event.type === "office.directory-signed/1") {
      const verdict = verifyNext(signed, state, trust);
      if (!verdict.ok)
        throw new Error(`the record holds a directory that the roots did not sign: ${verdict.refusal.code}`);
      const directory = verdict.value;
      const byEpoch = new Map(state?.byEpoch).set(directory.epoch, { signed, directory });
      const standing = { directory, suspended: new Set<StaffId>() };
      state = { standing, current: signed, suspensions: [], byEpoch };
    } else if (state) {
      const { directory, suspended: before } = state.standing;
      const verdict = verifySuspension(signed, directory, verifyOnNode, before);
      if (!verdict.ok) throw new Error(`the record holds a suspension that nobody may make: ${verdict.refusal.code}`);
      const suspended = new Set(before).add(verdict.value.staff);
      state = { ...state, standing: { directory, suspended }, suspensions: [...state.suspensions, signed] };
    }
  }
  return state;
}
