import { attributionOf, forcesOf, type OfficeFacts, owesFocalPoint } from "@temwen/casework";
import type { CaseRoom } from "../room/case-room.ts";
import type { TimelineEntry } from "../views.ts";
import type { AttributionView } from "./attribution-view.ts";
import { recordedIn } from "./describe-inquiry.ts";

/** The attribution of a room's case, by the directory in force. */
export const describeAttribution = (
  room: CaseRoom,
  timeline: readonly TimelineEntry[],
  office: Pick<OfficeFacts, "hostForces">,
): AttributionView => ({
  is: attributionOf(forcesOf(room.theCase), office.hostForces),
  owesFocalPoint: owesFocalPoint(room.theCase, office),
  told: recordedIn(room, timeline, "case.focal-point-notified/1"),
});
