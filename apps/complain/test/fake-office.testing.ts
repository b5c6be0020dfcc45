// A small office on loopback for the tests of the pages: it serves the built pages as a server would, keeps parcels and
// messages in memory, and can lose an answer before or after the effect. Its people are those of vectors/.
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Directory, recordBytes, type Vouching, vouchFor } from "@temwen/office";
import { createNodeSigner } from "@temwen/office/signing-node";
import { digestOf, openGrant, openMessage, openStory, type Story } from "@temwen/sealing/open";
import { type Manifest, manifestShape } from "@temwen/sealing/parcel";
import { sealReply } from "@temwen/sealing/seal";
import { bytesToBase64, canonicalBytes, type Instant, type Json } from "@temwen/vocabulary";
import { buildPages, trustMark } from "../build/build-pages.ts";

type Vectors = {
  readonly trust: Json;
  readonly people: readonly {
    readonly name: string;
    readonly id: string;
    readonly seed: string;
    readonly identity: string;
  }[];
  readonly directory: Directory & Json;
  readonly vouchings: readonly Vouching[];
};
type Event = {
  readonly at: Instant;
  readonly index: number;
  readonly body: Json;
  readonly vouchings: readonly Vouching[];
};
type Kept = { readonly manifest: Manifest; readonly parts: Map<string, Uint8Array>; readonly events: Event[] };

const vectors = JSON.parse(
  readFileSync(new URL("../../../vectors/directory.json", import.meta.url), "utf8"),
) as Vectors;

/** Built once for all the offices of a test run. */
let built: ReturnType<typeof buildPages> | undefined;

/** The hour of this office; it does not pass by itself. */
const at = "2026-11-21T18:00:00.000Z" as Instant;
export const proofNumber = "048151623420";

/** Everything this office holds, and how it is to misbehave. */
type State = {
  readonly pages: ReadonlyMap<string, Buffer>;
  readonly policies: { readonly [file: string]: string };
  readonly kept: Map<string, Kept>;
  filings: number;
  breaks: { readonly when: "before" | "after"; readonly times: number };
  directoryVouchings: readonly Vouching[];
  /** Another release of the page, by the title it bears. */
  release: string | undefined;
  /** How often a path was asked for. */
  readonly asked: Map<string, number>;
  /** Paths whose answers wait. */
  readonly held: Map<string, Promise<void>>;
};

