// What is owed to the person who complained, on a small phone: to read what was decided, to take a consent back, to object to
// what would be published, to say how they were treated.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import type { Keeper } from "@temwen/desk";
import { recordBytes } from "@temwen/office";
import type { CaseId, Instant, Json } from "@temwen/vocabulary";
import type { Browser, Page } from "playwright-core";
import { checkScreen, openBrowser, phone, type Watched, withPage } from "../support/browser.ts";
import {
  acknowledgement,
  assessment,
  captureAct,
  doActs,
  type FiledCase,
  fileCase,
  headersOf,
  proposal,
  readStatement,
  restate,
  sendAct,
  view,
} from "../support/casework.ts";
import { openMailbox } from "../support/complaining.ts";
import { type SmallOffice, startSmallOffice } from "../support/small-office.ts";

let office: SmallOffice;
let browser: Browser;

before(async () => {
  browser = await openBrowser();
  office = await startSmallOffice();
  const { staff } = office.directory();
  const isHugo = ({ id }: { readonly id: string }): boolean => id === office.person("hugo").id;
  await office.publish({ staff: staff.map((one) => (isHugo(one) ? { ...one, civilSociety: true } : one)) });
});
after(async () => {
  await browser?.close();
  await office?.[Symbol.asyncDispose]();
});

const onPhone = (use: (watched: Watched) => Promise<void>, change: Partial<Parameters<typeof withPage>[1]> = {}) =>
  withPage(browser, { origin: office.url, ...phone, ...change }, use);

type Saying = { readonly [name: string]: Json };
type LaterAct = Extract<Parameters<Keeper["act"]>[1], { readonly says: object }>["act"];
const say = (act: LaterAct, says: Saying = {}, text = "") => ({ act, says, text });

const reason = "Leta a di moun sa yo pa t anba lòd li.";
const digest = createHash("sha256").update(reason).digest("hex");
const summary = "Komisyon an jwenn yon patwouy bat yon moun. Li mande yon dedomajman.";

/** A case of which the panel found and ruled; one measure was refused, and the office sent the published reason. */
async function ruledCase(): Promise<FiledCase> {
  const mine = await fileCase(office, { consent: "investigate-with-me", force: "jam" });
  const { caseId, desk } = mine;
  await doActs(
    desk,
    caseId,
    acknowledgement,
    { ...assessment, forces: ["jam"] },
    say("admit-case", { track: "ordinary" }, "Nou pral egzamine sa."),
    say("assign-case", { to: office.person("karim").id, replaces: [] }),
  );
  const finding = { allegation: 1, happened: "established", answers: "not-determined", why: "nobody-identified" };
  const findings = [{ ...finding, standard: "balance-of-probabilities" }];
  const allegation = { number: 1, right: "integrity", class: "serious-misconduct", respondent: 1, kind: "described" };
  await doActs(
    await office.desk("karim"),
    caseId,
    say("take-case", { declares: "no-tie" }),
    say("state-allegation", { ...allegation, forces: ["jam"] }, "Yo te bat li."),
    say("offer-hearing", {}, "Eske ou vle pale?"),
    say("recommend-findings", { findings }, "Nou kwè li."),
  );
  await decide(caseId, 1, { decides: "findings", findings });
  const due = "2031-03-01";
  const measures = [
    { number: 1, form: "compensation", bearer: "contributing-state:jam", due },
    { number: 2, form: "satisfaction", bearer: "mission", due },
  ];
  await decide(caseId, 2, { decides: "ruling", measures });
  const refusal = { measure: 1, delivered: "refused", decidedBy: "contributing-state", published: [digest] };
  await doActs(desk, caseId, say("record-delivery", refusal, "Yo di non."), { act: "reply", text: reason });
  return mine;
}

async function decide(caseId: CaseId, sitting: number, said: Saying): Promise<void> {
  const panel = await Promise.all(["gerda", "hugo", "ines"].map((name) => office.desk(name)));
  const [first] = panel;
  assert.ok(first);
  const nothing = { findings: [], measures: [], outcome: "none", published: [] };
  await doActs(first, caseId, say("propose-decision", { sitting, ...nothing, ...said }, "Men sa nou pwopoze."));
  const decision = (await view(first, caseId)).sitting?.decision ?? "";
  for (const member of panel) await doActs(member, caseId, say("cast-vote", { sitting, decision, vote: "for" }));
  await doActs(first, caseId, say("close-sitting", { sitting }, "Men sa nou deside."));
}

