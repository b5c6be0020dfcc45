import assert from "node:assert/strict";
import { test } from "node:test";
import { createId, type Json } from "@temwen/vocabulary";
import fc from "fast-check";
import { openWith, sealTo } from "./age-file.ts";
import type { Identity, PersonMessage, Story, Support } from "./contents.ts";
import { commitmentOf, joinShares, openShare } from "./escrow.ts";
import { openEvidence, openGrant, openIdentity, openMessage, openReply, openStory, openSupport } from "./open.ts";
import { padJson } from "./padding.ts";
import { type Manifest, manifestShape } from "./parcel.ts";
import type { Reply } from "./reply-content.ts";
import { drawKeyPair, exampleReceipt, granted, people, readVectors, withChangedByte } from "./sealing.testing.ts";

const sealed = readVectors("sealed") as {
  readonly manifest: Manifest;
  readonly parts: { readonly [name: string]: string };
  readonly message: string;
  readonly reply: string;
  readonly opened: {
    readonly keys: { readonly story: string; readonly support: string };
    readonly readers: readonly { readonly slot: string; readonly person: string; readonly half: string }[];
    readonly holders: readonly { readonly part: string; readonly person: string; readonly share: string }[];
    readonly story: Story;
    readonly identity: Identity;
    readonly support: Support;
    readonly message: PersonMessage;
    readonly reply: Reply;
  };
};
const { opened } = sealed;
const receipt = await exampleReceipt();
const caseId = receipt.caseId;
const anotherCase = createId("case", new Uint8Array(16));
const bytesOf = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? "", "base64"));
const part = (name: string) => bytesOf(sealed.parts[name]);
const identityOf = (person: string) => people.find(({ name }) => name === person)!.identity;
const halves = [...new Set(opened.readers.map(({ half }) => half))].map(bytesOf);
const bothHalves = [halves[0]!, halves[1]!] as const;

test("the parcel of the vectors opens for its readers, and for them only", async () => {
  for (const name of Object.keys(sealed.parts).filter((slot) => slot.startsWith("grant-"))) {
    for (const person of people) {
      const reader = opened.readers.find(({ slot }) => slot === name);
      const grant = await openGrant(person.identity, part(name), caseId);
      assert.equal(grant !== undefined, reader?.person === person.name);
      if (grant) assert.deepEqual(grant.keys, opened.keys);
    }
  }
});

test("what was said in the vectors is read word for word", async () => {
  assert.deepEqual(granted(await openStory(opened.keys.story, part("story"), caseId)), opened.story);
  assert.deepEqual(granted(await openIdentity(bothHalves, part("identity"), caseId)), opened.identity);
  assert.deepEqual(granted(await openSupport(opened.keys.support, part("support"), caseId)), opened.support);
  assert.deepEqual(granted(await openMessage(opened.keys.story, bytesOf(sealed.message), caseId)), opened.message);
  assert.deepEqual(granted(await openReply(receipt.replyIdentity, bytesOf(sealed.reply), caseId)), opened.reply);
  assert.ok(manifestShape(sealed.manifest));
});

test("three holders of the vectors open the story", async () => {
  const shares = await Promise.all(
    opened.holders.map(({ part: name, person }) => openShare(identityOf(person), part(name), caseId)),
  );
  for (const [i, share] of shares.entries()) assert.deepEqual(share?.share, bytesOf(opened.holders[i]!.share));
  assert.equal(new Set(shares.map((share) => commitmentOf(share!))).size, 5);
  assert.equal(await joinShares([shares[0]!, shares[1]!, shares[4]!]), opened.keys.story);
});

test("a changed byte anywhere in a sealed part does not open", async () => {
  const story = part("story");
  const anyPlace = fc.oneof(fc.integer({ min: 0, max: 1700 }), fc.integer({ min: 0, max: story.length - 1 }));
  await fc.assert(
    fc.asyncProperty(anyPlace, fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = withChangedByte(story, at, by);
      assert.deepEqual(await openStory(opened.keys.story, changed, caseId), {
        ok: false,
        refusal: { code: "cannot-open" },
      });
    }),
    { numRuns: 200 },
  );
});

test("a sealed part with its end cut off, or something behind it, does not open", async () => {
  const story = part("story");
  for (const changed of [story.subarray(0, -1), story.subarray(0, 1700), Buffer.concat([story, Buffer.of(0)])]) {
    assert.equal((await openStory(opened.keys.story, changed, caseId)).ok, false);
  }
});

test("a part of another case is not read as this one's", async () => {
  assert.equal((await openStory(opened.keys.story, part("story"), anotherCase)).ok, false);
  assert.equal((await openIdentity(bothHalves, part("identity"), anotherCase)).ok, false);
  assert.equal((await openSupport(opened.keys.support, part("support"), anotherCase)).ok, false);
  assert.equal((await openMessage(opened.keys.story, bytesOf(sealed.message), anotherCase)).ok, false);
  assert.equal((await openReply(receipt.replyIdentity, bytesOf(sealed.reply), anotherCase)).ok, false);
  for (const { slot, person } of opened.readers) {
    assert.equal(await openGrant(identityOf(person), part(slot), anotherCase), undefined);
  }
});

test("a story does not pass for a message, nor a message for a reply", async () => {
  assert.equal((await openMessage(opened.keys.story, part("story"), caseId)).ok, false);
  assert.equal((await openStory(opened.keys.story, bytesOf(sealed.message), caseId)).ok, false);
  assert.equal((await openReply(opened.keys.story, bytesOf(sealed.message), caseId)).ok, false);
});

test("every way of not opening gives the same answer", async () => {
  const { identity, recipient } = await drawKeyPair();
  const seal = async (plain: string) => openStory(identity, await sealTo(recipient, Buffer.from(plain)), caseId);
  const spelled = padJson({ ...opened.story, more: 1 } as Json, 8192)!;
  const answers = [
    await openStory(identity, part("story"), caseId),
    await openStory("no key at all", part("story"), caseId),
    await openStory(opened.keys.story, Buffer.from("words"), caseId),
    await openStory(opened.keys.story, new Uint8Array(0), caseId),
    await seal(""),
    await seal("    "),
    await seal("{}"),
    await seal('{"type": "temwen.story/1"}'),
    await seal(Buffer.from(spelled).toString()),
    await openIdentity([halves[0]!, halves[0]!], part("identity"), caseId),
    await openIdentity([new Uint8Array(0), new Uint8Array(1)], part("identity"), caseId),
    await openEvidence(identity, part("story"), { size: 1e9, sha256: sealed.manifest.event.policy }),
  ];
  for (const answer of answers) assert.deepEqual(answer, { ok: false, refusal: { code: "cannot-open" } });
  assert.equal(await openWith("", part("story")), undefined);
});