export type FakeOffice = {
  readonly url: string;
  readonly kept: ReadonlyMap<string, Kept>;
  /** How many parcels came in, repeated ones counted too. */
  readonly filings: () => number;
  /** The next filings break: before anything is kept, or after, when only the answer is lost. */
  readonly breakLine: (when: "before" | "after", times: number) => void;
  /** From now on the directory is served without the roots' signatures. */
  readonly forgeDirectory: () => void;
  /** From now on a newer release of the page is served, which bears this title. */
  readonly publish: (title: string) => void;
  /** How often this path was asked for, whatever came of it. */
  readonly askedFor: (path: string) => number;
  /** From now on the answers for this path wait, until the returned is called. */
  readonly holdBack: (path: string) => () => void;
  /** Sends words to the person in the name of intake-1; signed with somebody else's key they are forged. */
  readonly reply: (caseId: string, text: string, signedBy?: string) => Promise<void>;
  readonly readStory: (caseId: string) => Promise<Story>;
  readonly readMessages: (caseId: string) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

export async function startFakeOffice(): Promise<FakeOffice> {
  built ??= buildPages();
  const pages = await built;
  const state: State = {
    pages,
    policies: JSON.parse(String(pages.get("csp.json"))),
    kept: new Map(),
    filings: 0,
    breaks: { when: "before", times: 0 },
    directoryVouchings: vectors.vouchings,
    release: undefined,
    asked: new Map(),
    held: new Map(),
  };
  const server = createServer((request, response) => {
    answer(state, request, response).catch((cause: unknown) => {
      response.writeHead(500).end(String(cause));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const caseOf = (caseId: string): Kept => {
    const found = state.kept.get(caseId);
    if (!found) throw new Error(`${caseId} was never filed`);
    return found;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    kept: state.kept,
    filings: () => state.filings,
    breakLine: (when, times) => {
      state.breaks = { when, times };
    },
    forgeDirectory: () => {
      state.directoryVouchings = [];
    },
    publish: (title) => {
      state.release = title;
    },
    askedFor: (path) => state.asked.get(path) ?? 0,
    holdBack: (path) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      state.held.set(path, promise);
      return resolve;
    },
    reply: (caseId, text, signedBy = "intake-1") => reply(caseOf(caseId), text, signedBy),
    readStory: (caseId) => readStory(caseOf(caseId)),
    readMessages: (caseId) => readMessages(caseOf(caseId)),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

// ---- what it answers

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = "/"] = (request.url ?? "/").split("?");
  state.asked.set(path, 1 + (state.asked.get(path) ?? 0));
  await state.held.get(path);
  if (path === "/api/directory") {
    const directory = { body: vectors.directory, vouchings: state.directoryVouchings };
    send(response, { directory, suspensions: [] });
  } else if (path === "/api/complaints") await file(state, request, response);
  else if (path.startsWith("/api/mailbox")) {
    openMailbox(state, path, JSON.parse(String(await bodyOf(request))) as MailboxRequest, response);
  } else servePage(state, path, response);
}

async function file(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  state.filings++;
  const form = await formOf(request);
  const { when, times } = state.breaks;
  state.breaks = { when, times: Math.max(0, times - 1) };
  if (times > 0 && when === "before") {
    request.socket.destroy();
    return;
  }
  const manifest = manifestShape(JSON.parse(String(form.get("manifest"))));
  if (!manifest) return send(response, { code: "malformed-parcel" }, 422);
  const parts = new Map<string, Uint8Array>();
  for (const [name, described] of Object.entries(manifest.event.parts)) {
    const bytes = new Uint8Array(await (form.get(name) as Blob).arrayBuffer());
    if (digestOf(bytes) !== described.digest) return send(response, { code: "another-digest" }, 409);
    parts.set(name, bytes);
  }
  const { event, vouching } = manifest;
  const first = { at, index: 0, body: event as unknown as Json, vouchings: [vouching] };
  if (!state.kept.has(event.case)) state.kept.set(event.case, { manifest, parts, events: [first] });
  if (times > 0) request.socket.destroy();
  else send(response, { case: event.case, at, proofNumber });
}

function openMailbox(state: State, path: string, asked: MailboxRequest, response: ServerResponse): void {
  const found = [...state.kept.values()].find(({ manifest }) => manifest.mailbox === asked.mailbox);
  if (path === "/api/mailbox") send(response, { cases: found ? [shownOf(found)] : [] });
  else if (!found) send(response, { code: "unknown-mailbox" }, 404);
  else if (path === "/api/mailbox/address") {
    send(response, { received: found.events[0], sequence: 1 + countOf(found, "case.message-received/1") });
  } else {
    const sent = String(Buffer.from(asked.body ?? "", "base64"));
    const isKnown = found.events.some(({ body }) => JSON.stringify(body) === sent);
    const body = JSON.parse(sent);
    found.parts.set(body.message.part, new Uint8Array(Buffer.from(asked.sealed ?? "", "base64")));
    if (!isKnown) found.events.push({ at, index: found.events.length, body, vouchings: [asked.vouching] });
    state.breaks = { ...state.breaks, times: Math.max(0, state.breaks.times - 1) };
    if (state.breaks.times > 0) response.socket?.destroy();
    else send(response, { at });
  }
}

function servePage({ pages, policies, release }: State, path: string, response: ServerResponse): void {
  const [, name, second = "ht", third] = path.split("/");
  if (name === "annexes") {
    response.writeHead(200, { "content-type": "text/javascript" }).end(pages.get(`annex.${second}`));
    return;
  }
  if (name === "complain-worker.js") {
    const worker = String(pages.get("complain.worker.js"));
    response.writeHead(200, {
      "content-type": "text/javascript",
      "content-security-policy": policies["complain.worker.js"],
    });
    response.end(release === undefined ? worker : worker.replace(/^var release="\w+"/, `var release="${release}"`));
    return;
  }
  const fileName = second === "words" ? `${name}.words.${third}` : `${name}.${second}.html`;
  const bytes = pages.get(fileName);
  const trust = `<script type="application/json" id="trust">${JSON.stringify(vectors.trust)}</script>`;
  response.writeHead(bytes ? 200 : 404, {
    "content-type": second === "words" ? "application/json" : "text/html; charset=utf-8",
    "content-security-policy": policies[fileName] ?? "default-src 'none'",
    "cache-control": "no-store",
  });
  const filled = String(bytes ?? "").replace(trustMark, () => trust);
  response.end(release === undefined ? filled : filled.replace(/<title>[^<]*/, () => `<title>${release}`));
}

// ---- what its staff do

async function reply(found: Kept, text: string, signedBy: string): Promise<void> {
  const { event } = found.manifest;
  if (countOf(found, "case.acknowledged/1") === 0) {
    say(found, { type: "case.acknowledged/1", escrow: { threshold: 3, shares: [] } }, "intake-1");
  }
  const number = 1 + countOf(found, "case.message-sent/1");
  const sealed = await sealReply({ case: event.case, number, text }, event.replyRecipient);
  if (!sealed.ok) throw new Error(sealed.refusal.code);
  const part = `reply-${number}`;
  found.parts.set(part, sealed.value.sealed);
  const message = { part, digest: sealed.value.digest };
  say(found, { type: "case.message-sent/1", to: event.receiptKey, number, message, copy: message }, signedBy);
}

/** States something in the name of intake-1. */
function say({ manifest: { event }, events }: Kept, fact: { readonly [member: string]: Json }, signedBy: string): void {
  const last = events.at(-1);
  if (!last) throw new Error("a case begins with what was filed");
  const body = {
    ...fact,
    case: event.case,
    office: event.office,
    epoch: event.epoch,
    index: events.length,
    previous: digestOf(recordBytes(last)),
    by: personNamed("intake-1").id,
    at,
  };
  const signer = createNodeSigner(Buffer.from(personNamed(signedBy).seed, "hex"));
  events.push({ at, index: body.index, body, vouchings: [vouchFor(canonicalBytes(body), signer)] });
}

async function readStory(found: Kept): Promise<Story> {
  const sealed = found.parts.get("story") as Uint8Array;
  const story = await openStory(await storyKeyOf(found), sealed, found.manifest.event.case);
  if (!story.ok) throw new Error("the story does not open");
  return story.value;
}

async function readMessages(found: Kept): Promise<readonly string[]> {
  const key = await storyKeyOf(found);
  const texts: string[] = [];
  for (const [name, sealed] of found.parts) {
    if (!name.startsWith("message-in-")) continue;
    const message = await openMessage(key, sealed, found.manifest.event.case);
    if (message.ok) texts.push(message.value.text);
  }
  return texts;
}

type MailboxRequest = {
  readonly mailbox: string;
  readonly body?: string;
  readonly vouching: Vouching;
  readonly sealed?: string;
};

/** The story's key, from the first grant that any intake officer can open. */
async function storyKeyOf({ manifest, parts }: Kept): Promise<string> {
  const officers = vectors.people.filter(({ name }) => name.startsWith("intake"));
  for (const [name, sealed] of parts) {
    if (!name.startsWith("grant-")) continue;
    for (const { identity } of officers) {
      const grant = await openGrant(identity, sealed, manifest.event.case);
      if (grant?.keys.story) return grant.keys.story;
    }
  }
  throw new Error("no intake officer can open this case");
}

function shownOf({ manifest, parts, events }: Kept): object {
  const sealed = [...parts].filter(([name]) => name.startsWith("reply-"));
  const shown = Object.fromEntries(sealed.map(([name, bytes]) => [name, bytesToBase64(bytes)]));
  return { case: manifest.event.case, events, sealed: shown };
}

function personNamed(name: string): Vectors["people"][number] {
  const person = vectors.people.find((entry) => entry.name === name);
  if (!person) throw new Error(`${name} is not among the people of vectors/`);
  return person;
}

const countOf = ({ events }: Kept, type: string): number =>
  events.filter(({ body }) => (body as { readonly type?: unknown }).type === type).length;

function send(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  return new Response(new Uint8Array(await bodyOf(request)), { headers }).formData();
}
