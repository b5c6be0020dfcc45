// What the signed manifest must say, and whose signature it must bear.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, test } from "node:test";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { type Manifest, type Parcel, parcelToForm } from "@temwen/sealing/parcel";
import { bytesToBase64, canonicalText, createId } from "@temwen/vocabulary";
import { file, post, sealParcel, withEvent, withManifest } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertNothingStored, assertRefused, casesOf } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
const sealed = await sealParcel(office.directory());
const { parcel, keys } = sealed;
const { event, vouching } = parcel.manifest;
const stranger = createNodeSigner(drawSeed());
const someId = (kind: "case" | "office"): string => createId(kind, crypto.getRandomValues(new Uint8Array(16)));

async function refuses(sent: Parcel, code: string, status = 422): Promise<void> {
  assertRefused(await file(office, sent), code, status);
  await assertNothingStored(office);
}

test("a manifest whose signature is another's, or over other words, is refused", async () => {
  const forged = `${vouching.signature.startsWith("A") ? "B" : "A"}${vouching.signature.slice(1)}`;
  await refuses(withManifest(parcel, { vouching: { ...vouching, signature: forged } }), "signature-invalid");
  // Signed by somebody else in the receipt's name, and signed by somebody else in their own.
  await refuses(withEvent(sealed, {}, stranger), "signature-invalid");
  await refuses(withEvent(sealed, {}, { ...stranger, key: keys.signer.key }), "signature-invalid");
  // Changed after it was signed.
  const changed = { ...event, replyRecipient: event.storyRecipient };
  await refuses(withManifest(parcel, { event: changed }), "signature-invalid");
  await refuses(
    withManifest(parcel, { event: { ...event, case: someId("case") as typeof event.case } }),
    "signature-invalid",
  );
});

test("a manifest in another spelling than the canonical one is refused, though it says the same", async () => {
  const { labelKey, ...rest } = parcel.manifest;
  for (const spelled of [
    JSON.stringify({ labelKey, ...rest }),
    JSON.stringify(JSON.parse(canonicalText(parcel.manifest)), null, 1),
    canonicalText(parcel.manifest).replace('"event"', '"\\u0065vent"'),
    `${canonicalText(parcel.manifest)}\n`,
  ]) {
    const form = parcelToForm(parcel);
    form.set("manifest", spelled);
    assertRefused(await post(office, "/api/complaints", form), "malformed-manifest");
  }
  await assertNothingStored(office);
});

test("a key of small order, whose signature fits any words, is refused", async () => {
  const key = bytesToBase64(Uint8Array.of(1, ...new Uint8Array(31)));
  const signature = bytesToBase64(Uint8Array.of(1, ...new Uint8Array(63)));
  const manifest = { event: { ...event, receiptKey: key }, vouching: { key, signature } };
  await refuses(withManifest(parcel, manifest), "signature-invalid");
});

test("a complaint to another office, under a directory nobody signed, or under other deadlines is refused", async () => {
  await refuses(withEvent(sealed, { office: someId("office") }), "another-office");
  for (const epoch of [0, 2, 999_999_999]) await refuses(withEvent(sealed, { epoch }), "unknown-epoch", 404);
  await refuses(withEvent(sealed, { policy: "0".repeat(64) }), "another-policy");
});

test("a label that would make silence unprovable is refused", async () => {
  const label = (clock: string, key: Uint8Array = keys.labelKey): string =>
    createHmac("sha256", key).update("temwen/stop/1\n").update(clock).digest("base64");
  const other = crypto.getRandomValues(new Uint8Array(32));
  await refuses(withManifest(parcel, { labelKey: bytesToBase64(other) }), "wrong-label-key");
  await refuses(withEvent(sealed, { labelKey: "0".repeat(64) }), "wrong-label-key");
  const [first = "", ...clocks] = Object.keys(event.stops);
  assert.equal(event.stops[first], label(first));
  for (const stops of [
    {},
    { ...event.stops, [first]: label(first, other) },
    { ...event.stops, [first]: label(clocks[0] ?? "") },
    Object.fromEntries(clocks.map((clock) => [clock, label(clock)])),
    { ...event.stops, "another-clock": label("another-clock") },
  ]) {
    await refuses(withEvent(sealed, { stops }), "wrong-label-key");
  }
});

test("a manifest with a field too many, too few, or of another kind is refused", async () => {
  for (const change of [
    { note: "from the page" },
    { at: "2026-11-21T00:00:00.000Z" },
    { case: keys.caseId.toUpperCase() },
    { case: `stf_${keys.caseId.slice(4)}` },
    { epoch: "1" },
    { epoch: 1.5 },
    { epoch: -1 },
    { receiptKey: "" },
    { replyRecipient: `age1${"q".repeat(58)}` },
    { storyRecipient: "" },
    { type: "case.received/2" },
    { parts: { ...event.parts, "../../etc/passwd": event.parts.story } },
    { parts: [] },
  ]) {
    await refuses(withEvent(sealed, change), "malformed-manifest");
  }
  for (const change of [
    { remark: "x" },
    { mailbox: "" },
    { mailbox: `${"A".repeat(44)}` },
    { salt: `${"A".repeat(43)}==` },
    { vouching: { ...vouching, role: "root" } },
    { vouching: [vouching] },
  ]) {
    await refuses(withManifest(parcel, change as unknown as Partial<Manifest>), "malformed-manifest");
  }
});

test("the manifest as it was signed is taken, also under an older directory of the same roots", async () => {
  await office.publish({});
  assert.equal(office.directory().epoch, 2);
  assert.equal((await file(office, parcel)).status, 200);
  assert.deepEqual(await casesOf(office), [keys.caseId]);
});
