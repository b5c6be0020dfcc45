import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { type Language, languages } from "@temwen/vocabulary";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { largestParcel } from "../../intake/read-parcel.ts";
import type { OfficeContext } from "../../office-context.ts";
import type { Pages } from "../../portal/pages.ts";
import type { FilledPage, FormPage } from "./filled-page.ts";

/** Told of what broke; the person gets a page all the same. */
export type OnFault = (error: Error, route: string) => void;

/**
 * The pages that work without script, at addresses of their own: nobody comes here silently. What is typed is readable to
 * this server on arrival, and each page says so in its first line (docs/specs/http.md).
 */
export function noScriptRoutes(office: OfficeContext, pages: Pages, onFault: OnFault): Hono {
  const routes = new Hono();
  let loading: Promise<Forms> | undefined;
  const load = (): Promise<Forms> => (loading ??= loadForms(office, pages));
  for (const language of languages) {
    for (const kind of ["complaint", "status", "referral"] as const) {
      const findForm = async () => (await load())[kind](language);
      serveForm(routes, addressIn(starts[kind], language), findForm, onFault);
    }
  }
  return routes;
}

const starts = { complaint: "/complain/plain", status: "/reply/plain", referral: "/referral" } as const;

type Forms = { readonly [K in keyof typeof starts]: (language: Language) => FormPage | undefined };

/** Only when somebody asks: the code that seals takes a fifth of the server's memory, and most offices use none of it. */
async function loadForms(office: OfficeContext, pages: Pages): Promise<Forms> {
  const { createComplaintForm } = await import("./complaint-form.ts");
  const { createStatusForm } = await import("./status-form.ts");
  const { createReferralForm } = await import("./referral-form.ts");
  return {
    complaint: createComplaintForm(office, pages),
    status: createStatusForm(office, pages),
    referral: createReferralForm(office, pages),
  };
}

const addressIn = (start: string, language: Language): string => (language === "ht" ? start : `${start}/${language}`);

type FindForm = () => Promise<FormPage | undefined>;

function serveForm(routes: Hono, address: string, findForm: FindForm, onFault: OnFault): void {
  routes.get(address, async (context) => {
    const form = await findForm();
    if (!form) return context.notFound();
    const page = await form.show();
    if (!/\bbr\b/.test(context.req.header("accept-encoding") ?? "")) return send(context, page);
    context.header("content-encoding", "br");
    return send(context, { ...page, html: new Uint8Array(await squeeze(page.html)) });
  });
  const tooLarge = async (context: Context) => {
    const form = await findForm();
    if (!form) return context.notFound();
    // The rest is not read, so nothing else can come on this line.
    context.header("connection", "close");
    return send(context, await form.refuse("too-large"));
  };
  routes.post(address, bodyLimit({ maxSize: largestParcel, onError: tooLarge }), async (context) => {
    const form = await findForm();
    if (!form) return context.notFound();
    // A line that breaks while somebody sends is the application's to tell from a fault.
    const body = new Uint8Array(await context.req.arrayBuffer());
    const contentType = context.req.header("content-type") ?? "";
    const page = await form.answer({ body, contentType }).catch(async (fault: unknown) => ({
      ...(await form.refuse("cannot-tell")),
      fault,
    }));
    if ("fault" in page) onFault(page.fault instanceof Error ? page.fault : new Error("not an error"), address);
    return send(context, page);
  });
}

const compress = promisify(brotliCompress);

/** Only empty forms: the size of a compressed answer could tell of what stands in it beside words of somebody's choice. */
const squeeze = (html: string): Promise<Buffer> =>
  compress(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_LGWIN]: 16 } });

type Sent = Omit<FilledPage, "html"> & { readonly html: string | Uint8Array<ArrayBuffer> };

/** Never kept by anybody on the way. */
function send(context: Context, { html, policy, status }: Sent): Response {
  return context.body(html, status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    vary: "accept-encoding",
    "content-security-policy": policy,
  });
}
