import { Button, Field, Notice } from "@temwen/ui";
import { consentChoices } from "@temwen/vocabulary";
import type { Language } from "@temwen/words";
import { addressOf } from "./address.ts";
import { Readable } from "./plain.tsx";
import type { PageKey, Say } from "./said.tsx";

type Part = { readonly say: Say; readonly language: Language };

/** Every step that a person may be told, and its sentence; a test holds it against what the server tells. */
const steps: readonly (readonly [kind: string, key: PageKey])[] = [
  ["received", "stepReceived"],
  ["acknowledged", "stepAcknowledged"],
  ["message", "message"],
  ["yours", "yours"],
  ["added", "added"],
  ["late", "late"],
  ["more-time", "moreTime"],
  ["delay", "stepDelay"],
  ["assessed", "stepAssessed"],
  ["not-admitted", "stepNotAdmitted"],
  ["kept-open", "stepKeptOpen"],
  ["closed-as-flood", "stepClosedUnread"],
  ["admitted", "stepAdmitted"],
  ["taken", "stepTaken"],
  ["hearing", "stepHearing"],
  ["recommended", "stepRecommended"],
  ["found", "stepFound"],
  ["ruled", "stepRuled"],
  ["delivery", "stepDelivery"],
  ["closed", "stepClosed"],
  ["transferred", "stepTransferred"],
  ["review-asked", "reviewAsked"],
  ["reviewed", "stepReviewed"],
  ["sent-back", "stepSentBack"],
  ["withdrawn", "withdrawn"],
  ["ended", "stepEnded"],
  ["goes-on-asked", "stepGoesOnAsked"],
  ["goes-on", "stepGoesOn"],
  ["reopened", "stepReopened"],
  ["summary", "stepSummary"],
  ["summary-answered", "summaryAnswered"],
  ["treatment-told", "treatmentTold"],
  ["consent", "stepConsent"],
  ["taken-back", "takenBack"],
  ["name-asked", "nameAsked"],
  ["name-allowed", "nameAllowed"],
  ["name-refused", "nameRefused"],
  ["name-seen", "nameSeen"],
  ["override", "stepOverride"],
  ["override-agreed", "stepOverrideAgreed"],
  ["referred", "stepReferred"],
  ["token", "stepToken"],
  ["answer-acknowledged", "answer-acknowledged"],
  ["answer-investigating", "answer-investigating"],
  ["answer-prosecuting", "answer-prosecuting"],
  ["answer-declined", "answer-declined"],
  ["answer-waiver-granted", "answer-waiver-granted"],
  ["answer-waiver-refused", "answer-waiver-refused"],
  ["answer-obstacle-raised", "answer-obstacle-raised"],
  ["answer-obstacle-challenged", "answer-obstacle-challenged"],
  ["opening-asked", "stepOpeningAsked"],
  ["opening-stopped", "stepOpeningStopped"],
  ["opened-all-readers-gone", "stepOpenedGone"],
  ["opened-readers-refuse", "stepOpenedRefused"],
  ["opened-readers-unreachable", "stepOpenedUnreachable"],
  ["opened-life-at-risk", "stepOpenedDanger"],
];

/** `/reply/plain`: how far a case is, and no word of it. Filled by the server as `/complain/plain` is. */
export function StatusScreen({ say, language }: Part) {
  return (
    <div class="stack">
      <Readable say={say} lines={["digitsReadable", "digitsKept"]} />
      <h1 {...say("statusTitle")} />
      <p>
        <span {...say("stepsOnly")} /> <a href={addressOf("reply", language)} {...say("answersDoor")} />
      </p>
      <Asking say={say} language={language} />
      <section class="stack" data-show="nothing" hidden>
        <h2 {...say("nothing")} />
        <p class="hint" {...say("nothingHint")} />
      </section>
      <section class="stack" data-show="steps" hidden>
        <h2 {...say("steps")} />
        {/* The looks are named, so that the style keeps them: the server says which. */}
        <ol class="timeline" id="steps" data-who="office person alarm">
          <template data-each="step">
            <li class="{{who}}">
              {steps.map(([kind, key]) => (
                <p key={kind} data-only={kind}>
                  {withPlaces(say(key).children)}
                </p>
              ))}
              {consentChoices.map((choice) => (
                <p key={choice} data-only={`choice-${choice}`}>
                  {say("choiceChanged").children.replace("{choice}", say(`choice-${choice}`).children)}
                </p>
              ))}
              <p class="hint">{"{{date}}"}</p>
            </li>
          </template>
        </ol>
        <p class="hint">
          <span {...say("unchecked")} /> <span {...say("checkSteps")} />
        </p>
      </section>
    </div>
  );
}

/** What the script fills in on `/reply`, the server fills in here. */
const withPlaces = (sentence: string): string => sentence.replace("{date}", "{{day}}").replace("{n}", "{{count}}");

/** The digits go in the body of a request: an address would stay in the phone's history and in everybody's logs. */
function Asking({ say, language }: Part) {
  const reasons: readonly (readonly [code: string, key: PageKey])[] = [
    ["malformed-receipt", "malformed-receipt"],
    ["wrong-check-digits", "wrong-check-digits"],
    ["too-many-requests", "too-many-requests"],
    ["malformed-form", "not-understood"],
    ["server-fault", "server-fault"],
  ];
  return (
    <form
      class="stack"
      method="post"
      action={addressOf("status", language)}
      accept-charset="utf-8"
      autocomplete="off"
      data-show="asking"
      hidden
    >
      <Notice kind="alarm" data-show="refused" hidden>
        {reasons.map(([code, key]) => (
          <p key={code} data-show={code} hidden {...say(key)} />
        ))}
      </Notice>
      <Field
        id="digits"
        name="digits"
        data-digits
        inputMode="numeric"
        maxLength={40}
        label={<span {...say("digits")} />}
        hint={<span {...say("digitsHint")} />}
      />
      <div class="acts">
        <Button look="primary" type="submit">
          <span {...say("show")} />
        </Button>
      </div>
    </form>
  );
}
