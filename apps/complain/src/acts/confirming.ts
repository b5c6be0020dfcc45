import { createLastScreens } from "./asking-twice.ts";
import { sayAct, sayNo } from "./say.ts";

export const { confirmScreen, doneScreen } = createLastScreens({
  saySending: () => sayAct("sending"),
  sayToMessages: () => sayAct("toMessages"),
  sayNo,
});
