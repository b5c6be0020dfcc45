import { Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { wordFor, words } from "../say.ts";
import { Fold } from "./fold.tsx";
import { Noted } from "./inquiry/noted.tsx";

/** What protects the person, what help was offered, and whether somebody harms them for having spoken. */
export function Protection({ view }: { readonly view: CaseView }) {
  const { protecting, helped, interests, retaliation } = view;
  if (protecting.length + helped.length + retaliation.length === 0 && !interests) return null;
  const w = words();
  return (
    <Fold id="protection" title={w["acts.protection"]} isOpen={retaliation.length > 0}>
      {retaliation.map((report) => (
        <Notice key={report.at} kind="alarm" role="note">
          <Noted what={<strong>{w["event.case.retaliation-reported/1"]}</strong>} noted={report} />
        </Notice>
      ))}
      <ul class="entries">
        {interests && (
          <li>
            {w["ask.guardian"]}: <strong>{wordFor("guardian", interests.guardian)}</strong>
          </li>
        )}
        {protecting.map(({ kind, answer }) => (
          <li key={kind}>
            {wordFor("protection", kind)}: <strong>{wordFor("protected", answer)}</strong>
          </li>
        ))}
        {helped.map(({ service, offered }, place) => (
          <li key={place}>
            {wordFor("service", service)}: <strong>{wordFor("offered", offered)}</strong>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
