import { useSignal } from "@preact/signals";
import { Button, EmptyState, Notice } from "@temwen/ui";
import { useEffect, useRef } from "preact/hooks";
import type { QueueView } from "../../../keeper/src/views.ts";
import { listOfCases } from "../boards/lists-cases.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { isSignedOut, lateForMe, person } from "../desk-state.ts";
import { Heading } from "../heading.tsx";
import { singleKeys, useKeys } from "../keys/shortcuts.ts";
import { OpenCaseDoor } from "../opening-cases/open-case-door.tsx";
import { hour, tellRefusal, wordFor, words } from "../say.ts";
import { FindCase } from "./find-case.tsx";
import { QueueRow } from "./queue-row.tsx";
import { Unsent } from "./unsent.tsx";

const stageOrder = [
  "received",
  "acknowledged",
  "assessed",
  "non-admission-proposed",
  "admitted",
  "investigating",
  "before-panel",
  "found",
  "ruled",
  "settled",
  "closed",
  "not-admitted",
  "withdrawn",
  "transferred",
  "flood-proposed",
  "closed-as-flood",
  "erased",
];

/** What waits for this person, most pressing first. */
export function Queue() {
  const w = words();
  const stage = useSignal<string | undefined>(undefined);
  const view = useSignal<QueueView | undefined>(undefined);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const isReading = useSignal(false);
  const screen = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);

  const read = async (after?: string) => {
    isReading.value = true;
    const asked = stage.value;
    const question = { ...(asked && { stage: asked }), ...(after && { after }) };
    const answer = await ask<QueueView>("POST", "/api/queue", question);
    if (asked !== stage.value) return;
    isReading.value = false;
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    if (!answer.ok) return;
    if (!asked && !after) lateForMe.value = countLate(answer.value);
    const before = after ? (view.value?.rows ?? []) : [];
    view.value = { ...answer.value, rows: [...before, ...answer.value.rows], ...(after && keptCount(view.value)) };
  };
  useEffect(() => {
    void read();
    const onReturn = () => document.visibilityState === "visible" && person.value && void read();
    const onKey = (event: KeyboardEvent) => moveByKey(event, list.current);
    document.addEventListener("visibilitychange", onReturn);
    screen.current?.addEventListener("keydown", onKey);
    return () => document.removeEventListener("visibilitychange", onReturn);
  }, []);

  useKeys({ r: () => void read() });

  const shown = view.value;
  const choose = (next: string | undefined) => {
    stage.value = next;
    void read();
  };
  return (
    <section class="queue" ref={screen}>
      <div class="queue-head">
        <Heading>{w.queue}</Heading>
        {shown && hasCases(shown) && <p class="hint">{w.queueCount({ n: waiting(shown) })}</p>}
        {shown && floods(shown) > 0 && <p class="hint">{w.queueFlood({ n: String(floods(shown)) })}</p>}
        <Button look="plain" onClick={() => void read()} disabled={isReading.value}>
          {shown ? w.refreshed({ hour: hour(shown.now) }) : w.refresh}
        </Button>
      </div>
      {shown && hasCases(shown) && <StageTabs stages={shown.stages} chosen={stage.value} onChoose={choose} />}
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      {shown && <PassedOn counts={shown.passedOn} />}
      <FindCase />
      <OpenCaseDoor />
      <Unsent />
      {shown && shown.rows.length === 0 && <Nothing isStage={stage.value !== undefined} />}
      {shown && shown.rows.length > 0 && (
        <>
          <ol class="rows" ref={list} aria-busy={isReading.value}>
            {shown.rows.map((row) => (
              <QueueRow key={row.caseId} row={row} now={shown.now} showsStage={stage.value === undefined} />
            ))}
          </ol>
          <div class="queue-foot">
            {shown.next && (
              <Button disabled={isReading.value} onClick={() => void read(shown.next)}>
                {w.queueMore}
              </Button>
            )}
            <p class="hint keys">{w.queueKeys}</p>
          </div>
        </>
      )}
      {!shown && !trouble.value && <p class="hint">{w.working}</p>}
    </section>
  );
}

/** What waits too long in the office and has become this role's to see to, though it may not see which cases. */
function PassedOn({ counts = {} }: { readonly counts: QueueView["passedOn"] }) {
  const w = words();
  const known = Object.entries(counts);
  if (known.length === 0) return null;
  return (
    <Notice kind="alarm">
      <p>{w.passedOnSays}</p>
      <ul>
        {known.map(([id, n]) => (
          <li key={id}>
            {wordFor("clock", id)}: {n}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Nothing({ isStage }: { readonly isStage: boolean }) {
  const w = words();
  switch (listOfCases()) {
    case "by-stage":
      return <EmptyState title={w.queueEmpty}>{isStage ? w.queueEmptyStage : w.queueEmptyHint}</EmptyState>;
    case "by-name":
      return <EmptyState title={w.queueHeldNone}>{isStage ? w.queueEmptyStage : w.queueHeldHint}</EmptyState>;
    case "none":
      return <EmptyState title={w.queueNone}>{w.queueNoneHint}</EmptyState>;
  }
}

type TabsProps = {
  readonly stages: QueueView["stages"];
  readonly chosen: string | undefined;
  readonly onChoose: (stage: string | undefined) => void;
};

function StageTabs({ stages, chosen, onChoose }: TabsProps) {
  const w = words();
  const known = Object.keys(stages).sort((a, b) => stageOrder.indexOf(a) - stageOrder.indexOf(b));
  const all = Object.values(stages).reduce((sum, count) => sum + count, 0);
  const tab = (stage: string | undefined, name: string, count: number) => (
    <li key={stage ?? ""}>
      <button type="button" class="tab" aria-pressed={chosen === stage} onClick={() => onChoose(stage)}>
        {name} <span class="count">{count}</span>
      </button>
    </li>
  );
  return (
    <nav aria-label={w.stage}>
      <ul class="tabs">
        {tab(undefined, w.filterAll, all)}
        {known.map((stage) => tab(stage, wordFor("stage", stage), stages[stage] ?? 0))}
      </ul>
    </nav>
  );
}

/** What the first page told of the whole office stays while more of the list is asked for. */
const keptCount = (before: QueueView | undefined) => (before?.passedOn ? { passedOn: before.passedOn } : {});

/** How many cases are late in a way that whoever is signed in must act on. The most pressing stand first, so one page tells. */
const countLate = ({ rows, now }: QueueView): number =>
  rows.filter(({ clock, acting }) => acting?.isMine && clock !== undefined && clock.due < now).length;

const hasCases = ({ stages }: QueueView): boolean => Object.values(stages).some((count) => count > 0);
const ended = ["not-admitted", "withdrawn", "closed-as-flood", "erased", "closed", "transferred", "linked"];
/** Closed unread is no outcome: told apart, so that nobody reads it as work done. */
const floods = ({ stages }: QueueView): number => stages["closed-as-flood"] ?? 0;
const waiting = ({ stages }: QueueView): number =>
  Object.entries(stages).reduce((sum, [stage, count]) => (ended.includes(stage) ? sum : sum + count), 0);

/** j and k (or the arrows) walk through the rows; Enter is the button's own. Only while the focus is in the list's screen. */
function moveByKey(event: KeyboardEvent, list: HTMLOListElement | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !list) return;
  if (event.key.length === 1 && !singleKeys.value) return;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...list.querySelectorAll<HTMLButtonElement>(".case-row")];
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  next?.focus();
  event.preventDefault();
}
