import { mayRead, tellRow } from "@temwen/casework";
import type { QueueRow } from "@temwen/record";
import type { Context } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import { readCaseFile } from "../casefile.ts";
import type { OfficeContext } from "../office-context.ts";
import { withCame } from "./came-answers.ts";
import type { SignedIn } from "./session.ts";

/** The beginning of what stands behind `cas_`: as much as a screen shows, or the whole. */
const findBody = z.strictObject({ number: z.string().regex(/^[0-7][0-9a-hjkmnp-tv-z]{3,25}$/) });

/** Whoever gets so many wrote too little of the number. */
const mostFound = 20;

/** Cases whose number begins so, of those that this person may read; to everybody else one is as if it were not there. */
export async function answerFind(context: Context, { member }: SignedIn, office: OfficeContext): Promise<Response> {
  const asked = findBody.safeParse(await context.req.json().catch(() => undefined));
  if (!asked.success) return refuse(context, { code: "malformed-query" });
  const rows: QueueRow[] = [];
  for (const row of await office.record.findCases(`cas_${asked.data.number}`, mostFound)) {
    const { theCase } = await readCaseFile(office, row.caseId);
    if (mayRead(theCase, member)) rows.push(tellRow(row));
  }
  return context.json({ rows: await withCame(rows, office.record) });
}
