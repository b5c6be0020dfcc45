import { readFile } from "node:fs/promises";
import type { S3Place } from "@temwen/server";
import { UsageError } from "../exit.ts";

/** What the environment says about a bucket for evidence, as it stands there. */
export type S3Words = {
  /** `s3://bucket` or `s3://bucket/prefix`; without it evidence stands in the data folder. */
  readonly blobs: string | undefined;
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
  readonly keyId: string | undefined;
  readonly secret: string | undefined;
  /** A file with the key's id in its first line and its secret in the second, instead of both. */
  readonly keyFile: string | undefined;
};

/** The bucket for evidence; undefined where none is named. Throws `UsageError`; a key is in none of its messages. */
export async function readS3Place(words: S3Words): Promise<S3Place | undefined> {
  if (!words.blobs) return undefined;
  const [, bucket, prefix = ""] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*))?\/?$/.exec(words.blobs) ??
    [];
  if (bucket === undefined) throw new UsageError("TEMWEN_BLOBS needs a place like s3://bucket/prefix");
  const region = words.region || "us-east-1";
  const endpoint = readEndpoint(words.endpoint || `https://s3.${region}.amazonaws.com`);
  return { bucket, prefix, region, endpoint, ...(await readKey(words)) };
}

/** What is not encrypted on its way is for this machine only: the names of pieces tell who looks at what. */
function readEndpoint(spelled: string): string {
  const url = URL.canParse(spelled) ? new URL(spelled) : undefined;
  const isNear = ["localhost", "127.0.0.1", "[::1]"].includes(url?.hostname ?? "");
  if (url?.pathname !== "/" || url.search !== "" || url.username !== "") {
    throw new UsageError("TEMWEN_S3_ENDPOINT needs an address like https://host");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isNear)) {
    throw new UsageError("TEMWEN_S3_ENDPOINT must begin with https://, but on this machine itself");
  }
  return url.origin;
}

async function readKey(words: S3Words): Promise<Pick<S3Place, "keyId" | "secret">> {
  const [keyId, secret] = words.keyFile
    ? (await readFile(words.keyFile, "utf8")).split(/\r?\n/).map((line) => line.trim())
    : [words.keyId, words.secret];
  if (!keyId || !secret) {
    throw new UsageError("the bucket needs a key: TEMWEN_S3_KEY_FILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  }
  return { keyId, secret };
}
