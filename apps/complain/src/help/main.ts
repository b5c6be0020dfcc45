import { byId, onClick, show, tell } from "../page/dom.ts";
import { leaveQuickly } from "../page/leaving.ts";
import { say } from "../page/words.ts";
import { hoursLeft, minutesGone } from "./hours-left.ts";

const day = byId<HTMLSelectElement>("day");
const hour = byId<HTMLSelectElement>("hour");

/** Counts anew from what is chosen. Nothing of it leaves this function but the words on the screen. */
function count(): void {
  const now = new Date();
  const happened = { daysAgo: Number(day.value), hour: hour.value === "" ? undefined : Number(hour.value) };
  const gone = minutesGone(happened, now);
  const isChosen = day.value !== "";
  show("not-yet", isChosen && gone < 0);
  show("counted", isChosen && gone >= 0);
  show("clearing", isChosen);
  for (const place of document.querySelectorAll<HTMLElement>("[data-hours]")) {
    place.textContent = isChosen && gone >= 0 ? leftText(Number(place.dataset.hours), gone) : "";
  }
  const minutes = String(now.getMinutes()).padStart(2, "0");
  tell("phone-time", say("phoneTime", { time: `${now.getHours()}:${minutes}` }));
}

function leftText(within: number, gone: number): string {
  const left = hoursLeft(within, gone);
  if (left === undefined) return say("leftNone");
  return left === 0 ? say("leftLess") : say("left", { n: left });
}

function clear(): void {
  day.value = "";
  hour.value = "";
  count();
}

day.addEventListener("change", count);
hour.addEventListener("change", count);
onClick("clear", () => {
  clear();
  day.focus();
});
onClick("leave", leaveQuickly);
// Neither the browser's copy of a page that was left nor one that is loaded again keeps what was chosen.
window.addEventListener("pagehide", clear);
clear();
show("counting");
