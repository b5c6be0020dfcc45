import { Button, Facts, Notice } from "@temwen/ui";
import { kindOfMatter, type MatterId } from "@temwen/vocabulary";
import { languageFacts, languages } from "@temwen/words";
import type { MatterView } from "../../../keeper/src/matters/matter-views.ts";
import { goToActs } from "../case/case-head.tsx";
import { goTo } from "../desk-state.ts";
import { Heading } from "../heading.tsx";
import { useReading } from "../reading.ts";
import { caseName, hour, staffName } from "../say.ts";
import { TroubleNotice } from "../trouble-notice.tsx";
import { MatterActs } from "./matter-acts.tsx";
import { AnswerBadge, publicity } from "./matter-board.tsx";
import { MatterHistory } from "./matter-history.tsx";
import { aboutOf, addresseeName, factText, matterWord, matterWords, stageName, whyNot } from "./say-matter.ts";

/** One recommendation or visit: how it stands, what was said, and what may be done in it now. */
export function MatterRoom({ id }: { readonly id: MatterId }) {
  const w = matterWords();
  const { view, trouble, read } = useReading<MatterView>(`/api/matters/${id}`);
  const kind = kindOfMatter(id);
  const leave = () => goTo({ at: "matters", kind });
  const shown = view.value;
  return (
    <article class="case matter">
      <div class="case-top">
        <Button look="plain" icon="back" onClick={leave}>
          {w[`door.${kind}`]}
        </Button>
      </div>
      <Heading>
        {w[`door.${kind}`]} {caseName(id)}
      </Heading>
      <TroubleNotice refusal={trouble.value} onRead={read} tell={whyNot} />
      {!shown && !trouble.value && <p class="hint">{w.fetching}</p>}
      {shown && (
        <>
          {shown.alarms.length > 0 && (
            <Notice kind="alarm">
              <p>
                <strong>{w.broken}.</strong> {w.brokenSays}
              </p>
            </Notice>
          )}
          {shown.erasure && (
            <Notice kind="alarm">
              <p>{tellErasure(shown)}</p>
            </Notice>
          )}
          {shown.isLastReader && (
            <Notice>
              <p>{w.lastReader}</p>
            </Notice>
          )}
          {shown.leavers.length > 0 && (
            <Notice>
              {shown.leavers.map((staff) => (
                <p key={staff}>{w.left.replace("{who}", staffName(staff))}</p>
              ))}
            </Notice>
          )}
          <p class="standing">
            <AnswerBadge row={shown} />
            <button type="button" class="link to-acts" onClick={goToActs}>
              {w.doNow}
            </button>
          </p>
          <Facts
            facts={[
              { key: "about", name: w.about, value: aboutOf(shown) },
              { key: "standing", name: w.standing, value: stageName(shown.kind, shown.stage) },
              ...(shown.to ? [{ key: "whom", name: w.whom, value: addresseeName(shown.to) }] : []),
              { key: "forces", name: w["field.forces"], value: factText("forces", shown.forces.join(", ")) },
              ...detailsOf(shown),
            ]}
          />
          <div class="case-body">
            <div class="case-main">
              <Told view={shown} />
              {!shown.canRead && <p class="hint">{w.cannotRead}</p>}
              <MatterHistory steps={shown.steps} />
              <section aria-labelledby="matter-who">
                <h2 id="matter-who">{w.who}</h2>
                <ul>
                  {shown.holders.map((staff) => (
                    <li key={staff}>{staffName(staff)}</li>
                  ))}
                </ul>
              </section>
            </div>
            <aside class="case-acts" id="acts">
              <MatterActs view={shown} onRead={read} onLeave={leave} />
            </aside>
          </div>
        </>
      )}
    </article>
  );
}

/** Who looks at a claim that somebody wants gone, or that is, reads so first. */
function tellErasure({ stage, erasure }: MatterView): string {
  const w = matterWords();
  if (stage === "erased") return w.eraseDone;
  return erasure?.due === undefined ? w.eraseAsked : w.eraseOn.replace("{date}", hour(erasure.due));
}

/** Facts that only one kind has. */
function detailsOf({ facts }: MatterView) {
  return ["basis", "announced", "entry", "samples", "recognised", "month", "paid"].flatMap((name) => {
    const value = facts[name];
    return value === undefined ? [] : [{ key: name, name: matterWord("field", name), value: factText(name, value) }];
  });
}

function Told({ view }: { readonly view: MatterView }) {
  const w = matterWords();
  const { told } = view;
  return (
    <section aria-labelledby="matter-told">
      <h2 id="matter-told">{w.told}</h2>
      {!told && <p class="hint">{publicity(view)}</p>}
      {languages.map((code) =>
        told?.[code] === undefined ? null : (
          <p key={code} lang={code}>
            <span class="hint">{languageFacts[code].name}: </span>
            {told[code]}
          </p>
        ),
      )}
    </section>
  );
}
