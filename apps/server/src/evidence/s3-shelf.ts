import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { request as askHttp, type IncomingMessage } from "node:http";
import { request as askHttps } from "node:https";
import { Readable } from "node:stream";
import type { Digest } from "@temwen/vocabulary";
import { AwsClient } from "aws4fetch";
import { isGood, refusing, unreachable } from "./s3-answers.ts";
import { listBucket } from "./s3-list.ts";
import { nameOnShelf, type Shelf, ShelfFault } from "./shelf.ts";

/** A bucket of an S3 service, and the key that opens it. */
export type S3Place = {
  /** `https://host[:port]`, without a path; the bucket stands behind it in the path. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Before every name, without slashes at its ends; may be empty. */
  readonly prefix: string;
  readonly keyId: string;
  readonly secret: string;
};

/** How long a bucket may be silent, in milliseconds. */
const housePatience = 30_000;

type Question = {
  readonly method?: "PUT" | "DELETE";
  readonly headers?: { readonly [name: string]: string };
  /** What is put. */
  readonly file?: { readonly place: string; readonly size: number };
};

/**
 * A bucket as a shelf. What it says about itself is not believed: a piece counts as kept only once its bytes have been
 * read back and had their digest, and whether one is there is found out by asking for its bytes, never by HEAD.
 */
export function openS3Shelf(place: S3Place, patience = housePatience): Shelf {
  const { keyId: accessKeyId, secret: secretAccessKey, region } = place;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3" });
  const base = `${place.endpoint}/${place.bucket}`;
  const addressOf = (digest: Digest): string =>
    [base, ...(place.prefix === "" ? [] : [place.prefix]), nameOnShelf(digest)].join("/");
  const ask = async (address: string, { method, headers, file }: Question = {}): Promise<IncomingMessage> => {
    const signed = await client.sign(address, { method: method ?? "GET", ...(headers && { headers }) });
    return send(signed, file, patience);
  };
  /** How many bytes stand there by the answer to a question for the first of them. */
  const readSizeThere = async (digest: Digest): Promise<number | undefined> => {
    const answer = await ask(addressOf(digest), { headers: { range: "bytes=0-0" } });
    answer.destroy();
    if (answer.statusCode === 404) return undefined;
    if (!isGood(answer)) throw refusing(answer);
    return sizeIn(answer);
  };
  const givesBack = async (digest: Digest): Promise<boolean> => {
    const back = await ask(addressOf(digest));
    if (isGood(back)) return (await readDigest(back)) === digest;
    back.destroy();
    if (back.statusCode === 404) return false;
    throw refusing(back);
  };
  return {
    put: async (digest, size, file) => {
      const headers = { "x-amz-content-sha256": digest };
      const put = await ask(addressOf(digest), { method: "PUT", headers, file: { place: file, size } });
      put.destroy();
      if (!isGood(put)) throw refusing(put);
      if (!(await givesBack(digest))) {
        throw new ShelfFault("evidence-store-loses", "the evidence store does not give back what it took");
      }
    },
    remove: async (digest) => {
      const removed = await ask(addressOf(digest), { method: "DELETE" });
      removed.destroy();
      if (!isGood(removed) && removed.statusCode !== 404) throw refusing(removed);
      if ((await readSizeThere(digest)) !== undefined) {
        throw new ShelfFault("evidence-store-keeps", "the evidence store still gives back what was to be removed");
      }
    },
    holds: givesBack,
    has: async (digest, size) => (await readSizeThere(digest)) === size,
    open: async (digest) => {
      const answer = await ask(addressOf(digest));
      const size = sizeIn(answer);
      if (isGood(answer) && size !== undefined) {
        return { size, stream: Readable.toWeb(answer) as ReadableStream<Uint8Array> };
      }
      answer.destroy();
      if (answer.statusCode === 404) return undefined;
      throw refusing(answer);
    },
    list: () => listBucket((query) => ask(`${base}?list-type=2${query}`), place.prefix),
    ping: async () => {
      const answer = await ask(`${base}?list-type=2&max-keys=1`);
      answer.destroy();
      if (!isGood(answer)) throw refusing(answer);
    },
  };
}

/** Not by `fetch`: what it is told to give up on may be forgotten by the collector before the time is over. */
function send(signed: Request, file: Question["file"], patience: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const ask = signed.url.startsWith("https:") ? askHttps : askHttp;
    const headers = { ...Object.fromEntries(signed.headers), ...(file && { "content-length": String(file.size) }) };
    const asked = ask(signed.url, { method: signed.method, headers, timeout: patience });
    // The cause would name the address, and with it the digest.
    asked.on("error", () => reject(unreachable()));
    asked.once("timeout", () => asked.destroy(unreachable()));
    asked.once("response", resolve);
    if (!file) {
      asked.end();
      return;
    }
    const bytes = createReadStream(file.place);
    bytes.once("error", (error) => {
      reject(error);
      asked.destroy();
    });
    bytes.pipe(asked);
    asked.once("close", () => bytes.destroy());
  });
}

/** `bytes 0-0/1234`, or, from a store that gave all of it, its length. */
function sizeIn({ headers }: IncomingMessage): number | undefined {
  const range = /^bytes \d+-\d+\/(\d+)$/.exec(headers["content-range"] ?? "");
  const spelled = range?.[1] ?? headers["content-length"];
  return spelled === undefined ? undefined : Number(spelled);
}

async function readDigest(answer: IncomingMessage): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of answer) hash.update(chunk as Buffer);
  } catch {
    throw unreachable();
  }
  return hash.digest("hex");
}
