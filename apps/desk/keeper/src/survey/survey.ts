import { inHandsOf, listsByName, queueStages, runningClocks } from "@temwen/casework";
import type { QueueEntry } from "@temwen/courier/desk";
import type { Pack } from "@temwen/mission-pack";
import type { Role, Standing } from "@temwen/office";
import { type CaseId, granted, type Result } from "@temwen/vocabulary";
import { brokenHistory, type Desk } from "../acts/send-act.ts";
import { describeMeasures } from "../panel/describe-measures.ts";
import { type VerifiedStream, verifyStream } from "../room/verify-stream.ts";
import type { KeeperRefusal } from "../views.ts";
import type { SurveyedCase, SurveyPage, SurveyPlace } from "./survey-views.ts";

/** What was checked before, by case; a case that went on since is checked anew. */
export type Surveyed = Map<CaseId, { readonly version: number; readonly stream: VerifiedStream | undefined }>;

/** One step of a survey reads so many cases, so that whoever waits sees it go on. */
const atOnce = 20;
/** No board counts what was erased, or what two people closed unread. */
const uncounted: readonly string[] = ["erased", "flood-proposed", "closed-as-flood"];

/** The stages of a role's list. What somebody holds by name may stand at any, and intake sees all of them. */
const stagesFor = (role: Role): readonly string[] =>
  queueStages(listsByName(role) ? "intake" : role).filter((stage) => !uncounted.includes(stage));

/**
 * Reads some of the cases that this person may read, checks each from its first record on, and says where to go on. Nothing
 * sealed is fetched, and nothing leaves this machine but the questions for the cases.
 */
export async function surveyCases(
  desk: Desk,
  { member: { role }, standing }: { readonly member: { readonly role: Role }; readonly standing: Standing },
  known: Surveyed,
  place: SurveyPlace | undefined,
): Promise<Result<SurveyPage, KeeperRefusal>> {
  const stages = stagesFor(role);
  const stage = place?.stage ?? stages[0];
  const now = desk.now();
  if (stage === undefined || !stages.includes(stage)) return granted({ cases: [], untrusted: [], now });
  const after = place?.after;
  const page = await desk.courier.readQueue({ stage, limit: atOnce, ...(after !== undefined && { after }) });
  if (!page.ok) return page;
  const cases: SurveyedCase[] = [];
  const untrusted: CaseId[] = [];
  for (const row of page.value.rows) {
    const checked = await checkCase(desk, standing, known, row);
    if (!checked.ok) return checked;
    const surveyed = checked.value && describe(checked.value, desk.pack);
    if (surveyed) cases.push({ ...surveyed, caseId: row.caseId });
    else untrusted.push(row.caseId);
  }
  const next = nextPlace(stages, stage, page.value.next);
  return granted({ cases, untrusted, now, ...(next && { next }) });
}

function nextPlace(stages: readonly string[], stage: string, after: string | undefined): SurveyPlace | undefined {
  if (after !== undefined) return { stage, after };
  const following = stages[stages.indexOf(stage) + 1];
  return following === undefined ? undefined : { stage: following };
}

/** The history of a case; undefined where it does not hold together. */
async function checkCase(
  desk: Desk,
  standing: Standing,
  known: Surveyed,
  { caseId, version }: Pick<QueueEntry, "caseId" | "version">,
): Promise<Result<VerifiedStream | undefined, KeeperRefusal>> {
  const before = known.get(caseId);
  if (before?.version === version) return granted(before.stream);
  const served = await desk.courier.readCase(caseId);
  if (!served.ok) return served;
  const stream = await verifyStream(caseId, served.value.events, standing, desk.directories);
  const isWhole = stream?.alarms.every(({ code }) => !brokenHistory.includes(code)) ?? false;
  const kept = isWhole ? stream : undefined;
  known.set(caseId, { version: served.value.events.length, stream: kept });
  return granted(kept);
}

type Described = Omit<SurveyedCase, "caseId">;

function describe({ theCase, happened }: VerifiedStream, pack: Pack): Described | undefined {
  if (theCase.stage === "unknown") return undefined;
  const { stage, receivedAt } = theCase;
  const inquiry = "inquiry" in theCase ? theCase.inquiry : undefined;
  return {
    stage,
    receivedAt,
    inHandsOf: inHandsOf(theCase),
    clocks: runningClocks(theCase, pack),
    ...("assessedAt" in theCase && { assessed: { department: theCase.department, month: theCase.month } }),
    allegations: (inquiry?.allegations ?? []).flatMap(({ right, respondent }) => {
      const found = inquiry?.respondents[respondent - 1];
      return found ? [{ right, kind: found.kind, forces: found.forces }] : [];
    }),
    measures: describeMeasures(happened, new Map()).map(({ number, form, bearer, due, deliveries }) => {
      const last = deliveries.at(-1);
      const said = last && { delivered: last.delivered, decidedBy: last.decidedBy };
      return { number, form, bearer, due, ...said, isPublished: (last?.published.length ?? 0) > 0 };
    }),
  };
}
