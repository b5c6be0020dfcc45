import {
  type CaseId,
  type Digest,
  granted,
  hasLoneSurrogate,
  type Json,
  type Result,
  refused,
} from "@temwen/vocabulary";
import { digestOf, sealTo } from "./age-file.ts";
import type { Explanation, PersonMessage, PressureTold, TreatmentTold } from "./contents.ts";
import { padJson } from "./padding.ts";
import type { Reply } from "./reply-content.ts";
import { messageSize } from "./sizes.ts";

/** A text sealed to one recipient, in the one size that all messages have. */
export type SealedText = { readonly sealed: Uint8Array; readonly digest: Digest };

export type TextRefusal =
  | { readonly code: "empty" }
  | { readonly code: "too-long"; readonly part: "message" }
  | { readonly code: "broken-text" };

/** Seals a person's later message to the office. */
export async function sealMessage(
  message: { readonly case: CaseId; readonly sequence: number; readonly text: string },
  storyRecipient: string,
): Promise<Result<SealedText, TextRefusal>> {
  const content: PersonMessage = { type: "temwen.message/1", ...message };
  return sealText(content, message.text, storyRecipient);
}

/** Seals the answer to whether somebody presses the person to withdraw; its words may be empty. */
export async function sealPressure(
  told: Omit<PressureTold, "type">,
  storyRecipient: string,
): Promise<Result<SealedText, TextRefusal>> {
  const content: PressureTold = { type: "temwen.pressure/1", ...told };
  return sealText(content, told.text, storyRecipient, true);
}

/** Seals what a person says of how they were treated; its words may be empty. */
export async function sealTreatment(
  told: Omit<TreatmentTold, "type">,
  storyRecipient: string,
): Promise<Result<SealedText, TextRefusal>> {
  const content: TreatmentTold = { type: "temwen.treatment/1", ...told };
  return sealText(content, told.text, storyRecipient, true);
}

/** Seals the office's message to the person. */
export async function sealReply(
  reply: { readonly case: CaseId; readonly number: number; readonly text: string },
  replyRecipient: string,
): Promise<Result<SealedText, TextRefusal>> {
  const content: Reply = { type: "temwen.reply/1", ...reply };
  return sealText(content, reply.text, replyRecipient);
}

/** Seals the reasons of an act, for those who may read the story. */
export async function sealExplanation(
  explanation: { readonly case: CaseId; readonly text: string },
  storyRecipient: string,
): Promise<Result<SealedText, TextRefusal>> {
  const content: Explanation = { type: "temwen.explanation/1", ...explanation };
  return sealText(content, explanation.text, storyRecipient);
}

async function sealText(
  content: Json,
  text: string,
  recipient: string,
  mayBeEmpty = false,
): Promise<Result<SealedText, TextRefusal>> {
  if (hasLoneSurrogate(text)) return refused({ code: "broken-text" });
  if (!mayBeEmpty && text.trim() === "") return refused({ code: "empty" });
  const padded = padJson(content, messageSize);
  if (!padded) return refused({ code: "too-long", part: "message" });
  const sealed = await sealTo(recipient, padded);
  return granted({ sealed, digest: digestOf(sealed) });
}
