// A server that was taken over, or a desk that was bent: neither makes a step of a matter that nobody was allowed to take.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { placeMatterFact } from "@temwen/casework/matters";
import type { MatterRequest, SignInOptions } from "@temwen/desk";
import { vouchFor } from "@temwen/office";
import { digestOf } from "@temwen/sealing/open";
import {
  bytesToBase64,
  canonicalBytes,
  type Json,
  type MatterId,
  millisToInstant,
  parseBase64,
  parseCanonical,
} from "@temwen/vocabulary";
import { headersOf } from "../support/casework.ts";
import { postJson } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());
type Bent = { events: Record<string, unknown>[] };
type Sent = {
  expected: number;
  command: Record<string, Json>;
  statement: { body: string; vouching: { key: string; signature: string } };
  sealed: Record<string, string>;
};

const inAMonth = millisToInstant(Date.now() + 30 * 86_400_000).slice(0, 10);
const handOver: MatterRequest = { act: "hand-over-recommendation", says: { answerDue: inAMonth }, text: "", letIn: [] };
let id: MatterId;
before(async () => {
  const karim = await office.desk("karim");
  const opened = await karim.matters.open("recommendation", {
    act: "make-recommendation",
    says: { basis: "pattern", to: "mission", subject: "training", forces: ["ken"] },
    text: "Poukisa.",
    letIn: ["gerda", "hugo"].map((name) => office.person(name).id),
  });
  assert.ok(opened.ok);
  id = opened.value.matter;
});

/** A line on which what the server answers about matters is bent. */
const bending = (bend: (answer: Bent) => void): Partial<SignInOptions> => ({
  fetch: async (input, init) => {
    const answer = await fetch(input, init);
    const isRead = String(input).includes("/api/desk/matters/") && (init?.method ?? "GET") === "GET";
    if (!isRead || !answer.ok) return answer;
    const body = (await answer.json()) as Bent;
    bend(body);
    return new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
  },
});

/** An act as a desk sends it, kept from the server. */
async function capture(name: string, request: MatterRequest): Promise<Sent> {
  let sent: Sent | undefined;
  const desk = await office.desk(name, {
    fetch: async (input, init) => {
      if (!String(input).endsWith("/acts")) return fetch(input, init);
      sent = JSON.parse(String(init?.body)) as Sent;
      return new Response(JSON.stringify({ code: "no-space", message: "", outcome: "none" }), { status: 503 });
    },
  });
  await desk.matters.act(id, request);
  assert.ok(sent);
  return sent;
}

const send = async (name: string, act: Sent) =>
  postJson(office, `/api/desk/matters/${id}/acts`, act as unknown as Json, await headersOf(office, name));

test("a first event that nobody signed, or that is another matter's, is no matter at all", async () => {
  const desk = await office.desk(
    "gerda",
    bending(({ events }) => {
      const [first] = events as { vouchings: { signature: string }[] }[];
      if (first?.vouchings[0]) first.vouchings[0].signature = `${"A".repeat(86)}==`;
    }),
  );
  const view = await desk.matters.read(id);
  assert.equal(view.ok ? "shown" : view.refusal.code, "matter-not-trusted");
});

test("a step that was put in, left out or changed on the way is an alarm, and nothing is signed upon it", async () => {
  const { person } = office;
  const stranger = person("ines");
  const forged = (events: readonly Record<string, unknown>[]) => {
    const last = events.at(-1) as { body: Json; at: never; vouchings: never };
    const {
      matter,
      office: ofOffice,
      epoch,
    } = last.body as never as { matter: MatterId; office: never; epoch: number };
    const placed = placeMatterFact(
      { type: "recommendation.handed-over/1", answerDue: inAMonth },
      { matter, office: ofOffice, epoch, by: stranger.id, at: last.at },
      { index: 0, digest: digestOf(new TextEncoder().encode("another record")) },
      { vouch: (body) => vouchFor(body, stranger.signer), digest: digestOf },
    );
    return { at: last.at, index: 1, body: placed.statement, vouchings: [placed.vouching] };
  };
  const desk = await office.desk(
    "gerda",
    bending(({ events }) => void events.push(forged(events))),
  );
  const view = await desk.matters.read(id);
  assert.ok(view.ok);
  assert.equal(view.value.stage, "made");
  assert.deepEqual(
    view.value.alarms.map(({ code }) => code),
    ["chain-broken"],
  );
  const done = await desk.matters.act(id, handOver);
  assert.equal(done.ok ? "done" : done.refusal.code, "matter-not-trusted");
});

test("an act in another's name, or with another hour, place or word, is refused", async () => {
  const act = await capture("gerda", handOver);
  const body = parseBase64(act.statement.body);
  const said = body.ok ? parseCanonical(body.value) : undefined;
  assert.ok(said?.ok);
  const bent = (change: { readonly [name: string]: Json }): Sent => {
    const { signer } = office.person("gerda");
    const signed = canonicalBytes({ ...(said.value as object), ...change });
    return { ...act, statement: { body: bytesToBase64(signed), vouching: vouchFor(signed, signer) } };
  };
  assertRefused(await send("hugo", act), "decision-differs", 422);
  assertRefused(await send("gerda", bent({ answerDue: "2099-01-01" })), "decision-differs", 422);
  assertRefused(await send("gerda", bent({ index: 5 })), "decision-differs", 422);
  assertRefused(await send("gerda", bent({ at: millisToInstant(Date.now() - 3_600_000) })), "clock-apart", 422);
  const { vouching } = act.statement;
  const foreign = { ...act.statement, vouching: { ...vouching, key: office.person("hugo").signer.key } };
  assertRefused(await send("gerda", { ...act, statement: foreign }), "signature-invalid", 422);
  assertRefused(await send("gerda", { ...act, expected: 0 }), "conflict", 409);
  assertRefused(await send("gerda", { ...act, sealed: { "words-1": "AAAA" } }), "unexpected-part", 422);
  assertRefused(await send("farid", act), "unknown-matter", 404);
});

test("a part that is missing, not sealed or another than was signed is refused, and the same act twice is one", async () => {
  const act = await capture("gerda", { act: "let-in", says: {}, text: "", letIn: [office.person("marta").id] });
  const [name = ""] = Object.keys(act.sealed);
  assertRefused(await send("gerda", { ...act, sealed: {} }), "missing-part", 422);
  assertRefused(await send("gerda", { ...act, sealed: { [name]: "AAAA" } }), "not-sealed", 422);
  const other = await capture("gerda", { act: "let-in", says: {}, text: "", letIn: [office.person("marta").id] });
  assertRefused(await send("gerda", { ...act, sealed: other.sealed }), "wrong-digest", 422);
  assert.deepEqual((await send("gerda", act)).body, { version: 2 });
  assert.deepEqual((await send("gerda", act)).body, { version: 2 });
  assert.equal((await office.record.readStream(id)).length, 2);
});
