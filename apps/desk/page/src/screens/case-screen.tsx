import type { Signal } from "@preact/signals";
import { Button } from "@temwen/ui";
import type { CaseId } from "@temwen/vocabulary";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { CaseView } from "../../../keeper/src/views.ts";
import type { Act } from "../acts/act-names.ts";
import { ActRoom } from "../acts/act-room.tsx";
import { Alarms } from "../case/alarms.tsx";
import { Parts } from "../case/parts.tsx";
import { goTo, person } from "../desk-state.ts";
import { Heading } from "../heading.tsx";
import { jumpTo, useKeys } from "../keys/shortcuts.ts";
import { showsAll } from "../masking/masked.tsx";
import type { Reading } from "../reading.ts";
import { hour, nameWithRole, words, zonePlace } from "../say.ts";
import { TroubleNotice } from "../trouble-notice.tsx";

type CaseScreenProps = {
  readonly caseId: CaseId;
  readonly reading: Reading<CaseView>;
  readonly title: string;
  /** Where one came from. */
  readonly back: { readonly to: Parameters<typeof goTo>[0]; readonly text: string };
  /** Further keys of this screen. */
  readonly keys: { readonly [key: string]: () => unknown };
  /** Stands where the case cannot be read. */
  readonly instead?: ComponentChildren;
  readonly show: (view: CaseView) => ComponentChildren;
  readonly class?: string;
};

/** The frame of every screen of one case: the way back, what is wrong with it, and for paper, whose it is. */
export function CaseScreen({ caseId, reading, title, back, keys, instead, show, ...props }: CaseScreenProps) {
  const w = words();
  const shown = reading.view.value;
  const trouble = reading.trouble.value;
  const me = person.value?.me;
  // Whoever comes to a case sees it covered, whatever was shown of another one.
  useEffect(() => {
    showsAll.value = false;
  }, []);
  useKeys({
    r: () => void reading.read(),
    b: () => goTo(back.to),
    s: () => jumpTo("story"),
    a: () => jumpTo("do"),
    c: () => (showsAll.value = !showsAll.value),
    ...keys,
  });
  return (
    <article class={`case ${props.class ?? ""}`.trim()}>
      <div class="case-top">
        <Button look="plain" icon="back" onClick={() => goTo(back.to)}>
          {back.text}
        </Button>
        <Button look="plain" icon="print" onClick={() => print()}>
          {w.print}
        </Button>
      </div>
      <Heading>{title}</Heading>
      <TroubleNotice refusal={trouble} onRead={reading.read} />
      {!shown && trouble && instead}
      {!shown && !trouble && <p class="hint">{w.caseOpening}</p>}
      {shown && (
        <>
          <p class="paper-only">
            {w.printed({ case: caseId, who: me ? nameWithRole(me) : "", date: hour(shown.now) })}{" "}
            {w.hoursOf({ place: zonePlace() ?? "" })}
          </p>
          <Alarms alarms={shown.alarms} />
          {show(shown)}
        </>
      )}
    </article>
  );
}

type CaseBodyProps = {
  readonly view: CaseView;
  /** The act whose form is open. */
  readonly open: Signal<Act | undefined>;
  readonly onRead: () => Promise<void>;
  readonly children: ComponentChildren;
};

/** What is known, and beside it what may be done. */
export function CaseBody({ view, open, onRead, children }: CaseBodyProps) {
  const main = useRef<HTMLDivElement>(null);
  return (
    <div class="case-body">
      <div class="case-main" ref={main}>
        <Parts within={main} />
        {children}
      </div>
      <aside class="case-acts" id="acts">
        <ActRoom view={view} open={open.value} onOpen={(act) => (open.value = act)} onRead={onRead} />
      </aside>
    </div>
  );
}

/** From the middle of a case: the form is where the acts are. */
export function openActIn(open: Signal<Act | undefined>, act: Act): void {
  open.value = act;
  document.getElementById("acts")?.scrollIntoView();
}
