import type { ContentfulStatusCode } from "hono/utils/http-status";
import { answerRefusal } from "../../answers.ts";
import { fillTemplate, type Slots } from "../../portal/fill-template.ts";
import type { PageFile } from "../../portal/pages.ts";

/** The body of a request, unread. */
export type Asked = { readonly body: Uint8Array; readonly contentType: string };

/** A page on its way out. */
export type FilledPage = {
  readonly html: string;
  readonly policy: string;
  readonly status: ContentfulStatusCode;
  /** What broke, where the page says that nobody can tell. */
  readonly fault?: unknown;
};

/** A form and what is done with it: `show` draws it empty, `answer` takes what was filled in. */
export type FormPage = {
  readonly show: () => Promise<FilledPage>;
  readonly answer: (asked: Asked) => Promise<FilledPage>;
  /** For what was too large to read, and for what broke. */
  readonly refuse: (code: "too-large" | "cannot-tell") => Promise<FilledPage>;
};

/** Fills a built page. */
export function fillPage(page: PageFile, slots: Slots, status: ContentfulStatusCode = 200): FilledPage {
  return {
    html: fillTemplate(page.plain.toString("utf8"), slots),
    policy: page.policy ?? "default-src 'none'",
    status,
  };
}

/** What HTTP says for a refusal, as everywhere. */
export const statusOf = (code: string): ContentfulStatusCode => answerRefusal({ code }).status;
