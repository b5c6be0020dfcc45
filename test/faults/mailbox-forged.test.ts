// A server that was taken over answers in the office's name: none of its words may be shown as the office's.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import { type Signer, vouchFor } from "@temwen/office";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { digestOf } from "@temwen/sealing/open";
import { sealReply } from "@temwen/sealing/seal";
import { bytesToBase64, canonicalBytes, type Instant, millisToInstant, type StaffId } from "@temwen/vocabulary";
import { acknowledgement, doActs, type FiledCase, fileCase } from "../support/casework.ts";
import { type Lied, startLyingServer } from "../support/lying-server.ts";
import { hire, startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
const lying = await startLyingServer(office.url);
after(async () => {
  await lying[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});
const [mine, others] = [await fileCase(office), await fileCase(office)];
await doActs(mine.desk, mine.caseId, acknowledgement);
await doActs(others.desk, others.caseId, { act: "acknowledge", text: "Pou yon lòt moun." });
beforeEach(() => lying.tell());

const forgedText = "Pa vini ankò.";
const hour = (): Instant => millisToInstant(Date.now());
const suspendedAt = new Map<StaffId, Instant>();

/** What the person sees: the words shown as the office's, and how many entries nobody vouches for. */
async function open({ receipt }: FiledCase = mine): Promise<{
  readonly words: readonly string[];
  readonly unverified: number;
  readonly steps: readonly string[];
}> {
  const opened = await openMailbox(
    office.courier(lying.url),
    { trust: office.trust, directory: office.directory(), suspendedAt },
    receipt,
  );
  assert.ok(opened.ok);
  const { entries } = opened.value;
  return {
    words: entries.flatMap((entry) => (entry.kind === "office" ? [entry.text] : [])),
    unverified: entries.filter(({ kind }) => kind === "unverified").length,
    steps: entries.flatMap((entry) => (entry.kind === "step" ? [entry.step] : [])),
  };
}

/** Lies about the mailbox only, and only about the case in it. */
const lieAboutCase = (lie: (kept: Lied, all: Lied) => void): void =>
  lying.tell((asked, answer) => {
    if (asked !== "POST /api/mailbox" || answer.cases.length === 0) return undefined;
    lie(answer.cases[0], answer);
    return answer;
  });

/** A reply as the server can make it: it knows the person's reply recipient, and seals to it like anybody. */
async function forgeReply(by: { id: StaffId; signer: Signer }, number: number, key = by.signer.key) {
  const { keys, caseId, parcel } = mine;
  const sealed = await sealReply({ case: caseId, number, text: forgedText }, parcel.manifest.event.replyRecipient);
  assert.ok(sealed.ok);
  const part = `message-out-${number}`;
  const ref = { part, digest: sealed.value.digest };
  const at = hour();
  const { office: officeId, epoch } = office.directory();
  const header = { case: caseId, office: officeId, epoch, by: by.id, at, index: 4, previous: "0".repeat(64) };
  const fact = { type: "case.message-sent/1", to: keys.signer.key, number, message: ref, copy: ref };
  const body = { ...fact, ...header };
  const { signature } = vouchFor(canonicalBytes(body), by.signer);
  const event = { at, index: 4, body, vouchings: [{ key, signature }] };
  return { event, part, sealed: bytesToBase64(sealed.value.sealed) };
}

async function serveForged(...forging: Parameters<typeof forgeReply>): Promise<void> {
  const { event, part, sealed } = await forgeReply(...forging);
  lieAboutCase((kept) => {
    kept.events.push(event);
    kept.sealed[part] = sealed;
  });
}

test("without a lie the office's words are shown, and nothing is unverified", async () => {
  const { words, unverified, steps } = await open();
  assert.deepEqual(words, [acknowledgement.text]);
  assert.equal(unverified, 0);
  assert.deepEqual(steps, ["stepReceived", "stepAcknowledged"]);
});

test("a reply signed with a key of the server's own is never shown as words", async () => {
  const stranger = createNodeSigner(drawSeed());
  const { id, signer } = office.person("asha");
  for (const claimed of [stranger.key, signer.key, office.directory().clockKey]) {
    await serveForged({ id, signer: stranger }, 2, claimed);
    const { words, unverified } = await open();
    assert.deepEqual(words, [acknowledgement.text]);
    assert.equal(unverified, 1);
  }
});

test("a reply of somebody whom no directory lists is never shown as words", async () => {
  const nobody = await hire(["nobody", "intake"], office.trust.office, office.person("asha").member.expires);
  await serveForged(nobody, 2);
  assert.deepEqual((await open()).words, [acknowledgement.text]);
  // Nor in the name of a colleague who is listed.
  await serveForged({ id: office.person("asha").id, signer: nobody.signer }, 2);
  assert.deepEqual((await open()).words, [acknowledgement.text]);
});

test("a reply signed after its signer was suspended is never shown as words", async () => {
  const asha = office.person("asha");
  suspendedAt.set(asha.id, hour());
  await serveForged(asha, 2);
  const { words, unverified } = await open();
  suspendedAt.clear();
  assert.deepEqual([words.includes(forgedText), unverified > 0], [false, true]);
});

test("other words in the place of the sealed reply are never shown", async () => {
  const { sealed } = await forgeReply(office.person("asha"), 1);
  for (const swapped of [sealed, "", bytesToBase64(new Uint8Array(10_000))]) {
    lieAboutCase((kept) => {
      kept.sealed["message-out-1"] = swapped;
    });
    assert.deepEqual(await open(), { words: [], unverified: 1, steps: ["stepReceived", "stepAcknowledged"] });
  }
  lieAboutCase((kept) => {
    kept.sealed = {};
  });
  assert.deepEqual((await open()).words, []);
});

test("words changed in the event, or signed over another number, are never shown", async () => {
  for (const change of [
    { number: 2 },
    { to: "A".repeat(43).concat("=") },
    { message: { part: "message-out-1", digest: digestOf(new Uint8Array()) } },
  ]) {
    lieAboutCase((kept) => {
      const event = kept.events.at(-1);
      event.body = { ...event.body, ...change };
    });
    assert.deepEqual((await open()).words, []);
  }
});

test("the reply to somebody else is never shown, though the office signed it", async () => {
  const theirs = await office.courier().readMailbox(others.keys.mailbox);
  assert.ok(theirs.ok);
  const truth = await fetch(`${office.url}/api/mailbox`, {
    method: "POST",
    body: JSON.stringify({ mailbox: others.keys.mailbox }),
    headers: { "content-type": "application/json" },
  }).then((answer) => answer.json() as Promise<Lied>);
  lying.tell((asked) => (asked === "POST /api/mailbox" ? truth : undefined));
  assert.deepEqual((await open()).words, []);
  lieAboutCase((kept) => {
    kept.events = truth.cases[0].events;
    kept.sealed = truth.cases[0].sealed;
  });
  assert.deepEqual((await open()).words, []);
});

test("what became of somebody else's complaint is never shown as what became of one's own", async () => {
  const truth = await fetch(`${office.url}/api/mailbox`, {
    method: "POST",
    body: JSON.stringify({ mailbox: others.keys.mailbox }),
    headers: { "content-type": "application/json" },
  }).then((answer) => answer.json() as Promise<Lied>);
  lying.tell((asked) => (asked === "POST /api/mailbox" ? truth : undefined));
  assert.deepEqual((await open()).steps, []);
});

test("a reply that is shown a second time, or under another hour, is shown once as it was", async () => {
  lieAboutCase((kept) => {
    kept.events.push(kept.events.at(-1));
  });
  assert.deepEqual((await open()).words, [acknowledgement.text]);
  lieAboutCase((kept) => {
    kept.events.at(-1).at = "2020-01-01T00:00:00.000Z";
  });
  assert.deepEqual((await open()).words, []);
});

// The place was the server's word: the same signed event could be shown again at another.
test("a reply that is shown again at another place is shown once", async () => {
  lieAboutCase((kept) => {
    kept.events.push({ ...kept.events.at(-1), index: 7 });
  });
  const { words, unverified } = await open();
  assert.deepEqual([words, unverified], [[acknowledgement.text], 1]);
});

test("a complaint under another hour than the one at which the office saw it arrive is not shown as received", async () => {
  lieAboutCase((kept) => {
    kept.events[0].at = "2026-01-01T00:00:00.000Z";
  });
  const { steps, words, unverified } = await open();
  assert.deepEqual([steps, words, unverified], [[], [], 1]);
});

test("an answer that is no mailbox at all shows nothing", async () => {
  for (const answer of [null, [], { cases: null }, { cases: [{ case: mine.caseId }] }, { cases: [], more: 1 }]) {
    lying.tell((asked) => (asked === "POST /api/mailbox" ? answer : undefined));
    const opened = await openMailbox(
      office.courier(lying.url),
      { trust: office.trust, directory: office.directory(), suspendedAt },
      mine.receipt,
    );
    assert.deepEqual(opened, answer === null ? opened : { ok: false, refusal: { code: "cannot-tell" } });
    if (opened.ok)
      assert.deepEqual(
        opened.value.entries.filter(({ kind }) => kind !== "office"),
        [],
      );
  }
});
