// A whole parcel, sealed once with keys that lie in clear beside it. Sealing draws lots, so the file is made once and
// then only opened: what it holds must open for ever.
import { openShare } from "@temwen/sealing/escrow";
import {
  type Identity,
  openGrant,
  openIdentity,
  openMessage,
  openReply,
  openStory,
  openSupport,
  type PersonMessage,
  type PressureTold,
  type Reply,
  type Story,
  type Support,
} from "@temwen/sealing/open";
import { type Manifest, manifestShape, partNames } from "@temwen/sealing/parcel";
import { type ComplaintDraft, sealComplaint, sealMessage, sealReply } from "@temwen/sealing/seal";
import type { Json, Result } from "@temwen/vocabulary";
import { createTestDirectory } from "./office-vectors.ts";
import { deriveTestReceipt, testReceipts } from "./receipt-vectors.ts";
import { base64, fromBase64, testKeyPair } from "./test-keys.ts";

const draft: ComplaintDraft = {
  text: "Sa a se yon egzanp: pèsonn pa ekri l, pyès moun pa ladan l. \u0000 \u{1f512} \u202e",
  language: "ht",
  force: "alfa",
  consent: "keep-words",
  child: "unsaid",
  channel: "page",
  place: "Yon kote ki pa egziste",
  identity: { name: "Moun Egzanp", safeContact: "pa rele" },
  support: { needs: ["legal"], words: "Yon konsèy, si sa posib." },
};
const message = { sequence: 1, text: "Yon lòt mo egzanp." };
const reply = { number: 1, text: "Nou resevwa mo ou yo. Sa a se yon egzanp." };

type Contents = {
  readonly keys: { readonly story: string; readonly support: string };
  readonly readers: readonly Opened[];
  readonly holders: readonly Json[];
  readonly story: Story;
  readonly identity: Identity;
  readonly support: Support;
  readonly message: PersonMessage | PressureTold;
  readonly reply: Reply;
};

type Opened = { readonly slot: string; readonly person: string; readonly half: string };

export type SealedVectors = {
  readonly spec: string;
  readonly receipt: string;
  readonly manifest: Manifest;
  readonly parts: { readonly [name: string]: string };
  readonly message: string;
  readonly reply: string;
  readonly opened: Contents;
};

/** Seals everything anew: other keys, other bytes, and so other vectors wherever this parcel is used. */
export async function sealVectors(): Promise<SealedVectors> {
  const receipt = await deriveTestReceipt(testReceipts[0]);
  const parcel = valueOrThrow(await sealComplaint(draft, receipt, await createTestDirectory()));
  const { storyRecipient } = parcel.manifest.event;
  const sealedMessage = valueOrThrow(await sealMessage({ case: receipt.caseId, ...message }, storyRecipient));
  const sealedReply = valueOrThrow(await sealReply({ case: receipt.caseId, ...reply }, receipt.replyRecipient));
  const parts = Object.fromEntries([...parcel.parts].map(([name, bytes]) => [name, base64(bytes)]));
  const sealed = {
    spec: "docs/specs/parcel.md",
    receipt: testReceipts[0],
    manifest: parcel.manifest,
    parts,
    message: base64(sealedMessage.sealed),
    reply: base64(sealedReply.sealed),
  };
  return { ...sealed, opened: await openVectors(sealed) };
}

/** Opens everything with the keys of the test office and the test receipt; throws when one thing does not open. */
export async function openVectors(sealed: Omit<SealedVectors, "opened">): Promise<Contents> {
  const receipt = await deriveTestReceipt(sealed.receipt);
  if (!manifestShape(sealed.manifest)) throw new Error("the manifest does not read");
  const part = (name: string) => fromBase64(sealed.parts[name] ?? "");
  const readers = await openGrants(sealed);
  const [first, second] = new Set(readers.map(({ half }) => half));
  const keys = readers[0]?.keys;
  if (readers.length !== 4 || !first || !second || !keys) throw new Error("the grants do not open");
  const halves = [fromBase64(first), fromBase64(second)] as const;
  const id = receipt.caseId;
  return {
    keys,
    readers: readers.map(({ slot, person, half }) => ({ slot, person, half })),
    holders: await openShares(sealed),
    story: valueOrThrow(await openStory(keys.story, part("story"), id)),
    identity: valueOrThrow(await openIdentity(halves, part("identity"), id)),
    support: valueOrThrow(await openSupport(keys.support, part("support"), id)),
    message: valueOrThrow(await openMessage(keys.story, fromBase64(sealed.message), id)),
    reply: valueOrThrow(await openReply(receipt.replyIdentity, fromBase64(sealed.reply), id)),
  };
}

async function openGrants({ parts, manifest }: Omit<SealedVectors, "opened">) {
  const names = peopleOf("intake");
  const slots = partNames.filter((name) => name.startsWith("grant-"));
  const found: (Opened & { readonly keys: Contents["keys"] })[] = [];
  for (const slot of slots) {
    for (const person of names) {
      const { identity } = await testKeyPair(person);
      const grant = await openGrant(identity, fromBase64(parts[slot] ?? ""), manifest.event.case);
      const { story, support } = grant?.keys ?? {};
      if (!grant?.identityHalf || !story || !support) continue;
      found.push({ slot, person, half: base64(grant.identityHalf), keys: { story, support } });
    }
  }
  return found;
}

async function openShares({ parts, manifest }: Omit<SealedVectors, "opened">): Promise<readonly Json[]> {
  const found: Json[] = [];
  for (const part of partNames.filter((name) => name.startsWith("share-"))) {
    for (const person of peopleOf("holder")) {
      const { identity } = await testKeyPair(person);
      const share = await openShare(identity, fromBase64(parts[part] ?? ""), manifest.event.case);
      if (share) found.push({ part, person, share: base64(share.share), salt: base64(share.salt) });
    }
  }
  if (found.length !== 5) throw new Error("the shares do not open");
  return found;
}

const peopleOf = (kind: "intake" | "holder") => [1, 2, 3, 4, 5, 6].map((n) => `${kind}-${n}`);

function valueOrThrow<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
