import { ClockBadge } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { mission } from "../desk-state.ts";
import { bearerName } from "../panel/bearer-name.ts";
import { hour, timeLeft, wordFor, words } from "../say.ts";

type Clock = CaseView["clocks"][number];

/** What is owed by an hour, nearest first: how long is left, who must act, and on demand where the hour comes from. */
export function Clocks({ view }: { readonly view: CaseView }) {
  return (
    <ul class="clocks">
      {view.clocks.map((clock) => (
        <ClockLine key={`${clock.id} ${clock.due}`} clock={clock} view={view} />
      ))}
    </ul>
  );
}

function ClockLine({ clock, view }: { readonly clock: Clock; readonly view: CaseView }) {
  const w = words();
  const left = timeLeft(clock.due, view.now);
  const origin = mission.value?.clocks.find(({ id }) => id === clock.id);
  const source = origin && w.basisFound({ source: origin.source });
  return (
    <li>
      <span class="clock-name">{wordFor("clock", clock.id)}</span>
      <ClockBadge state={left.state}>{left.text}</ClockBadge>
      <span class="hint">{w.dueOn({ date: hour(clock.due) })}</span>
      <div class="clock-more">
        {clock.isLate && <p class="clock-late">{tellLate(clock)}</p>}
        {origin && origin.basis !== "found" && <p class="hint">{w.basisDefault}</p>}
        <details>
          <summary>{w.clockFrom}</summary>
          {source && <p>{source}</p>}
          {!clock.isLate && <p>{w.clockActs({ who: bearerName(clock.bearer) })}</p>}
          {clock.latest && <p>{w.clockMore({ date: hour(clock.latest) })}</p>}
        </details>
        <p class="paper-only">{source}</p>
      </div>
    </li>
  );
}

/** Who must act on what is late, whose else it has become, and how often it came and went. */
function tellLate({ bearer, passedOn, passed }: Clock): string {
  const w = words();
  const acts = w.clockActs({ who: bearerName(bearer) });
  const gone = passedOn && w.clockPassedOn({ who: bearerName(passedOn.to), date: hour(passedOn.since) });
  const times = passed > 1 ? w.clockPassed({ n: passed }) : undefined;
  return [acts, gone, times].filter((one) => one !== undefined).join(" ");
}
