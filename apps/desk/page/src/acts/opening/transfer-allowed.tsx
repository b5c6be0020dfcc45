import { Notice } from "@temwen/ui";
import { transferConsents } from "../../case/transfer.tsx";
import { words } from "../../say.ts";
import type { Asking } from "../asked.ts";

/** Says before anything is filled in that the person has not allowed their whole case to go to anybody. */
export function TransferAllowed({ view }: Asking) {
  if (transferConsents(view).length > 0) return null;
  return (
    <Notice kind="alarm">
      <p>{words().transferNoConsent}</p>
    </Notice>
  );
}
