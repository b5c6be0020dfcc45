import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { isVouchedFor, recordBytes, type Vouching } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { bytesToDigest, canonicalBytes, type Instant, type Json } from "@temwen/vocabulary";
import { matterFields } from "./acts.ts";
import { matterServerTypes } from "./clock-facts.ts";
import { foldMatter } from "./evolve.ts";
import { toldOfStep } from "./public.ts";
import { eventOf, type MatterHappened, matterStatementShape, readMatterBody } from "./statements.ts";

type Golden = {
  readonly type: string;
  readonly events: readonly {
    readonly at: Instant;
    readonly body: Json;
    readonly vouchings: readonly Vouching[];
    readonly digest: string;
    readonly told: Json;
  }[];
  readonly matter: Json;
};
const folder = new URL("../../../../vectors/matter-streams/", import.meta.url);
const golden = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Golden);

const stepsOf = ({ events }: Golden): readonly MatterHappened[] =>
  events.map(({ body, at }, index) => {
    const step = readMatterBody(body, { index, at });
    assert.ok(step);
    return step;
  });
const stateOf = (steps: readonly MatterHappened[]) => foldMatter(steps.map(eventOf));

test("every version of every event of a matter still gives the same matter", () => {
  for (const one of golden) {
    const steps = stepsOf(one);
    assert.equal(steps.at(-1)?.type, one.type);
    assert.deepEqual(JSON.parse(JSON.stringify(stateOf(steps))), one.matter, one.type);
  }
});

test("every event that the rules of matters know has a golden file", () => {
  assert.deepEqual(golden.map(({ type }) => type).sort(), [...Object.keys(matterFields), ...matterServerTypes].sort());
});

test("every event of the golden files is signed, chained to the one before, and told in public as written there", () => {
  for (const one of golden) {
    const steps = stepsOf(one);
    for (const [index, { at, body, vouchings, digest, told }] of one.events.entries()) {
      const bytes = canonicalBytes(body);
      assert.ok(vouchings.length === 1 && isVouchedFor(bytes, vouchings[0]!, verifyOnNode));
      const record = recordBytes({ at, body: bytes, index, vouchings });
      assert.equal(bytesToDigest(new Uint8Array(createHash("sha256").update(record).digest())), digest);
      const step = steps[index]!;
      if ("by" in step) assert.equal(step.previous, one.events[index - 1]?.digest);
      const matter = stateOf(steps.slice(0, index + 1));
      assert.ok(matter.stage !== "unknown");
      assert.deepEqual(toldOfStep(matter, step) ?? null, told);
    }
  }
});

test("a statement with a field too many, too few or of another kind is not read, nor one without its place in the chain", () => {
  for (const { events } of golden) {
    for (const { body } of events) {
      const said = body as { readonly [name: string]: Json };
      if (matterStatementShape(body) === undefined) continue;
      assert.equal(matterStatementShape({ ...said, more: 1 }), undefined);
      assert.equal(matterStatementShape({ ...said, type: "case.ruled/1" }), undefined);
      for (const name of Object.keys(said)) {
        const { [name]: _, ...rest } = said;
        assert.equal(matterStatementShape(rest), undefined, `${said.type} without ${name}`);
      }
    }
  }
});
