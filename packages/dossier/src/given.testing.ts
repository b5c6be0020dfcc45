import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Forum, parseForums, parsePack } from "@temwen/mission-pack";
import { bytesToDigest, createId, type Digest, type Instant, utf8 } from "@temwen/vocabulary";
import type { DossierFacts } from "./facts.ts";
import type { Enclosed } from "./payload.ts";

/** SHA-256 as tests hand it in. */
export const sha256 = (bytes: Uint8Array): Digest => bytesToDigest(createHash("sha256").update(bytes).digest());

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../packs/haiti/${name}`, import.meta.url), "utf8"));

/** A forum of the first mission's pack. */
export function forumCalled(id: string): Forum {
  const pack = parsePack(read("pack.json"));
  const forums = pack.ok ? parseForums(read("forums.json"), pack.value) : pack;
  const found = forums.ok ? forums.value.find((forum) => forum.id === id) : undefined;
  if (!found) throw new Error(`no forum is called ${id}`);
  return found;
}

const at = "2026-11-22T15:04:05.000Z" as Instant;
const picture = utf8("this stands for a picture");

/** A made-up case that says little. */
export const someFacts: DossierFacts = {
  case: createId("case", new Uint8Array(16).fill(1)),
  office: createId("office", new Uint8Array(16).fill(2)),
  at,
  zone: "America/Port-au-Prince",
  language: "fr",
  forum: forumCalled("hti-parquet"),
  asks: ["investigate", "answer"],
  consent: "court",
  byName: false,
  withdrawalAsked: false,
  identity: "left out",
  stage: "assessed",
  receivedAt: at,
  assessment: {
    ...{ rights: ["integrity"], class: "unclassified", forces: ["unknown"] },
    ...{ department: "Ouest", month: "2026-10", child: "no" },
  },
  story: { text: "Yon patwouy pran telefòn mwen.\nMwen pè.", language: "ht" },
  messages: [{ direction: "from-office", at, text: "Nou resevwa plent ou." }],
  steps: [
    { index: 0, at, type: "case.received/1", by: "person" },
    { index: 1, at, type: "case.acknowledged/1", by: "intake" },
  ],
  pieces: [
    {
      ...{ part: "evidence-1", name: "foto.jpg", mediaType: "image/jpeg", size: picture.length },
      ...{ sha256: sha256(picture), sealed: sha256(utf8("sealed")) },
      custody: [{ at, by: "stf_1", role: "intake", exportedFor: "hand-over" }],
    },
  ],
  provedSteps: 0,
  leftOut: [
    { what: "identity", why: "identity-not-allowed" },
    { what: "proofs", why: "not-in-the-log-yet", steps: [0, 1] },
  ],
};

/** What goes with it. */
export const someEnclosed: Enclosed = {
  events: [{ index: 0, at, body: utf8('{"type":"made-up"}'), vouchings: [{ key: "k", signature: "s" }] }],
  withheld: [{ index: 1, digest: sha256(utf8("made-up")) }],
  directories: [{ epoch: 1, body: utf8("{}"), vouchings: [] }],
  suspensions: [],
  roots: { office: "made-up" },
  story: { text: "Yon patwouy pran telefòn mwen.\nMwen pè." },
  messages: [],
  readPiece: async () => picture,
  proofs: [],
};
