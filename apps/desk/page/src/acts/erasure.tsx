import { useSignal } from "@preact/signals";
import { Notice } from "@temwen/ui";
import { type Instant, instantToMillis, millisToInstant } from "@temwen/vocabulary";
import { findLanguage } from "@temwen/words";
import { language, mission, person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { ReasonChoices } from "../reason-choices.tsx";
import { hour, words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";
import { MessageAct } from "./message-acts.tsx";
import { patternOf } from "./patterns.ts";
import { tellWhyNot } from "./why-not.ts";

const aDay = 86_400_000;

/** One person wants a case gone, with a reason that stays; another decides. */
export function ProposeErasure(props: ActProps) {
  const w = words();
  const name = draftName(person.value?.me.id ?? "", props.view.caseId, "propose-erasure");
  const draft = draftOf<{ readonly reason: string }>(name, { reason: "" });
  const isTried = useSignal(false);
  const { stillOwed } = props.view;
  const reasons = (person.value?.choices.erasureReasons ?? []).filter(
    (one) => stillOwed.length === 0 || one === "person-asked",
  );
  // An older draft may hold a reason that stands no longer.
  const reason = reasons.includes(draft.value.reason) ? draft.value.reason : "";
  return (
    <ActSheet
      {...props}
      act="propose-erasure"
      ready={() => {
        isTried.value = true;
        return reason === "" ? undefined : { act: "propose-erasure", reason };
      }}
      forget={draft.forget}
      isTouched={draft.isTouched}
      submit={w.actSign}
      twice={{ question: w.erasureAsk, consequence: w.erasureLose }}
    >
      <Notice icon="people">
        <p>{w.actTwoPeople}</p>
      </Notice>
      <OwedNotice owed={stillOwed} />
      <ReasonChoices
        kind="erasure"
        reasons={reasons}
        chosen={reason}
        isMissing={isTried.value && reason === ""}
        onChoose={(id) => draft.change({ reason: id })}
      />
    </ActSheet>
  );
}

/** What would be gone with the case though the office owes it: why the person's own wish is the only reason left. */
function OwedNotice({ owed }: { readonly owed: ActProps["view"]["stillOwed"] }) {
  if (owed.length === 0) return null;
  return (
    <Notice kind="alarm">
      <p>{words().erasureOwes}</p>
      <ul>
        {owed.map((one) => (
          <li key={one.code}>{tellWhyNot(one)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The second signature. The message tells the person what goes, when, and who keeps a copy. */
export function ConfirmErasure(props: ActProps) {
  const w = words();
  const spoken = findLanguage(props.view.story?.language);
  const date = hour(dueFrom(props.view));
  return (
    <MessageAct
      {...props}
      act="confirm-erasure"
      start={patternOf("confirm-erasure", spoken, language.value)}
      hint={spoken === undefined ? w.templateNone : w.templateHint}
      request={(text) => ({ act: "confirm-erasure", text })}
      twice={{ question: w.erasureYesAsk({ date }), consequence: w.erasureLose }}
    />
  );
}

/** Whoever stops it says only that: what was to go, stays. */
export function StopErasure(props: ActProps) {
  const w = words();
  return (
    <ActSheet
      {...props}
      act="stop-erasure"
      ready={() => ({ act: "stop-erasure" })}
      forget={() => undefined}
      isTouched={false}
      submit={w.actSign}
    >
      <p>{w.erasureStopHint}</p>
    </ActSheet>
  );
}

/** When it would run if it were signed now: the rule counts days of 24 hours, and waits until no review can be asked any more. */
function dueFrom({ now, reviewUntil }: ActProps["view"]): Instant {
  const waited = millisToInstant(instantToMillis(now) + (mission.value?.erasureDays ?? 0) * aDay);
  return reviewUntil !== undefined && reviewUntil > waited ? reviewUntil : waited;
}
