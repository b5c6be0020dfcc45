import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { Digest } from "@temwen/vocabulary";
import { isGood, refusing, unreachable } from "./s3-answers.ts";
import { parseNameOnShelf, ShelfFault } from "./shelf.ts";

/**
 * Every piece of a bucket below a prefix, page after page (ListObjectsV2). Our own names need no escaping in XML, so what
 * is escaped is not ours. Throws `ShelfFault`.
 */
export async function* listBucket(
  ask: (query: string) => Promise<IncomingMessage>,
  prefix: string,
): AsyncGenerator<Digest> {
  const below = prefix === "" ? "" : `${prefix}/`;
  const asked = below === "" ? "" : `&prefix=${encodeURIComponent(below)}`;
  for (let token: string | undefined = ""; token !== undefined; ) {
    const page: string = await readPage(
      await ask(token === "" ? asked : `&continuation-token=${encodeURIComponent(token)}${asked}`),
    );
    for (const [, key = ""] of page.matchAll(/<Key>([^<]*)<\/Key>/g)) {
      const digest = key.startsWith(below) ? parseNameOnShelf(key.slice(below.length)) : undefined;
      if (digest !== undefined) yield digest;
    }
    const next = readNext(page);
    // The same page for ever would never end.
    if (next !== undefined && next === token) throw notAList();
    token = next;
  }
}

async function readPage(answer: IncomingMessage): Promise<string> {
  if (!isGood(answer)) {
    answer.destroy();
    throw refusing(answer);
  }
  const page = await text(answer).catch(() => {
    throw unreachable();
  });
  if (!page.includes("<ListBucketResult")) throw notAList();
  return page;
}

function readNext(page: string): string | undefined {
  if (!page.includes("<IsTruncated>true</IsTruncated>")) return undefined;
  const [, token] = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(page) ?? [];
  if (token === undefined) throw notAList();
  return token.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

const notAList = (): ShelfFault =>
  new ShelfFault("evidence-store-refuses", "the evidence store does not list what it holds; look at its key's rights");
