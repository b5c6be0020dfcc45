// What `/reply` loads when somebody does something: writes, says anew what the office may do, adds evidence, asks to withdraw.
import { bytesOf } from "../page/sealing.ts";
import { keepSaid } from "../page/words.ts";
import { createActSender, type SendAct, writeMessage } from "../reply/person-acts.ts";
import { openAdding } from "./adding.ts";
import { openConsent } from "./consent.ts";
import { type Flow, openFlow } from "./flow.ts";
import { openReview } from "./reviewing.ts";
import type { Mailbox, Room } from "./room.ts";
import { sayAct, sayNo } from "./say.ts";
import { openWithdrawing } from "./withdrawing.ts";

/** Bytes of a message as it will be sealed; the rest of its one size is for what else a message holds. */
const roomForMessage = 7900;

/** The acts that have screens of their own. */
const acts = { consent: openConsent, add: openAdding, review: openReview, stop: openWithdrawing } as const;
export type ActName = keyof typeof acts;

let send: SendAct | undefined;
let shown: Flow | undefined;
keepSaid(() => shown?.draw());

/** Sends words to the case's readers. Says why they were not sent; nothing when they have arrived. */
export async function sendWords({ courier, office, keys }: Mailbox, text: string): Promise<string> {
  const over = bytesOf(text) - roomForMessage;
  if (text.trim() === "") return sayNo("empty");
  if (over > 0) return sayAct("over", { n: over });
  send ??= createActSender(courier);
  const sent = await send(text, () => writeMessage(courier, office, keys, text));
  return sent.ok ? "" : sayNo(sent.refusal.code);
}

/** Opens the screens of an act in the room's place. */
export function openAct(name: ActName, room: Room): void {
  const flow = openFlow(room.place, () => {
    shown = undefined;
    room.closed();
  });
  shown = flow;
  send ??= createActSender(room.courier);
  acts[name](room, flow, send);
}
