// What goes wrong with phones, lines and people in a hurry, against a real office in a real browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { openBadLine } from "../support/bad-line.ts";
import { checkScreen, findTraces, noTraces, type Watched } from "../support/browser.ts";
import {
  answerAll,
  openComplaint,
  openMailbox,
  readAnswers,
  readDigits,
  readReceipt,
  sendComplaint,
} from "../support/complaining.ts";
import { type Journey, openJourney } from "../support/journey.ts";
import { readAmong } from "../support/staff.ts";

let journey: Journey;
before(async () => {
  journey = await openJourney();
});
after(() => journey?.[Symbol.asyncDispose]());

const words = "Yo pran moto m nan, yo pa ban m papye. 🏍️";

const onPhone: Journey["onPhone"] = (...asked) => journey.onPhone(...asked);
const storiesFiledBy = async (file: () => Promise<unknown>) =>
  (await journey.filedBy(file)).map(({ view }) => view.story);

test("without JavaScript the pages say what they cannot do, offer no place for words, and send nothing", () =>
  onPhone(
    async ({ page, asked }) => {
      for (const [path, said] of [
        ["/complain", "Paj sa a p ap pran pawòl ou san kle."],
        ["/complain/fr", "Cette page ne prend pas vos mots sans verrou."],
        ["/complain/en", "JavaScript"],
        ["/reply", "Paj sa a bezwen JavaScript"],
      ] as const) {
        await page.goto(journey.office.url + path);
        assert.ok((await page.locator("main").innerText()).includes(said), path);
        assert.equal(await page.locator("textarea:visible, input:visible, button:visible").count(), 0, path);
      }
      assert.deepEqual(
        asked.filter((one) => !one.startsWith("GET ")),
        [],
      );
      assert.deepEqual(await journey.listCases(), []);
    },
    { javaScriptEnabled: false },
  ));

test("the page speaks French to whoever asks for it, and the office knows", async () => {
  const stories = await storiesFiledBy(() =>
    onPhone(async ({ page }) => {
      await openComplaint(page, journey.office.url, "/complain/fr");
      await answerAll(page, { text: "Ils ont cassé la porte. À 9 h, ça va être œuvré…" }, async (screen) => {
        assert.equal(await page.getAttribute("html", "lang"), "fr");
        await checkScreen(page, `${screen} in French`);
      });
      await sendComplaint(page);
    }),
  );
  assert.deepEqual(
    stories.map(({ language, text }) => [language, text]),
    [["fr", "Ils ont cassé la porte. À 9 h, ça va être œuvré…"]],
  );
});

test("the pages have no barrier in the dark either", () =>
  onPhone(
    async ({ page }) => {
      await openComplaint(page, journey.office.url);
      await answerAll(page, { text: words, force: "ken" }, (screen) => checkScreen(page, `${screen} in the dark`));
      const receipt = await sendComplaint(page);
      await checkScreen(page, "received in the dark");
      await openMailbox(page, journey.office.url, receipt);
      await checkScreen(page, "mailbox in the dark");
    },
    { colorScheme: "dark" },
  ));

test("back goes one question back and keeps what was said", () =>
  onPhone(async ({ page, dialogs }) => {
    await openComplaint(page, journey.office.url);
    await answerAll(page, { text: words, force: "ken", child: "no", needs: ["legal"] });
    for (const screen of ["contact", "help", "wish", "child", "force", "show", "words"]) {
      await page.goBack();
      await page.waitForSelector(`#${screen}:not([hidden])`);
    }
    assert.equal(await page.inputValue("#text"), words);
    assert.ok(await page.isChecked("[name=force][value=ken]"));
    assert.ok(await page.isChecked("[name=need][value=legal]"));
    await page.goForward();
    await page.waitForSelector("#show:not([hidden])");
    assert.deepEqual(dialogs, []);
  }));

test("back does not take the receipt away before the person says that it is noted", () =>
  onPhone(async ({ page }) => {
    await openComplaint(page, journey.office.url);
    await answerAll(page, { text: words });
    const receipt = await sendComplaint(page);
    await page.goBack();
    assert.ok(await page.isVisible("#received"));
    assert.equal(await readDigits(page, "#digits"), receipt);
    await page.click("#finish");
    await page.click("#finish-no");
    assert.equal(await readDigits(page, "#digits"), receipt);
  }));

