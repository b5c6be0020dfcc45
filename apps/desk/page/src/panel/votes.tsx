import type { PanelMember } from "@temwen/casework";
import type { SittingView } from "../../../keeper/src/panel/panel-views.ts";
import type { CaseView } from "../../../keeper/src/views.ts";
import { hour, staffName, wordFor, words } from "../say.ts";
import { WordsOf } from "./words-of.tsx";

/** Who voted what, who may still vote, and what the rules want besides, in words. */
export function Votes({ view, sitting }: { readonly view: CaseView; readonly sitting: SittingView }) {
  const w = words();
  const members = view.panel?.members ?? [];
  const waiting = sitting.ended ? [] : members.filter((one) => mayVote(one, sitting));
  return (
    <>
      <h4>{w.votesHead}</h4>
      <ul class="votes">
        {sitting.votes.map((vote) => (
          <li key={vote.by}>
            <p>
              <strong>{wordFor("vote", vote.vote)}</strong> · {staffName(vote.by)}
              <CivilSociety member={members.find(({ id }) => id === vote.by)} />
              <span class="hint"> · {hour(vote.at)}</span>
              <Uncounted view={view} sitting={sitting} by={vote.by} />
            </p>
            {vote.text !== undefined && <WordsOf text={vote.text} head={w.dissent} />}
          </li>
        ))}
        {waiting.map((member) => (
          <li key={member.id}>
            <p>
              {staffName(member.id)}
              <CivilSociety member={member} />: {w.notVoted}
            </p>
          </li>
        ))}
      </ul>
      {!sitting.ended && <Standing view={view} />}
    </>
  );
}

const mayVote = ({ id, isSeated, standing }: PanelMember, { votes }: SittingView): boolean =>
  standing === "may" && isSeated && !votes.some(({ by }) => by === id);

function CivilSociety({ member }: { readonly member: PanelMember | undefined }) {
  return member?.civilSociety ? <span class="hint"> ({words().civilSociety})</span> : null;
}

/** A vote that was cast and decides nothing any more, because of what happened since. */
function Uncounted({
  view,
  sitting,
  by,
}: {
  readonly view: CaseView;
  readonly sitting: SittingView;
  readonly by: string;
}) {
  const why = sitting.ended ? undefined : view.panel?.tally?.uncounted.find((one) => one.by === by)?.why;
  return why ? <strong> · {wordFor("uncounted", why)}</strong> : null;
}

/** Where the vote stands, a sentence for each thing that the rules want. */
function Standing({ view }: { readonly view: CaseView }) {
  const w = words();
  const tally = view.panel?.tally;
  if (!tally) return null;
  const { counted, needs, isOfPeople, isCarried } = tally;
  const isEnough = counted.length >= needs;
  return (
    <div class="standing-of-votes" role="status">
      <ul>
        <li>{w.quorum({ n: String(counted.length), needs: String(needs) })}</li>
        <li>{isOfPeople ? w.peopleYes : w.peopleNo}</li>
        {counted.length > 0 && <li>{isCarried ? w.carriedYes : w.carriedNo}</li>}
        {isEnough && isOfPeople && isCarried && (
          <li>
            <strong>{w.mayClose}</strong>
          </li>
        )}
      </ul>
    </div>
  );
}
