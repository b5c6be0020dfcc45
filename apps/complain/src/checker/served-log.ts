import { type LogPolicy, parseLogPolicy } from "@temwen/public-log/policy";
import { primitivesInBrowser } from "@temwen/public-log/primitives-web";
import { granted, type Result, refused } from "@temwen/vocabulary";
import type { LogRefusal } from "../proving/witnessed-log.ts";

/** The line broke, or this server answers as none does that holds a log. */
class LineFault extends Error {
  readonly code = "unreachable";
}

/** A file of the log that this site shows, by its path below `/log/`; null when there is none. Throws `LineFault`. */
export async function readServed(path: string): Promise<Uint8Array | null> {
  const answer = await ask(`/log/${path}`);
  if (answer.status === 404) return null;
  return new Uint8Array(await answer.arrayBuffer().catch(throwFault));
}

/** Where leaves with a proof number are said to stand. It is the office's word until each was proved. Throws `LineFault`. */
export async function askIndexes(proofNumber: string): Promise<readonly bigint[]> {
  const headers = { "content-type": "application/json" };
  const answer = await ask("/api/log/find", { method: "POST", headers, body: JSON.stringify({ proofNumber }) });
  const { indexes } = (await answer.json().catch(throwFault)) as { readonly indexes?: unknown };
  if (!Array.isArray(indexes) || indexes.length > 16) throwFault();
  return (indexes as readonly unknown[]).map((index) =>
    typeof index === "string" && /^(0|[1-9]\d{0,18})$/.test(index) ? BigInt(index) : throwFault(),
  );
}

/** Whom to believe: the reader's own file, else the one that the office shows. Throws `LineFault`. */
export async function readPolicy(own: Uint8Array | undefined): Promise<Result<LogPolicy, LogRefusal>> {
  const bytes = own ?? (await readServed("policy"));
  if (bytes === null) return refused({ code: "no-checkpoint" });
  const policy = parseLogPolicy(bytes, primitivesInBrowser.hasher.sha256);
  return policy.ok ? granted(policy.value) : refused({ code: "malformed-policy" });
}

/** Runs a look at the log; a broken line is a refusal like others to whoever asked. */
export async function reaching<T>(look: () => Promise<Result<T, LogRefusal>>): Promise<Result<T, LogRefusal>> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof LineFault)) throw error;
    return refused({ code: error.code });
  }
}

async function ask(address: string, how: RequestInit = {}): Promise<Response> {
  const answer = await fetch(address, { ...how, credentials: "omit", redirect: "error" }).catch(throwFault);
  return answer.ok || answer.status === 404 ? answer : throwFault();
}

function throwFault(): never {
  throw new LineFault("the log cannot be reached");
}
