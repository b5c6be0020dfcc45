import { digestOf, type Identity, openIdentity } from "@temwen/sealing/open";
import { type Result, refused } from "@temwen/vocabulary";
import { recordAnyway } from "../evidence/evidence.ts";
import type { KeeperRefusal } from "../views.ts";
import type { Desk, Entered } from "./send-act.ts";

/** Joins the two halves, records the look, and only then shows name and contact. */
export async function readIdentity(
  desk: Desk,
  enter: () => Promise<Result<Entered, KeeperRefusal>>,
): Promise<Result<Identity, KeeperRefusal>> {
  const entered = await enter();
  if (!entered.ok) return entered;
  const { room } = entered.value;
  const { identityHalf, lentHalf } = room;
  if (!identityHalf || !lentHalf) return refused({ code: "identity-not-approved" });
  const fetched = await desk.courier.readParts(room.caseId, ["identity"]);
  if (!fetched.ok) return fetched;
  const sealed = fetched.value.identity;
  const isNamed = sealed && digestOf(sealed) === room.stream.received.parts.identity?.digest;
  const identity = isNamed ? await openIdentity([identityHalf, lentHalf], sealed, room.caseId) : undefined;
  if (!identity?.ok) return refused({ code: "part-differs", part: "identity" });
  const told = await recordAnyway(desk, enter, entered.value, { act: "open-identity" });
  return told.ok ? identity : told;
}
