// `/verify`: anybody checks a proof, or a proof number, in their own browser, which believes nothing but the log's own files.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { formatCheckpoint } from "@temwen/public-log/checkpoint";
import { formatNote, formatVkey, signText } from "@temwen/public-log/note";
import { formatLogProof, parseLogProof } from "@temwen/public-log/proof";
import { fill, languages } from "@temwen/words";
import { verifyWords } from "@temwen/words/pages";
import type { Browser, Page } from "playwright-core";
import { signerCalled } from "../../apps/server/src/public-log/publishing.testing.ts";
import { checkScreen, findTraces, laptop, noTraces, openBrowser, phone, withPage } from "../support/browser.ts";
import { pressAt, typeAt } from "../support/keyboard.ts";
import { runCommand } from "../support/office.ts";
import { startWitnessedOffice, type WitnessedOffice } from "../support/witnessed-office.ts";

const words = verifyWords.ht;
const dayAgo = () => Math.floor(Date.now() / 1000) - 90_000;

let given: WitnessedOffice;
let browser: Browser;
let mine: { readonly number: string; readonly proof: string; readonly leaf: string; readonly promise: string };

before(async () => {
  browser = await openBrowser();
  given = await startWitnessedOffice();
  mine = await fileAndProve();
});
after(async () => {
  await browser?.close();
  await given?.[Symbol.asyncDispose]();
});

/** Somebody complains by the command, and waits for what proves it. */
async function fileAndProve(): Promise<typeof mine> {
  const publishing = setInterval(() => void given.office.server.publicLog?.step(), 500);
  const waiting = ["--wait-proof", "--proof-dir", given.folder, "--policy", given.policy, "--json"];
  const filing = ["complain", "--server", given.office.url, "--text", "-", ...waiting];
  const ran = await runCommand(filing, "Yon egzanp pou tès yo.");
  clearInterval(publishing);
  assert.equal(ran.code, 0, ran.stderr);
  const { proof, leaf, proofNumber, promise } = JSON.parse(ran.stdout);
  await given.settle();
  const kept = join(given.folder, "promise.json");
  await writeFile(kept, JSON.stringify(promise));
  return { number: proofNumber, proof, leaf, promise: kept };
}

const onPhone = (use: Parameters<typeof withPage>[2], more: object = {}) =>
  withPage(browser, { origin: given.office.url, ...phone, ...more }, use);

/** What a verdict says, once it stands there. */
async function verdict(page: Page, place: "found" | "checked", look: "yes" | "no"): Promise<string> {
  const notice = page.locator(`#${place}-${look}`);
  await notice.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), `${place}-${look}`, "the eye is moved there");
  return notice.innerText();
}

async function checkFiles(page: Page, files: { readonly [field: string]: string }): Promise<void> {
  await page.goto(`${given.office.url}/verify`);
  for (const [field, file] of Object.entries(files)) {
    if (field === "policy-file") await page.getByText(words.policyHead).click();
    await page.setInputFiles(`#${field}`, file);
  }
  await page.click("#check");
}

/** The same bytes with one place changed. */
async function change(file: string, edit: (text: string) => string): Promise<string> {
  const text = await readFile(file, "latin1");
  const changed = join(given.folder, `changed-${Math.abs(edit(text).length)}-${text.length}`);
  assert.notEqual(edit(text), text);
  await writeFile(changed, edit(text), "latin1");
  return changed;
}

test("without script the page says what can be checked and how, and offers nothing that does not work", () =>
  onPhone(
    async ({ page, asked }) => {
      for (const language of languages) {
        const address = language === "ht" ? "/verify" : `/verify/${language}`;
        await page.goto(given.office.url + address);
        const said = await page.locator("main").innerText();
        const { noScript, what1, proof3, proof5, others1, others4 } = verifyWords[language];
        for (const sentence of [noScript, what1, proof3, proof5, others1, others4]) assert.ok(said.includes(sentence));
        assert.match(said, /temwen verify --proof/);
        assert.ok(!(await page.locator("#checker").isVisible()));
      }
      await page.click("a[href='/log/sw']");
      await page.click("a[href='/verify/sw']");
      assert.ok(
        asked.every((request) => /^GET \/(verify|log)(\/[a-z]{2})?$/.test(request)),
        asked.join(),
      );
    },
    { javaScriptEnabled: false },
  ));

test("the page is whole for everybody: small phone and laptop, light, dark and forced colours", async () => {
  for (const view of [phone, { ...laptop, colorScheme: "dark" }, { ...phone, forcedColors: "active" }] as const) {
    await withPage(browser, { origin: given.office.url, ...view }, async ({ page }) => {
      for (const language of languages) {
        await page.goto(`${given.office.url}/verify/${language === "ht" ? "" : language}`.replace(/\/$/, ""));
        for (const summary of await page.locator("summary").all()) await summary.click();
        await checkScreen(page, `/verify in ${language}`);
      }
    });
  }
});

