import { useSignal } from "@preact/signals";
import { openingOf } from "@temwen/casework/matters";
import { Button, ClockBadge, EmptyState, Icon } from "@temwen/ui";
import type { MatterKind } from "@temwen/vocabulary";
import type { MatterBoard as Board, MatterRow } from "../../../keeper/src/matters/matter-views.ts";
import { isUnsent, UnsentFlag } from "../acts/unsent-flag.tsx";
import { goTo, person } from "../desk-state.ts";
import { hasDrafts } from "../drafts.ts";
import { Heading } from "../heading.tsx";
import { useReading } from "../reading.ts";
import { caseName, dayName } from "../say.ts";
import { TroubleNotice } from "../trouble-notice.tsx";
import { MatterForm } from "./matter-form.tsx";
import {
  aboutOf,
  addresseeName,
  factText,
  matterWord,
  matterWords,
  orderName,
  stageName,
  whyNot,
} from "./say-matter.ts";

/** Who opens a matter (docs/specs/streams.md). */
const makers: { readonly [K in MatterKind]: readonly string[] } = {
  recommendation: ["investigator", "panel", "child-protection"],
  visit: ["investigator", "panel", "child-protection"],
  paternity: ["investigator", "support", "child-protection"],
};

/** All matters of a kind: what waits for an answer, until when, and where silence is the answer. */
export function MatterBoard({ kind }: { readonly kind: MatterKind }) {
  const w = matterWords();
  const { view, trouble, read } = useReading<Board>(`/api/matters/of/${kind}`);
  const isOpening = useSignal(false);
  const shown = view.value;
  const opening = openingOf(kind);
  return (
    <section class="queue matters">
      <Heading>{w[`door.${kind}`]}</Heading>
      <p class="hint">{w[`lead.${kind}`]}</p>
      <TroubleNotice refusal={trouble.value} onRead={read} tell={whyNot} />
      {makers[kind].includes(person.value?.me.role ?? "") && !isOpening.value && (
        <div class="row">
          <Button look="primary" icon="pen" onClick={() => (isOpening.value = true)}>
            {orderName(opening)}
          </Button>
          {isUnsent(`new-${kind}`, opening) && <UnsentFlag />}
        </div>
      )}
      {isOpening.value && (
        <MatterForm
          order={opening}
          about={{ kind }}
          onRead={read}
          onClose={(done) => {
            isOpening.value = false;
            if (done) goTo({ at: "matter", matter: done });
          }}
        />
      )}
      {!shown && !trouble.value && <p class="hint">{w.fetching}</p>}
      {shown && shown.rows.length === 0 && !isOpening.value && <EmptyState title={w[`none.${kind}`]} />}
      {shown && shown.rows.length > 0 && (
        <ol class="rows">
          {shown.rows.map((row) => (
            <Row key={row.matter} row={row} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: MatterRow }) {
  const w = matterWords();
  const { matter, kind, stage, to, isSilent, isBroken, leavers, facts } = row;
  const more = [facts.basis && matterWord("basis", facts.basis), facts.entry && factText("entry", facts.entry)];
  return (
    <li class={isSilent || isBroken ? "row-late" : undefined}>
      <button type="button" class="case-row" onClick={() => goTo({ at: "matter", matter })}>
        <span class="row-name">{caseName(matter)}</span>
        <span class="row-clock">
          <AnswerBadge row={row} />
        </span>
        <span class="row-about">
          <span>{aboutOf(row)}</span>
          <span class="hint">
            {[to && addresseeName(to), stageName(kind, stage), ...more].filter(Boolean).join(" · ")}
          </span>
        </span>
        <span class="row-flags">
          {isBroken && (
            <span class="flag">
              <Icon name="alarm" />
              {w.broken}
            </span>
          )}
          {hasDrafts(person.value?.me.id ?? "", matter) && <UnsentFlag />}
          {leavers.length > 0 && (
            <span class="flag">
              <Icon name="lock" />
              {w.keyOpen}
            </span>
          )}
        </span>
        <span class="row-date hint">{publicity(row)}</span>
      </button>
    </li>
  );
}

/** What was answered, or until when an answer is awaited; silence stands out. */
export function AnswerBadge({ row: { answer, answerDue, isSilent, waits } }: { readonly row: MatterRow }) {
  const w = matterWords();
  if (isSilent) return <ClockBadge state="late">{w.silent}</ClockBadge>;
  if (answer !== undefined && !waits) return <ClockBadge state="none">{matterWord("answer", answer)}</ClockBadge>;
  if (!waits || answerDue === undefined) return null;
  return (
    <ClockBadge state="left">
      {w.answerBy} {dayName(answerDue)}
    </ClockBadge>
  );
}

/** Whether everybody may read of it; of a family's claim nobody ever does. */
export function publicity({ kind, isPublic }: MatterRow): string {
  const w = matterWords();
  if (kind === "paternity") return w.secret;
  return isPublic ? w.public : w.notPublic;
}
