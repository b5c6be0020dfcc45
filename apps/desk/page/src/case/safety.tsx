import { Icon, Notice } from "@temwen/ui";
import type { CaseView, Identity } from "../../../keeper/src/views.ts";
import { Masked } from "../masking/masked.tsx";
import { Said } from "../said.tsx";
import { hour, wordFor, words } from "../say.ts";
import { doerOf } from "./history.tsx";

/** What a skipped question counts as (docs/specs/parcel.md): afterwards nobody can tell whether it was chosen. */
const leastConsent = "keep-words";

/** What the person allows, and how not to put them in danger. */
export function Safety({ view, identity }: { readonly view: CaseView; readonly identity: Identity | undefined }) {
  const w = words();
  const consent = view.consent ?? view.story?.consent;
  const safeWay = identity?.safeContact;
  const isChild = view.story?.child === "yes" || view.story?.child === "doubt";
  const plan = view.timeline.findLast(({ type, text }) => type === "case.safety-assessed/1" && text);
  const pressed = view.messages.findLast((message) => message.pressed)?.pressed;
  if (view.opened && !plan?.text) return null;
  return (
    <section class="safety" aria-label={w.safety}>
      {pressed && (
        <Notice kind={pressed === "no" ? "plain" : "alarm"}>
          <p>
            <strong>{w[`pressed.${pressed}`]}</strong>
          </p>
        </Notice>
      )}
      {view.withdrawalAsked && (
        <Notice kind="alarm">
          <p>
            <strong>{w.withdrawalAsked}</strong>
          </p>
        </Notice>
      )}
      <ul>
        {consent && (
          <li>
            <Icon name="people" />
            <p>
              <strong>{wordFor("consent", consent)}.</strong>{" "}
              {consent === leastConsent ? w.consentLeast : w.consentAsked}
            </p>
          </li>
        )}
        {isChild && view.story && (
          <li>
            <Icon name="alarm" />
            <p>
              <strong>{w.child}.</strong> {view.story.child === "doubt" ? w["child.doubt"] : w.childRule}
            </p>
          </li>
        )}
        {!view.opened && (
          <li>
            <Icon name="shield" />
            <div>
              <p>{safeWay ? w.safeContact : w.safetyBanner}</p>
              {!identity && <p class="hint">{w.safetySealed}</p>}
              {safeWay && <Said text={safeWay} quiet />}
            </div>
          </li>
        )}
        {plan?.text && (
          <li>
            <Icon name="shield" />
            <div>
              <p>{w.safetyPlan}</p>
              <Said text={plan.text} quiet>
                <Masked text={plan.text} place={view.story?.place} />
              </Said>
              <p class="hint">
                {[plan.facts.level && wordFor("level", plan.facts.level), doerOf(plan), hour(plan.at)]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}
