import { Facts, Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { Masked } from "../masking/masked.tsx";
import { dayName, forumName, hour, staffName, wordFor, words } from "../say.ts";

type Consent = CaseView["owed"]["consents"][number];

/** What the person allows now of handing their whole case to somebody. */
export const transferConsents = ({ owed }: CaseView): readonly Consent[] =>
  owed.consents.filter(
    ({ purpose, recipient, countsNow }) => purpose === "transfer" && recipient !== "none" && countsNow,
  );

export const allowsTransfer = (view: CaseView, recipient: string): boolean =>
  transferConsents(view).some((one) => one.recipient === recipient);

/** A consent in a line: who heard it and when, what may go along, and until when it counts. */
export function tellConsent({ by, at, including, until }: Consent): string {
  const w = words();
  const along = including.map((one) => wordFor("along", one)).join(", ");
  return [
    by && w.consentHeard({ who: staffName(by) }),
    hour(at),
    w.transferAlong({ what: along || w.alongNothing }),
    until && w.consentUntil({ day: dayName(until) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** That one person wants the case to go on elsewhere and a second is waited for, or that it went. */
export function TransferNotice({ view }: { readonly view: CaseView }) {
  const w = words();
  const { transfer, stage } = view;
  if (!transfer || stage === "erased") return null;
  const { recipient, proposedBy, confirmedBy } = transfer;
  const forum = forumName(recipient);
  const isAllowed = allowsTransfer(view, recipient);
  const isMine = proposedBy === person.value?.me.id;
  if (confirmedBy)
    return (
      <Notice>
        <p>
          <strong>{w.transferDone({ forum })}</strong>
        </p>
        <p>{w.transferBoth({ who: staffName(proposedBy), by: staffName(confirmedBy) })}</p>
      </Notice>
    );
  return (
    <Notice kind="alarm">
      <p>
        <strong>{w.transferWanted({ who: staffName(proposedBy), forum })}</strong>
      </p>
      <p>
        {!isAllowed && w["why.transfer-not-allowed"]}
        {isAllowed && (isMine ? w.transferMine : w.actWaiting)}
      </p>
    </Notice>
  );
}

/** Everything that whoever confirms a transfer agrees to, in words, and the consent that it needs. */
export function TransferTerms({ view }: { readonly view: CaseView }) {
  const w = words();
  const { transfer } = view;
  if (!transfer) return null;
  const { recipient, dossier, proposedBy, proposedAt, text } = transfer;
  const consent = transferConsents(view).find((one) => one.recipient === recipient);
  const fact = (key: string, name: string, value: string) => ({ key, name, value });
  return (
    <>
      <Facts
        facts={[
          fact("recipient", w["ask.transferTo"], forumName(recipient)),
          fact("by", w.transferBy, `${staffName(proposedBy)} · ${hour(proposedAt)}`),
          fact("agreed", w["ask.agreed"], w.transferAgreed),
          fact("dossier", w["ask.transferDossier"], inFours(dossier)),
          ...(consent ? [fact("consent", w.transferConsent, tellConsent(consent))] : []),
        ]}
      />
      {text !== undefined && (
        <>
          <h3>{w["text.transfer"]}</h3>
          <Masked text={text} place={view.story?.place} />
        </>
      )}
      {!consent && (
        <Notice kind="alarm">
          <p>{w["why.transfer-not-allowed"]}</p>
        </Notice>
      )}
    </>
  );
}

/** In groups that two people can compare; narrow screens break between them. */
export const inFours = (digest: string): string => digest.replace(/(.{4})(?=.)/g, "$1 ");
