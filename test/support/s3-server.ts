import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/**
 * What a bucket does to those who use it: `fails` answers 500, `fails-after` does so after it has stored, `silent` never
 * answers, `loses` says that it stored, or removed, and did not, `changes` stores other bytes. In the last two HEAD says that all
 * is there. `invents` gives bytes of its own, as many as were named, for whatever it never had.
 */
export type Mood = "well" | "fails" | "fails-after" | "silent" | "loses" | "changes" | "invents";

/** A small honest S3 service on loopback with one bucket. It checks signatures by the specification, not by our client. */
export type S3Server = {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
  readonly pieces: Map<string, Buffer>;
  /** How often something was to be put. */
  readonly puts: () => number;
  readonly turn: (mood: Mood, invented?: number) => void;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

const key = { bucket: "evidence", region: "eu-central-9", keyId: "AKIDEXAMPLE", secret: "wJalr/EXAMPLE+KEY" } as const;

/** Starts one. */
export async function startS3Server(): Promise<S3Server> {
  const pieces = new Map<string, Buffer>();
  let mood: Mood = "well";
  let puts = 0;
  let invented = Buffer.alloc(0);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    if (request.method === "PUT") puts += 1;
    if (mood === "silent") return;
    if (mood === "fails") return say(response, 500);
    if (!isSigned(request, body)) return say(response, 403);
    const { pathname, searchParams } = new URL(request.url ?? "", "http://host");
    if (pathname === `/${key.bucket}`) {
      if (searchParams.get("list-type") !== "2") return say(response, 400);
      response.end(listPage([...pieces.keys()], searchParams, mood === "loses"));
      return;
    }
    if (!pathname.startsWith(`/${key.bucket}/`)) return say(response, 404);
    if (request.method === "PUT") {
      const kept = mood === "changes" ? Buffer.from(body).fill(0) : body;
      if (mood !== "loses") pieces.set(pathname, kept);
      return say(response, mood === "fails-after" ? 500 : 200);
    }
    if (request.method === "DELETE") {
      if (mood !== "loses") pieces.delete(pathname);
      return say(response, 204);
    }
    const piece = pieces.get(pathname) ?? (mood === "invents" ? invented : undefined);
    if (request.method === "HEAD") return say(response, piece || mood !== "well" ? 200 : 404);
    if (!piece) return say(response, 404);
    const isFirst = request.headers.range === "bytes=0-0";
    const part = isFirst ? piece.subarray(0, 1) : piece;
    response.writeHead(isFirst ? 206 : 200, {
      "content-length": part.length,
      ...(isFirst && { "content-range": `bytes 0-0/${piece.length}` }),
    });
    response.end(part);
  };
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    ...key,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pieces,
    puts: () => puts,
    turn: (next, size = 0) => {
      mood = next;
      invented = Buffer.alloc(size);
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A page of two names in their order; one that loses begins again and again. */
function listPage(paths: readonly string[], query: URLSearchParams, beginsAgain: boolean): string {
  const names = paths.map((path) => path.slice(key.bucket.length + 2)).sort();
  const wanted = names.filter((name) => name.startsWith(query.get("prefix") ?? ""));
  const after = beginsAgain ? "" : (query.get("continuation-token") ?? "").slice(tokenMark.length);
  const rest = wanted.filter((name) => name > after);
  const page = rest.slice(0, 2);
  const isMore = rest.length > page.length;
  const token = `${tokenMark}${page.at(-1)}`.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const more = isMore ? `<NextContinuationToken>${token}</NextContinuationToken>` : "";
  const contents = page.map((name) => `<Contents><Key>${name}</Key><Size>1</Size></Contents>`).join("");
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${isMore}</IsTruncated>${more}${contents}</ListBucketResult>`;
}

/** Real tokens hold what an address and XML have to escape. */
const tokenMark = "1/+&<= ";

function say(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-length": 0 }).end();
}

const sha256 = (bytes: string | Buffer): string => createHash("sha256").update(bytes).digest("hex");
const hmac = (secret: string | Buffer, text: string): Buffer => createHmac("sha256", secret).update(text).digest();

/** Signature version 4, by docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const { authorization = "", "x-amz-content-sha256": told } = request.headers;
  const [, keyId, day, region, names = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(.+)$/.exec(
      authorization,
    ) ?? [];
  const { pathname, searchParams } = new URL(request.url ?? "", "http://host");
  const query = [...searchParams].map((pair) => pair.map(encodeURIComponent).join("=")).sort();
  const headers = names.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, pathname, query.join("&"), headers.join(""), names, told].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const signing = [region ?? "", "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${key.secret}`, day ?? ""));
  const isTold = told === "UNSIGNED-PAYLOAD" ? body.length === 0 : told === sha256(body);
  return isTold && keyId === key.keyId && region === key.region && hmac(signing, toSign).toString("hex") === signature;
}
