import {
  ClockBadge,
  Digits,
  Doing,
  EmptyState,
  Facts,
  Icon,
  type IconName,
  Notice,
  Steps,
  Table,
  Timeline,
} from "@temwen/ui";
import type { Specimens } from "./specimen.ts";

export const clockBadgeSpecimens: Specimens = {
  "every state": ({ words: { desk } }) => (
    <div class="together">
      <ClockBadge state="left">{desk.timeLeftDays({ n: 6 })}</ClockBadge>
      <ClockBadge state="soon">{desk.timeLeftHours({ n: 1 })}</ClockBadge>
      <ClockBadge state="late">{desk.timeLateDays({ n: 12 })}</ClockBadge>
      <ClockBadge state="met">{desk.clockStopped}</ClockBadge>
      <ClockBadge state="none">{desk.clockNone}</ClockBadge>
    </div>
  ),
};

export const digitsSpecimens: Specimens = {
  "a receipt": () => <Digits groups={["0123", "4567", "8901", "2345", "6789", "0123"]} />,
};

export const doingSpecimens: Specimens = {
  "under way": ({ words: { complain } }) => (
    <Doing
      stages={[
        { state: "past", text: complain.sendingReceipt },
        { state: "now", text: complain.sendingLock },
        { state: "later", text: complain.sendingSend },
      ]}
    />
  ),
  "long words": ({ words: { longText, longLabel, unbroken } }) => (
    <Doing
      stages={[
        { state: "past", text: longText },
        { state: "now", text: longLabel },
        { state: "later", text: unbroken },
      ]}
    />
  ),
};

export const emptyStateSpecimens: Specimens = {
  "with what would make something appear": ({ words: { desk } }) => (
    <EmptyState title={desk.queueEmpty}>{desk.queueEmptyHint}</EmptyState>
  ),
  alone: ({ words: { reply } }) => <EmptyState title={reply.nothing} />,
  "long words": ({ words: { longLabel, longText } }) => <EmptyState title={longLabel}>{longText}</EmptyState>,
};

export const factsSpecimens: Specimens = {
  filled: ({ words: { desk, days } }) => (
    <Facts
      facts={[
        { key: "received", name: desk.received, value: days[1] },
        { key: "stage", name: desk.stage, value: desk["stage.non-admission-proposed"] },
        { key: "child", name: desk.child, value: desk["child.doubt"] },
      ]}
    />
  ),
  "long words": ({ words: { desk, longText, unbroken } }) => (
    <Facts
      facts={[
        { key: "place", name: desk.place, value: longText },
        { key: "force", name: unbroken, value: unbroken },
      ]}
    />
  ),
};

/** Every icon, by name: a new one that is not listed here does not compile. */
const icons: Readonly<Record<IconName, true>> = {
  ...{ alarm: true, back: true, care: true, case: true, check: true, clock: true, copy: true, key: true, leave: true },
  ...{ lock: true, message: true, next: true, open: true, pen: true, people: true, print: true, receipt: true },
  ...{ search: true, shelter: true, shield: true },
};

export const iconSpecimens: Specimens = {
  "the family": () => (
    <div class="icons" lang="en">
      {(Object.keys(icons) as IconName[]).map((name) => (
        <span key={name}>
          <Icon name={name} />
          {name}
        </span>
      ))}
    </div>
  ),
};

export const noticeSpecimens: Specimens = {
  plain: ({ words: { complain } }) => (
    <Notice>
      <p>{complain.lock}</p>
    </Notice>
  ),
  "with another icon": ({ words: { desk } }) => (
    <Notice icon="people">
      <p>{desk.signInDemo}</p>
    </Notice>
  ),
  done: ({ words: { desk } }) => (
    <Notice kind="done">
      <p>{desk.actSigned}</p>
    </Notice>
  ),
  alarm: ({ words: { refusals } }) => (
    <Notice kind="alarm">
      <p>{refusals.unreachable}</p>
    </Notice>
  ),
  "long words": ({ words: { longText, unbroken } }) => (
    <Notice kind="alarm">
      <p>{longText}</p>
      <p>{unbroken}</p>
    </Notice>
  ),
};

export const stepsSpecimens: Specimens = {
  "first of seven": () => <Steps at={1} total={7} />,
  "fourth of seven": () => <Steps at={4} total={7} />,
  "all of two": () => <Steps at={2} total={2} />,
};

export const tableSpecimens: Specimens = {
  filled: ({ id, words: { desk, days } }) => (
    <Table
      id={id}
      caption={desk.queue}
      columns={[
        { key: "stage", head: desk.stage, cell: (row) => row.stage },
        { key: "day", head: desk.received, cell: (row) => row.day },
        { key: "n", head: desk.messages, cell: (row) => row.n, isNumber: true },
      ]}
      rows={[
        { stage: desk["stage.acknowledged"], day: days[0], n: 4 },
        { stage: desk["stage.non-admission-proposed"], day: days[1], n: 12 },
      ]}
      rowKey={(row) => row.stage}
    />
  ),
  empty: ({ id, words: { desk } }) => (
    <Table
      id={id}
      caption={desk.queue}
      columns={[
        { key: "stage", head: desk.stage, cell: () => "" },
        { key: "day", head: desk.received, cell: () => "" },
      ]}
      rows={[]}
      rowKey={() => ""}
    />
  ),
  "long words": ({ id, words: { desk, longLabel, longText, unbroken } }) => (
    <Table
      id={id}
      caption={longLabel}
      columns={[
        { key: "stage", head: desk.stage, cell: () => unbroken },
        { key: "words", head: desk.story, cell: () => longText },
      ]}
      rows={["one"]}
      rowKey={(row) => row}
    />
  ),
};

export const timelineSpecimens: Specimens = {
  "everybody who acts": ({ words: { reply, complain, days } }) => (
    <Timeline
      entries={[
        { key: "a", kind: "system", what: reply.stepReceived, when: days[0] },
        { key: "b", kind: "office", what: reply.office, when: days[0], said: complain.limitsExcept },
        { key: "c", kind: "person", what: reply.yours, when: days[1], said: complain.words },
        { key: "d", kind: "alarm", what: reply.unverified, when: days[1] },
      ]}
    />
  ),
  "long words": ({ words: { days, longLabel, longText, unbroken } }) => (
    <Timeline
      entries={[
        { key: "a", kind: "office", what: longLabel, when: days[0], said: `${longText}\n\n${unbroken}` },
        { key: "b", kind: "person", what: unbroken },
      ]}
    />
  ),
};
