import type { CaseView } from "../../../../keeper/src/views.ts";
import type { Act } from "../../acts/act-names.ts";
import { Fairness } from "../fairness/fairness.tsx";
import { Allegations } from "./allegations.tsx";
import { Examining } from "./examining.tsx";
import { Interviews } from "./interviews.tsx";
import { Requests } from "./requests.tsx";
import { Respondents } from "./respondents.tsx";

/** Everything that was found out since the admission, section by section. */
export function Inquiry({ view, onOpen }: { readonly view: CaseView; readonly onOpen: (act: Act) => void }) {
  const { inquiry } = view;
  if (!inquiry) return null;
  return (
    <>
      <Examining inquiry={inquiry} />
      <Allegations inquiry={inquiry} />
      <Fairness view={view} inquiry={inquiry} onOpen={onOpen} />
      <Respondents view={view} inquiry={inquiry} />
      <Interviews inquiry={inquiry} />
      <Requests view={view} inquiry={inquiry} />
    </>
  );
}
