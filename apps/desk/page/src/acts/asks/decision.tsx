import { type DecisionKind, outcomesOf } from "@temwen/casework";
import { Facts, Notice } from "@temwen/ui";
import type { Digest } from "@temwen/vocabulary";
import type { CaseView } from "../../../../keeper/src/views.ts";
import type { Refusal } from "../../desk-line.ts";
import { decisionShown, findMismatch, nameReason } from "../../panel/decision.ts";
import { Fingerprint } from "../../panel/fingerprint.tsx";
import { maySit, openSitting } from "../../panel/sitting-now.ts";
import { tellRefusal, wordFor, words } from "../../say.ts";
import { type Asked, type Asking, textIn } from "../asked.ts";
import { choice } from "./choose.tsx";
import { differs, findings } from "./findings.tsx";
import { either, known } from "./known.tsx";
import { measures } from "./measures.tsx";

/** The number of the sitting that is open, or, for a proposal, of the next. */
export const openNumber = known(({ view }) => openSitting(view)?.sitting ?? 0);
export const nextNumber = known(({ view }) => view.panel?.nextSitting ?? 0);

const kindsFor = ({ view }: Pick<Asking, "view">): readonly DecisionKind[] =>
  maySit(view) ? (view.panel?.kinds ?? []) : [];

const kindChoice = choice<DecisionKind>({
  label: "proposeWhat",
  ids: (view) => kindsFor({ view }),
  called: "decides",
});

/**
 * The kind that was chosen, by which the other questions follow. Words put aside may be of a kind that the case does not wait
 * for any more; while a colleague's proposal is voted on it waits for none, and what was written stays as it is.
 */
export function kindIn({ view, written }: Pick<Asking, "view" | "written">): string {
  const said = textIn(written, "decides");
  const [only, ...others] = kindsFor({ view });
  if (only === undefined || only === said || others.some((kind) => kind === said)) return said;
  return others.length === 0 ? only : "";
}

/** What is to be decided; where the case waits for one thing only, that. */
export const decides: Asked<DecisionKind> = {
  ...kindChoice,
  // What comes before the panel is there to be found on; that more is needed first is for somebody to say.
  starts: ({ view, name }) => ({ [name]: kindsFor({ view }).includes("findings") ? "findings" : "" }),
  read: (at) => kindsFor(at).find((kind) => kind === kindIn(at)),
  show: (at) => {
    const [only, ...others] = kindsFor(at);
    if (!only || others.length > 0) return kindChoice.show(at);
    return <Facts facts={[{ key: "decides", name: words().proposeWhat, value: wordFor("decides", only) }]} />;
  },
};

const nothing = <V,>(value: V): Asked<V> => known(() => value);

/** Findings of the panel: they begin as they were recommended, and are changed where the panel finds otherwise. */
export const findingsOfPanel = either(findings, (at) => (kindIn(at) === "findings" ? findings : nothing([])));
export const measuresOfPanel = either(measures, (at) => (kindIn(at) === "ruling" ? measures : nothing([])));

/** What stands against an outcome, as the rules say it. */
function againstOutcome(outcome: Outcome, { panel }: CaseView): Refusal | undefined {
  if (panel?.misfits.includes(outcome)) return { code: "outcome-misfit" };
  return outcome === "settled" ? panel?.againstSettling : undefined;
}

const outcomeFor = (kind: "closure" | "review") =>
  choice<Outcome>({
    label: "outcome",
    ids: outcomesOf[kind],
    called: "outcome",
    isClosed: (id, view) => againstOutcome(id, view) !== undefined,
    note: (id, view) => {
      const refusal = againstOutcome(id, view);
      return refusal && tellRefusal(refusal);
    },
  });
type Outcome = (typeof outcomesOf)[DecisionKind][number];
const outcomes = { closure: outcomeFor("closure"), review: outcomeFor("review") };

export const outcome = either(outcomes.closure, (at) => {
  const kind = kindIn(at);
  return kind === "closure" || kind === "review" ? outcomes[kind] : nothing("none" as const);
});

/** Whether a reason has to be published: the panel finds otherwise than was recommended. */
export const needsReason = (at: Asking): boolean => kindIn(at) === "findings" && differs({ ...at, name: "findings" });

/** The digest of the reason that is published; its words are asked for beside the other words. */
export const published: Asked<readonly Digest[]> = {
  starts: () => ({}),
  show: () => null,
  tell: () => undefined,
  read: (at) => {
    if (!needsReason(at)) return [];
    const reason = textIn(at.written, "words.published");
    return reason.trim() === "" ? undefined : [nameReason(reason)];
  },
};

/** What the vote names: computed from what stands on this screen. Nothing, where that is not what the others vote on. */
export const decision: Asked<Digest> = {
  starts: () => ({}),
  tell: () => undefined,
  read: ({ view }) => {
    const sitting = openSitting(view);
    if (!sitting || findMismatch(view.caseId, sitting)) return undefined;
    return decisionShown(view.caseId, sitting);
  },
  show: ({ view }) => {
    const sitting = openSitting(view);
    const mismatch = sitting && findMismatch(view.caseId, sitting);
    if (!sitting) return null;
    if (!mismatch) return <Fingerprint digest={sitting.decision} />;
    return (
      <Notice kind="alarm">
        <p>{words()[`mismatch.${mismatch}`]}</p>
      </Notice>
    );
  },
};
