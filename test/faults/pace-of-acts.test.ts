// A machine with one receipt: it cannot write as fast as it likes, and nobody else waits for it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createMailboxCourier } from "@temwen/courier";
import { type FiledCase, fileCase } from "../support/casework.ts";
import { consentFact, sendPersonAct, signPersonAct } from "../support/person-acts.ts";
import { startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
after(() => office[Symbol.asyncDispose]());

const change = (mine: FiledCase, sequence: number) =>
  signPersonAct(mine, consentFact(office, mine, sequence, sequence % 2 ? "help-only" : "keep-words"));

test("who signs thirty acts within minutes is asked to come again a little later, and nothing is lost or stored half", async () => {
  const [mine, other] = [await fileCase(office), await fileCase(office)];
  for (let sequence = 1; sequence < 30; sequence++) {
    assert.equal((await sendPersonAct(office, change(mine, sequence))).status, 200, String(sequence));
  }
  const next = change(mine, 30);
  const refused = await sendPersonAct(office, next);
  assert.deepEqual([refused.status, refused.body.code, refused.body.outcome], [503, "crowded", "none"]);
  assert.equal((await office.record.readStream(mine.caseId)).length, 30);

  const again = await sendPersonAct(office, change(mine, 29));
  assert.equal(again.status, 200, "what arrived is said to have arrived, however often it is asked");
  assert.equal((await sendPersonAct(office, change(other, 1))).status, 200, "nobody else waits");
});

test("a courier comes again by itself, and has the patience for it", async () => {
  const mine = await fileCase(office);
  for (let sequence = 1; sequence < 30; sequence++) await sendPersonAct(office, change(mine, sequence));
  const waited: number[] = [];
  const courier = createMailboxCourier({
    base: office.url,
    wait: async (millis) => void waited.push(millis),
  });
  const { body, vouching } = change(mine, 30);
  const { mailbox } = mine.keys;
  const bytes = new Uint8Array(Buffer.from(body, "base64"));
  const sent = await courier.sendAct({ mailbox, body: bytes, vouching });
  assert.equal(!sent.ok && sent.refusal.code, "crowded");
  assert.ok(waited.reduce((sum, millis) => sum + millis, 0) > 10_000, "longer than the pause that is asked");
});
