import { breathe, create, fillWith } from "../page/dom.ts";
import type { Item } from "./collection.ts";
import type { Host, Shown } from "./host.ts";
import { inOtherVoice } from "./other-voice.ts";
import { type Recording, startRecording } from "./recording.ts";
import { createButton, type EvidenceKey, type Say } from "./say.ts";
import { chooseVoice } from "./which-voice.ts";

/** How long a voice note may be, in seconds. */
const mostSeconds = 180;

type Stage =
  | { readonly at: "idle"; readonly trouble?: EvidenceKey }
  | { readonly at: "recording"; readonly recording: Recording; readonly until: number }
  | { readonly at: "changing" }
  | { readonly at: "heard"; readonly own: Shown; readonly changed: Shown | undefined };

type Booth = { readonly say: Say; readonly host: Host; readonly add: (item: Item) => boolean };

/** A voice note: recorded, changed, heard, and taken in the voice that the person chooses, or not at all. */
export function startVoice(place: HTMLElement, { say, host, add }: Booth): void {
  let stage: Stage = { at: "idle" };
  const move = (next: Stage): void => {
    stage = next;
    draw();
    place.querySelector<HTMLElement>("button, input")?.focus();
  };

  const begin = async (): Promise<void> => {
    const begun = await startRecording();
    if (!begun.ok) return move({ at: "idle", trouble: begun.refusal.code });
    const recording = begun.value;
    move({ at: "recording", recording, until: performance.now() + 1000 * mostSeconds });
    const ticking = setInterval(tick, 250);
    const own = await recording.ended;
    clearInterval(ticking);
    move({ at: "changing" });
    await breathe();
    move({ at: "heard", own, changed: await inOtherVoice(own) });
  };
  const tick = (): void => {
    if (stage.at !== "recording") return;
    const left = Math.max(0, Math.ceil((stage.until - performance.now()) / 1000));
    const clock = place.querySelector("p");
    if (clock) clock.textContent = sayLeft(left);
    // The time is up, or another screen is shown: nobody is recorded who does not see it.
    if (left === 0 || place.offsetParent === null) stage.recording.stop();
  };
  const sayLeft = (left: number): string =>
    say("recording", { left: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` });
  const take = (kind: "voice" | "changed-voice", shown: Shown): void => {
    const isTaken = add({ ...shown, kind });
    move(isTaken ? { at: "idle" } : { at: "idle", trouble: "noRoom" });
  };

  const draw = (): void => {
    switch (stage.at) {
      case "idle":
        drawIdle(stage.trouble);
        break;
      case "recording": {
        const button = createButton(say("stop"), stage.recording.stop, "alarm");
        button.id = "evidence-stop";
        fillWith(place, create("p", sayLeft(mostSeconds)), button);
        break;
      }
      case "changing":
        fillWith(place, create("p", say("changing"), "hint"));
        break;
      case "heard":
        chooseVoice(place, { ...stage, say, take, drop: () => move({ at: "idle" }) });
        break;
      default:
        neverStage(stage);
    }
  };
  const drawIdle = (trouble: EvidenceKey | undefined): void => {
    const button = createButton(say("record"), () => void begin());
    button.id = "evidence-record";
    fillWith(place, button, create("p", say("recordHint"), "hint"));
    if (!trouble) return;
    const wrong = create("p", say(trouble, { name: say("voiceNote") }), "error");
    wrong.setAttribute("role", "alert");
    place.append(wrong);
  };
  host.whenSwitched(draw);
}

function neverStage(stage: never): never {
  throw new Error(`unhandled stage: ${JSON.stringify(stage)}`);
}
