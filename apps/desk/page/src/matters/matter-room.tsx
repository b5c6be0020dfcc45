import { useSignal } from "@preact/signals";
import type { MatterOrder } from "@temwen/casework/matters";
import { Button, Facts, Notice } from "@temwen/ui";
import { kindOfMatter, type MatterId } from "@temwen/vocabulary";
import { languageFacts, languages } from "@temwen/words";
import type { MatterView } from "../../../keeper/src/matters/matter-views.ts";
import { NotNow } from "../acts/not-now.tsx";
import { isUnsent, UnsentFlag } from "../acts/unsent-flag.tsx";
import { goTo } from "../desk-state.ts";
import { Heading } from "../heading.tsx";
import { useReading } from "../reading.ts";
import { caseName, staffName } from "../say.ts";
import { TroubleNotice } from "../trouble-notice.tsx";
import { AnswerBadge, publicity } from "./matter-board.tsx";
import { MatterForm } from "./matter-form.tsx";
import { MatterHistory } from "./matter-history.tsx";
import {
  aboutOf,
  addresseeName,
  factText,
  matterWord,
  matterWords,
  orderName,
  stageName,
  whyNot,
} from "./say-matter.ts";

/** One recommendation or visit: how it stands, what was said, and what may be done in it now. */
export function MatterRoom({ id }: { readonly id: MatterId }) {
  const w = matterWords();
  const { view, trouble, read } = useReading<MatterView>(`/api/matters/${id}`);
  const open = useSignal<MatterOrder["type"] | undefined>(undefined);
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
          <p>
            <AnswerBadge row={shown} />
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
                  {shown.access.map((staff) => (
                    <li key={staff}>{staffName(staff)}</li>
                  ))}
                </ul>
              </section>
            </div>
            <aside class="case-acts">
              {open.value ? (
                <MatterForm
                  key={open.value}
                  order={open.value}
                  about={{ kind, view: shown }}
                  onRead={read}
                  onClose={(done) => {
                    const wasLast = done && open.value === "step-back";
                    open.value = undefined;
                    if (wasLast) leave();
                    else void read();
                  }}
                />
              ) : (
                <Doors view={shown} onOpen={(order) => (open.value = order)} />
              )}
            </aside>
          </div>
        </>
      )}
    </article>
  );
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

type DoorsProps = { readonly view: MatterView; readonly onOpen: (order: MatterOrder["type"]) => void };

/** What is done about people, and not about what it follows. */
const plain: readonly MatterOrder["type"][] = ["let-in", "rekey-matter", "step-back"];

/** What may be done now; why not the others, in the words of the rules. */
function Doors({ view, onOpen }: DoorsProps) {
  const w = matterWords();
  const isOpen = ({ order, refusal }: MatterView["orders"][number]): boolean =>
    refusal === undefined && (view.canRead || order === "step-back");
  const lawful = view.orders.filter(isOpen);
  const others = view.orders.flatMap(({ order, refusal }) =>
    refusal ? [{ name: orderName(order), reason: whyNot(refusal) }] : [],
  );
  return (
    <>
      <h2>{w.doNow}</h2>
      <ul class="acts">
        {lawful.map(({ order }) => (
          <li key={order}>
            <Button look={plain.includes(order) ? "plain" : "quiet"} onClick={() => onOpen(order)}>
              {orderName(order)}
            </Button>
            {isUnsent(view.matter, order) && <UnsentFlag />}
          </li>
        ))}
      </ul>
      <NotNow others={others} />
    </>
  );
}
