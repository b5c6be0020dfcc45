import { granted, type PressureAnswer, type Result } from "@temwen/vocabulary";
import { type SendAct, writeAsking, writePressure } from "../reply/person-acts.ts";
import type { Mailbox } from "./room.ts";

/** What the person said of being pressed; words only where there are any. */
export type ToldPressure = { readonly pressed: PressureAnswer; readonly text: string };

/** First the answer, so that nobody asks to withdraw unheard; then the request. Tried again, each goes once. */
export async function withdraw(
  { courier, office, keys }: Mailbox,
  send: SendAct,
  { pressed, text }: ToldPressure,
): Promise<Result<true, { readonly code: string }>> {
  const said = `${pressed} ${text}`;
  if (told !== said) {
    const answered = await send(said, () => writePressure(courier, office, keys, { pressed, text }));
    if (!answered.ok) return answered;
    told = said;
  }
  const asked = await send("withdrawal", () => writeAsking("case.withdrawal-asked/1", courier, office, keys));
  return !asked.ok && asked.refusal.code === "already-withdrawn" ? granted(true) : asked;
}

/** The answer that has arrived already, when the request behind it did not. */
let told: string | undefined;