test("a reload in the middle is asked about, and then the phone remembers nothing", async () => {
  const fill = async (page: Page): Promise<void> => {
    await openComplaint(page, journey.office.url);
    await page.click("#start");
    await page.fill("#text", words);
    await page.click("#words [data-next]");
    await page.click("#show [data-skip]");
    await page.check("[name=force][value=ken]");
  };
  await onPhone(
    async ({ page, dialogs }) => {
      await fill(page);
      await page.reload({ timeout: 3000 }).catch(() => undefined);
      assert.deepEqual(dialogs, ["beforeunload"]);
      assert.equal(await page.inputValue("#text"), words);
      assert.ok(await page.isVisible("#force"));
    },
    { leaves: false },
  );
  await onPhone(async ({ page, context, dialogs }) => {
    await fill(page);
    await page.reload();
    assert.deepEqual(dialogs, ["beforeunload"]);
    await page.waitForSelector("#opening:not([hidden])");
    assert.equal(await page.inputValue("#text"), "");
    assert.equal(await page.locator("[name=force]:checked").count(), 0);
    assert.deepEqual(await findTraces(page, context), noTraces);
  });
});

for (const when of ["before", "after"] as const) {
  test(`a line that breaks twice while sending, ${when} the office has it all, leaves one complaint`, async () => {
    const line = await openBadLine(journey.office.url);
    try {
      const stories = await storiesFiledBy(() =>
        onPhone(
          async ({ page }) => {
            await openComplaint(page, line.url);
            await answerAll(page, { text: `${words} ${when}` });
            line.breakUploads(when, 2);
            await page.click("#send");
            const receipt = await readReceipt(page);
            assert.equal(line.breaks(), 2);
            await openMailbox(page, line.url, receipt);
            assert.ok(await page.isVisible("#nothing"));
          },
          { origin: line.url, provoked: /Failed to load resource/ },
        ),
      );
      assert.deepEqual(
        stories.map(({ text }) => text),
        [`${words} ${when}`],
      );
    } finally {
      await line.close();
    }
  });
}

