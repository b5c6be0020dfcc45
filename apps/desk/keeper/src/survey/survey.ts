import { inHandsOf, listsByName, queueStages, runningClocks } from "@temwen/casework";
import type { QueueEntry } from "@temwen/courier/desk";
import type { Pack } from "@temwen/mission-pack";
import type { Role, Standing } from "@temwen/office";
import { type CaseId, granted, type Result } from "@temwen/vocabulary";
import { brokenHistory, type Desk } from "../acts/send-act.ts";
import type { Entrance } from "../entrance.ts";
import { describeMeasures } from "../panel/describe-measures.ts";
import { openTexts } from "../room/open-texts.ts";
import { type VerifiedStream, verifyStream } from "../room/verify-stream.ts";
import { partsWithUnits, type RespondentUnit, unitsOf } from "../showing/respondent-units.ts";
import type { KeeperRefusal } from "../views.ts";
import type { SurveyedCase, SurveyPage, SurveyPlace } from "./survey-views.ts";

type Units = ReadonlyMap<number, RespondentUnit>;

/** What was checked before, by case, and the units once they were asked for; a case that went on since is read anew. */
export type Surveyed = Map<
  CaseId,
  { readonly version: number; readonly stream: VerifiedStream | undefined; readonly units?: Units }
>;

/** Where the survey goes on; whether to open the words that name units, which takes longer. */
export type SurveyWish = { readonly place?: SurveyPlace | undefined; readonly withUnits?: boolean | undefined };

/** One step of a survey reads so many cases, so that whoever waits sees it go on. */
const atOnce = 20;
/** No board counts what was erased, or what two people closed unread. */
const uncounted: readonly string[] = ["erased", "flood-proposed", "closed-as-flood"];

/** The stages of a role's list. What somebody holds by name may stand at any, and intake sees all of them. */
const stagesFor = (role: Role): readonly string[] =>
  queueStages(listsByName(role) ? "intake" : role).filter((stage) => !uncounted.includes(stage));

/**
 * Reads some of the cases that this person may read, checks each from its first record on, and says where to go on. Nothing
 * sealed is fetched but, where units are asked for, the words that may name one; and nothing leaves this machine but the
 * questions for the cases and for those words.
 */
export async function surveyCases(
  desk: Desk,
  { member: { role }, standing }: { readonly member: { readonly role: Role }; readonly standing: Standing },
  { known, enter }: { readonly known: Surveyed; readonly enter: Entrance["enter"] },
  { place, withUnits = false }: SurveyWish,
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
    const units = withUnits && checked.value ? await readUnits(desk, row.caseId, { known, enter }) : granted(noUnits);
    if (!units.ok) return units;
    const surveyed = checked.value && describe(checked.value, desk.pack, units.value);
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

const noUnits: Units = new Map();

/** The units that a case's words name, opened with this person's keys; a case without an allegation is not opened for it. */
async function readUnits(
  { courier }: Desk,
  caseId: CaseId,
  { known, enter }: { readonly known: Surveyed; readonly enter: Entrance["enter"] },
): Promise<Result<Units, KeeperRefusal>> {
  const before = known.get(caseId);
  if (!before?.stream) return granted(noUnits);
  if (before.units) return granted(before.units);
  const parts = partsWithUnits(before.stream);
  if (parts.size === 0) return granted(noUnits);
  const entered = await enter(caseId);
  if (!entered.ok) return entered;
  const texts = await openTexts(entered.value.room, courier, parts);
  if (!texts.ok) return texts;
  const units = unitsOf(before.stream, texts.value.opened);
  known.set(caseId, { ...before, units });
  return granted(units);
}

type Described = Omit<SurveyedCase, "caseId">;

function describe({ theCase, happened }: VerifiedStream, pack: Pack, units: Units): Described | undefined {
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
      return found ? [{ right, kind: found.kind, forces: found.forces, ...units.get(respondent) }] : [];
    }),
    measures: describeMeasures(happened, new Map()).map(({ number, form, bearer, due, deliveries }) => {
      const last = deliveries.at(-1);
      const said = last && { delivered: last.delivered, decidedBy: last.decidedBy };
      return { number, form, bearer, due, ...said, isPublished: (last?.published.length ?? 0) > 0 };
    }),
  };
}
