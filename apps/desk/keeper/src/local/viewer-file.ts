import { createHash } from "node:crypto";
import type { PageFile } from "./app.ts";

/**
 * The frame that shows what strangers sent: an origin of its own that nobody shares, without network, forms or a way out
 * of the frame. It runs its one script and draws what that script was handed; also when somebody opens it by its address.
 */
export const describeViewer = (html: string): PageFile => describeFrame(html, ["img-src blob:", "media-src blob:"]);

/** The frame that draws a PDF: the same, and not even pictures; its script puts points on a canvas. */
export const describeDocumentViewer = (html: string): PageFile => describeFrame(html, []);

function describeFrame(html: string, sources: readonly string[]): PageFile {
  const policy = [
    "sandbox allow-scripts",
    "default-src 'none'",
    `script-src ${hashOf(html, "script")}`,
    `style-src ${hashOf(html, "style")}`,
    ...sources,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
  return {
    type: "text/html; charset=utf-8",
    bytes: new TextEncoder().encode(html),
    headers: { "content-security-policy": policy, "x-frame-options": "SAMEORIGIN" },
  };
}

/** The one inline element of that kind, as a policy names it; nothing may run when there is none. */
function hashOf(html: string, element: "script" | "style"): string {
  const inside = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(html)?.[1];
  return inside === undefined ? "'none'" : `'sha256-${createHash("sha256").update(inside).digest("base64")}'`;
}
