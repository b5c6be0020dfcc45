// What `/reply` loads when somebody asks whether the steps of their case stand in the public log.
import { granted, type Instant, millisToInstant, type Result } from "@temwen/vocabulary";
import { create, fillWith } from "../page/dom.ts";
import type { Opened } from "../reply/mailbox.ts";
import { drawMark } from "./draw-marks.ts";
import { type Found, judgeSteps } from "./judge-steps.ts";
import { type LogTrouble, openSeenLog, reaching } from "./open-log.ts";
import { sayStep } from "./say.ts";
import { drawSummary } from "./summary.ts";

/** Hours within which a step is to stand in the log; written here when the annex is built. */
declare const promiseHours: number;

/** The open mailbox, as the page lends it. */
export type Room = {
  /** What is shown now; nothing once it was closed. */
  readonly opened: () => Opened | undefined;
  /** Reads the mailbox anew and draws its lines; what cannot be read leaves what was there. */
  readonly readAgain: () => Promise<void>;
  /** The lines of the mailbox, one for each entry. */
  readonly lines: HTMLElement;
  /** Where to say what was found of all of them. */
  readonly place: HTMLElement;
};

let room: Room | undefined;
let found: Result<Found, LogTrouble> | "looking" | undefined;

/** Asks the public log for every step that is shown, and marks the lines. */
export async function checkSteps(lent: Room): Promise<void> {
  room = lent;
  found = "looking";
  drawSteps();
  let looked = await reaching(() => look(lent));
  if (looked.ok && !areAllIn(looked.value)) {
    // The mailbox may have been read long before: where a step stands is told to whoever asks now.
    await lent.readAgain();
    looked = await reaching(() => look(lent));
  }
  found = looked;
  drawSteps();
}

/** Marks the lines by what is known; to be called whenever they were drawn anew. */
export function drawSteps(): void {
  const opened = room?.opened();
  if (!room || !opened || !found) return;
  const marks = found !== "looking" && found.ok ? found.value.marks : undefined;
  const seenAt = found !== "looking" && found.ok ? found.value.seen.seenAt : undefined;
  for (const [place, line] of [...room.lines.children].entries()) {
    line.querySelector("[data-mark]")?.remove();
    const mark = marks?.get(opened.entries[place]?.index ?? -1);
    if (mark) line.append(drawMark(mark, seenAt));
  }
  fillWith(room.place, ...(found === "looking" ? [looking()] : drawSummary(found)));
}

function looking(): HTMLElement {
  const place = create("p", sayStep("looking"), "hint");
  place.setAttribute("role", "status");
  return place;
}

async function look({ opened }: Room): Promise<Result<Found, LogTrouble>> {
  const seen = await openSeenLog();
  const box = opened();
  if (!seen.ok) return seen;
  if (!box?.kept) return granted({ seen: seen.value, marks: new Map() });
  const now: Instant = millisToInstant(Date.now());
  const judging = { seen: seen.value, labelKey: box.keys.labelKey, promiseHours, now };
  return granted(await judgeSteps(box.kept, judging));
}

const areAllIn = ({ marks }: Found): boolean => [...marks.values()].every(({ mark }) => mark === "included");