test("a phone that loses its line for good keeps the words, shows the receipt, and sends once by itself when it is back", async () => {
  const stories = await storiesFiledBy(() =>
    onPhone(
      async ({ page, context }) => {
        await openComplaint(page, journey.office.url);
        await answerAll(page, { text: words });
        await page.clock.install();
        await context.setOffline(true);
        await page.click("#send");
        for (let second = 0; second < 90 && !(await page.isVisible("#sending-failed")); second++) {
          await page.clock.runFor(1000);
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
        const promised = await readDigits(page, "#unsure-digits");
        assert.match(promised, /^\d{24}$/);
        assert.equal(await page.inputValue("#text"), words);
        await checkScreen(page, "sending failed");
        await context.setOffline(false);
        await page.clock.resume();
        assert.equal(await readReceipt(page), promised);
      },
      { provoked: /Failed to load resource/ },
    ),
  );
  assert.deepEqual(
    stories.map(({ text }) => text),
    [words],
  );
});

test("a line that is stuck and not cut holds nobody: the receipt is shown, and the words go out once when the line moves", async () => {
  const line = await openBadLine(journey.office.url);
  try {
    const stories = await storiesFiledBy(() =>
      onPhone(
        async ({ page }) => {
          await openComplaint(page, line.url);
          await answerAll(page, { text: words });
          await page.clock.install();
          line.breakUploads("stuck", 1);
          await page.click("#send");
          for (let second = 0; second < 400 && !(await page.isVisible("#sending-failed")); second++) {
            await page.clock.runFor(1000);
            await new Promise((resolve) => setTimeout(resolve, 30));
          }
          const promised = await readDigits(page, "#unsure-digits");
          assert.match(promised, /^\d{24}$/);
          // The next try, by itself, hangs as well: what the phone says of a new line ends it.
          await page.clock.runFor(10_000);
          line.breakUploads("stuck", 0);
          await page.evaluate(() => dispatchEvent(new Event("online")));
          await page.clock.resume();
          assert.equal(await readReceipt(page), promised);
        },
        { origin: line.url, provoked: /Failed to load resource/ },
      ),
    );
    assert.deepEqual(
      stories.map(({ text }) => text),
      [words],
    );
  } finally {
    await line.close();
  }
});

test("where the list of forces comes only at sending, the page goes back to that question, and nothing goes as unknown", async () => {
  const stories = await storiesFiledBy(() =>
    onPhone(
      async ({ page, context }) => {
        await context.route("**/api/directory", (route) => route.abort());
        await page.clock.install();
        await page.goto(`${journey.office.url}/complain`);
        await page.waitForSelector("#start-acts:not([hidden])");
        await answerAll(page, { text: words });
        // All the tries of before have ended.
        await page.clock.runFor(60_000);
        await page.clock.resume();
        assert.equal(await page.locator("[name=force]").count(), 1);
        await context.unroute("**/api/directory");
        await page.click("#send");
        await page.waitForSelector("#force:not([hidden])");
        assert.ok(await page.isVisible("#force-late"));
        await checkScreen(page, "forces that came late");
        await page.check("[name=force][value=ken]");
        await page.click("#force [data-next]");
        await page.waitForSelector("#check:not([hidden])");
        await sendComplaint(page);
      },
      { provoked: /Failed to load resource/ },
    ),
  );
  assert.deepEqual(
    stories.map(({ text, force }) => [text, force]),
    [[words, "ken"]],
  );
});

test("where the list of forces did not come at the start, it is asked for again when the question is and when there is a line", () =>
  onPhone(
    async ({ page, context }) => {
      let asked = 0;
      await context.route("**/api/directory", (route) => {
        asked++;
        return route.abort();
      });
      await page.clock.install();
      await page.goto(`${journey.office.url}/complain`);
      await page.waitForSelector("#start-acts:not([hidden])");
      await page.clock.runFor(60_000);
      await page.clock.resume();
      await page.click("#start");
      await page.fill("#text", words);
      await page.click("#words [data-next]");
      const askedBefore = asked;
      await page.click("#show [data-skip]");
      await page.clock.runFor(60_000);
      await page.clock.resume();
      assert.ok(asked > askedBefore, "asked again with the question");
      await context.unroute("**/api/directory");
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await page.waitForSelector("#force [name=force][value=ken]");
      assert.ok(await page.isHidden("#force-late"));
    },
    { provoked: /Failed to load resource/ },
  ));

for (const year of [2016, 2036]) {
  test(`a phone whose clock stands in ${year} complains and reads its answer like any other`, async () => {
    const wrong = new Date(`${year}-11-21T12:00:00Z`);
    let receipt = "";
    const stories = await storiesFiledBy(() =>
      onPhone(async ({ page }) => {
        await page.clock.setSystemTime(wrong);
        await openComplaint(page, journey.office.url);
        assert.equal(await page.evaluate(() => new Date().getFullYear()), year);
        await answerAll(page, { text: words });
        receipt = await sendComplaint(page);
      }),
    );
    assert.equal(stories.length, 1);
    const { desk, view } = await readAmong(journey.desks, stories[0]?.case ?? "");
    assert.deepEqual(view.alarms, []);
    const done = await desk.act(view.caseId, { act: "acknowledge", text: "Nou li l." });
    assert.ok(done.ok);
    await onPhone(async ({ page }) => {
      await page.clock.setSystemTime(wrong);
      await openMailbox(page, journey.office.url, receipt);
      assert.deepEqual(await readAnswers(page), ["Nou li l."]);
      const shown = await page.locator("#entries").innerText();
      assert.ok(!shown.includes(String(year)) && shown.includes(String(new Date().getFullYear())), "the office's date");
      await page.fill("#message", "Mèsi.");
      await page.click("#send");
      await page.waitForSelector("#entries .person");
    });
    const later = await readAmong(journey.desks, view.caseId);
    assert.deepEqual(
      later.view.messages.map(({ text }) => text),
      ["Nou li l.", "Mèsi."],
    );
  });
}

test("the way out empties the page at once, asks nothing, and back does not bring the words back", async () => {
  const isGone = async ({ page, dialogs }: Watched, secret: string): Promise<void> => {
    await page.waitForURL("about:blank");
    await page.goBack();
    assert.equal(await page.title(), "before");
    await page.goForward();
    assert.equal(page.url(), "about:blank");
    assert.ok(!(await page.content()).includes(secret));
    assert.deepEqual(dialogs, []);
  };
  await onPhone(async (watched) => {
    const { page } = watched;
    await page.goto("data:text/html,<title>before</title>");
    await openComplaint(page, journey.office.url);
    await answerAll(page, { text: words });
    await page.click("#leave");
    await isGone(watched, words);
  });
  await onPhone(async (watched) => {
    const { page } = watched;
    await page.goto("data:text/html,<title>before</title>");
    await openComplaint(page, journey.office.url);
    await answerAll(page, { text: words });
    const receipt = await sendComplaint(page);
    await page.click("#leave");
    await isGone(watched, receipt.slice(0, 4));
  });
});

test("a mailbox closed while an answer is still on its way stays closed and empty", () =>
  onPhone(async ({ page, context }) => {
    await openComplaint(page, journey.office.url);
    await answerAll(page, { text: words });
    await openMailbox(page, journey.office.url, await sendComplaint(page));
    const { promise: isClosed, resolve: closed } = Promise.withResolvers<void>();
    await context.route("**/api/mailbox", async (route) => {
      const response = await route.fetch();
      await isClosed;
      // Head and body at once, so that the whole answer is there when the page hears of it.
      await route.fulfill({ response });
    });
    await page.fill("#message", words);
    await page.click("#send");
    await page.waitForFunction(() => document.querySelector("#sent")?.textContent === "Mesaj ou rive.");
    await page.click("#close");
    const answered = page.waitForResponse("**/api/mailbox");
    closed();
    await answered;
    await page.waitForTimeout(500);
    assert.equal(await page.locator("#box").innerHTML(), "");
  }));
