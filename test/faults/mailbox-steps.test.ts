// What became of a complaint is told to the person step by step: on the page's side of the API and at the command line.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openMailbox } from "@temwen/complain/mailbox";
import { acknowledgement, assessment, doActs, type FiledCase, fileCase, proposal } from "../support/casework.ts";
import { runCommand } from "../support/office.ts";
import { writeOfficeFolder } from "../support/office-folder.ts";
import { believedOf, startSmallOffice } from "../support/small-office.ts";

const office = await startSmallOffice();
const folder = await writeOfficeFolder(office, []);
after(async () => {
  await folder[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

/** What the person's device makes of the mailbox. */
async function open({ receipt }: FiledCase) {
  const opened = await openMailbox(office.courier(), believedOf(office), receipt);
  assert.ok(opened.ok);
  const { entries, stage } = opened.value;
  return { stage, told: entries.map((entry) => (entry.kind === "step" ? entry.step : entry.kind)) };
}

const askCommand = ({ receipt }: FiledCase, ...more: readonly string[]) =>
  runCommand(["reply", "--server", office.url, "--roots", folder.roots, "--receipt", "-", ...more], receipt);

test("the person sees that it arrived, that it was read and studied, and when the office keeps it open", async () => {
  const mine = await fileCase(office);
  assert.deepEqual(await open(mine), { stage: "unknown", told: [] });
  await doActs(mine.desk, mine.caseId, acknowledgement);
  const answered = ["stepReceived", "stepAcknowledged", "office"];
  assert.deepEqual(await open(mine), { stage: "acknowledged", told: answered });
  await doActs(mine.desk, mine.caseId, { ...assessment, forces: ["jam"] }, proposal);
  assert.deepEqual(await open(mine), { stage: "assessed", told: [...answered, "stepAssessed"] });
  await doActs(await office.desk("gerda"), mine.caseId, { act: "keep-open", text: "Gen lòt bagay pou gade." });
  const kept = [...answered, "stepAssessed", "stepKeptOpen"];
  assert.deepEqual(await open(mine), { stage: "assessed", told: kept });

  for (const [language, now, arrived] of [
    [[], "Biwo a kenbe dosye w louvri.", "Nou resevwa pawòl ou."],
    [["--lang", "fr"], "Le bureau garde votre dossier ouvert.", "Nous avons reçu vos mots."],
    [["--lang", "en"], "The office keeps your case open.", "We received your words."],
    [["--lang", "es"], "La oficina mantiene abierto su expediente.", "Recibimos sus palabras."],
    [["--lang", "sw"], "Ofisi imeiacha faili yako wazi.", "Tumepokea maneno yako."],
  ] as const) {
    const { code, stdout } = await askCommand(mine, ...language);
    const lines = stdout.split("\n");
    assert.deepEqual([code, lines[0]], [0, now]);
    assert.match(lines[2] ?? "", new RegExp(`^20\\d\\d-.*  ${arrived}$`));
    assert.ok(stdout.includes(acknowledgement.text));
  }
  const said = JSON.parse((await askCommand(mine, "--json")).stdout);
  assert.deepEqual([said.stage, said.unverified, said.unlawful, said.timeline.length], ["assessed", 0, 0, 5]);
});

test("the person sees a complaint end, after two people have signed that it does", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement, { ...assessment, forces: ["jam"] }, proposal);
  await doActs(await office.desk("hugo"), mine.caseId, { act: "confirm", text: "Men poukisa." });
  const ended = ["stepReceived", "stepAcknowledged", "office", "stepAssessed", "stepNotAdmitted", "office"];
  assert.deepEqual(await open(mine), { stage: "not-admitted", told: ended });
  const { stdout } = await askCommand(mine, "--lang", "en");
  assert.match(stdout, /^The office did not accept your case. If you do not agree, write to us here.\n/);
});

test("without an answer the command says that nothing is here yet, whoever's receipt it is", async () => {
  const { stdout } = await askCommand(await fileCase(office));
  assert.equal(stdout, "Poko gen anyen isit la. Verifye chif yo, oswa tounen pita.\n");
});
