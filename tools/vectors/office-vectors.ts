// A small signed directory with every key in clear, and suspensions made under it.
import {
  type Directory,
  type Role,
  type SignedBody,
  type StaffMember,
  type Suspension,
  type Trust,
  type Vouching,
  vouchFor,
} from "@temwen/office";
import { canonicalBytes, canonicalText, type Instant, type Json } from "@temwen/vocabulary";
import { testPolicyDigest, testPolicyStops } from "./deadline-vectors.ts";
import { testReceiptSalt } from "./receipt-vectors.ts";
import { hex, sha256, testBytes, testId, testKeyPair, testSigner } from "./test-keys.ts";

type Person = {
  readonly name: string;
  readonly role: Role;
  readonly bench?: StaffMember["bench"];
  readonly ties?: readonly string[];
  readonly holder?: StaffMember["holder"];
};

const haitian = { civilSociety: true, abroad: false };
const diaspora = { civilSociety: true, abroad: true };

const people: readonly Person[] = [
  ...[1, 2, 3, 4].map((n): Person => ({ name: `intake-${n}`, role: "intake" })),
  { name: "intake-5", role: "intake", ties: ["alfa"] },
  { name: "intake-6", role: "intake", ties: ["bravo"] },
  { name: "investigator-1", role: "investigator" },
  { name: "panel-1", role: "panel" },
  { name: "panel-2", role: "panel" },
  { name: "panel-3", role: "panel", ties: ["alfa"] },
  { name: "panel-4", role: "panel", bench: "reserve" },
  { name: "support-1", role: "support" },
  { name: "child-protection-1", role: "child-protection" },
  { name: "registrar-1", role: "registrar" },
  { name: "holder-1", role: "escrow-holder", holder: { ...haitian, institution: "first" } },
  { name: "holder-2", role: "escrow-holder", holder: { ...haitian, institution: "first" } },
  { name: "holder-3", role: "escrow-holder", holder: { ...diaspora, institution: "second" } },
  { name: "holder-4", role: "escrow-holder", holder: { ...diaspora, institution: "second" } },
  {
    name: "holder-5",
    role: "escrow-holder",
    ties: ["bravo"],
    holder: { civilSociety: false, abroad: true, institution: "third" },
  },
  {
    name: "holder-6",
    role: "escrow-holder",
    bench: "reserve",
    holder: { civilSociety: false, abroad: true, institution: "third" },
  },
];

export const rootNames = [1, 2, 3, 4, 5].map((n) => `root-${n}`);
export const testOffice = testId("office", "office");
export const staffIdOf = (name: string) => testId("staff", name);

async function createMember({ name, role, bench = "first", ties = [], holder }: Person): Promise<StaffMember> {
  const { recipient } = await testKeyPair(name);
  const signingKey = testSigner(name).key;
  const expires = "2028-01-01T05:00:00.000Z" as Instant;
  return { id: staffIdOf(name), role, bench, recipient, signingKey, ties, expires, ...(holder && { holder }) };
}

export async function createTestDirectory(): Promise<Directory> {
  return {
    type: "office.directory-signed/1",
    office: testOffice,
    epoch: 7,
    previous: sha256Hex("the directory of epoch 6"),
    at: "2026-11-02T14:00:00.000Z" as Instant,
    roots: rootNames.map((name) => testSigner(name).key),
    threshold: 3,
    receiptSalt: testReceiptSalt,
    clockKey: testSigner("clock").key,
    policy: { digest: testPolicyDigest(), clocks: testPolicyStops },
    forces: ["alfa", "bravo"].map((id) => ({
      id,
      names: { ht: `Fòs egzanp ${id}`, fr: `Force exemple ${id}`, en: `Example force ${id}` },
    })),
    staff: await Promise.all(people.map(createMember)),
  };
}

export async function directoryVectors(): Promise<Json> {
  const directory = await createTestDirectory();
  const body = canonicalBytes(directory);
  const trust: Trust = { office: testOffice, roots: directory.roots, threshold: 3, minimumEpoch: 7 };
  const suspension: Suspension = {
    type: "office.staff-suspended/1",
    office: testOffice,
    epoch: directory.epoch,
    staff: staffIdOf("intake-1"),
    at: "2026-11-03T09:30:00.000Z" as Instant,
  };
  return {
    spec: "docs/specs/directory.md",
    trust,
    roots: rootNames.map((name) => ({ name, seed: hex(testBytes(name)), key: testSigner(name).key })),
    clock: { seed: hex(testBytes("clock")), key: testSigner("clock").key },
    people: await Promise.all(
      people.map(async ({ name }) => {
        const { identity } = await testKeyPair(name);
        return { name, id: staffIdOf(name), seed: hex(testBytes(name)), identity };
      }),
    ),
    directory,
    digest: hex(sha256(body)),
    vouchings: signAll(body, ["root-1", "root-3", "root-5"]),
    suspensions: [
      { body: suspension, ...describeSigners(suspension, ["root-2"]), counts: true },
      { body: suspension, ...describeSigners(suspension, ["panel-1", "registrar-1"]), counts: true },
      { body: suspension, ...describeSigners(suspension, ["panel-1"]), counts: false },
      { body: suspension, ...describeSigners(suspension, ["intake-1", "panel-1"]), counts: false },
    ],
  };
}

function describeSigners(suspension: Suspension, names: readonly string[]) {
  return { signers: names, vouchings: signAll(canonicalBytes(suspension), names) };
}

function signAll(body: SignedBody["body"], names: readonly string[]): readonly Vouching[] {
  return names.map((name) => vouchFor(body, testSigner(name)));
}

const sha256Hex = (text: string) => hex(sha256(Buffer.from(canonicalText(text)))) as Directory["policy"]["digest"];
