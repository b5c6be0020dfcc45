import { staffStatementShape } from "@temwen/casework";
import type { MailboxCourier } from "@temwen/courier";
import { recordBytes } from "@temwen/office";
import { parseCanonical } from "@temwen/vocabulary";
import type { OwnCase } from "../../proof/own-case.ts";
import type { Opening } from "./certificate.ts";

/** What the office opened to the person: every leaf of an act of staff that the mailbox shows, with the signer's directory. */
export async function readOpenings(
  { steps }: OwnCase,
  courier: Pick<MailboxCourier, "fetchDirectory">,
): Promise<readonly Opening[]> {
  const openings: Opening[] = [];
  for (const { event, salt, index } of steps) {
    const body = parseCanonical(event.body);
    const statement = body.ok ? staffStatementShape(body.value) : undefined;
    if (!statement || salt === undefined || index === undefined) continue;
    const directory = await courier.fetchDirectory(statement.epoch);
    if (!directory.ok) continue;
    openings.push({ index, salt, record: recordBytes(event), directory: directory.value.directory });
  }
  return openings;
}
