// What somebody could change between a desk and the server when a case is opened: each is refused, and nothing is stored.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Signer, vouchFor } from "@temwen/office";
import { sealedSize } from "@temwen/sealing/inspect";
import { bytesToBase64, canonicalBytes, type Json } from "@temwen/vocabulary";
import { headersOf, readStatement } from "../support/casework.ts";
import { fromPress } from "../support/opened-cases.ts";
import { postJson } from "../support/parcels.ts";
import { startSmallOffice } from "../support/small-office.ts";
import { assertNothingStored, assertRefused } from "../support/stored.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

type Sent = {
  readonly statement: {
    readonly body: string;
    readonly vouching: { readonly key: string; readonly signature: string };
  };
  readonly labelKey: string;
  readonly salt: string;
  readonly sealed: { readonly [part: string]: string };
};

/** Has a desk seal and sign, and keeps it from leaving. */
async function capture(name: string): Promise<Sent> {
  let captured: Sent | undefined;
  const desk = await office.desk(name, {
    fetch: async (input, init) => {
      if (!String(input).endsWith("/api/desk/cases")) return fetch(input, init);
      captured = JSON.parse(String(init?.body)) as Sent;
      return Response.json({ code: "captured" }, { status: 422 });
    },
  });
  await desk.openCase(fromPress);
  assert.ok(captured, "nothing was sent");
  return captured;
}

const send = async (name: string, sent: unknown) =>
  postJson(office, "/api/desk/cases", sent, await headersOf(office, name));

const sent = await capture("asha");
const restated = (change: { readonly [member: string]: Json }, signer: Signer = office.person("asha").signer): Sent => {
  const body = canonicalBytes({ ...readStatement(sent.statement.body), ...change });
  return { ...sent, statement: { body: bytesToBase64(body), vouching: vouchFor(body, signer) } };
};

test("a case that was bent on its way is refused, whoever signed it, and nothing stands in the record", async () => {
  const { sealed } = sent;
  const other = await capture("asha");
  const zeros = Buffer.alloc(32).toString("base64");
  const toBeRefused: readonly (readonly [code: string, request: unknown, status?: number])[] = [
    ["malformed-opening", { ...sent, statement: undefined }],
    ["malformed-opening", restated({ receiptKey: zeros })],
    ["malformed-opening", restated({ by: office.person("benoit").id })],
    ["clock-apart", restated({ at: "2020-01-01T00:00:00.000Z" })],
    ["another-office", restated({ office: `ofc_0${"0".repeat(25)}` })],
    ["epoch-behind", restated({ epoch: 99 }), 409],
    ["another-policy", restated({ policy: readStatement(sent.statement.body).labelKey ?? "" })],
    ["wrong-label-key", { ...sent, labelKey: zeros }],
    ["opening-misfit", restated({ forces: [] })],
    ["opening-misfit", restated({ because: "handed-over" })],
    ["unknown-force", restated({ forces: ["nowhere"] })],
    ["unknown-matter", restated({ because: "visit", matter: [`vis_0${"0".repeat(25)}`] }), 404],
    ["signature-invalid", restated({}, office.person("benoit").signer)],
    ["missing-part", { ...sent, sealed: { ...sealed, story: undefined } }],
    ["wrong-digest", { ...sent, sealed: { ...sealed, "grant-1": other.sealed["grant-1"] } }],
    ["wrong-size", { ...sent, sealed: { ...sealed, story: sealed["grant-1"] } }],
    ["not-sealed", { ...sent, sealed: { ...sealed, story: Buffer.alloc(sealedSize(4096)).toString("base64") } }],
    ["unexpected-part", { ...sent, sealed: { ...sealed, support: sealed.story } }],
  ];
  for (const [code, request, status] of toBeRefused) assertRefused(await send("asha", request), code, status);
  await assertNothingStored(office);
});

test("nobody of the panel opens a case, and nobody about a force they are tied to", async () => {
  const hugo = office.person("hugo");
  assertRefused(await send("hugo", restated({ by: hugo.id }, hugo.signer)), "wrong-role");
  const farid = office.person("farid");
  assertRefused(await send("farid", restated({ by: farid.id }, farid.signer)), "tied-to-respondent");
  await assertNothingStored(office);
});

test("the same signed bytes sent twice are one case; other bytes under its number are refused", async () => {
  const first = await send("asha", sent);
  const second = await send("asha", sent);
  assert.deepEqual([first.status, second.body], [200, first.body]);
  assertRefused(await send("asha", restated({ because: "partner" })), "another-digest", 409);
});
