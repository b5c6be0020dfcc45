import { listsByName, mayKnowOf, queueStages, tellRow } from "@temwen/casework";
import type { StaffMember } from "@temwen/office";
import type { QueuePage, QueueQuery, QueueRow } from "@temwen/record";
import type { Context } from "hono";
import * as z from "zod";
import { refuse } from "../answers.ts";
import type { OfficeContext } from "../office-context.ts";
import { withCame } from "./came-answers.ts";
import { readHeld } from "./held-cases.ts";
import { countPassedOn } from "./passed-on.ts";
import { type Place, type Places, placeOf } from "./queue-places.ts";
import type { SignedIn } from "./session.ts";

const queueBody = z.strictObject({
  stage: z.string().max(40).optional(),
  limit: z.number().int().min(1).max(200).optional(),
  after: z.string().max(300).optional(),
});

/** One question looks at no more cases than this, however many of them its reader may not see. */
const mostLooked = 1000;
const mostAtOnce = 200;

/** A page of the queue: cases that this person may know of, nearest due first, and where to go on. */
export async function answerQueue(
  context: Context,
  { member }: SignedIn,
  { record, registry, pack, now }: Pick<OfficeContext, "record" | "registry" | "pack" | "now">,
  places: Places,
): Promise<Response> {
  const asked = queueBody.safeParse(await context.req.json().catch(() => undefined));
  if (!asked.success) return refuse(context, { code: "malformed-query" });
  const { stage: wanted, limit = 50, after: spelled } = asked.data;
  const after = spelled === undefined ? undefined : await places.read(spelled, member.id);
  if (spelled !== undefined && !after) return refuse(context, { code: "malformed-query" });
  const stages = queueStages(member.role);
  // Told with the first page alone: it is of the whole office, and of no page.
  const isFirst = after === undefined && wanted === undefined;
  const counted = isFirst ? await countPassedOn(record, member, { pack, now: now(), shown: stages }) : {};
  const passedOn = Object.keys(counted).length > 0 ? { passedOn: counted } : {};
  if (listsByName(member.role)) {
    const query = { limit, ...(wanted && { stage: wanted }), ...(after && { after }) };
    const { rows, stages: held, end } = await readHeld({ record, registry }, member, query);
    const told = await withCame(rows, record);
    const next = end && (await places.spell(end, member.id));
    return context.json({ rows: told, stages: held, ...passedOn, ...(next && { next }) });
  }
  if (stages.length === 0 || (wanted && !stages.includes(wanted))) {
    return context.json({ rows: [], stages: {}, ...passedOn });
  }
  const seesAll = stages.length === queueStages("intake").length;
  const query = { limit, ...(after && { after }) };
  const page =
    wanted || seesAll
      ? await readVisible(record, member, { ...query, ...(wanted && { stage: wanted }) })
      : await readFirstStage(record, member, query, stages);
  const counts = Object.fromEntries(Object.entries(page.stages).filter(([name]) => stages.includes(name)));
  const next = page.end && (await places.spell(page.end, member.id));
  const rows = await withCame(page.rows, record);
  return context.json({ rows, stages: counts, ...passedOn, ...(next && { next }) });
}

/**
 * The first of a role's stages in which there is anything. A role that does not see every stage reads one at a time: a page of
 * other people's cases would be empty for it.
 */
async function readFirstStage(
  record: Pick<OfficeContext["record"], "readQueue">,
  reader: Pick<StaffMember, "id" | "role" | "ties">,
  query: QueueQuery,
  stages: readonly string[],
): Promise<VisiblePage> {
  const [stage, ...others] = stages;
  const page = await readVisible(record, reader, { ...query, ...(stage && { stage }) });
  const isEmpty = page.rows.length === 0 && !page.end;
  return isEmpty && others.length > 0 ? readFirstStage(record, reader, query, others) : page;
}

type VisiblePage = Pick<QueuePage, "rows" | "stages"> & {
  /** Behind which case more may follow; the rows may be fewer than asked for, or none, and more follow all the same. */
  readonly end?: Place;
};

/** Reads on past what this person may not see until the page is full, the queue ends, or enough was looked at. */
export async function readVisible(
  record: Pick<OfficeContext["record"], "readQueue">,
  reader: Pick<StaffMember, "id" | "role" | "ties">,
  query: QueueQuery,
): Promise<VisiblePage> {
  const rows: QueueRow[] = [];
  const stages = queueStages(reader.role);
  let after = query.after;
  for (let looked = 0; ; ) {
    // Who has no ties gets the page in one look.
    const limit = looked === 0 ? query.limit : mostAtOnce;
    const page = await record.readQueue({ ...query, limit, ...(after && { after }) });
    for (const [place, row] of page.rows.entries()) {
      if (!stages.includes(row.stage) || !mayKnowOf(row, reader)) continue;
      rows.push(tellRow(row));
      const isLast = !page.more && place === page.rows.length - 1;
      if (rows.length === query.limit) return { rows, stages: page.stages, ...(!isLast && { end: placeOf(row) }) };
    }
    const last = page.rows.at(-1);
    if (!page.more || !last) return { rows, stages: page.stages };
    after = placeOf(last);
    looked += page.rows.length;
    if (looked >= mostLooked) return { rows, stages: page.stages, end: after };
  }
}
