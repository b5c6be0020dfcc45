// Recommendations, visits and claims at the command line: `temwen office rec`, `visit` and `paternity`.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { MatterVerb } from "../apps/temwen/src/staff/matter-help.ts";
import { runMatters } from "../apps/temwen/src/staff/matters.ts";
import { startSmallOffice } from "./support/small-office.ts";

const office = await startSmallOffice();
const folder = await mkdtemp(join(tmpdir(), "temwen-matters-"));
after(async () => {
  await office[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};
const roots = await file("roots.json", JSON.stringify(office.trust));
const words = await file("words.txt", "Twa dosye montre menm bagay la.\n");
const told = await file("told.txt", "Fòs la dwe anseye.\n");

type Ran = { readonly exit: number; readonly said: readonly Record<string, unknown>[] };

/** Runs a verb as somebody, and gives back what it printed as JSON. */
async function run(name: string, verb: MatterVerb, ...args: readonly string[]): Promise<Ran> {
  const { keyFile, passphrase } = office.person(name);
  const said: Record<string, unknown>[] = [];
  const print = (value: object) => void said.push(value as Record<string, unknown>);
  const terminal = {
    json: true,
    result: print,
    entry: print,
    progress: () => undefined,
    readStdin: async () => new Uint8Array(),
  };
  const key = await file(`${name}.age`, keyFile);
  const secret = await file(`${name}.txt`, passphrase);
  const who = ["--server", office.url, "--key", key, "--passphrase-file", secret, "--roots", roots];
  return { exit: await runMatters(verb, [...args, ...who], terminal), said };
}
const id = (name: string): string => office.person(name).id;
const set = (...pairs: readonly string[]): readonly string[] => pairs.flatMap((pair) => ["--set", pair]);

test("a recommendation is made, handed over, published and listed by the command", async () => {
  const made = await run(
    ...(["karim", "rec", "make-recommendation"] as const),
    ...set("basis=pattern", "to=contributing-state:ken", "subject=training", "forces=ken"),
    ...["--with", `${id("gerda")},${id("marta")}`, "--text", words],
  );
  const matter = String(made.said[0]?.matter);
  assert.equal(made.exit, 0, JSON.stringify(made));
  const year = new Date().getFullYear() + 1;
  const about = ["--matter", matter] as const;
  const handed = await run("gerda", "rec", "hand-over-recommendation", ...about, ...set(`answerDue=${year}-03-15`));
  assert.deepEqual(handed.said, [{ matter, act: "hand-over-recommendation", version: 2 }]);
  const published = await run(
    ...(["gerda", "rec", "publish-recommendation"] as const),
    ...[...about, ...set("declares=reveals-nobody"), "--public", `ht=${told}`],
  );
  assert.equal(published.exit, 0, JSON.stringify(published));
  const listed = await run("marta", "rec", "list");
  assert.equal(listed.said[0]?.isPublic, true);
  const own = await run("karim", "rec", "close-recommendation", ...about, ...set("reason=refused"), "--text", words);
  assert.deepEqual([own.exit, own.said[0]?.refused], [1, "wrong-role"]);
});

test("a sample's number is read as a number, and a word too many or too few is told before anybody signs in", async () => {
  const made = await run(
    ...(["lena", "paternity", "make-claim"] as const),
    ...set("claimant=mother", "majority=2043-05", "declares=wanted", "forces=ken"),
    ...["--with", id("gerda"), "--text", words],
  );
  const about = ["--matter", String(made.said[0]?.matter), "--text", words] as const;
  await run("lena", "paternity", "record-sample-consent", ...about, ...set("of=child", "given=yes"));
  const sample = set("number=1", "of=child", "custody=taken", "holder=office");
  const taken = await run("lena", "paternity", "record-sample", ...about, ...sample);
  assert.equal(taken.exit, 0, JSON.stringify(taken));
  for (const wrong of [
    ["record-sample", ...about],
    ["record-sample", ...about, ...sample, ...set("more=1")],
    ["record-sample", "--matter", "rec_1", ...sample],
    ["ask-state", ...about, ...set("to=mission", "answerDue=2030-01-01")],
    ["nothing"],
  ]) {
    await assert.rejects(run("lena", "paternity", ...wrong), { name: "UsageError" }, wrong.join(" "));
  }
});
