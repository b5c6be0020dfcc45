import { readFile } from "node:fs/promises";
import { type LogPolicy, parseLogPolicy } from "@temwen/public-log/policy";
import type { Primitives } from "@temwen/public-log/primitives-node";
import { type Result, refused } from "@temwen/vocabulary";
import type { Finding } from "./speak.ts";

/** Reads a policy file; what is wrong with one is named by its line. Throws what the system throws. */
export async function readPolicy(file: string, { hasher }: Primitives): Promise<Result<LogPolicy, Finding>> {
  const policy = parseLogPolicy(new Uint8Array(await readFile(file)), hasher.sha256);
  return policy.ok
    ? policy
    : refused({ code: "malformed-policy", why: policy.refusal.code, line: policy.refusal.line });
}
