import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { chooseHolders, type Directory, isEligible, isVouchedFor } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { canonicalBytes, type Json } from "@temwen/vocabulary";
import fc from "fast-check";
import { openWith } from "./age-file.ts";
import { joinShares, openShare } from "./escrow.ts";
import { inspectSealed, sealedSize } from "./inspect.ts";
import { openEvidence, openIdentity, openStory, openSupport } from "./open.ts";
import { type Manifest, manifestShape, parcelToForm, partNames } from "./parcel.ts";
import { type ComplaintDraft, type Parcel, sealComplaint } from "./seal.ts";
import {
  directory,
  exampleDraft,
  exampleReceipt,
  granted,
  type OpenedSlot,
  openSlots,
  partOf,
  people,
  sealExample,
} from "./sealing.testing.ts";
import {
  evidenceChunk,
  grantSize,
  identitySize,
  longGrantSize,
  shareSize,
  storyBuckets,
  supportSize,
} from "./sizes.ts";

const receipt = await exampleReceipt();
const memberNamed = (name: string) => directory.staff.find(({ id }) => id === people.find((p) => p.name === name)?.id)!;
const storyKey = (slots: readonly OpenedSlot[]) => slots[0]!.grant.keys.story!;

async function storyOf(parcel: Parcel) {
  const key = storyKey(await openSlots(parcel));
  return granted(await openStory(key, partOf(parcel, "story"), receipt.caseId));
}

const refusalOf = async (change: Partial<ComplaintDraft>, within: Directory = directory) => {
  const sealed = await sealComplaint({ ...exampleDraft, ...change }, receipt, within);
  assert.ok(!sealed.ok);
  return sealed.refusal;
};

test("four eligible officers of eight slots can open the story, and nobody else of the office", async () => {
  for (const force of ["alfa", "bravo", "unknown"]) {
    const parcel = await sealExample({ force });
    const opened = await openSlots(parcel, people);
    assert.equal(opened.length, 4);
    assert.equal(new Set(opened.map(({ person }) => person)).size, 4);
    for (const { person, grant } of opened) {
      const member = memberNamed(person);
      assert.ok(member.role === "intake" && isEligible(member, force), `${person} is not eligible for ${force}`);
      const story = granted(await openStory(grant.keys.story!, partOf(parcel, "story"), receipt.caseId));
      assert.equal(story.text, exampleDraft.text);
    }
  }
});

test("exactly two readers hold each half of the identity's key, and only both halves open it", async () => {
  const parcel = await sealExample({ identity: { name: "Moun Egzanp" } });
  const opened = await openSlots(parcel);
  const halves = opened.map(({ grant }) => grant.identityHalf!);
  const spelled = halves.map((half) => Buffer.from(half).toString("hex"));
  assert.deepEqual(
    [...new Set(spelled)].map((half) => spelled.filter((other) => other === half).length),
    [2, 2],
  );
  const sealed = partOf(parcel, "identity");
  for (const [i, first] of halves.entries()) {
    for (const [j, second] of halves.entries()) {
      const read = await openIdentity([first, second], sealed, receipt.caseId);
      assert.equal(read.ok, spelled[i] !== spelled[j]);
      if (read.ok) assert.equal(read.value.name, "Moun Egzanp");
    }
  }
  for (const { grant } of opened) assert.equal(grant.keys.identity, undefined);
});

test("which officers read is drawn by lot, and so are their slots", async () => {
  const readers = new Set<string>();
  const slots = new Set<string>();
  // Five officers are eligible: that 30 draws leave out the same one happens once in 10^20 runs.
  for (let drawn = 0; drawn < 30 && (readers.size < 2 || slots.size < 2); drawn++) {
    const opened = await openSlots(await sealExample());
    readers.add(
      opened
        .map(({ person }) => person)
        .sort()
        .join(" "),
    );
    slots.add(opened.map(({ slot }) => slot).join(" "));
  }
  assert.ok(readers.size > 1 && slots.size > 1);
});

// The real slots were sealed first, and the parts travelled in that order: four of eight slots stood out.
test("the order in which parts travel does not tell which slots are real", async () => {
  const parcel = await sealExample();
  assert.deepEqual([...parcel.parts.keys()], partNames);
  assert.deepEqual(Object.keys(parcel.manifest.event.parts), partNames);
  const form = parcelToForm(parcel);
  assert.deepEqual([...form.keys()], ["manifest", ...partNames]);
  const manifest = form.get("manifest") as string;
  assert.equal(manifest, Buffer.from(canonicalBytes(JSON.parse(manifest) as Json)).toString());
});

