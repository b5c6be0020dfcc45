import { neverHere } from "@temwen/vocabulary";
import { type Act, isEarly } from "./act-names.ts";
import type { ActProps } from "./act-sheet.tsx";
import { ApproveIdentity } from "./approve-identity.tsx";
import { AskIdentity } from "./ask-identity.tsx";
import { Assess } from "./assess.tsx";
import { DealEscrow } from "./deal-escrow.tsx";
import { ConfirmErasure, ProposeErasure, StopErasure } from "./erasure.tsx";
import { GrantAccess } from "./grant-access.tsx";
import { Acknowledge, Confirm, KeepOpen, RefuseIdentity, Reply } from "./message-acts.tsx";
import { ProposeNotAdmitted } from "./propose-not-admitted.tsx";
import { Rekey } from "./rekey.tsx";
import { SaidAct } from "./said-act.tsx";
import { sheetOf } from "./sheets.ts";

type FormProps = ActProps & { readonly act: Act };

/** The form of an act: its own, or what its sheet declares. */
export function ActForm({ act, ...rest }: FormProps) {
  if (!isEarly(act)) {
    const sheet = sheetOf(act);
    return sheet ? <SaidAct act={act} sheet={sheet} {...rest} /> : null;
  }
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
      return neverHere(act);
  }
}
