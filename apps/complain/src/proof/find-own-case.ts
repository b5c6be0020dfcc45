import type { MailboxCase } from "@temwen/courier";
import { parseBase64 } from "@temwen/vocabulary";
import { filedEvent, type OwnFiling } from "../proving/own-filing.ts";
import { UnreachableFault } from "../steps/log-files.ts";

/**
 * The case as far as it is known here, once for each place where the log says that the proof number stands. Throws
 * `UnreachableFault`.
 */
export async function findOwnCase(own: OwnFiling): Promise<readonly MailboxCase[]> {
  const events = [filedEvent(own)];
  const salt = decode(own.manifest.salt);
  const kept = { case: own.filing.case, events, sealed: {} };
  const indexes = await findNumber(own.filing.proofNumber);
  if (indexes.length === 0) return [{ ...kept, leaves: [] }];
  return indexes.map((index) => ({ ...kept, leaves: [{ event: 0, part: 0, index, salt }] }));
}

/** Where a number stands, as anybody may ask (docs/specs/log.md). What comes back is checked against the log itself. */
async function findNumber(proofNumber: string): Promise<readonly bigint[]> {
  try {
    const answer = await fetch("/api/log/find", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ proofNumber }),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
    if (!answer.ok) throw new UnreachableFault();
    const { indexes } = (await answer.json()) as { readonly indexes?: readonly unknown[] };
    return (indexes ?? [])
      .slice(0, 4)
      .flatMap((index) => (/^\d{1,15}$/.test(String(index)) ? [BigInt(String(index))] : []));
  } catch (cause) {
    throw new UnreachableFault("", { cause });
  }
}

function decode(base64: string): Uint8Array {
  const bytes = parseBase64(base64);
  if (!bytes.ok) throw new Error("a manifest that was just made has malformed base64");
  return bytes.value;
}
