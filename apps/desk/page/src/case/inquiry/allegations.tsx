import type { Finding } from "@temwen/casework";
import { type Column, Table } from "@temwen/ui";
import type { InquiryView } from "../../../../keeper/src/views.ts";
import { wordFor, words } from "../../say.ts";
import { Fold } from "../fold.tsx";
import { callAllegation, callRespondent } from "../inquiry-names.ts";
import { Noted } from "./noted.tsx";

type Row = InquiryView["allegations"][number];

/** What is alleged against whom: the unit of counting, with what was recommended and what the panel found. */
export function Allegations({ inquiry }: { readonly inquiry: InquiryView }) {
  const w = words();
  const { allegations, respondents } = inquiry;
  const columns: readonly Column<Row>[] = [
    { key: "right", head: w.right, cell: callAllegation },
    { key: "class", head: w.classLabel, cell: (row) => wordFor("class", row.class) },
    {
      key: "whom",
      head: w["ask.respondent"],
      cell: ({ respondent }) => {
        const whom = respondents[respondent - 1];
        return whom ? callRespondent(whom) : respondent;
      },
    },
    { key: "recommended", head: w.recommendedHead, cell: (row) => <Told finding={row.recommended} /> },
    { key: "found", head: w.foundHead, cell: (row) => <Told finding={row.found} /> },
  ];
  return (
    <Fold id="allegations" title={w.allegationsHead} note={w.ofThem({ n: allegations.length })}>
      {allegations.length === 0 && <p class="hint">{w["why.no-allegation"]}</p>}
      {allegations.length > 0 && (
        <Table
          id="allegations-table"
          stacks
          caption={w.allegationsCaption}
          columns={columns}
          rows={allegations}
          rowKey={({ number }) => String(number)}
        />
      )}
      <ul class="entries">
        {allegations.map((row) => (
          <li key={row.number}>
            <Noted what={<strong>{callAllegation(row)}</strong>} noted={row} />
          </li>
        ))}
      </ul>
      {inquiry.recommended && (
        <>
          <h3>{w.recommendedWhy}</h3>
          <Noted noted={inquiry.recommended} />
        </>
      )}
    </Fold>
  );
}

/** Whether it happened, and below it who answers. */
function Told({ finding }: { readonly finding: Finding | undefined }) {
  const w = words();
  if (!finding) return <span class="hint">{w.notYet}</span>;
  const { happened, answers, why } = finding;
  return (
    <>
      <span class="hint">{w["ask.happened"]}</span> {wordFor("verdict", happened)}
      <br />
      <span class="hint">{w.answersShort}</span> {wordFor("verdict", answers)}
      {why !== "none" && (
        <>
          <br />
          <span class="hint">{wordFor("open", why)}</span>
        </>
      )}
    </>
  );
}
