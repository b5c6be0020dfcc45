import { handedOverBases, type OpeningSaid, openedBecause } from "@temwen/casework";
import { parseMatterId } from "@temwen/vocabulary";
import { words } from "../say.ts";

/** What stands in the form; all of it is text, so that it can lie unsent. */
export type Opening = {
  readonly because: string;
  readonly from: string;
  readonly basis: string;
  readonly matter: string;
  readonly forces: readonly string[];
  readonly text: string;
  readonly reference: string;
};

export const emptyOpening: Opening = {
  ...{ because: "", from: "", basis: "", matter: "", forces: [], text: "", reference: "" },
};

/** Sources that a person chooses from, and consents that a body which hands over may have. */
export const sources: readonly string[] = openedBecause;
export const bases: readonly string[] = handedOverBases.filter((basis) => basis !== "none");

export const isHandedOver = ({ because }: Opening): boolean => because === "handed-over";
export const comesOfMatter = ({ because }: Opening): boolean => because === "recommendation" || because === "visit";

type Missing = { readonly [F in keyof Opening]?: string };

/** What has to be said still, field by field in their order. */
export function whatIsMissing(written: Opening): Missing {
  const w = words();
  const { because, from, basis, matter, forces, text } = written;
  return {
    ...(because === "" && { because: w.chooseOne }),
    ...(isHandedOver(written) && from === "" && { from: w.chooseOne }),
    ...(isHandedOver(written) && basis === "" && { basis: w.chooseOne }),
    ...(comesOfMatter(written) && !parseMatterId(matter.trim()).ok && { matter: w.openCaseMatterWrong }),
    ...(forces.length === 0 && { forces: w.chooseForce }),
    ...(text.trim() === "" && { text: w["refusal.empty"] }),
  };
}

/** What is said in clear: nothing of a field that does not belong to the source. */
export function saysOf(written: Opening): OpeningSaid {
  const { because, from, basis, matter, forces } = written;
  const id = parseMatterId(matter.trim());
  return {
    because: because as OpeningSaid["because"],
    forces,
    matter: comesOfMatter(written) && id.ok ? [id.value] : [],
    from: isHandedOver(written) ? from : "none",
    basis: isHandedOver(written) ? (basis as OpeningSaid["basis"]) : "none",
  };
}
