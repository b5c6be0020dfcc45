import { Timeline } from "@temwen/ui";
import type { StaffId } from "@temwen/vocabulary";
import type { CaseView, TimelineEntry } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { hour, staffName, wordFor, words } from "../say.ts";
import { tellAssessed } from "./story.tsx";

/** Every act of the record, oldest first. */
export function History({ view }: { readonly view: CaseView }) {
  const w = words();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{w.timeline}</h2>
      <Acts entries={view.timeline} />
      <p class="hint">
        {w.caseNumber}: <span class="number">{view.caseId}</span>
      </p>
    </section>
  );
}

/** Acts as lines; also what happened since, when two people acted at once. */
export function Acts({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <Timeline
      entries={entries.map((entry) => ({
        key: String(entry.index),
        kind: kindOf(entry),
        what: (
          <>
            {wordFor("event", entry.type)} <span class="hint">{doerOf(entry)}</span>
          </>
        ),
        when: [hour(entry.at), ...factsOf(entry)].join(" · "),
      }))}
    />
  );
}

function kindOf({ by, type }: TimelineEntry): "office" | "person" | "system" | "alarm" {
  if (type === "case.clock-missed/1") return "alarm";
  if (by === "clock") return "system";
  return by === "person" ? "person" : "office";
}

function doerOf({ by }: TimelineEntry): string {
  const w = words();
  if (by === "clock") return w.byClock;
  return by === "person" ? w.fromPerson : w.by({ who: staffName(by) });
}

/** The clear facts a reader can use, in words; digests and keys are for the audit. */
function factsOf({ facts }: TimelineEntry): readonly string[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    switch (name) {
      case "rights":
      case "class":
      case "forces":
      case "department":
      case "month":
        return [tellAssessed(name, value)];
      case "child":
        return [`${words().child}: ${wordFor("child", value)}`];
      case "choice":
        return [wordFor("consent", value)];
      case "clock":
        return [wordFor("clock", value)];
      case "reason":
        return [wordFor("reason", value) === value ? wordFor("access", value) : wordFor("reason", value)];
      case "to":
        return isColleague(value) ? [staffName(value)] : [];
      default:
        return [];
    }
  });
}

const isColleague = (id: string): id is StaffId =>
  person.value?.me.id === id || (person.value?.choices.colleagues.some((colleague) => colleague.id === id) ?? false);
