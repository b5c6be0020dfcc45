import { ClockBadge, Icon } from "@temwen/ui";
import type { Instant } from "@temwen/vocabulary";
import type { QueueView } from "../../../keeper/src/views.ts";
import { goTo, person } from "../desk-state.ts";
import { hasDrafts } from "../drafts.ts";
import { bearerName } from "../panel/bearer-name.ts";
import { caseName, day, departmentName, hour, timeLeft, wordFor, words } from "../say.ts";

type Row = QueueView["rows"][number];

/** A case in a list: how late it is, where it stands, and what waits in it. */
export function QueueRow({
  row,
  now,
  showsStage,
}: {
  readonly row: Row;
  readonly now: Instant;
  readonly showsStage: boolean;
}) {
  const w = words();
  const { facts, clock } = row;
  const left = clock && timeLeft(clock.due, now);
  const rights = wordsOf(facts.rights).map((right) => wordFor("right", right));
  const place = typeof facts.department === "string" ? [departmentName(facts.department)] : [];
  const isMineUnsent = hasDrafts(person.value?.me.id ?? "", row.caseId);
  return (
    <li class={left?.state === "late" ? "row-late" : undefined}>
      <button type="button" class="case-row" onClick={() => goTo({ at: "case", caseId: row.caseId })}>
        <span class="row-name">{caseName(row.caseId)}</span>
        <span class="row-clock">
          <ClockBadge state={left?.state ?? "none"}>{left?.text ?? w.clockNone}</ClockBadge>
          {clock && <span class="hint">{wordFor("clock", clock.id)}</span>}
          {clock && <span class="hint">{w.dueOn({ date: hour(clock.due) })}</span>}
        </span>
        <span class="row-about">
          {showsStage && <span>{wordFor("stage", row.stage)}</span>}
          <span class="hint">{[...rights, ...place].join(" · ")}</span>
        </span>
        <span class="row-flags">
          {facts.withdrawalAsked === true && <Flag icon="alarm">{w.flagWithdrawal}</Flag>}
          {waitsForSecond(row, now) && <Flag icon="people">{w.flagSecond}</Flag>}
          {facts.opened !== undefined && <Flag icon="case">{w.flagOpened}</Flag>}
          {facts.unanswered === true && <Flag icon="message">{w.flagUnanswered}</Flag>}
          {facts.came !== undefined && <Flag icon="alarm">{w.flagCame}</Flag>}
          {left?.state === "late" && row.acting && (
            <Flag icon="people">{w.clockActs({ who: tellActing(row.acting) })}</Flag>
          )}
          {isMineUnsent && <Flag icon="pen">{w.flagUnsent}</Flag>}
        </span>
        <span class="row-date hint">{day(row.receivedAt)}</span>
      </button>
    </li>
  );
}

/** Whose a late case is: its bearer's, and whose it has become besides. */
const tellActing = ({ bearer, passedOn }: NonNullable<Row["acting"]>): string =>
  [bearer, ...(passedOn ? [passedOn.to] : [])].map(bearerName).join(" + ");

/** Whether something in a case goes on only when a second person says yes or no. */
function waitsForSecond({ stage, facts }: Row, now: Instant): boolean {
  const isNameAsked = typeof facts.nameAskedUntil === "string" && facts.nameAskedUntil > now;
  const isProposed = stage === "non-admission-proposed" || stage === "flood-proposed";
  return isProposed || facts.erasure === "proposed" || isNameAsked;
}

function Flag({
  icon,
  children,
}: {
  readonly icon: "alarm" | "case" | "message" | "pen" | "people";
  readonly children: string;
}) {
  return (
    <span class="flag">
      <Icon name={icon} />
      {children}
    </span>
  );
}

const wordsOf = (list: unknown): readonly string[] => (typeof list === "string" && list !== "" ? list.split(" ") : []);
