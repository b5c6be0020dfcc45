import { ClockBadge, type Column, EmptyState, Table } from "@temwen/ui";
import { day, staffName, wordFor, words } from "../say.ts";
import { Board, CaseLink } from "./board.tsx";
import { countLoads, type Load } from "./caseload.ts";

/** Who has how many cases at which stage, which is the oldest, and where a clock is late. */
export function CaseloadBoard() {
  const p = words();
  return (
    <Board name="caseload">
      {(survey) => {
        const loads = countLoads(survey.cases, survey.now);
        if (loads.length === 0) return <EmptyState title={p.loadNone} />;
        return (
          <>
            <Table
              id="loads"
              stacks
              caption={p["board.caseload"]}
              columns={columns()}
              rows={loads}
              rowKey={({ who }) => who ?? "nobody"}
            />
            <p class="hint">{p.loadHint}</p>
          </>
        );
      }}
    </Board>
  );
}

function columns(): readonly Column<Load>[] {
  const p = words();
  return [
    { key: "who", head: p.loadWho, cell: ({ who }) => (who === undefined ? p.loadNobody : staffName(who)) },
    { key: "cases", head: p.loadCases, cell: ({ cases }) => cases.length, isNumber: true },
    {
      key: "stages",
      head: p.loadStages,
      cell: ({ stages }) => stages.map(([stage, count]) => `${wordFor("stage", stage)}: ${count}`).join(" · "),
    },
    {
      key: "oldest",
      head: p.loadOldest,
      cell: ({ oldest }) =>
        oldest && (
          <>
            <CaseLink of={oldest} /> <span class="hint">{day(oldest.receivedAt)}</span>
          </>
        ),
    },
    {
      key: "late",
      head: p.loadLate,
      cell: ({ late }) =>
        late.length === 0 ? (
          "0"
        ) : (
          <>
            <ClockBadge state="late">{late.length}</ClockBadge>{" "}
            {late.slice(0, shownLate).map((one) => (
              <CaseLink key={one.caseId} of={one} />
            ))}
          </>
        ),
    },
  ];
}

/** So many late cases are named; the list of cases has them all on top. */
const shownLate = 5;
