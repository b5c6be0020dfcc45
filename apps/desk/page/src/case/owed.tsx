import { Facts, Timeline } from "@temwen/ui";
import { treatmentQuestions } from "@temwen/vocabulary";
import type { ConsentForView, CopyView, OwedView, TreatmentView } from "../../../keeper/src/showing/owed-view.ts";
import { dayName, forumName, hour, staffName, wordFor, words } from "../say.ts";

/** What the person said purpose by purpose, who holds copies where something was taken back, and how they were treated. */
export function Owed({ owed }: { readonly owed: OwedView }) {
  const w = words();
  return (
    <>
      {owed.consents.length > 0 && (
        <section aria-labelledby="consents-for">
          <h2 id="consents-for">{w.consentsFor}</h2>
          <Timeline
            entries={owed.consents.map((one, place) => ({
              key: String(place),
              kind: one.by ? "office" : "person",
              what: <Consent said={one} />,
              when: `${one.by ? w.consentHeard({ who: staffName(one.by) }) : w.consentSigned} · ${hour(one.at)}`,
            }))}
          />
        </section>
      )}
      {owed.isTakenBack && owed.copies.length > 0 && (
        <section aria-labelledby="copies">
          <h2 id="copies">{w.copies}</h2>
          <p class="hint">{w.copiesHint}</p>
          <Timeline
            entries={owed.copies.map((copy, place) => ({
              key: String(place),
              kind: "office",
              what: tellCopy(copy),
              when: hour(copy.at),
            }))}
          />
        </section>
      )}
      {owed.publication && (
        <section aria-labelledby="publication">
          <h2 id="publication">{w.publication}</h2>
          <p>{tellPublication(owed.publication)}</p>
        </section>
      )}
      {owed.treatments.map((told) => (
        <Treatment key={told.at} told={told} />
      ))}
    </>
  );
}

function Consent({ said }: { readonly said: ConsentForView }) {
  const w = words();
  const along = said.including.map((one) => wordFor("along", one)).join(", ");
  return (
    <>
      <strong>
        {wordFor("purpose", said.purpose)}: {wordFor("given", said.given)}
      </strong>
      {said.countsNow && <span class="counts"> {w.consentCounts}</span>}
      {said.recipient !== "none" && (
        <>
          <br />
          {forumName(said.recipient)}
        </>
      )}
      {said.given === "yes" && (
        <>
          <br />
          {along || w.alongNothing}
          {said.until && ` · ${w.consentUntil({ day: dayName(said.until) })}`}
        </>
      )}
    </>
  );
}

function tellCopy(copy: CopyView): string {
  const w = words();
  switch (copy.how) {
    case "let-in":
      return w.copyLetIn({ who: staffName(copy.who) });
    case "exported":
      return w.copyExported({ who: staffName(copy.who), piece: copy.piece, reason: wordFor("export", copy.reason) });
    case "referred":
      return w.copyReferred({ forum: forumName(copy.forum) });
  }
}

function tellPublication(publication: NonNullable<OwedView["publication"]>): string {
  if (publication.may) return words().publicationMay;
  if (publication.because !== "person-has-time") return wordFor("publication", publication.because);
  return words().publicationFrom({ hour: hour(publication.until) });
}

function Treatment({ told }: { readonly told: TreatmentView }) {
  const w = words();
  return (
    <section aria-label={w.treatment}>
      <h2>{w.treatment}</h2>
      <p class="hint">{hour(told.at)}</p>
      <Facts
        facts={treatmentQuestions.map((question) => ({
          key: question,
          name: wordFor("treated", question),
          value: wordFor("treatedAs", told.answers[question]),
        }))}
      />
      {told.text && <p class="said">{told.text}</p>}
    </section>
  );
}
