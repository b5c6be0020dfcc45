// What `/reply` loads when somebody reads what was decided, or uses what is theirs: a consent taken back, an objection, how they were treated.
import { type Flow, openFlow } from "../acts/flow.ts";
import type { Room } from "../acts/room.ts";
import { keepSaid } from "../page/words.ts";
import { createActSender, type SendAct } from "../reply/person-acts.ts";
import { openAllowed } from "./allowed.ts";
import { openDecided } from "./decided.ts";
import { openSummary } from "./summary.ts";
import { openTreated } from "./treated.ts";

const screens = { decided: openDecided, allowed: openAllowed, summary: openSummary, treated: openTreated } as const;
export type OwedName = keyof typeof screens;

let send: SendAct | undefined;
let shown: Flow | undefined;
keepSaid(() => shown?.draw());

/** Opens one of these in the room's place. */
export function openAct(name: OwedName, room: Room): void {
  const flow = openFlow(room.place, () => {
    shown = undefined;
    room.closed();
  });
  shown = flow;
  send ??= createActSender(room.courier);
  screens[name](room, flow, send);
}
