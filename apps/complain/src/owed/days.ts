import type { Instant } from "@temwen/vocabulary";
import { dayText } from "@temwen/words/dates";
import { say } from "../page/words.ts";

/** The zone in which the mission's days begin; written here when the annex is built. */
declare const missionZone: string;

const told = (at: string, zone: string): string =>
  dayText({ months: say("months").split(" "), dates: { day: say("day"), month: "" } }, at as Instant, zone);

/** A day of a calendar, as the record spells it. */
export const dayOf = (day: string): string => told(`${day}T12:00:00.000Z`, "UTC");

/** The day of an hour, where the mission is. */
export const dayOfHour = (at: string): string => told(at, missionZone);
