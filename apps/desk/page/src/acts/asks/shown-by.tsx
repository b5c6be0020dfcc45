import type { Digest } from "@temwen/vocabulary";
import type { CaseView } from "../../../../keeper/src/views.ts";
import { pieceNumber } from "../../case/piece-name.ts";
import { words } from "../../say.ts";
import { type Asked, type Asking, textIn } from "../asked.ts";
import { several } from "./choose.tsx";

const pieces = ({ evidence }: CaseView): readonly Digest[] =>
  evidence.flatMap(({ sealed, copyOf }) => (sealed === undefined || copyOf !== undefined ? [] : [sealed]));

const chosen = several({
  label: "shownByEvidence",
  hint: "shownByEvidenceHint",
  ids: pieces,
  called: (digest, { evidence }) => pieceCalled(digest, evidence),
  least: 0,
});

/** What a piece is called, by the digest it was announced with; its digest, where it is none of this case. */
export function pieceCalled(digest: Digest, evidence: CaseView["evidence"]): string {
  const piece = evidence.find(({ sealed }) => sealed === digest);
  return piece ? `${words().piece({ n: pieceNumber(piece.part) })}: ${piece.name}` : digest;
}

/** Silence is shown by nothing, and where there is no evidence nobody is asked. */
const isAsked = ({ view, written }: Asking): boolean =>
  pieces(view).length > 0 && textIn(written, "delivered") !== "no-answer";

/** The pieces of evidence that show what became of a measure: as many as there are, or none. */
export const shownByEvidence: Asked<readonly Digest[]> = {
  starts: chosen.starts,
  read: (at) => (isAsked(at) ? chosen.read(at) : []),
  tell: (at) => (isAsked(at) ? chosen.tell(at) : undefined),
  show: (at) => (isAsked(at) ? chosen.show(at) : null),
};
