import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import http from "node:http";
import https from "node:https";
import { PassThrough, pipeline, Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";

/**
 * The kinds of compression that are asked for, each by itself: none, as by the oldest; what browsers take over http; and what they
 * take over https. A server holds a copy of a page for each, and only one of them need be changed.
 */
export const encodings = ["identity", "gzip, deflate", "gzip, deflate, br, zstd"] as const;

export type Encoding = (typeof encodings)[number];

const longestWait = 30_000;

/**
 * Asks for an address under the headers of a common browser on a phone: whoever serves another page to people than to programs must
 * look for more than a name. The answer is without its compression. Rejects where nobody answers; does not follow.
 */
export function askLikeBrowser(address: URL, encoding: Encoding): Promise<Response> {
  const ask = address.protocol === "https:" ? https.request : http.request;
  const signal = AbortSignal.timeout(longestWait);
  return new Promise((resolve, reject) => {
    const request = ask(address, { headers: headersFor(address.pathname, encoding), signal }, (answer) => {
      const status = answer.statusCode ?? 502;
      const stream = Readable.toWeb(openCompressed(answer)) as ReadableStream<Uint8Array>;
      const body = [204, 205, 304].includes(status) ? null : stream;
      resolve(new Response(body, { status, headers: plainHeaders(answer.headers) }));
    });
    request.once("error", reject).end();
  });
}

const common = {
  "User-Agent":
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
  "Accept-Language": "fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7",
};

/** What Chrome on Android says when somebody opens a page; when it looks for the page's worker; when a page fetches something. */
const opening = {
  "Upgrade-Insecure-Requests": "1",
  Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8",
  "Sec-Fetch-Site": "none",
  "Sec-Fetch-Mode": "navigate",
  "Sec-Fetch-User": "?1",
  "Sec-Fetch-Dest": "document",
};
const working = {
  Accept: "*/*",
  "Service-Worker": "script",
  "Sec-Fetch-Site": "same-origin",
  "Sec-Fetch-Mode": "same-origin",
  "Sec-Fetch-Dest": "serviceworker",
};
const fetching = {
  Accept: "*/*",
  "Sec-Fetch-Site": "same-origin",
  "Sec-Fetch-Mode": "cors",
  "Sec-Fetch-Dest": "empty",
};

function headersFor(path: string, encoding: Encoding): Readonly<Record<string, string>> {
  const more = { ...common, "Accept-Encoding": encoding };
  if (path.endsWith("-worker.js")) return { ...working, ...more };
  return /\.(js|json)$/.test(path) ? { ...fetching, ...more } : { ...opening, ...more };
}

/** Bytes without compression; of a kind that no browser knows as they are. What breaks off or does not unpack ends with an error. */
function openCompressed(answer: IncomingMessage): Readable {
  const kind = answer.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  const opened = decoders[kind]?.() ?? new PassThrough();
  return pipeline(answer, opened, () => undefined);
}

const decoders: { readonly [kind: string]: () => Transform } = {
  br: createBrotliDecompress,
  gzip: createGunzip,
  deflate: createInflate,
  zstd: createZstdDecompress,
};

/** Of the headers only where it leads matters to whoever reads. */
const plainHeaders = ({ location }: IncomingHttpHeaders): Record<string, string> => (location ? { location } : {});
