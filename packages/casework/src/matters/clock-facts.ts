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

/** That a family's claim was erased, as two people had wanted. Signed by the server's clock key, as of a case. */
export type ClaimErasedFact = {
  readonly type: "paternity.erased/1";
  readonly matter: MatterId;
  readonly office: OfficeId;
  /** The hour from which it might be. */
  readonly due: Instant;
};

/** What the server says of a matter by itself. */
export type MatterServerFact = MatterClockMissedFact | ClaimErasedFact;

const said = {
  matter: parsed(parseMatterId),
  office: parsed((value) => parseId("office", value)),
  due: parsed(parseInstant),
};

/** Reads that a clock of a matter passed. */
export const matterMissedShape: Shape<MatterClockMissedFact> = fieldsOf({
  type: oneOf("matter.clock-missed/1"),
  ...said,
  clock: textLike(/^[a-z][a-z-]{1,31}$/),
});

const erasedShape: Shape<ClaimErasedFact> = fieldsOf({ type: oneOf("paternity.erased/1"), ...said });

/** Reads what the server says of a matter. */
export const matterServerShape: Shape<MatterServerFact> = (value) => matterMissedShape(value) ?? erasedShape(value);

/** The types of these facts, for whoever looks whether each has its golden file. */
export const matterServerTypes: readonly MatterServerFact["type"][] = ["matter.clock-missed/1", "paternity.erased/1"];