test("a proof number is looked up, and the page proves the line itself and hands over a proof to keep", () =>
  onPhone(async ({ page, context, asked }) => {
    await page.goto(`${given.office.url}/verify`);
    await page.fill("#number", mine.number);
    assert.ok(!asked.some((request) => request.includes("/annexes/")), "the arithmetic comes when it is used");
    await page.click("#find");
    const said = await verdict(page, "found", "yes");
    for (const sentence of [words.included, words.officeList, words.keep]) assert.ok(said.includes(sentence), said);
    assert.match(said, /w1 te wè l: 20\d\d-\d\d-\d\d \d\d:\d\d UTC\./);
    await checkScreen(page, "a number that was found");
    assert.ok(
      asked.every((request) =>
        /^(GET \/(verify|annexes\/checker\.\w+\.js|log\/(policy|checkpoint|tile\/.+))|POST \/api\/log\/find)$/.test(
          request,
        ),
      ),
      asked.join("\n"),
    );
    const kept: string[] = [];
    for (const label of [words.saveProof, words.saveLeaf]) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByText(label).click()]);
      kept.push(await download.path());
      assert.ok(download.suggestedFilename().startsWith(mine.number));
    }
    const [proof = "", leaf = ""] = kept;
    const ran = await runCommand(["verify", "--proof", proof, "--leaf", leaf, "--policy", given.policy, "--json"]);
    assert.equal(ran.code, 0, ran.stderr);
    assert.deepEqual(await findTraces(page, context), noTraces);
  }));

test("a number that no line has is said to be unknown; half a number is not sent to anybody", () =>
  onPhone(async ({ page, asked }) => {
    await page.goto(`${given.office.url}/verify`);
    await page.fill("#number", "000000000000");
    await page.click("#find");
    assert.ok((await verdict(page, "found", "no")).includes(words["unknown-number"]));
    const before = asked.length;
    await page.fill("#number", "12345");
    await page.click("#find");
    assert.ok((await verdict(page, "found", "no")).includes(words["malformed-number"]));
    assert.equal(asked.length, before);
  }));

test("a proof and its line are judged where they lie: included, by whom, and the log of today still holds it", () =>
  onPhone(async ({ page, asked }) => {
    await checkFiles(page, { "proof-file": mine.proof, "leaf-file": mine.leaf, "policy-file": given.policy });
    const said = await verdict(page, "checked", "yes");
    for (const sentence of [words.included, words.fresh, words.keep]) assert.ok(said.includes(sentence), said);
    assert.ok(!said.includes(words.officeList), "whoever brought a list is not warned of the office's");
    await checkScreen(page, "a proof that holds");
    assert.ok(
      asked.every((request) => request.startsWith("GET /")),
      asked.join("\n"),
    );
  }));

test("text is as good as files, and the office's promise as good as the line it names", () =>
  onPhone(async ({ page }) => {
    await page.goto(`${given.office.url}/verify`);
    await page.getByText(words.textHead).click();
    await page.fill("#proof-text", (await readFile(mine.proof, "utf8")).trim());
    await page.fill("#leaf-text", (await readFile(mine.leaf)).toString("base64"));
    await page.click("#check");
    assert.ok((await verdict(page, "checked", "yes")).includes(words.included));
    await page.fill("#leaf-text", await readFile(mine.promise, "utf8"));
    await page.click("#check");
    const said = await verdict(page, "checked", "yes");
    for (const sentence of [words.promiseSigned, words.hourKept]) assert.ok(said.includes(sentence), said);
  }));

test("a changed proof, another line, a broken file and no file each have a sentence of their own", () =>
  onPhone(async ({ page }) => {
    const otherHash = (text: string) =>
      text.replace(/^index \d+\n(.)/m, (line, first) => line.slice(0, -1) + (first === "A" ? "B" : "A"));
    const otherSize = (text: string) => text.replace(/(log\.example\/mission\n)(\d+)/, "$11$2");
    const cut = (text: string) => text.slice(0, 200);
    const leaf = (text: string) => `${text.slice(0, -1)}x`;
    const cases = [
      [{ "proof-file": await change(mine.proof, otherHash), "leaf-file": mine.leaf }, "leaf-differs"],
      [{ "proof-file": await change(mine.proof, otherSize), "leaf-file": mine.leaf }, "signature-invalid"],
      [{ "proof-file": await change(mine.proof, cut), "leaf-file": mine.leaf }, "malformed-proof"],
      [{ "proof-file": mine.proof, "leaf-file": await change(mine.leaf, leaf) }, "leaf-differs"],
      [{ "proof-file": mine.proof, "leaf-file": mine.proof }, "malformed-leaf"],
      [{ "leaf-file": mine.leaf }, "malformed-proof"],
      [{ "proof-file": mine.proof, "leaf-file": mine.leaf, "policy-file": mine.proof }, "malformed-policy"],
    ] as const;
    for (const [files, code] of cases) {
      await checkFiles(page, files);
      const said = await verdict(page, "checked", "no");
      assert.ok(said.includes(words[code]), `${code}: ${said}`);
    }
    await checkScreen(page, "a proof that does not hold");
  }));

