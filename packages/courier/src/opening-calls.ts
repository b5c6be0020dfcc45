import {
  type CaseId,
  type Digest,
  fieldsOf,
  granted,
  listOf,
  parseBase64,
  parseDigest,
  parsed,
  parseId,
  type Result,
  truth,
  wholeUpTo,
} from "@temwen/vocabulary";
import type { CallRefusal } from "./line.ts";
import { eventShape, type ServedEvent, toEvent } from "./served.ts";

/** An opening that asks this person for the share they hold; nothing else of the case. */
export type AskedOpening = {
  readonly case: CaseId;
  /** As whoever proposed it signed it. */
  readonly proposal: ServedEvent;
  readonly confirmed: boolean;
  /** How many have given their share; never who. */
  readonly agreed: number;
  /** Whether this person has. */
  readonly given: boolean;
  /** The own share, sealed. */
  readonly share: Uint8Array;
  /** The last record of the case, behind which an agreement is signed. */
  readonly last: { readonly index: number; readonly digest: Digest };
};

export const openingsAnswer = fieldsOf({
  openings: listOf(
    fieldsOf({
      case: parsed((value) => parseId("case", value)),
      proposal: eventShape,
      confirmed: truth,
      agreed: wholeUpTo(5),
      given: truth,
      share: parsed(parseBase64),
      last: fieldsOf({ index: wholeUpTo(1e9), digest: parsed(parseDigest) }),
    }),
    500,
  ),
});

type Answered = ReturnType<typeof openingsAnswer>;

/** The openings as they were served, ready to be checked. */
export const toOpenings = (
  answer: Result<NonNullable<Answered>, CallRefusal>,
): Result<readonly AskedOpening[], CallRefusal> =>
  answer.ok
    ? granted(answer.value.openings.map(({ proposal, ...more }) => ({ ...more, proposal: toEvent(proposal) })))
    : answer;
