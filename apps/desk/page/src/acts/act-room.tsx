import { useSignal } from "@preact/signals";
import { openingOrders } from "@temwen/casework";
import { Button, Notice } from "@temwen/ui";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { CaseView } from "../../../keeper/src/views.ts";
import { hasWords } from "../case/has-words.ts";
import { NextForums } from "../case/next-forums.tsx";
import { wordFor, words } from "../say.ts";
import { ActForm } from "./act-form.tsx";
import { firstAct, groupOf, iconOf, lookOf, shownGroups } from "./act-groups.ts";
import { type Act, allActs, isLawful, isOffered, orderOf, refusalOf } from "./act-names.ts";
import { NotNow } from "./not-now.tsx";
import { isUnsent, UnsentFlag } from "./unsent-flag.tsx";
import { tellWhyNot } from "./why-not.ts";

/** What the keeper lets somebody do who cannot read the story: stepping back, and asking for its opening. */
const needsNoWords: readonly string[] = ["recuse", ...openingOrders];

type RoomProps = {
  readonly view: CaseView;
  readonly open: Act | undefined;
  readonly onOpen: (act: Act | undefined) => void;
  readonly onRead: () => Promise<void>;
};

/** What this person may do now; one form at a time, beside the story it is about. */
export function ActRoom({ view, open, onOpen, onRead }: RoomProps) {
  const w = words();
  const justDone = useSignal<Act | undefined>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(open);
  useLayoutEffect(() => {
    // Signed or put aside: the keys are back at what may be done.
    if (open === undefined && wasOpen.current !== undefined) heading.current?.focus();
    wasOpen.current = open;
  }, [open]);
  if (open !== undefined) {
    const close = (wasDone: boolean) => {
      justDone.value = wasDone ? open : undefined;
      onOpen(undefined);
    };
    return <ActForm key={open} act={open} view={view} onRead={onRead} onClose={close} />;
  }
  // The keeper refuses whoever cannot read the story: they could not compare it with what the server says.
  const mine = allActs.filter((act) => isOffered(view, act) && (hasWords(view) || needsNoWords.includes(act)));
  const lawful = mine.filter((act) => isLawful(view, act));
  const first = firstAct(view, lawful);
  return (
    <>
      {justDone.value && (
        <Notice kind="done" role="status">
          <p>
            <strong>{wordFor("order", orderOf(justDone.value))}.</strong> {w.actSigned}
          </p>
        </Notice>
      )}
      <h2 id="do" tabIndex={-1} ref={heading}>
        {w.acts}
      </h2>
      {!hasWords(view) && <p class="hint">{w["refusal.not-granted"]}</p>}
      {hasWords(view) && lawful.length === 0 && <p class="hint">{w.actsNone}</p>}
      <NextForums view={view} onOpen={onOpen} />
      {shownGroups.map((group) => {
        const all = lawful.filter((act) => groupOf(act) === group);
        const here = [...all.filter((act) => lookOf(act) !== "plain"), ...all.filter((act) => lookOf(act) === "plain")];
        return here.length === 0 ? null : (
          <section key={group} class="act-group" aria-labelledby={`acts-${group}`}>
            <h3 id={`acts-${group}`}>{w[`acts.${group}`]}</h3>
            <ul class="acts">
              {here.map((act) => (
                <li key={act}>
                  <Button look={act === first ? "primary" : lookOf(act)} icon={iconOf(act)} onClick={() => onOpen(act)}>
                    {wordFor("order", orderOf(act))}
                  </Button>
                  {isUnsent(view.caseId, act) && <UnsentFlag />}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {hasWords(view) && <NotNow others={othersOf(view, mine)} />}
    </>
  );
}

const othersOf = (view: CaseView, acts: readonly Act[]) =>
  acts
    .filter((act) => refusalOf(view, act))
    .map((act) => ({ name: wordFor("order", orderOf(act)), reason: tellWhyNot(refusalOf(view, act)) }));