const openDoor = async (page: Page, name: string): Promise<void> => {
  await page.click(`#${name}`);
  await page.waitForSelector("#act h1");
};
const typesOf = async ({ desk, caseId }: FiledCase) => (await view(desk, caseId)).timeline.map(({ type }) => type);

test("the person reads the decision and each measure in words, what was refused, by whom, and the published reason", async () => {
  const mine = await ruledCase();
  await onPhone(async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    assert.equal(await page.isVisible("#summary"), false, "nothing is to be published yet");
    assert.equal(await page.isVisible("#treated"), false, "it has not ended");
    await openDoor(page, "decided");
    const said = await page.innerText("#act");
    for (const sentence of [
      "Sa te rive: li pwouve.",
      "Yo pa konnen ki moun sa ye.",
      "Se pa yon kondanasyon tribinal.",
      "Yon dedomajman",
      "Yo refize fè l. Moun ki refize: peyi ki voye fòs la.",
      reason,
      "1 mas 2031",
      "Biwo a poko ekri anyen.",
    ])
      assert.ok(said.includes(sentence), `${sentence} in ${said}`);
    assert.doesNotMatch(said, /established|contributing|compensation|\{/, "no codes");
    await checkScreen(page, "what was decided");
    await page.click("[data-language=fr]");
    await page.waitForSelector("#act h1:has-text('Ce qui a été décidé')");
    await page.click("#act-back");
    await page.waitForSelector("#box:not([hidden])");
  });
});

test("where what opens a door does not come over the line the person reads so beside it, and opens it once it does", async () => {
  const mine = await ruledCase();
  await onPhone(
    async ({ page }) => {
      await openMailbox(page, office.url, mine.receipt);
      await page.route("**/annexes/owed.*", (route) => route.abort());
      await page.click("#decided");
      await page.waitForSelector("#doors-wrong:not([hidden])");
      assert.match(await page.innerText("#doors-wrong"), /Liy lan koupe/);
      assert.ok((await page.isVisible("#box")) && !(await page.isVisible("#act-wrong")));
      await checkScreen(page, "a door that did not open");
      await page.unroute("**/annexes/owed.*");
      await openDoor(page, "decided");
      await page.click("#act-back");
      await page.waitForSelector("#box:not([hidden])");
      assert.equal(await page.isVisible("#doors-wrong"), false);
    },
    { provoked: /Failed to load resource/ },
  );
});

test("where what opens a door was changed on its way it is not run, and the person reads why", async () => {
  const mine = await ruledCase();
  await onPhone(
    async ({ page }) => {
      await openMailbox(page, office.url, mine.receipt);
      await page.route("**/annexes/owed.*", async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: `${await answer.text()}\n` });
      });
      await page.click("#decided");
      await page.waitForSelector("#doors-wrong:not([hidden])");
      assert.match(await page.innerText("#doors-wrong"), /pa fèt pou paj sa a/);
      assert.ok((await page.isVisible("#box")) && !(await page.isVisible("#act")));
    },
    { provoked: /Content Security Policy/ },
  );
});

test("who objects to what would be published says so by their own signature, and the desk reads it", async () => {
  const mine = await ruledCase();
  await doActs(mine.desk, mine.caseId, say("show-summary", { number: 1 }, summary));
  await onPhone(async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    await openDoor(page, "summary");
    assert.ok((await page.innerText("#act")).includes(summary));
    await page.click("#act-next");
    assert.equal(await page.innerText("#act .error"), "Chwazi youn anvan.");
    await page.check("[name=answer][value=objects]");
    await checkScreen(page, "what would be published");
    await page.click("#act-next");
    await page.waitForSelector("#act-confirm");
    await checkScreen(page, "objecting, read back");
    assert.ok(!(await typesOf(mine)).includes("case.summary-answered/1"), "nothing is said before the yes");
    await page.click("#act-confirm");
    await page.waitForSelector("#act-done");
    await page.click("#act-done");
    await page.getByText("Ou reponn sou sa biwo a ta pibliye.").waitFor();
    await openDoor(page, "summary");
    assert.match(await page.innerText("#act dl"), /Non, mwen pa dakò/);
  });
  assert.equal((await typesOf(mine)).at(-1), "case.summary-answered/1");
});

