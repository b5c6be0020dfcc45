// What we seal opens with somebody else's program: the standard age tool, 1.3 or later, and the other way round.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { openKeyFile, sealKeyFile } from "@temwen/desk";
import type { Directory } from "@temwen/office";
import { openShare } from "@temwen/sealing/escrow";
import { inspectSealed, sealedSize } from "@temwen/sealing/inspect";
import { openGrant, openStory, openWith } from "@temwen/sealing/open";
import { deriveReceiptKeys, drawReceipt } from "@temwen/sealing/receipt";
import { sealComplaint, sealReply } from "@temwen/sealing/seal";
import type { StaffId } from "@temwen/vocabulary";
import { ensureAge } from "../tools/ensure-age.ts";
import { runCommand } from "../tools/run-command.ts";

const { directory, people } = JSON.parse(
  readFileSync(new URL("../vectors/directory.json", import.meta.url), "utf8"),
) as {
  readonly directory: Directory;
  readonly people: readonly { readonly name: string; readonly id: StaffId; readonly identity: string }[];
};
const officers = people.filter(({ name }) => name.startsWith("intake-"));
const text = "Sa a se yon egzanp. \u0000 \u{1f512}";

let age = "";
const folder = mkdtempSync(join(tmpdir(), "temwen-age-"));
before(async () => {
  age = await ensureAge();
});
after(() => rmSync(folder, { recursive: true, force: true }));

const receipt = await deriveReceiptKeys(drawReceipt(), directory.receiptSalt);
const sealed = await sealComplaint(
  { text, language: "ht", force: "unknown", consent: "help-only", child: "doubt", channel: "command" },
  receipt,
  directory,
);
assert.ok(sealed.ok);
const parcel = sealed.value;
const part = (name: string): Uint8Array => parcel.parts.get(name) ?? new Uint8Array();

