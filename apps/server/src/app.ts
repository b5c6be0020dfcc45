import type { IncomingMessage, RequestListener } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "pino";
import { answerRefusal, refuse } from "./answers.ts";
import { noScriptRoutes } from "./channels/no-script/routes.ts";
import { deskRoutes } from "./desk-api/routes.ts";
import type { Blobs } from "./evidence/blob-folder.ts";
import { evidenceRoutes } from "./evidence/routes.ts";
import { tusRoutes } from "./evidence/tus-routes.ts";
import { bringsParcel, type Door, intakePath, sendAnswer } from "./intake/door.ts";
import { nameOfFault } from "./log.ts";
import { mailboxRoutes } from "./mailbox/routes.ts";
import { matterRoutes } from "./matters/routes.ts";
import type { OfficeContext } from "./office-context.ts";
import { openapiRoutes } from "./openapi/routes.ts";
import type { Pages } from "./portal/pages.ts";
import { portalRoutes } from "./portal/routes.ts";
import { logPageRoutes } from "./public-log/log-page.ts";
import type { PublicLog } from "./public-log/open.ts";
import { logRoutes } from "./public-log/routes.ts";
import { registerRoutes } from "./registers/routes.ts";
import { registryRoutes } from "./registry/routes.ts";
import { healthRoutes } from "./running/health.ts";

/** JSON bodies: the largest is a directory of a few hundred people. */
const largestJson = 6_000_000;

/** The whole server as what answers Node's requests: parcels go to the door, all else to the site. */
export function createApp(door: Door, site: Hono, log: Logger): RequestListener {
  const answer = getRequestListener(site.fetch);
  return async (request, response) => {
    if (!bringsParcel(request)) return answer(request, response);
    const answered = await door(request).catch((error: Error) => {
      if (!isCutOff(request)) logFault(log, error, intakePath);
      return answerRefusal({ code: "cannot-tell" });
    });
    sendAnswer(request, response, answered, commonHeaders);
  };
}

/** What the site shows beside the record; a server that publishes nothing has no log. */
export type SiteParts = { readonly blobs: Blobs; readonly pages: Pages; readonly publicLog?: PublicLog | undefined };

/** All that Hono answers: the pages, and the API but for filing. */
export function createPagesAndApi(office: OfficeContext, { blobs, pages, publicLog }: SiteParts, log: Logger): Hono {
  const app = new Hono();
  app.use("*", async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(commonHeaders)) {
      if (name !== policy || !headers.has(policy)) headers.set(name, value);
    }
  });
  for (const path of ["/api/mailbox", "/api/mailbox/*", "/api/desk/*", "/api/office/*"]) {
    app.use(path, bodyLimit({ maxSize: largestJson, onError: (context) => refuse(context, { code: "too-large" }) }));
  }
  app.route("/", healthRoutes(office, blobs, publicLog?.running.look));
  app.route("/", registryRoutes(office));
  app.route("/", evidenceRoutes(office, blobs));
  app.route("/", tusRoutes(office, blobs));
  app.route("/", mailboxRoutes(office));
  app.route("/", deskRoutes(office, blobs));
  app.route("/", registerRoutes(office));
  app.route("/", matterRoutes(office));
  app.route("/", openapiRoutes(pages));
  app.route(
    "/",
    noScriptRoutes(office, pages, (error, route) => logFault(log, error, route)),
  );
  if (publicLog) {
    app.route("/", logRoutes(office, publicLog.files));
    app.route("/", logPageRoutes(pages, publicLog.files));
  }
  app.route("/", portalRoutes(pages));
  app.notFound((context) =>
    context.req.path.startsWith("/api/") ? refuse(context, { code: "not-found" }) : context.text("404\n", 404),
  );
  app.onError((error, context) => {
    const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
    if (!incoming || !isCutOff(incoming)) logFault(log, error, context.req.routePath);
    return refuse(context, { code: "cannot-tell" });
  });
  return app;
}

/** A line that broke while somebody was sending is no fault, and when it broke is nobody's business. */
const isCutOff = (request: IncomingMessage): boolean => request.destroyed && !request.complete;

/** The name and the place of a fault, never its message: messages of parsers quote what they could not read. */
function logFault(log: Logger, error: Error, route: string): void {
  log.error({ fault: nameOfFault(error), at: firstFrame(error), route }, "fault");
}

const policy = "content-security-policy";

/** Every answer of the site: nothing third-party, no address handed on, no frame. Pages bring a policy of their own. */
const commonHeaders = {
  [policy]: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "geolocation=(), camera=(), microphone=(self), interest-cohort=()",
};

function firstFrame({ stack = "", message }: Error): string {
  // The message stands before the frames, and a line of it may look like one.
  const lines = stack.replace(message, "").split("\n");
  const frame = lines.find((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line));
  return frame?.replace(/^.*\/(apps|packages|node_modules)\//, "$1/") ?? "unknown";
}
