import { createLastScreens } from "../acts/asking-twice.ts";
import { sayNo, sayOwed } from "./say.ts";

export const { confirmScreen, doneScreen } = createLastScreens({
  saySending: () => sayOwed("sending"),
  sayToMessages: () => sayOwed("toMessages"),
  sayNo,
});
