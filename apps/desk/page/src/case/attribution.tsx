import { Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { wordFor, words } from "../say.ts";
import { Noted } from "./inquiry/noted.tsx";

/** What follows from whom it is about: of the mission with others what is owed, of the host police alone what never happens by itself. */
export function AttributionNotice({ view }: { readonly view: CaseView }) {
  const w = words();
  const { is, owesFocalPoint, told } = view.attribution;
  if (view.stage === "erased" || (is !== "joint" && is !== "host-police")) return null;
  const isOwed = owesFocalPoint && !isOver(view);
  return (
    <Notice kind={isOwed ? "alarm" : "plain"}>
      <p>
        <strong>{wordFor("attribution", is)}.</strong> {is === "joint" ? w.jointHint : w.hostAloneHint}
      </p>
      {isOwed && <p>{w.focalPointOwed}</p>}
      {is === "joint" && !owesFocalPoint && told.length === 0 && <p>{w.focalPointNot}</p>}
      {told.map((one) => (
        <Noted key={one.at} what={w.focalPointTold} noted={one} />
      ))}
    </Notice>
  );
}

/** Where it ended otherwise than by the panel nothing is owed any more. */
const isOver = ({ stage }: CaseView): boolean => ["not-admitted", "withdrawn", "transferred"].includes(stage);
