import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isVouchedFor, type Vouching } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { bytesToDigest, canonicalBytes, type Digest, type Instant, type Json } from "@temwen/vocabulary";
import { staffCommandShape } from "../law/command-shapes.ts";
import {
  acknowledge,
  add,
  assess,
  carla,
  change,
  confirm,
  deal,
  digestOf,
  grantTo,
  keepOpen,
  letIn,
  miss,
  part,
  propose,
  rekey,
  send,
  withdraw,
  write,
} from "../testing/given.testing.ts";
import { chainFacts } from "./chain.ts";
import { clockMissedShape } from "./early-facts.ts";
import { personFactShape, type StaffFact } from "./facts.ts";
import { type StaffStatement, type StatementHeader, staffStatementShape } from "./statements.ts";

type Recorded = {
  readonly at: Instant;
  readonly body: Json & { readonly type: string };
  readonly index: number;
  readonly vouchings: readonly Vouching[];
};
const { records } = JSON.parse(readFileSync(new URL("../../../../vectors/records.json", import.meta.url), "utf8")) as {
  readonly records: readonly { readonly record: string; readonly digest: Digest }[];
};
const recorded = records.map(({ record, digest }) => ({ ...(JSON.parse(record) as Recorded), digest }));
const statements = recorded.flatMap((event) => {
  const statement = staffStatementShape(event.body);
  return statement ? [{ ...event, statement }] : [];
});
const sha256 = (bytes: Uint8Array) => bytesToDigest(new Uint8Array(createHash("sha256").update(bytes).digest()));

test("every record of the vectors bears the signature of the key it names", () => {
  for (const { body, vouchings } of recorded) {
    assert.equal(vouchings.length, 1);
    assert.ok(isVouchedFor(canonicalBytes(body), vouchings[0]!, verifyOnNode), body.type);
  }
});

test("every staff statement names its place and the digest of the record before it", () => {
  for (const { statement, index, at } of statements) {
    assert.equal(statement.index, index);
    assert.equal(statement.at, at);
    assert.equal(statement.previous, recorded[index - 1]!.digest);
  }
});

test("facts of one act are chained to the bytes of the vectors", () => {
  const act = statements.slice(0, 3);
  const { statement, index } = act[0]!;
  const { case: caseId, office, epoch, by, at } = statement;
  const chained = chainFacts(
    act.map((event) => withoutHeader(event.statement)),
    { case: caseId, office, epoch, by, at },
    { index: index - 1, digest: recorded[index - 1]!.digest },
    { vouch: (_, place) => act[place]!.vouchings[0]!, digest: sha256 },
  );
  assert.deepEqual(
    chained.map(({ digest }) => digest),
    act.map(({ digest }) => digest),
  );
  assert.deepEqual(chained[2]!.body, canonicalBytes(act[2]!.body));
});

test("a statement with a field too many, too few, or of another kind is not read", () => {
  for (const { body } of statements) {
    assert.equal(staffStatementShape({ ...(body as object), more: 1 }), undefined);
    for (const name of Object.keys(body)) {
      const { [name as "type"]: _, ...rest } = body as { readonly type: string };
      assert.equal(staffStatementShape(rest), undefined, `${body.type} without ${name}`);
    }
    assert.equal(staffStatementShape({ ...(body as object), type: "case.ruled/1" }), undefined);
  }
});

test("what the person signs and what the clock signs is read, and with a field too many it is not", () => {
  for (const fact of [write(1), withdraw(2), change(3, "help-only"), add(4, 8)]) {
    assert.deepEqual(personFactShape(fact), fact);
    assert.equal(personFactShape({ ...fact, at: "2026-11-03T15:00:00.000Z" }), undefined);
  }
  const missed = miss("feedback");
  assert.deepEqual(clockMissedShape(missed), missed);
  assert.equal(clockMissedShape({ ...missed, clock: "Feedback" }), undefined);
});

test("every order is read as it comes over the line, and with a field too many it is not", () => {
  const orders = [
    acknowledge(),
    assess(),
    send(),
    propose(),
    confirm(),
    keepOpen(),
    letIn(grantTo(carla, "story")),
    rekey(1, grantTo(carla, "words-1")),
    deal(),
    { type: "open-evidence", evidence: part("evidence-1") },
    { type: "export-evidence", evidence: part("evidence-1"), reason: "hand-over" },
    { type: "ask-identity", reason: "help", half: digestOf("half"), explanation: part("explanation-3") },
    { type: "approve-identity", half: digestOf("other half"), grant: part("access-4-1") },
    { type: "open-identity" },
  ] as const;
  for (const order of orders) {
    assert.deepEqual(staffCommandShape(JSON.parse(JSON.stringify(order))), order);
    assert.equal(staffCommandShape({ ...order, more: 1 }), undefined);
  }
  for (const value of [null, [], "assess-case", { type: "toString" }, { type: "rule-on-case" }]) {
    assert.equal(staffCommandShape(value), undefined);
  }
});

function withoutHeader(statement: StaffStatement): StaffFact {
  const header: readonly (keyof StatementHeader)[] = ["case", "office", "epoch", "index", "previous", "by", "at"];
  const fields = Object.entries(statement).filter(([name]) => !(header as readonly string[]).includes(name));
  return Object.fromEntries(fields) as unknown as StaffFact;
}
