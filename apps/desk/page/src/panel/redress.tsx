import { readSections, sectionOf } from "@temwen/casework";
import { ClockBadge, Facts, Notice } from "@temwen/ui";
import { dayIn } from "@temwen/words";
import type { DeliveryView, MeasureView } from "../../../keeper/src/panel/panel-views.ts";
import type { CaseView } from "../../../keeper/src/views.ts";
import { pieceCalled } from "../acts/asks/shown-by.tsx";
import { dayName, hour, staffName, wordFor, words, zone } from "../say.ts";
import { bearerName } from "./bearer-name.ts";
import { isReason } from "./decision.ts";
import { WordsOf } from "./words-of.tsx";

/** Every measure of the ruling in force: what the panel recommended, and beside it what others decided and did. */
export function Redress({ view }: { readonly view: CaseView }) {
  const w = words();
  const measures = view.panel?.measures ?? [];
  if (measures.length === 0) return null;
  return (
    <section aria-labelledby="redress">
      <h2 id="redress">{w.redressHead}</h2>
      <ol class="redress">
        {measures.map((measure) => (
          <li key={measure.number}>
            <Measure view={view} measure={measure} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type Shown = { readonly view: CaseView; readonly measure: MeasureView };

function Measure({ view, measure }: Shown) {
  const w = words();
  const { number, form, bearer, due, deliveries, sitting } = measure;
  const last = deliveries.at(-1);
  const ordered = view.panel?.sittings.find((one) => one.sitting === sitting)?.text;
  const isLate = due < dayIn(view.now, zone()) && (last === undefined || last.delivered === "partly");
  return (
    <>
      <h3>
        {number}. {wordFor("form", form)}
      </h3>
      <div class="versions">
        <section aria-label={w.recommendedHere}>
          <h4>{w.recommendedHere}</h4>
          <Facts
            facts={[
              { key: "bearer", name: w.bearer, value: bearerName(bearer) },
              {
                key: "due",
                name: w.due,
                value: isLate ? (
                  <ClockBadge state="late">{w.dueLate({ date: dayName(due) })}</ClockBadge>
                ) : (
                  dayName(due)
                ),
              },
            ]}
          />
          <WordsOf text={ordered === undefined ? undefined : (sectionOf(ordered, number) ?? "")} />
        </section>
        <section aria-label={w.becameOf}>
          <h4>{w.becameOf}</h4>
          {last ? <Delivery delivery={last} evidence={view.evidence} /> : <p>{wordFor("delivered", "open")}</p>}
        </section>
      </div>
      {deliveries.length > 1 && (
        <details>
          <summary>{w.earlier}</summary>
          {deliveries.slice(0, -1).map((delivery) => (
            <Delivery key={delivery.at} delivery={delivery} evidence={view.evidence} />
          ))}
        </details>
      )}
    </>
  );
}

type OfDelivery = { readonly delivery: DeliveryView; readonly evidence: CaseView["evidence"] };

function Delivery({ delivery, evidence }: OfDelivery) {
  const w = words();
  const { text, published } = delivery;
  const reason = sectionOf(text, "published");
  const isOther = text !== undefined && !published.every((digest) => isReason(text, digest));
  return (
    <>
      <Facts
        facts={[
          { key: "delivered", name: w.becameOf, value: wordFor("delivered", delivery.delivered) },
          { key: "decided", name: w.decidedBy, value: wordFor("decider", delivery.decidedBy) },
          ...(delivery.shownBy.length > 0
            ? [
                {
                  key: "shown",
                  name: w.shownByEvidence,
                  value: delivery.shownBy.map((digest) => pieceCalled(digest, evidence)).join(", "),
                },
              ]
            : []),
        ]}
      />
      <WordsOf text={text === undefined ? undefined : readSections(text).before} head={w.shownBy} />
      {reason !== undefined && <WordsOf text={reason} head={w.published} isPublic />}
      {isOther && (
        <Notice kind="alarm">
          <p>{w.reasonDiffers}</p>
        </Notice>
      )}
      <p class="hint">{w.recordedBy({ who: staffName(delivery.by), date: hour(delivery.at) })}</p>
    </>
  );
}
