import { spellCame } from "@temwen/casework";
import type { QueueRow, TheRecord } from "@temwen/record";

/** Rows with what came for their referrals and waits for somebody to write it down (`came`): a list must not call such a forum silent. */
export async function withCame(
  rows: readonly QueueRow[],
  record: Pick<TheRecord, "readStream" | "referrals">,
): Promise<readonly QueueRow[]> {
  const referred = rows.filter(({ facts }) => facts.referrals !== undefined).map(({ caseId }) => caseId);
  if (referred.length === 0) return rows;
  const answers = await record.referrals.readAnswers(referred);
  const waiting = new Map<string, string>();
  for (const caseId of new Set(answers.map((one) => one.caseId))) {
    const own = answers.filter((one) => one.caseId === caseId);
    waiting.set(
      caseId,
      spellCame(
        own,
        (await record.readStream(caseId)).map(({ body }) => body),
      ),
    );
  }
  return rows.map((row) => {
    const came = waiting.get(row.caseId);
    return came ? { ...row, facts: { ...row.facts, came } } : row;
  });
}
