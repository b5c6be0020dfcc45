import { useSignal } from "@preact/signals";
import { Button, Icon, type IconName, Notice } from "@temwen/ui";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { CaseView } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { draftName, isKept } from "../drafts.ts";
import { wordFor, words } from "../say.ts";
import { type Act, acts, isLawful, isOffered, orderOf, refusalOf } from "./act-names.ts";
import { ApproveIdentity } from "./approve-identity.tsx";
import { AskIdentity } from "./ask-identity.tsx";
import { Assess } from "./assess.tsx";
import { AssessSafety } from "./assess-safety.tsx";
import { DealEscrow } from "./deal-escrow.tsx";
import { ConfirmErasure, ProposeErasure, StopErasure } from "./erasure.tsx";
import { GrantAccess } from "./grant-access.tsx";
import { Acknowledge, Confirm, KeepOpen, RefuseIdentity, Reply } from "./message-acts.tsx";
import { ProposeNotAdmitted } from "./propose-not-admitted.tsx";
import { Rekey } from "./rekey.tsx";
import { tellWhyNot } from "./why-not.ts";

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
  useLayoutEffect(() => {
    if (open === undefined && justDone.value) heading.current?.focus();
  }, [open]);
  if (open !== undefined) {
    const close = (wasDone: boolean) => {
      justDone.value = wasDone ? open : undefined;
      onOpen(undefined);
    };
    return <ActForm act={open} view={view} onRead={onRead} onClose={close} />;
  }
  // The keeper refuses whoever cannot read the story: they could not compare it with what the server says.
  const lawful = view.story ? acts.filter((act) => isLawful(view, act) && isOffered(view, act)) : [];
  const others = view.story ? acts.filter((act) => refusalOf(view, act) && isOffered(view, act)) : [];
  const first = firstAct(view, lawful);
  return (
    <>
      {justDone.value && (
        <Notice kind="done" role="status">
          <p>
            <strong>{wordFor("order", orderOf[justDone.value])}.</strong> {w.actSigned}
          </p>
        </Notice>
      )}
      <h2 id="do" tabIndex={-1} ref={heading}>
        {w.acts}
      </h2>
      {lawful.length === 0 && <p class="hint">{view.story ? w.actsNone : w["refusal.not-granted"]}</p>}
      <ul class="acts">
        {lawful.map((act) => (
          <li key={act}>
            <Button look={act === first ? "primary" : lookOf(act)} icon={iconOf[act]} onClick={() => onOpen(act)}>
              {wordFor("order", orderOf[act])}
            </Button>
            {isUnsent(view, act) && (
              <p class="flag">
                <Icon name="pen" />
                {w.flagUnsent}
              </p>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details class="not-now">
          <summary>{w.notNow}</summary>
          <ul>
            {others.map((act) => (
              <li key={act}>
                <p>{wordFor("order", orderOf[act])}</p>
                <p class="hint">{tellWhyNot(refusalOf(view, act))}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The act that the case waits for, if it waits for one; an assessment waits only until there is one. */
function firstAct(view: CaseView, lawful: readonly Act[]): Act | undefined {
  return (["acknowledge", "assess", "confirm"] as const).find(
    (act) => lawful.includes(act) && !(act === "assess" && view.assessment),
  );
}

/** What concerns keys and not the person stands back. */
const lookOf = (act: Act): "quiet" | "plain" =>
  ["grant", "rekey", "deal-escrow", "ask-identity", "propose-erasure"].includes(act) ? "plain" : "quiet";

const iconOf: Readonly<Record<Act, IconName>> = {
  acknowledge: "message",
  assess: "search",
  "assess-safety": "shield",
  confirm: "check",
  "keep-open": "open",
  reply: "message",
  "propose-not-admitted": "pen",
  grant: "key",
  rekey: "key",
  "ask-identity": "people",
  "approve-identity": "people",
  "refuse-identity": "shield",
  "deal-escrow": "lock",
  "propose-erasure": "alarm",
  "confirm-erasure": "alarm",
  "stop-erasure": "shield",
};

const isUnsent = (view: CaseView, act: Act): boolean => isKept(draftName(person.value?.me.id ?? "", view.caseId, act));

type FormProps = {
  readonly act: Act;
  readonly view: CaseView;
  readonly onRead: () => Promise<void>;
  readonly onClose: (wasDone: boolean) => void;
};

function ActForm({ act, ...rest }: FormProps) {
  switch (act) {
    case "acknowledge":
      return <Acknowledge {...rest} />;
    case "reply":
      return <Reply {...rest} />;
    case "confirm":
      return <Confirm {...rest} />;
    case "keep-open":
      return <KeepOpen {...rest} />;
    case "assess":
      return <Assess {...rest} />;
    case "assess-safety":
      return <AssessSafety {...rest} />;
    case "propose-not-admitted":
      return <ProposeNotAdmitted {...rest} />;
    case "grant":
      return <GrantAccess {...rest} />;
    case "rekey":
      return <Rekey {...rest} />;
    case "ask-identity":
      return <AskIdentity {...rest} />;
    case "approve-identity":
      return <ApproveIdentity {...rest} />;
    case "refuse-identity":
      return <RefuseIdentity {...rest} />;
    case "deal-escrow":
      return <DealEscrow {...rest} />;
    case "propose-erasure":
      return <ProposeErasure {...rest} />;
    case "confirm-erasure":
      return <ConfirmErasure {...rest} />;
    case "stop-erasure":
      return <StopErasure {...rest} />;
    default:
      return null;
  }
}
