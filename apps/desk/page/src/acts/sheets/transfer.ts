import { TransferTerms, tellConsent, transferConsents } from "../../case/transfer.tsx";
import { person } from "../../desk-state.ts";
import { forumName } from "../../say.ts";
import { choice, declaration } from "../asks/choose.tsx";
import { dossierDigest } from "../asks/dossier-digest.tsx";
import { known } from "../asks/known.tsx";
import { TransferAllowed } from "../opening/transfer-allowed.tsx";
import type { SheetsOf } from "../sheet.ts";

/** A case goes on elsewhere because the person wants that: one proposes, another confirms and tells them (docs/specs/taking-in.md). */
export const transferSheets: SheetsOf<"propose-transfer" | "confirm-transfer"> = {
  "propose-transfer": {
    group: "referral",
    icon: "open",
    opening: TransferAllowed,
    asks: {
      recipient: choice({
        label: "ask.transferTo",
        hint: "ask.transferToHint",
        ids: (view) => transferConsents(view).map(({ recipient }) => recipient),
        called: forumName,
        note: (id, view) =>
          transferConsents(view)
            .filter(({ recipient }) => recipient === id)
            .map(tellConsent)[0],
      }),
      dossier: dossierDigest,
      agreed: declaration("no-re-interview", { label: "ask.agreed", sentence: "transferAgreed" }),
    },
    text: { label: "text.transfer", hint: "explanationHint" },
  },
  "confirm-transfer": {
    group: "referral",
    icon: "check",
    opening: TransferTerms,
    asks: { recipient: known(({ view }) => view.transfer?.recipient ?? "") },
    // Whoever proposed it reads above the case that another has to.
    isOffered: ({ transfer }) =>
      transfer !== undefined && !transfer.confirmedBy && transfer.proposedBy !== person.value?.me.id,
    pattern: "confirm-transfer",
    fills: ({ transfer }) => (transfer ? [forumName(transfer.recipient)] : []),
    twice: { question: "transferAsk", consequence: "transferLose" },
  },
};
