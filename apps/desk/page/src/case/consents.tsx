import { Notice, Timeline } from "@temwen/ui";
import type { CaseView, ConsentEntry } from "../../../keeper/src/views.ts";
import { hour, staffName, wordFor, words } from "../say.ts";

/** The ledger of consent: every choice and change, when and how it was given, what it means, and which one counts. */
export function Consents({ view }: { readonly view: CaseView }) {
  const w = words();
  return (
    <section aria-labelledby="consents">
      <h2 id="consents">{w.consentLedger}</h2>
      {view.consents.length === 0 && <p class="hint">{w.consentUnread}</p>}
      {view.consents.length > 0 && (
        <Timeline
          entries={view.consents.map((entry, place) => ({
            key: String(place),
            kind: kindOf(entry),
            what: <Choice entry={entry} />,
            when: `${tellHow(entry, view)} · ${hour(entry.at)}`,
          }))}
        />
      )}
    </section>
  );
}

function Choice({ entry }: { readonly entry: ConsentEntry }) {
  const w = words();
  if (entry.how === "asked-to-stop") return <strong>{w.flagWithdrawal}</strong>;
  return (
    <>
      <strong>{wordFor("consent", entry.choice)}</strong>
      {entry.countsNow && <span class="counts"> {w.consentCounts}</span>}
      <br />
      {wordFor("consentMeans", entry.choice)}
      {entry.how === "read" && entry.differs && (
        <Notice kind="alarm">
          <p>{w.consentDiffers}</p>
        </Notice>
      )}
    </>
  );
}

/** A mark of the office where an officer wrote it down, of the person where they said it themselves. */
const kindOf = ({ how }: ConsentEntry): "office" | "person" | "alarm" => {
  if (how === "asked-to-stop") return "alarm";
  return how === "read" ? "office" : "person";
};

function tellHow(entry: ConsentEntry, { story }: CaseView): string {
  const w = words();
  switch (entry.how) {
    case "filed":
      return story ? `${w.consentFiled}, ${wordFor("channel", story.channel)}` : w.consentFiled;
    case "read":
      return w.consentRead({ who: staffName(entry.by), language: wordFor("language", entry.language) });
    case "signed":
      return w.consentSigned;
    case "asked-to-stop":
      return w.consentStop;
  }
}