/** Writes a file and says where it lies. */
function keep(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function runAge(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const PATH = `${dirname(age)}${delimiter}${process.env.PATH}`;
  const { code, output } = await runCommand(age, args, { cwd: folder, env: { ...process.env, PATH, ...env } });
  assert.equal(code, 0, `age ${args[0]} ended with ${code}: ${output}`);
}

async function findReader() {
  for (const officer of officers) {
    for (let slot = 1; slot <= 8; slot++) {
      const grant = await openGrant(officer.identity, part(`grant-${slot}`), receipt.caseId);
      if (grant) return { officer, slot: `grant-${slot}`, grant };
    }
  }
  throw new Error("nobody can open the parcel");
}

test("a staff member with nothing but the age tool opens a grant, and with the grant the story", async () => {
  const { officer, slot } = await findReader();
  const staffKey = keep("staff.txt", `# an example\n${officer.identity}\n`);
  await runAge(["-d", "-i", staffKey, "-o", "opened-grant.txt", keep("grant.age", part(slot))]);
  await runAge(["-d", "-i", "opened-grant.txt", "-o", "story.json", keep("story.age", part("story"))]);
  const story = JSON.parse(readFileSync(join(folder, "story.json"), "utf8")) as { readonly text: string };
  assert.equal(story.text, text);
  await runAge(["-d", "-i", "opened-grant.txt", "-o", "support.json", keep("support.age", part("support"))]);
  assert.equal(JSON.parse(readFileSync(join(folder, "support.json"), "utf8")).type, "temwen.support/1");
});

test("a grant does not open the identity part: half a key is no key", async () => {
  const { grant } = await findReader();
  const keys = keep("grant-keys.txt", `${Object.values(grant.keys).join("\n")}\n`);
  const { code } = await runCommand(age, ["-d", "-i", keys, keep("identity.age", part("identity"))], { cwd: folder });
  assert.notEqual(code, 0);
});

test("a long grant, with keys of evidence, is an identity file for the age tool too", async () => {
  const bytes = new Uint8Array(1000).fill(7);
  const draft = { text: "", language: "ht", force: "alfa", consent: "court", child: "no", channel: "page" } as const;
  const evidence = [{ name: "a.bin", mediaType: "application/octet-stream", bytes }];
  const withEvidence = await sealComplaint({ ...draft, evidence }, receipt, directory);
  assert.ok(withEvidence.ok);
  for (const officer of officers) {
    for (const [slot, grant] of withEvidence.value.parts) {
      if (!slot.startsWith("grant-") || !(await openGrant(officer.identity, grant, receipt.caseId))) continue;
      const staffKey = keep("staff-2.txt", officer.identity);
      await runAge(["-d", "-i", staffKey, "-o", "long-grant.txt", keep("long-grant.age", grant)]);
      const piece = keep("evidence.age", withEvidence.value.evidence.get("evidence-1") ?? "");
      await runAge(["-d", "-i", "long-grant.txt", "-o", "evidence.bin", piece]);
      assert.deepEqual(new Uint8Array(readFileSync(join(folder, "evidence.bin")).subarray(0, 1000)), bytes);
      return;
    }
  }
  assert.fail("nobody can open the parcel");
});

test("a reply opens with the age tool and the identity that 24 digits give", async () => {
  const reply = await sealReply({ case: receipt.caseId, number: 1, text }, receipt.replyRecipient);
  assert.ok(reply.ok);
  const identity = keep("reply-identity.txt", receipt.replyIdentity);
  await runAge(["-d", "-i", identity, "-o", "reply.json", keep("reply.age", reply.value.sealed)]);
  assert.equal(JSON.parse(readFileSync(join(folder, "reply.json"), "utf8")).text, text);
});

test("an escrow holder opens a share with the age tool", async () => {
  const holder = people.find(({ id }) => id === directory.staff.find(({ role }) => role === "escrow-holder")?.id);
  assert.ok(holder && (await openShare(holder.identity, part("share-1"), receipt.caseId)));
  const identity = keep("holder.txt", holder.identity);
  await runAge(["-d", "-i", identity, "-o", "share.txt", keep("share.age", part("share-1"))]);
  assert.match(readFileSync(join(folder, "share.txt"), "utf8"), /^# temwen share\/1\n# case cas_/);
});

test("what the age tool seals to a staff member opens in ours, and passes as sealed", async () => {
  const member = directory.staff[0];
  const person = people.find(({ id }) => id === member?.id);
  assert.ok(member && person);
  const plain = new Uint8Array(70_000).fill(9);
  await runAge(["-r", member.recipient, "-o", "sealed.age", keep("plain.bin", plain)]);
  const bytes = new Uint8Array(readFileSync(join(folder, "sealed.age")));
  assert.ok(inspectSealed(bytes, sealedSize(plain.length)).ok);
  assert.deepEqual(await openWith(person.identity, bytes), plain);
});

test("a story that the age tool sealed is read as a story", async () => {
  const { grant } = await findReader();
  const story = await openWith(grant.keys.story ?? "", part("story"));
  assert.ok(story);
  await runAge(["-r", parcel.manifest.event.storyRecipient, "-o", "again.age", keep("again.json", story)]);
  const bytes = new Uint8Array(readFileSync(join(folder, "again.age")));
  const read = await openStory(grant.keys.story ?? "", bytes, receipt.caseId);
  assert.ok(read.ok && read.value.text === text);
});

test("age-keygen gives our identities the recipients that the directory lists", async () => {
  for (const { id, identity } of people) {
    const { code, output } = await runCommand(`${age}-keygen`, ["-y", keep("identity.txt", identity)], { cwd: folder });
    assert.equal(code, 0, output);
    assert.equal(output.trim(), directory.staff.find((member) => member.id === id)?.recipient);
  }
});

test("a staff key file opens with the age tool and the passphrase, and is an identity file", async () => {
  const { officer, slot } = await findReader();
  const key = { office: directory.office, staff: officer.id, role: "intake", signingSeed: new Uint8Array(32) };
  const file = await sealKeyFile({ ...key, identity: officer.identity }, "kle egzanp", 10);
  const opened = await openKeyFile(file, "kle egzanp");
  assert.ok(typeof opened === "object" && opened.identity === officer.identity);
  const env = { AGE_PASSPHRASE: "kle egzanp" };
  await runAge(["-d", "-j", "batchpass", "-o", "key.txt", keep("key.age", file)], env);
  await runAge(["-d", "-i", "key.txt", "-o", "by-key.txt", keep("by-key.age", part(slot))]);
  assert.match(readFileSync(join(folder, "by-key.txt"), "utf8"), /^# temwen grant\/1\n/);
});

test("a passphrase file that the age tool sealed is opened by the desk's reader", async () => {
  const { officer } = await findReader();
  const seed = Buffer.alloc(32).toString("base64");
  const lines = ["# temwen staff key/1", `# office ${directory.office}`, `# staff ${officer.id}`, "# role intake"];
  const plain = keep("plain-key.txt", `${[...lines, `# signing seed ${seed}`, officer.identity].join("\n")}\n`);
  const env = { AGE_PASSPHRASE: "kle egzanp", AGE_PASSPHRASE_WORK_FACTOR: "10" };
  await runAge(["-e", "-j", "batchpass", "-o", "age-key.age", plain], env);
  const opened = await openKeyFile(new Uint8Array(readFileSync(join(folder, "age-key.age"))), "kle egzanp");
  assert.ok(typeof opened === "object" && opened.staff === officer.id);
  assert.equal(
    await openKeyFile(new Uint8Array(readFileSync(join(folder, "age-key.age"))), "lòt mo"),
    "wrong-passphrase",
  );
});