test("three of five lawful holders open the story from their shares", async () => {
  for (const force of ["alfa", "bravo"]) {
    const parcel = await sealExample({ force });
    const holders = chooseHolders(directory, force)!;
    const shares = await Promise.all(
      holders.map(({ id }, i) => {
        const { identity } = people.find((person) => person.id === id)!;
        return openShare(identity, partOf(parcel, `share-${i + 1}`), receipt.caseId);
      }),
    );
    const key = await joinShares([shares[0]!, shares[2]!, shares[4]!]);
    assert.ok((await openStory(key, partOf(parcel, "story"), receipt.caseId)).ok);
    const two = await joinShares([shares[1]!, shares[3]!]);
    assert.equal(await openWith(two, partOf(parcel, "story")), undefined);
  }
});

test("every text of a complaint opens byte for byte", async () => {
  const hostile = [
    "\u0000",
    " \n\t ligne \r\n fin  ",
    "\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u{1f1ed}\u{1f1f9}",
    "\u202eعربي\u202c \u05e2\u05d1\u05e8\u05d9\u05ea",
    "e\u0301 is not \u00e9; \ufeff \u2028 \u2029 \ufffd \uffff",
    '"}],"force":"bravo",\\u0000<script>',
    "\u{10ffff}\u{10000}",
    "a".repeat(30_000),
  ];
  for (const text of hostile) {
    const short = text.slice(0, 40);
    const identity = { name: short, contact: short, safeContact: short };
    const parcel = await sealExample({ text, place: short, identity, support: { needs: ["legal"], words: short } });
    const slots = await openSlots(parcel);
    const story = granted(await openStory(storyKey(slots), partOf(parcel, "story"), receipt.caseId));
    assert.equal(story.text, text);
    assert.equal(story.place, short);
    const halves = [...new Map(slots.map(({ grant }) => [String(grant.identityHalf), grant.identityHalf!])).values()];
    const read = await openIdentity([halves[0]!, halves[1]!], partOf(parcel, "identity"), receipt.caseId);
    assert.deepEqual(granted(read), { type: "temwen.identity/1", case: receipt.caseId, ...identity });
    const support = await openSupport(slots[0]!.grant.keys.support!, partOf(parcel, "support"), receipt.caseId);
    assert.equal(granted(support).words, short);
  }
});

// The reader's shape knew shorter limits than the page: a long place was sealed, and then nobody could open the story.
test("whatever the page agrees to seal, the desk can read", async () => {
  const name = `${"long-name-".repeat(300)}.jpg`;
  const evidence = [{ name, mediaType: "x/".repeat(200), bytes: new Uint8Array(1) }];
  const story = await storyOf(await sealExample({ place: "kote ".repeat(1000), evidence }));
  assert.equal(story.place, "kote ".repeat(1000));
  assert.equal(story.evidence?.[0]?.name, name);
});

test("a text with half a surrogate pair is refused wherever it stands", async () => {
  const broken = "mo \ud83d la";
  const evidence = [{ name: "a", mediaType: "text/plain", bytes: new Uint8Array(1) }];
  const changes: readonly Partial<ComplaintDraft>[] = [
    { text: broken },
    { place: broken },
    { identity: { name: broken } },
    { identity: { contact: broken } },
    { identity: { safeContact: broken } },
    { support: { needs: [], words: broken } },
    { evidence: [{ ...evidence[0]!, name: broken }] },
    { evidence: [{ ...evidence[0]!, mediaType: broken }] },
  ];
  for (const change of changes) assert.deepEqual(await refusalOf(change), { code: "broken-text" });
});

test("a complaint without words and without evidence is refused, one with only a photograph is not", async () => {
  assert.deepEqual(await refusalOf({ text: " \n\u00a0" }), { code: "empty" });
  const evidence = [{ name: "a.jpg", mediaType: "image/jpeg", bytes: new Uint8Array(9) }];
  assert.equal((await storyOf(await sealExample({ text: "", evidence }))).evidence?.length, 1);
});

test("what does not fit is refused with the name of the part, and nothing is cut off", async () => {
  const piece = { name: "a", mediaType: "b", bytes: new Uint8Array(1) };
  assert.deepEqual(await refusalOf({ text: "a".repeat(33_000) }), { code: "too-long", part: "story" });
  assert.deepEqual(await refusalOf({ identity: { name: "a".repeat(1000) } }), { code: "too-long", part: "identity" });
  assert.deepEqual(await refusalOf({ support: { needs: [], words: "a".repeat(1000) } }), {
    code: "too-long",
    part: "support",
  });
  assert.deepEqual(await refusalOf({ evidence: Array.from({ length: 9 }, () => piece) }), {
    code: "too-long",
    part: "evidence",
  });
});

