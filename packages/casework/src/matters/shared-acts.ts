import { hybridRecipient } from "@temwen/office";
import {
  fieldsOf,
  listOf,
  oneOf,
  parsed,
  parseId,
  type Shape,
  type StaffId,
  textLike,
  textUpTo,
} from "@temwen/vocabulary";
import type { SaidActs } from "../acts/said.ts";
import { type PartRef, partRef } from "../words/part-ref.ts";
import { steppingBack } from "./words.ts";

/** The key to a matter's words, sealed to somebody by name. */
export type MatterGrant = { readonly to: StaffId; readonly grant: PartRef };

const grants: Shape<readonly MatterGrant[]> = listOf(
  fieldsOf({ to: parsed((value) => parseId("staff", value)), grant: partRef }),
  16,
);

/** A day of the mission's calendar. */
export const day = textLike(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Whom something is asked of: as the bearer of a measure, or the United Nations. */
export const addressee = textLike(
  /^(mission|host-state|office|united-nations|contributing-state:[a-z][a-z0-9-]{1,23})$/,
);

const publicWords: Shape<string> = (value) => {
  const text = textUpTo(2000)(value);
  return text === undefined || text.trim() === "" ? undefined : text;
};

/** What everybody may read, in Creole at least. In clear: it is meant for the public. */
export const publicText = fieldsOf(
  { ht: publicWords },
  { fr: publicWords, en: publicWords, es: publicWords, sw: publicWords },
);

/** What every opening says: whom it concerns, so that ties are judged; to which key words are sealed, and who gets it. */
export const opening = {
  forces: listOf(textLike(/^[a-z][a-z0-9-]{1,23}$/), 16),
  recipient: hybridRecipient,
  grants,
  explanation: partRef,
} as const;

/** What is done in matters of every kind. */
export const sharedActs = {
  "let-in": { fact: "matter.let-in/1", says: { grants }, beside: "nothing" },
  /** Somebody left: words are sealed to another key from now on, and whoever goes on gets it with all that came before. */
  "rekey-matter": { fact: "matter.rekeyed/1", says: { recipient: hybridRecipient, grants }, beside: "nothing" },
  "step-back": { fact: "matter.stepped-back/1", says: { reason: oneOf(...steppingBack) }, beside: "nothing" },
} as const satisfies SaidActs;
