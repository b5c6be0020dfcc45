import { useSignal } from "@preact/signals";
import { Button, ClockBadge, Notice, Timeline } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import type { Act } from "../acts/act-names.ts";
import { isLawful } from "../acts/act-names.ts";
import { prefill } from "../acts/prefill.ts";
import { Masked } from "../masking/masked.tsx";
import { forumName, forumWord } from "../referrals/forums.ts";
import { day, dayName, staffName, wordFor, words } from "../say.ts";
import { DossierForm } from "./dossier-form.tsx";
import { hasWords } from "./has-words.ts";

type Props = { readonly view: CaseView; readonly onOpen: (act: Act) => void; readonly onRead: () => Promise<void> };
type Listed = NonNullable<CaseView["referrals"]>["referrals"][number];

/** Where the case went before bodies outside the office, what they answered, and what came and waits to be written down. */
export function Referrals({ view, onOpen, onRead }: Props) {
  const w = words();
  const isPreparing = useSignal(false);
  const { referrals } = view;
  if (!referrals) return null;
  const canRefer = hasWords(view) && isLawful(view, "refer-case");
  return (
    <section aria-labelledby="referrals">
      <h2 id="referrals">{w.referrals}</h2>
      {referrals.referrals.length === 0 && <p class="hint">{w.referralsNone}</p>}
      {referrals.referrals.map((one) => (
        <Entry key={one.number} one={one} view={view} />
      ))}
      <Pending view={view} onOpen={onOpen} />
      {canRefer && !isPreparing.value && (
        <div class="row">
          <Button icon="lock" onClick={() => (isPreparing.value = true)}>
            {w.prepareDossier}
          </Button>
        </div>
      )}
      {isPreparing.value && (
        <DossierForm
          view={view}
          onRead={onRead}
          onClose={() => (isPreparing.value = false)}
          onRefer={() => {
            isPreparing.value = false;
            onOpen("refer-case");
          }}
          onTransfer={() => {
            isPreparing.value = false;
            onOpen("propose-transfer");
          }}
        />
      )}
    </section>
  );
}

function Entry({ one, view }: { readonly one: Listed; readonly view: CaseView }) {
  const w = words();
  const { number, forum, at, by, due, standing, answers, token, asks, obstacle, text } = one;
  return (
    <article class="referral" aria-labelledby={`referral-${number}`}>
      <h3 id={`referral-${number}`}>
        {number}. {forumName(forum)}
      </h3>
      <p>
        <StandingBadge standing={standing} due={due} />
      </p>
      <p class="hint">
        {w.askedDue({ at: day(at), due: dayName(due) })} {staffName(by)}.{" "}
        {asks.map((ask) => wordFor("asks", ask)).join(", ")}
      </p>
      <Grounds one={one} />
      {obstacle.map((id) => (
        <p key={id} class="hint">
          {forumWord("obstacle", id)}
        </p>
      ))}
      {text && <Masked text={text} place={view.story?.place} />}
      {answers.length > 0 && (
        <Timeline
          entries={answers.map((answer, place) => ({
            key: String(place),
            kind: answer.answered === "obstacle-challenged" ? "office" : "person",
            what: <strong>{wordFor("answered", answer.answered)}</strong>,
            when: [dayName(answer.on), wordFor("cameBy", answer.cameBy), staffName(answer.by)].join(" · "),
            ...(answer.text && { said: <Masked text={answer.text} place={view.story?.place} /> }),
          }))}
        />
      )}
      {token !== "none" && (
        <Notice kind={token === "said" ? "alarm" : "plain"}>
          <p>{w[`token.${token}`]}</p>
        </Notice>
      )}
    </article>
  );
}

/** What it rests on, whether a waiver was asked, and who else is asked where this one does not act: plainly, once it is silent. */
function Grounds({ one: { basis, waiver, fallback, standing } }: { readonly one: Listed }) {
  const w = words();
  const line = (name: string, value: string, isNow = false) => (
    <p class={isNow ? undefined : "hint"}>
      {name}: {value}
    </p>
  );
  return (
    <>
      {line(w.referralBasis, basis.map((id) => forumWord("basis", id)).join(", "))}
      {line(w["ask.waiver"], wordFor("waiver", waiver))}
      {fallback === "none"
        ? line(w.referralFallback, w.noFallback)
        : line(w.referralFallback, forumName(fallback), standing === "silent")}
    </>
  );
}

/** How it stands, with a shape beside the colour. */
export function StandingBadge({ standing, due }: { readonly standing: string; readonly due: string }) {
  const w = words();
  if (standing === "to-be-recorded") return <ClockBadge state="late">{wordFor("standing", standing)}</ClockBadge>;
  if (standing === "silent") return <ClockBadge state="late">{w.silentSince({ due: dayName(due) })}</ClockBadge>;
  return <ClockBadge state={standing === "waiting" ? "left" : "none"}>{wordFor("standing", standing)}</ClockBadge>;
}

/** What came over the receipt page: somebody says that a forum wrote it, and whoever records it answers for it. */
function Pending({ view, onOpen }: Pick<Props, "view" | "onOpen">) {
  const w = words();
  const waiting = view.referrals?.waiting ?? [];
  if (waiting.length === 0) return null;
  const record = (one: (typeof waiting)[number]) => {
    const { referral, received, answered = "", text = "" } = one;
    prefill("record-referral-answer", view, { referral: String(referral), received, answered, text });
    onOpen("record-referral-answer");
  };
  return (
    <Notice icon="message">
      <p>
        <strong>{w.pendingHead}</strong>
      </p>
      <p>{w.pendingHint}</p>
      <ul class="plain">
        {waiting.map((one) => (
          <li key={one.received}>
            <p>
              {one.referral}. {forumName(forumOf(view, one.referral))}:{" "}
              <strong>{one.answered ? wordFor("answered", one.answered) : w.pendingClosed}</strong>
            </p>
            {one.text && <Masked text={one.text} place={view.story?.place} />}
            {one.answered && isLawful(view, "record-referral-answer") && (
              <div class="row">
                <Button icon="pen" onClick={() => record(one)}>
                  {w.recordIt}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const forumOf = (view: CaseView, number: number): string =>
  view.referrals?.referrals.find((one) => one.number === number)?.forum ?? "";