test("a summary other than the one that was signed is said to be another, and nothing can be answered to it", async () => {
  const mine = await ruledCase();
  const shown = await captureAct(office, mine.reader, mine.caseId, say("show-summary", { number: 1 }, summary));
  const { signer } = office.person(mine.reader);
  // Two events of one act: the second names the first, so both are signed anew.
  const another = restate(shown, signer, (one) =>
    one.type === "case.summary-shown/1" ? { ...one, summary: digest } : one,
  );
  const first = readStatement(another.statements[0]?.body ?? "");
  const { at, index } = first as { readonly at: Instant; readonly index: number };
  const vouchings = [another.statements[0]?.vouching ?? assert.fail()];
  const previous = createHash("sha256")
    .update(recordBytes({ at, index, body: first, vouchings }))
    .digest("hex");
  const signed = restate(another, signer, (one, place) => (place === 1 ? { ...one, previous } : one));
  const sent = { ...signed, command: { ...shown.command, summary: digest } };
  const answer = await sendAct(office, await headersOf(office, mine.reader), mine.caseId, sent);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  await onPhone(async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    await openDoor(page, "summary");
    assert.match(await page.innerText("#act [role=alert]"), /pa menm ak sa biwo a te siyen/);
    assert.equal(await page.locator("#act input").count(), 0);
    assert.equal(await page.locator("#act-next").count(), 0);
  });
});

test("a consent that the office wrote down is read in words and taken back, and the desk sees it at once", async () => {
  const mine = await fileCase(office, { consent: "court" });
  const consent = {
    ...{ purpose: "referral", recipient: "hti-parquet", given: "yes", including: ["evidence"] },
    ...{ language: "ht", explainer: "officer", until: ["2031-02-28"] },
  };
  await doActs(mine.desk, mine.caseId, acknowledgement, say("record-consent", consent, "Li di wi nan telefòn."));
  await onPhone(async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    await openDoor(page, "allowed");
    const said = await page.innerText("#act");
    assert.match(said, /Voye dosye a bay yon lòt sèvis[\s\S]*Wi[\s\S]*prèv yo[\s\S]*28 fevriye 2031/);
    assert.doesNotMatch(said, /hti-parquet/, "a forum is called by its name");
    await checkScreen(page, "consents one by one");
    await page.click("#take-back-1");
    await page.waitForSelector("#act-confirm");
    await checkScreen(page, "taking a consent back");
    await page.click("#act-confirm");
    await page.waitForSelector("#act-done");
    await page.click("#act-done");
    await page.getByText("Ou retire yon konsantman.").waitFor();
    await openDoor(page, "allowed");
    assert.match(await page.innerText("#act dl"), /Ou retire l/);
    assert.equal(await page.locator("#take-back-1").count(), 0, "once");
  });
  assert.equal((await typesOf(mine)).at(-1), "case.consent-withdrawn/1");
});

test("when it has ended the person says once how they were treated, sealed, and the page shows it no more", async () => {
  const mine = await fileCase(office);
  await doActs(mine.desk, mine.caseId, acknowledgement, assessment, proposal);
  await doActs(await office.desk("gerda"), mine.caseId, { act: "confirm", text: "Nou pa ka egzamine sa." });
  await onPhone(async ({ page }) => {
    await openMailbox(page, office.url, mine.receipt);
    await openDoor(page, "treated");
    await page.click("#act-next");
    assert.match(await page.innerText("#act .error"), /Reponn tout kesyon yo/);
    for (const [name, value] of Object.entries({ heard: "yes", respected: "partly", told: "no", safe: "unsaid" }))
      await page.check(`[name=${name}][value=${value}]`);
    await page.fill("#more-words", "Yo pran twòp tan.");
    await checkScreen(page, "how we treated you");
    await page.click("#act-next");
    await page.waitForSelector("#act-confirm");
    assert.doesNotMatch(await page.innerText("#act"), /twòp tan/);
    await page.click("#act-confirm");
    await page.waitForSelector("#act-done");
    await page.click("#act-done");
    await page.getByText("Ou di nou kijan nou te trete w.").waitFor();
    assert.equal(await page.isVisible("#treated"), false, "told once");
  });
  const { timeline, alarms } = await view(mine.desk, mine.caseId);
  assert.deepEqual([timeline.at(-1)?.type, alarms], ["case.treatment-told/1", []]);
});
