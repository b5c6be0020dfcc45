import { openWitnessedLog, type WitnessedLog } from "@temwen/complain/witnessed-log";
import { type LogPolicy, parseLogPolicy } from "@temwen/public-log/policy";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { openLogPlace } from "../log/place/open-place.ts";
import { primitives } from "../log/primitives.ts";
import { readPolicy } from "../log/read-policy.ts";
import type { Finding } from "../log/speak.ts";
import type { Terminal } from "../terminal.ts";

/** The public log of an office, and by which policy it is judged. */
export type ServedLog = {
  readonly policy: LogPolicy;
  /** Reads the log as it stands at this moment. Throws `UnreachableFault`. */
  readonly open: () => Promise<Result<WitnessedLog, Finding>>;
};

/**
 * The log that a server shows. Without a policy file of one's own the server's is taken, with a warning: it says whose word
 * to believe, and would name friends. Throws `UnreachableFault`.
 */
export async function findServedLog(
  server: string,
  policyFile: string | undefined,
  terminal: Terminal,
): Promise<Result<ServedLog, Finding>> {
  const place = await openLogPlace(`${server}/log/`);
  const policy = policyFile === undefined ? await askPolicy(place) : await readPolicy(policyFile, primitives);
  if (!policy.ok) return policy;
  if (policyFile === undefined) terminal.progress("temwen: no --policy FILE given: believing the server's own policy");
  return granted({
    policy: policy.value,
    open: () => openWitnessedLog(place.readFile, policy.value, primitives),
  });
}

async function askPolicy(place: Awaited<ReturnType<typeof openLogPlace>>): Promise<Result<LogPolicy, Finding>> {
  const bytes = await place.readFile("policy");
  if (bytes === null) return refused({ code: "no-public-log" });
  const policy = parseLogPolicy(bytes, primitives.hasher.sha256);
  return policy.ok
    ? policy
    : refused({ code: "malformed-policy", why: policy.refusal.code, line: policy.refusal.line });
}
