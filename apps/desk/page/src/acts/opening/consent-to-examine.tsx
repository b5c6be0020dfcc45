import { Notice } from "@temwen/ui";
import { wordFor, words } from "../../say.ts";
import type { Asking } from "../asked.ts";

/** What allows less than an inquiry (docs/specs/inquiry.md). */
const notToExamine: readonly string[] = ["help-only", "keep-words"];

/** Says before anything is signed that the person does not want their case examined. */
export function ConsentToExamine({ view }: Asking) {
  const w = words();
  const given = view.consent ?? view.story?.consent;
  if (given === undefined || !notToExamine.includes(given)) return null;
  return (
    <Notice kind="alarm">
      <p>
        <strong>{w.beyondConsent}</strong>
      </p>
      <p>{w.beyondConsentSays({ choice: wordFor("consent", given) })}</p>
    </Notice>
  );
}
