import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { checkBoundaries } from "./check-boundaries.ts";

type Files = Readonly<Record<string, string>>;

const manifest = (name: string, exports: Files, dependencies: readonly string[] = []) =>
  JSON.stringify({
    name: `@temwen/${name}`,
    exports,
    dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, "0.1.0"])),
  });

const onlyIndex = { ".": "./src/index.ts" };

/** A small house in order; each test breaks one thing in it. */
const cleanHouse: Files = {
  "package.json": JSON.stringify({ name: "temwen", dependencies: { hono: "1.0.0", pg: "1.0.0" }, devDependencies: {} }),
  "packages/vocabulary/package.json": manifest("vocabulary", onlyIndex),
  "packages/vocabulary/src/index.ts":
    'export { granted } from "./result.ts";\nexport type { Result } from "./result.ts";\n',
  "packages/vocabulary/src/result.ts":
    "export type Result = { ok: true };\nexport const granted: Result = { ok: true };\n",
  "packages/office/package.json": manifest(
    "office",
    { ".": "./src/index.ts", "./signing-node": "./src/signing-node.ts" },
    ["@temwen/vocabulary"],
  ),
  "packages/office/src/index.ts":
    'import type { Result } from "@temwen/vocabulary";\nexport const vouched: Result = { ok: true };\n',
  "packages/office/src/signing-node.ts": 'import { sign } from "node:crypto";\nexport const signed = sign;\n',
  "packages/sealing/package.json": manifest("sealing", { "./seal": "./src/seal.ts", "./open": "./src/open.ts" }),
  "packages/sealing/src/seal.ts": "export const seal = 1;\n",
  "packages/sealing/src/open.ts": "export const open = 1;\n",
  "packages/casework/package.json": manifest("casework", onlyIndex, ["@temwen/vocabulary", "@temwen/office"]),
  "packages/casework/src/index.ts": 'export { decide } from "./decide.ts";\nexport type CaseEvent = { at: string };\n',
  "packages/casework/src/decide.ts":
    'import { vouched } from "@temwen/office";\n// Date.now() is not called here\nexport const decide = (now: string) => [vouched, "Date.now()", new Date(now)];\n',
  "packages/casework/src/decide.test.ts":
    'import { test } from "node:test";\nimport { decide } from "./decide.ts";\ntest("x", () => { decide(new Date().toISOString()); });\n',
  "packages/record/package.json": manifest("record", { "./postgres": "./src/postgres/index.ts" }, [
    "@temwen/casework",
    "pg",
  ]),
  "packages/record/src/postgres/index.ts":
    'import pg from "pg";\nimport type { CaseEvent } from "@temwen/casework";\nexport const find = (e: CaseEvent) => [pg, e, "select body from event"];\n',
  "apps/server/package.json": manifest("server", onlyIndex, ["@temwen/casework", "@temwen/sealing", "@temwen/record"]),
  "apps/server/src/index.ts": 'import { Hono } from "hono";\nimport "@temwen/casework";\nexport const app = Hono;\n',
  "apps/server/src/main.ts": "export const url = process.env.DATABASE_URL;\n",
  "apps/server/src/channels/sms.ts": 'import { seal } from "@temwen/sealing/seal";\nexport const sealed = seal;\n',
  "apps/temwen/package.json": manifest("command", {}, ["@temwen/server"]),
  "apps/temwen/src/up.ts": 'import { app } from "@temwen/server";\nexport const up = app;\n',
};