test("a force that the directory does not list cannot be named", async () => {
  assert.deepEqual(await refusalOf({ force: "charlie" }), { code: "unknown-force" });
});

test("with too few eligible readers or holders nothing is sealed: never quietly to fewer", async () => {
  const without = (role: string) => ({
    ...directory,
    staff: directory.staff.filter((member) => member.role !== role || member.ties.length > 0),
  });
  assert.deepEqual(await refusalOf({}, without("intake")), { code: "too-few-recipients" });
  assert.deepEqual(await refusalOf({}, without("escrow-holder")), { code: "too-few-recipients" });
});

test("the sizes of all parts are those of their kind, in every bucket", async () => {
  const overhead = canonicalBytes((await storyOf(await sealExample({ text: "a" }))) as Json).length - 1;
  for (const kib of storyBuckets) {
    const full = kib * 1024 - overhead;
    const parcel = await sealExample({ text: "a".repeat(full) });
    assert.equal(parcel.manifest.event.bucket, kib);
    const plain = { story: kib * 1024, identity: identitySize, support: supportSize };
    for (const [name, bytes] of parcel.parts) {
      const size = name.startsWith("grant-") ? grantSize : shareSize;
      assert.ok(inspectSealed(bytes, sealedSize(plain[name as keyof typeof plain] ?? size)).ok, `${kib} ${name}`);
    }
    if (kib === 32)
      assert.deepEqual(await refusalOf({ text: "a".repeat(full + 1) }), { code: "too-long", part: "story" });
    else assert.equal((await sealExample({ text: "a".repeat(full + 1) })).manifest.event.bucket, kib * 2);
  }
});

test("a complaint of one word and one that fills its bucket look alike from outside", async () => {
  const sizes = async (change: Partial<ComplaintDraft>) =>
    [...(await sealExample(change)).parts].map(([name, bytes]) => `${name} ${bytes.length}`);
  const full = {
    identity: { name: "a".repeat(800) },
    support: { needs: ["medical"] as const, words: "b".repeat(800) },
  };
  assert.deepEqual(
    await sizes({ text: "a" }),
    await sizes({ text: "a".repeat(1500), place: "b".repeat(300), ...full }),
  );
});

test("evidence opens to the untouched original, and shows only its padded size", async () => {
  const pieces = [new Uint8Array(0), new Uint8Array(evidenceChunk + 1).fill(7)];
  const evidence = pieces.map((bytes, i) => ({ name: `p${i}.bin`, mediaType: "application/octet-stream", bytes }));
  const parcel = await sealExample({ evidence });
  const [first] = await openSlots(parcel);
  const story = granted(await openStory(first!.grant.keys.story!, partOf(parcel, "story"), receipt.caseId));
  assert.deepEqual([...parcel.evidence.keys()], ["evidence-1", "evidence-2"]);
  for (const [i, note] of story.evidence!.entries()) {
    const sealed = partOf(parcel, note.part);
    assert.equal(sealed.length, sealedSize(evidenceChunk * (i + 1)));
    const key = first!.grant.keys[note.part]!;
    assert.deepEqual(granted(await openEvidence(key, sealed, note)), pieces[i]);
    const another = { ...note, sha256: story.evidence![1 - i]!.sha256 };
    assert.equal((await openEvidence(key, sealed, another)).ok, false);
    assert.equal((await openEvidence(first!.grant.keys.story!, sealed, note)).ok, false);
  }
  assert.ok(inspectSealed(partOf(parcel, "grant-1"), sealedSize(longGrantSize)).ok);
});

test("the manifest tells digest and size of every part, and nothing that was said", async () => {
  const evidence = [{ name: "sekrè.jpg", mediaType: "image/jpeg", bytes: new Uint8Array(3) }];
  const parcel = await sealExample({ place: "Kote sekrè", identity: { name: "Non sekrè" }, evidence });
  const { event, ...rest } = parcel.manifest;
  assert.deepEqual(manifestShape(JSON.parse(JSON.stringify(parcel.manifest))), parcel.manifest);
  for (const [name, bytes] of [...parcel.parts, ...parcel.evidence]) {
    const digest = createHash("sha256").update(bytes).digest("hex");
    assert.deepEqual(event.parts[name], { digest, size: bytes.length });
  }
  const clear = JSON.stringify(event) + JSON.stringify(rest);
  for (const said of ["alfa", "egzanp", "sekr", "image", "investigate", "page"]) assert.ok(!clear.includes(said), said);
});

