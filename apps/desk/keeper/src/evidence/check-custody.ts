import { digestOf } from "@temwen/sealing/open";
import { type Digest, granted, type Result } from "@temwen/vocabulary";
import type { Desk } from "../acts/send-act.ts";
import type { CaseRoom } from "../room/case-room.ts";
import type { KeeperRefusal } from "../views.ts";
import { announcedDigests } from "./added-evidence.ts";

/** Whether the office still has a piece as it was announced. Nothing is opened for it, and so nobody has looked. */
export type PieceCheck = {
  readonly part: string;
  readonly sealed: Digest;
  readonly state: "whole" | "differs" | "gone" | "not-arrived";
};

/** Fetches every sealed piece of a case and holds it against the digest that the record names; no key is needed. */
export async function checkCustody(desk: Desk, room: CaseRoom): Promise<Result<readonly PieceCheck[], KeeperRefusal>> {
  const checks: PieceCheck[] = [];
  for (const [part, sealed] of announcedDigests(room)) {
    if (!isPiece(part)) continue;
    if (!room.served.arrived.includes(part)) {
      checks.push({ part, sealed, state: "not-arrived" });
      continue;
    }
    const fetched = await desk.courier.readEvidence(room.caseId, sealed);
    if (!fetched.ok && fetched.refusal.code !== "not-found") return fetched;
    checks.push({ part, sealed, state: fetched.ok ? stateOf(fetched.value, sealed) : "gone" });
  }
  return granted(checks);
}

const stateOf = (bytes: Uint8Array, sealed: Digest): "whole" | "differs" =>
  digestOf(bytes) === sealed ? "whole" : "differs";

/** A piece of evidence, by its name; everything else that is sealed is compared whenever the case is opened. */
const isPiece = (part: string): boolean => /^(evidence-[1-8]|(added|taken)-\d{1,7}-[1-8])$/.test(part);
