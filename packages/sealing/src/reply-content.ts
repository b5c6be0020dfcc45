import { type CaseId, fieldsOf, oneOf, parsed, parseId, type Shape, textUpTo, wholeUpTo } from "@temwen/vocabulary";

/** A message of the office, sealed to the receipt's reply recipient. Apart from the other contents: a phone reads no others. */
export type Reply = {
  readonly type: "temwen.reply/1";
  readonly case: CaseId;
  readonly number: number;
  readonly text: string;
};

export const replyShape: Shape<Reply> = fieldsOf({
  type: oneOf("temwen.reply/1"),
  case: parsed((value) => parseId("case", value)),
  number: wholeUpTo(1e6),
  // The padded size is the limit that counts, as in `contents.ts`.
  text: textUpTo(40_000),
});
