import { identityReasons, type StaffCommand } from "@temwen/casework";
import type { Directory } from "@temwen/office";
import { digestOf } from "@temwen/sealing/open";
import { grantToBytes, sealTo } from "@temwen/sealing/seal";
import { type Digest, granted, joinBytes, type Result, refused, utf8 } from "@temwen/vocabulary";
import type { CaseRoom } from "../room/case-room.ts";

type Order<T extends StaffCommand["type"]> = Extract<StaffCommand, { readonly type: T }>;
export type VaultPrepareRefusal =
  | { readonly code: "no-identity-half" }
  | { readonly code: "identity-not-asked" }
  | { readonly code: "not-a-choice"; readonly field: string };

/** Says which half this is and nothing of the key: 33 bytes that nobody can guess (docs/specs/casework.md). */
const nameHalf = ({ caseId }: CaseRoom, half: Uint8Array): Digest =>
  digestOf(joinBytes(utf8(`temwen/identity-half/1\n${caseId}\n`), half));

/** The question to see the name; its reason in words is sealed besides. */
export function prepareQuestion(
  reason: string,
  room: CaseRoom,
): Result<Pick<Order<"ask-identity">, "reason" | "half">, VaultPrepareRefusal> {
  const known = identityReasons.find((name) => name === reason);
  if (!known) return refused({ code: "not-a-choice", field: "reason" });
  if (!room.identityHalf) return refused({ code: "no-identity-half" });
  return granted({ reason: known, half: nameHalf(room, room.identityHalf) });
}

type Yes = { readonly command: Order<"approve-identity">; readonly sealed: { readonly [part: string]: Uint8Array } };

/** A yes: one's own half, sealed to whoever asked. */
export async function prepareYes(room: CaseRoom, serving: Directory): Promise<Result<Yes, VaultPrepareRefusal>> {
  const { vault } = room.theCase;
  if (vault?.state !== "asked") return refused({ code: "identity-not-asked" });
  const asker = serving.staff.find(({ id }) => id === vault.askedBy);
  if (!asker) return refused({ code: "not-a-choice", field: "to" });
  if (!room.identityHalf) return refused({ code: "no-identity-half" });
  const grant = grantToBytes({ case: room.caseId, keys: {}, identityHalf: room.identityHalf });
  const sealed = await sealTo(asker.recipient, grant);
  const part = `access-${room.stream.last.index + 1}-1`;
  const half = nameHalf(room, room.identityHalf);
  const command = { type: "approve-identity", half, grant: { part, digest: digestOf(sealed) } } as const;
  return granted({ command, sealed: { [part]: sealed } });
}