test("a proof that bears its own line, as /reply saves it, needs no second file", () =>
  onPhone(async ({ page }) => {
    const plain = parseLogProof(await readFile(mine.proof));
    assert.ok(plain.ok);
    const bearing = join(given.folder, "bearing.tlog-proof");
    await writeFile(bearing, formatLogProof({ ...plain.value, extra: await readFile(mine.leaf) }));
    await checkFiles(page, { "proof-file": bearing });
    assert.ok((await verdict(page, "checked", "yes")).includes(words.included));
    const another = join(given.folder, "another.tlog-proof");
    await writeFile(another, formatLogProof({ ...plain.value, extra: new Uint8Array(192).fill(1) }));
    await checkFiles(page, { "proof-file": another });
    assert.ok((await verdict(page, "checked", "no")).includes(words["leaf-differs"]));
  }));

test("a proof of another log is said to be of another, not to be false", () =>
  onPhone(async ({ page }) => {
    const policy = join(given.folder, "another.policy");
    await writeFile(policy, `log ${formatVkey(signerCalled("log.example/another").vkey)}\nquorum none\n`);
    await checkFiles(page, { "proof-file": mine.proof, "leaf-file": mine.leaf, "policy-file": policy });
    assert.ok((await verdict(page, "checked", "no")).includes(words["another-log"]));
  }));

test("a file of the log that is missing, another one, and a cut line are told apart", async () => {
  const answers = [
    [404, "", "tile-missing", "tile-missing"],
    [200, "x", "tile-wrong", "tile-wrong"],
    [503, "", "unreachable", "today-unknown"],
  ] as const;
  for (const [status, body, code, today] of answers) {
    await onPhone(
      async ({ page }) => {
        await page.route("**/log/tile/**", (route) => route.fulfill({ status, body }));
        await page.goto(`${given.office.url}/verify`);
        await page.fill("#number", mine.number);
        await page.click("#find");
        assert.ok((await verdict(page, "found", "no")).includes(words[code]), code);
        await checkFiles(page, { "proof-file": mine.proof, "leaf-file": mine.leaf });
        const said = await verdict(page, "checked", "yes");
        assert.ok(said.includes(words.included) && said.includes(words[today]), said);
      },
      { provoked: /Failed to load resource/ },
    );
  }
});

/** A head as the log and its witness could sign it for somebody else. */
function signedHead(size: bigint): Buffer {
  const root = new Uint8Array(32).fill(5);
  const text = formatCheckpoint({ origin: "log.example/mission", size, root, extensions: [] });
  const witness = signerCalled("witness.example/w1", "ed25519-cosignature");
  const now = BigInt(Math.floor(Date.now() / 1000));
  const signatures = [signText(signerCalled("log.example/mission"), text), signText(witness, text, now)];
  return Buffer.from(formatNote({ text, signatures }));
}

test("a log that is shown with another history, or shorter, is an alarm although the proof itself holds", async () => {
  const head = parseLogProof(await readFile(mine.proof));
  assert.ok(head.ok);
  const size = BigInt(Buffer.from(head.value.checkpoint).toString("utf8").split("\n")[1] ?? "");
  for (const [shown, code] of [
    [size, "proof-of-another-tree"],
    [1n, "proof-beyond-log"],
  ] as const) {
    await onPhone(async ({ page }) => {
      await page.route("**/log/checkpoint", (route) => route.fulfill({ body: signedHead(shown) }));
      await checkFiles(page, { "proof-file": mine.proof, "leaf-file": mine.leaf });
      const said = await verdict(page, "checked", "no");
      assert.ok(said.startsWith(words[code]) && said.includes(words.included), said);
    });
  }
});

test("by keyboard alone a number is looked up, and leaving takes it away", () =>
  withPage(browser, { origin: given.office.url, ...laptop }, async ({ page }) => {
    await page.goto(`${given.office.url}/log`);
    await pressAt(page, "a[href='/verify']");
    await page.waitForURL("**/verify");
    await typeAt(page, "#number", mine.number);
    await page.keyboard.press("Enter");
    assert.ok((await verdict(page, "found", "yes")).includes(words.included));
    await page.locator("#leave").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("about:blank");
  }));

test("a log that no witness signed for a day is said to be old, and the proof holds all the same", () =>
  onPhone(async ({ page }) => {
    given.setWitnessClock(dayAgo());
    await given.settle();
    await checkFiles(page, { "proof-file": mine.proof, "leaf-file": mine.leaf });
    const said = await verdict(page, "checked", "yes");
    for (const sentence of [words.included, words["too-old"]]) assert.ok(said.includes(sentence), said);
    assert.ok(said.includes(fill(words.saw, { name: "w1", at: "" }).slice(0, 10)));
  }));
