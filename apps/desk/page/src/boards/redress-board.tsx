import { ClockBadge, type Column, EmptyState, Facts, Table } from "@temwen/ui";
import { bearerName } from "../panel/bearer-name.ts";
import { dayName, wordFor, words, zone } from "../say.ts";
import { Board, CaseLink } from "./board.tsx";
import { countStates, listRedress, type RedressRow } from "./redress-rows.ts";

/** Every measure that the panel ordered or recommended, and what became of it. */
export function RedressBoard() {
  const p = words();
  return (
    <Board name="redress">
      {(survey) => {
        const rows = listRedress(survey.cases, { now: survey.now, zone: zone() });
        if (rows.length === 0) return <EmptyState title={p.redressBoardNone} />;
        const states = countStates(rows);
        return (
          <>
            <Facts
              facts={states.map(([state, count]) => ({ key: state, name: wordFor("delivered", state), value: count }))}
            />
            <Table
              id="measures"
              stacks
              caption={p["board.redress"]}
              columns={columns()}
              rows={rows}
              rowKey={({ of, number }) => `${of.caseId} ${number}`}
            />
          </>
        );
      }}
    </Board>
  );
}

function columns(): readonly Column<RedressRow>[] {
  const p = words();
  return [
    {
      key: "case",
      head: p.caseLabel,
      cell: ({ of, number }) => (
        <>
          <CaseLink of={of} /> <span class="hint">{p.measure({ n: String(number) })}</span>
        </>
      ),
    },
    { key: "form", head: p.form, cell: ({ form }) => wordFor("form", form) },
    { key: "bearer", head: p.bearer, cell: ({ bearer }) => bearerName(bearer) },
    {
      key: "due",
      head: p.due,
      cell: ({ due, isLate }) =>
        isLate ? <ClockBadge state="late">{p.dueLate({ date: dayName(due) })}</ClockBadge> : dayName(due),
    },
    { key: "state", head: p.becameOf, cell: ({ state }) => wordFor("delivered", state) },
    {
      key: "decided",
      head: p.decidedBy,
      cell: ({ decidedBy }) => (decidedBy === undefined ? "—" : wordFor("decider", decidedBy)),
    },
    { key: "published", head: p.published, cell: ({ isPublished }) => (isPublished ? p.yes : p.no) },
  ];
}