async function violationsIn(changes: Files): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), "temwen-boundaries-"));
  try {
    for (const [path, text] of Object.entries({ ...cleanHouse, ...changes })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await checkBoundaries(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function assertCaught(changes: Files, ...messages: RegExp[]) {
  const violations = await violationsIn(changes);
  for (const message of messages)
    assert.ok(
      violations.some((line) => message.test(line)),
      `${message} not in: ${violations.join(" | ") || "nothing"}`,
    );
}

test("a house in order has no violation", async () => {
  assert.deepEqual(await violationsIn({}), []);
});

test("inside a package with an order of folders an import uphill is caught, and a folder without a place", async () => {
  const words = "packages/casework/src/words/vocabulary.ts";
  const law = "packages/casework/src/law/decide.ts";
  const down = { [words]: "export const right = 1;\n", [law]: 'export { right } from "../words/vocabulary.ts";\n' };
  assert.deepEqual(await violationsIn(down), []);
  const up = { [words]: 'export { right } from "../law/decide.ts";\n', [law]: "export const right = 1;\n" };
  await assertCaught(up, /words\/vocabulary\.ts: imports \.\.\/law\/decide\.ts: uphill/);
  const outside = { [words]: 'export { decide } from "../decide.ts";\n' };
  await assertCaught(outside, /words\/vocabulary\.ts: imports \.\.\/decide\.ts: uphill/);
  const nowhere = { "packages/casework/src/nowhere/x.ts": "export const x = 1;\n" };
  await assertCaught(nowhere, /nowhere\/x\.ts: its folder has no place/);
});

test("an import of a workspace that the table does not give is caught", async () => {
  const text = 'import { decide } from "@temwen/casework";\nexport const x = decide;\n';
  await assertCaught({ "packages/office/src/index.ts": text }, /office\/src\/index\.ts: imports @temwen\/casework/);
});

test("a forbidden import is caught even when only a type is taken", async () => {
  const text =
    'import type { CaseEvent } from "@temwen/casework";\nexport const vouched = 1 as unknown as CaseEvent;\n';
  const manifestText = manifest("office", onlyIndex, ["@temwen/casework"]);
  await assertCaught(
    { "packages/office/src/index.ts": text, "packages/office/package.json": manifestText },
    /not among the workspaces of packages\/office/,
  );
});

test("a forbidden type named inside import() is caught", async () => {
  const text = 'export const vouched = 1 as unknown as import("@temwen/casework").CaseEvent;\n';
  await assertCaught({ "packages/office/src/index.ts": text }, /imports @temwen\/casework/);
});

test("a re-exported type is an import", async () => {
  const text = 'export const vouched = 1;\nexport type { CaseEvent } from "@temwen/casework";\n';
  await assertCaught({ "packages/office/src/index.ts": text }, /imports @temwen\/casework/);
});

test("an import written over several lines, or on demand, is caught", async () => {
  const lines = 'import {\n  type CaseEvent,\n  decide,\n} from "@temwen/casework";\nexport const vouched = decide;\n';
  await assertCaught({ "packages/office/src/index.ts": lines }, /imports @temwen\/casework/);
  const onDemand = 'export const vouched = await import("@temwen/casework");\n';
  await assertCaught({ "packages/office/src/index.ts": onDemand }, /imports @temwen\/casework/);
});

test("the record may name the rules' types and nothing else of theirs", async () => {
  const text = 'import { decide } from "@temwen/casework";\nexport const find = decide;\n';
  await assertCaught({ "packages/record/src/postgres/index.ts": text }, /may use its types only/);
});

test("a workspace that is not declared in package.json is caught", async () => {
  const text = 'import "@temwen/office";\nimport { Hono } from "hono";\nexport const app = Hono;\n';
  await assertCaught(
    { "apps/server/src/index.ts": text },
    /@temwen\/office: not declared in apps\/server\/package\.json/,
  );
});

test("an export that does not exist is caught", async () => {
  const text = 'import { granted } from "@temwen/vocabulary/src/result.ts";\nexport const vouched = granted;\n';
  await assertCaught({ "packages/office/src/index.ts": text }, /does not export \.\/src\/result\.ts/);
});

test("a path that climbs into another workspace is caught", async () => {
  const text = 'import { granted } from "../../vocabulary/src/result.ts";\nexport const vouched = granted;\n';
  await assertCaught({ "packages/office/src/index.ts": text }, /outside its workspace; say @temwen\/vocabulary/);
});

test("an npm package outside the zone's list is caught", async () => {
  const text = 'import { Hono } from "hono";\nexport const vouched = Hono;\n';
  await assertCaught({ "packages/office/src/index.ts": text }, /imports hono: not among the packages/);
});

test("an npm package that no package.json declares is caught", async () => {
  const text = 'import pino from "pino";\nexport const app = pino;\n';
  await assertCaught({ "apps/server/src/index.ts": text }, /imports pino: not declared/);
});

test("a rule that imports node:* is caught", async () => {
  const text = 'import { hash } from "node:crypto";\nexport const decide = hash;\n';
  await assertCaught({ "packages/casework/src/decide.ts": text }, /node:crypto: this zone has no node/);
});

test("a rule that reaches node:* through another workspace is caught, with the way it took", async () => {
  const text = 'import { signed } from "@temwen/office/signing-node";\nexport const decide = signed;\n';
  await assertCaught(
    { "packages/casework/src/decide.ts": text },
    /reaches node:\* by packages\/casework\/src\/decide\.ts → packages\/office\/src\/signing-node\.ts → node:crypto/,
  );
});

test("a rule that reads the clock, draws lots or waits is caught", async () => {
  const rule = (body: string) => ({
    "packages/casework/src/decide.ts": `export const decide = async () => ${body};\n`,
  });
  await assertCaught(rule("Date.now()"), /Date\.now: packages\/casework may not read the clock/);
  await assertCaught(rule("new Date"), /new Date\(\): .* may not read the clock/);
  await assertCaught(rule("Math.random()"), /may not draw lots/);
  await assertCaught(rule("crypto.randomUUID()"), /may not draw lots/);
  await assertCaught(rule("await 1"), /rules decide at once/);
});

test("the server never reaches the opening of seals, directly or through its parts", async () => {
  const direct = 'import { open } from "@temwen/sealing/open";\nexport const sealed = open;\n';
  await assertCaught({ "apps/server/src/channels/sms.ts": direct }, /@temwen\/sealing\/open: not among the workspaces/);
  const throughSeal = 'import { open } from "./open.ts";\nexport const seal = open;\n';
  await assertCaught({ "packages/sealing/src/seal.ts": throughSeal }, /channels\/sms\.ts: reaches sealing\/open by/);
});

test("only channels may seal on the server", async () => {
  const text = 'import { seal } from "@temwen/sealing/seal";\nexport const app = seal;\n';
  await assertCaught({ "apps/server/src/index.ts": text }, /sealing\/seal: not among the workspaces of apps\/server/);
});

test("SQL outside the record's PostgreSQL folder is caught, and prose that begins with Select is not", async () => {
  const text = (literal: string) => ({ "apps/server/src/index.ts": `export const app = ${literal};\n` });
  await assertCaught(text('"select body from event where stream = $1"'), /SQL lies in packages\/record\/postgres only/);
  await assertCaught(text("`\n  INSERT INTO event (stream) values ($1)`"), /SQL lies in/);
  assert.deepEqual(await violationsIn(text('"Select a file from your phone"')), []);
});

test("the environment read outside main.ts is caught", async () => {
  const text = "export const app = process.env.DATABASE_URL;\n";
  await assertCaught({ "apps/server/src/index.ts": text }, /the environment is read in main\.ts only/);
});

test("no package imports an app, and of the apps only the command does", async () => {
  const text = 'import { app } from "@temwen/server";\nexport const vouched = app;\n';
  const declared = manifest("office", onlyIndex, ["@temwen/server"]);
  await assertCaught(
    { "packages/office/src/index.ts": text, "packages/office/package.json": declared },
    /no package and no other app imports an app/,
  );
});

test("a circle of files is caught, types included", async () => {
  await assertCaught(
    {
      "packages/vocabulary/src/result.ts":
        'import type { granted } from "./index.ts";\nexport type Result = typeof granted;\n',
    },
    /cycle: packages\/vocabulary\/src\/index\.ts → packages\/vocabulary\/src\/result\.ts → packages\/vocabulary\/src\/index\.ts/,
  );
});

test("a circle of workspaces is caught even where no file closes it", async () => {
  await assertCaught(
    { "packages/vocabulary/src/ids.ts": 'import "@temwen/office/signing-node";\n' },
    /cycle of workspaces: packages\/office → packages\/vocabulary → packages\/office/,
  );
});

test("what is not a test imports no test", async () => {
  await assertCaught(
    { "packages/casework/src/index.ts": 'import "./decide.test.ts";\n' },
    /imported by what is not a test/,
  );
});

test("a folder that the table does not know is caught", async () => {
  await assertCaught({ "packages/helpers/src/index.ts": "export {};\n" }, /helpers\/src\/index\.ts: no zone/);
});
