// Two processes serve one office: what one accepts may not make the record unreadable to the other.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Directory, type SignedBody, vouchFor } from "@temwen/office";
import type { TheRecord } from "@temwen/record";
import { canonicalBytes, type Instant, millisToInstant } from "@temwen/vocabulary";
import { openRegistry, type Registry } from "../../apps/server/src/registry/registry.ts";
import { nextDirectory } from "../../apps/temwen/src/office/create-office.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const now = (): Instant => millisToInstant(Date.now());
const first = (): Registry => office.server.registry;

/** Another process over the same record, in which something happens between two looks at the office's stream. */
function openSecond(between: () => Promise<unknown>): Registry {
  let looked = 0;
  const record = new Proxy(office.record, {
    get: (target, name: keyof TheRecord) =>
      name !== "readStream"
        ? Reflect.get(target, name)
        : async (stream: Parameters<TheRecord["readStream"]>[0]) => {
            looked += 1;
            if (looked === 2) await between();
            return target.readStream(stream);
          },
  });
  return openRegistry({ record, trust: office.trust, policy: office.directory().policy.digest });
}

function sign(change: Partial<Directory>, before: Directory): SignedBody {
  const body = canonicalBytes(nextDirectory(before, now(), change));
  return { body, vouchings: office.roots.slice(0, 3).map((root) => vouchFor(body, root)) };
}

async function readInForce(): Promise<Directory> {
  // A registry that never looked before reads all of the record.
  const fresh = openRegistry({ record: office.record, trust: office.trust, policy: office.directory().policy.digest });
  const state = await fresh.read();
  assert.ok(state);
  return state.standing.directory;
}

test("of two directories signed for the same place one is taken, and the office lives on", async () => {
  const before = await readInForce();
  const here = sign({}, before);
  const there = sign({ staff: [...before.staff].reverse() }, before);
  let taken = 0;
  const second = openSecond(async () => {
    if ((await first().acceptDirectory(here, now())).ok) taken += 1;
  });
  if ((await second.acceptDirectory(there, now())).ok) taken += 1;
  assert.equal(taken, 1);
  assert.equal((await readInForce()).epoch, before.epoch + 1);
});

test("a suspension that meets a new directory is not recorded under it, and the office lives on", async () => {
  const before = await readInForce();
  const suspension = { type: "office.staff-suspended/1", office: before.office, epoch: before.epoch } as const;
  const body = canonicalBytes({ ...suspension, staff: office.person("omar").id, at: now() });
  const signed = { body, vouchings: [vouchFor(body, office.roots[4]!)] };
  const second = openSecond(() => first().acceptDirectory(sign({}, before), now()));
  await second.acceptSuspension(signed, now());
  const after = await readInForce();
  assert.ok(after.epoch >= before.epoch);
  assert.equal((await fetch(`${office.url}/api/directory`)).status, 200);
});
