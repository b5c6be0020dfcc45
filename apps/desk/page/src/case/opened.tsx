import { Facts, Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { CoverAll, Masked } from "../masking/masked.tsx";
import { forumName } from "../referrals/forums.ts";
import { Said } from "../said.tsx";
import { caseName, forceName, staffName, wordFor, words } from "../say.ts";

/** A case that nobody brought: who opened it, from what source, and the words of it for whoever may read them. */
export function Opened({ opened }: { readonly opened: NonNullable<CaseView["opened"]> }) {
  const w = words();
  const { by, because, matter, from, basis, forces, words: said } = opened;
  const isHandedOver = because === "handed-over";
  return (
    <>
      <Notice icon="people">
        <p>{w.openedNobody}</p>
      </Notice>
      {said && (
        <>
          <CoverAll />
          <Said text={said.text} lang={said.language}>
            <Masked text={said.text} />
          </Said>
        </>
      )}
      <Facts
        facts={[
          { key: "by", name: w.openedBy, value: staffName(by) },
          { key: "because", name: w.openedBecause, value: wordFor("origin", because) },
          ...(matter[0] ? [{ key: "matter", name: w.openedMatter, value: caseName(matter[0]) }] : []),
          ...(isHandedOver
            ? [
                { key: "from", name: w.openedFrom, value: forumName(from) },
                { key: "basis", name: w.openedBasis, value: wordFor("handedBasis", basis) },
              ]
            : []),
          { key: "forces", name: w.force, value: forces.map(forceName).join(", ") },
          ...(said?.reference
            ? [{ key: "reference", name: w.openedReference, value: <Masked text={said.reference} /> }]
            : []),
        ]}
      />
    </>
  );
}
