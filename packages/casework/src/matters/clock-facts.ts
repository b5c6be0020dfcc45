import {
  fieldsOf,
  type Instant,
  type MatterId,
  type OfficeId,
  oneOf,
  parsed,
  parseId,
  parseInstant,
  parseMatterId,
  type Shape,
  textLike,
} from "@temwen/vocabulary";

/** That a clock of a matter passed. Signed by the server's clock key, as of a case. */
export type MatterClockMissedFact = {
  readonly type: "matter.clock-missed/1";
  readonly matter: MatterId;
  readonly office: OfficeId;
  readonly clock: string;
  readonly due: Instant;
};

/** What the server says of a matter by itself. */
export type MatterServerFact = MatterClockMissedFact;

/** Reads what the server says of a matter. */
export const matterServerShape: Shape<MatterServerFact> = fieldsOf({
  type: oneOf("matter.clock-missed/1"),
  matter: parsed(parseMatterId),
  office: parsed((value) => parseId("office", value)),
  clock: textLike(/^[a-z][a-z-]{1,31}$/),
  due: parsed(parseInstant),
});

/** The types of these facts, for whoever looks whether each has its golden file. */
export const matterServerTypes: readonly MatterServerFact["type"][] = ["matter.clock-missed/1"];
