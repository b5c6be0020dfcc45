import type { Asking } from "../asked.ts";
import { BeyondConsent } from "../beyond-consent.tsx";

/** Says before anything is signed that the person does not want their case examined. */
export const ConsentToExamine = ({ view }: Asking) => (
  <BeyondConsent view={view} uses={[{ use: "let-in", role: "investigator" }]} />
);
