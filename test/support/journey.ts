import assert from "node:assert/strict";
import type { CaseView, Keeper } from "@temwen/desk";
import type { Browser } from "playwright-core";
import { openBrowser, phone, type Watched, withPage } from "./browser.ts";
import { startOffice, type TestOffice } from "./office.ts";
import { openDesks, peopleOf, readAmong } from "./staff.ts";

/** A whole office, a browser, and the desks of its intake officers in this process. */
export type Journey = AsyncDisposable & {
  readonly office: TestOffice;
  readonly browser: Browser;
  readonly desks: readonly Keeper[];
  /** Uses a page on a small phone. */
  readonly onPhone: (
    use: (watched: Watched) => Promise<void>,
    more?: Partial<Parameters<typeof withPage>[1]>,
  ) => Promise<void>;
  /** The cases of the office, by number. */
  readonly listCases: () => Promise<readonly string[]>;
  /** What the office reads of each case that `file` files, and at whose desk. */
  readonly filedBy: (file: () => Promise<unknown>) => Promise<readonly FiledView[]>;
};

export type FiledView = {
  readonly desk: Keeper;
  readonly view: CaseView & Required<Pick<CaseView, "story">>;
};

/** Opens one; the browser is started with these flags besides those of every test. */
export async function openJourney(flags: readonly string[] = []): Promise<Journey> {
  const browser = await openBrowser(flags);
  const office = await startOffice();
  const desks = await openDesks(office, peopleOf(office, "intake"));
  const listCases = async (): Promise<readonly string[]> => {
    const queue = await desks[0]?.readQueue({ limit: 200 });
    assert.ok(queue?.ok);
    return queue.value.rows.map(({ caseId }) => caseId);
  };
  return {
    office,
    browser,
    desks,
    listCases,
    onPhone: (use, more = {}) => withPage(browser, { origin: office.url, ...phone, ...more }, use),
    filedBy: async (file) => {
      const before = await listCases();
      await file();
      const fresh = (await listCases()).filter((caseId) => !before.includes(caseId));
      return Promise.all(fresh.map((caseId) => readAmong(desks, caseId)));
    },
    [Symbol.asyncDispose]: async () => {
      for (const desk of desks) desk.close();
      await browser.close();
      await office[Symbol.asyncDispose]();
    },
  };
}

/** Every piece of evidence of a case as its reader's desk opens it. */
export const openPieces = ({ desk, view }: FiledView) =>
  Promise.all(
    (view.story.evidence ?? []).map(async ({ part }) => {
      const read = await desk.readEvidence(view.caseId, part);
      assert.ok(read.ok, `${part} opens`);
      return read.value;
    }),
  );
