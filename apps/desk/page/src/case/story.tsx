import { Facts } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { CoverAll, Covered, Masked } from "../masking/masked.tsx";
import { Said, showHiddenMarks } from "../said.tsx";
import { departmentName, forceName, monthName, wordFor, words } from "../say.ts";
import { hasWords } from "./has-words.ts";
import { Opened } from "./opened.tsx";

/** The person's own words, larger than anything the office says about them. */
export function Story({ view }: { readonly view: CaseView }) {
  const w = words();
  const { story } = view;
  return (
    <section aria-labelledby="story">
      <h2 id="story">{view.opened ? w.openedHead : w.story}</h2>
      {!hasWords(view) && <p class="hint">{view.stage === "erased" ? w.storyErased : w.storyNone}</p>}
      {view.opened && <Opened opened={view.opened} />}
      {story && (
        <>
          <CoverAll />
          <Said text={story.text} lang={story.language}>
            <Masked text={story.text} place={story.place} />
          </Said>
          <Facts
            facts={[
              ...(story.place ? [{ key: "place", name: w.place, value: <Place text={story.place} /> }] : []),
              { key: "force", name: w.force, value: forceName(story.force) },
              { key: "child", name: w.child, value: wordFor("child", story.child) },
            ]}
          />
        </>
      )}
      {view.assessment && <Assessment assessment={view.assessment} />}
      {view.proposal && <Proposal proposal={view.proposal} />}
    </section>
  );
}

/** A place by itself is covered whole, however it is spelled. */
function Place({ text }: { readonly text: string }) {
  return <Covered passage={{ text: showHiddenMarks(text), covers: "place" }} />;
}

const assessed = ["rights", "class", "forces", "department", "month", "child"] as const;

/** What the office made of it, in the assessment's own words. */
function Assessment({ assessment }: { readonly assessment: NonNullable<CaseView["assessment"]> }) {
  const w = words();
  const names = {
    rights: w.right,
    class: w.classLabel,
    forces: w.force,
    department: w.department,
    month: w.month,
    child: w.child,
  };
  return (
    <>
      <h3>{w.assessment}</h3>
      <Facts
        facts={assessed
          .filter((name) => assessment[name] !== undefined)
          .map((name) => ({ key: name, name: names[name], value: tellAssessed(name, assessment[name] ?? "") }))}
      />
    </>
  );
}

/** A fact of an assessment in words; lists travel with spaces or commas between their ids. */
export function tellAssessed(name: string, value: string): string {
  const ids = value.split(/[\s,]+/).filter((id) => id !== "");
  switch (name) {
    case "rights":
      return ids.map((id) => wordFor("right", id)).join(", ");
    case "forces":
      return ids.map(forceName).join(", ");
    case "department":
      return departmentName(value);
    case "month":
      return monthName(value);
    default:
      return wordFor(name, value);
  }
}

function Proposal({ proposal }: { readonly proposal: NonNullable<CaseView["proposal"]> }) {
  const w = words();
  return (
    <>
      <h3>{w.proposalHead}</h3>
      <p>{wordFor("reason", proposal.reason)}</p>
      {proposal.explanation !== undefined && <Said text={proposal.explanation} quiet />}
    </>
  );
}