test("the manifest repeats the receipt's keys, and so does the sealed story", async () => {
  const parcel = await sealExample();
  const { event, vouching, mailbox, labelKey } = parcel.manifest;
  const story = await storyOf(parcel);
  assert.equal(event.case, receipt.caseId);
  assert.equal(vouching.key, event.receiptKey);
  assert.equal(story.receiptKey, event.receiptKey);
  assert.equal(story.replyRecipient, event.replyRecipient);
  assert.equal(mailbox, receipt.mailbox);
  assert.equal(createHash("sha256").update(Buffer.from(labelKey, "base64")).digest("hex"), event.labelKey);
  assert.deepEqual(Object.keys(event.stops), directory.policy.clocks);
  assert.deepEqual(
    [event.policy, event.epoch, event.office],
    [directory.policy.digest, directory.epoch, directory.office],
  );
});

test("the manifest's signature fails when anything in it is changed", async () => {
  const { event, vouching } = (await sealExample()).manifest;
  assert.ok(isVouchedFor(canonicalBytes(event), vouching, verifyOnNode));
  const places = leavesOf(event as Json);
  assert.ok(places.length > 40);
  for (const place of places) {
    const changed = changeAt(event as Json, place);
    assert.equal(isVouchedFor(canonicalBytes(changed), vouching, verifyOnNode), false, place.join("."));
  }
  const { bucket: _, ...without } = event;
  assert.equal(isVouchedFor(canonicalBytes(without), vouching, verifyOnNode), false);
});

test("a manifest with a field too many, too few, or not of its kind is not read", async () => {
  const { manifest } = await sealExample();
  const { parts } = manifest.event;
  const wrong: readonly unknown[] = [
    { ...manifest, more: 1 },
    withEvent(manifest, { bucket: 5 }),
    withEvent(manifest, { replyRecipient: "age1example" }),
    withEvent(manifest, { parts: { ...parts, "evidence-9": parts.story } }),
    withEvent(manifest, { parts: { ...parts, story: { ...parts.story, size: -1 } } }),
    withEvent(manifest, { text: "words" }),
    { ...manifest, salt: manifest.salt.slice(1) },
    null,
  ];
  for (const value of wrong) assert.equal(manifestShape(value), undefined);
});

test("two sealings of the same words share no byte string that could link them", async () => {
  const [one, two] = [await sealExample(), await sealExample()];
  for (const name of partNames)
    assert.notEqual(one.manifest.event.parts[name]!.digest, two.manifest.event.parts[name]!.digest);
  assert.notEqual(one.manifest.salt, two.manifest.salt);
  assert.notEqual(one.manifest.event.storyRecipient, two.manifest.event.storyRecipient);
});

test("progress is told after every seal, one at a time, to the end", async () => {
  const told: (readonly [number, number])[] = [];
  const evidence = [{ name: "a", mediaType: "b", bytes: new Uint8Array(1) }];
  await sealExample({ evidence }, { onProgress: (done, total) => void told.push([done, total]) });
  // Told twice with one number where a key was drawn: the page draws then too.
  const steps = told.filter(([done], i) => done !== told[i - 1]?.[0]);
  assert.deepEqual(
    steps,
    Array.from({ length: 18 }, (_, i) => [i, 17]),
  );
});

test("a page can draw between any two seals, and between the keys before the first", async () => {
  for (const stopAt of [1, 2, 3, 12, 19]) {
    let told = 0;
    const onProgress = async (): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
      told++;
      if (told === stopAt) throw new Error("stopped here");
    };
    await assert.rejects(sealExample({}, { onProgress }), /stopped here/);
    assert.equal(told, stopAt);
  }
});

test("any words at all open byte for byte", async () => {
  const anyWords = fc.string({ unit: "binary", minLength: 1, maxLength: 2000 });
  await fc.assert(
    fc.asyncProperty(anyWords, async (text) => {
      fc.pre(text.trim() !== "");
      assert.equal((await storyOf(await sealExample({ text }))).text, text);
    }),
    { numRuns: 8 },
  );
});

const withEvent = (manifest: Manifest, change: object) => ({ ...manifest, event: { ...manifest.event, ...change } });

type Place = readonly string[];

/** The way to everything in a value that holds nothing further. */
function leavesOf(value: Json, way: Place = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [way];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part as Json, [...way, key]));
}

function changeAt(value: Json, [key, ...rest]: Place): Json {
  if (typeof value === "number") return value + 1;
  if (typeof value === "string") return (value.startsWith("a") ? "b" : "a") + value.slice(1);
  const table = value as { readonly [name: string]: Json };
  return { ...table, [key!]: changeAt(table[key!]!, rest) };
}
