import { neverHere } from "@temwen/vocabulary";
import { breathe, create, createButton, fillWith } from "../page/dom.ts";
import type { Item } from "./collection.ts";
import type { Host, Shown } from "./host.ts";
import { inOtherVoice } from "./other-voice.ts";
import { type Recording, startRecording } from "./recording.ts";
import type { EvidenceKey, Say } from "./say.ts";
import { chooseVoice, type Voice } from "./which-voice.ts";

/** How long a voice note may be, in seconds. */
const mostSeconds = 180;

type Stage =
  | { readonly at: "idle"; readonly trouble?: EvidenceKey }
  /** The browser asks whether the microphone may be used. */
  | { readonly at: "asking" }
  | { readonly at: "recording"; readonly recording: Recording; readonly until: number }
  | { readonly at: "changing" }
  | { readonly at: "heard"; readonly voices: readonly Voice[]; readonly chosen: Voice };

type Booth = { readonly say: Say; readonly host: Host; readonly add: (item: Item) => boolean };

/**
 * A voice note: recorded, changed, heard, and taken in the voice that the person chooses, or not at all. `drop` ends what is
 * under way and forgets what was not taken.
 */
export function startVoice(place: HTMLElement, { say, host, add }: Booth): { readonly drop: () => void } {
  let stage: Stage = { at: "idle" };
  const become = (next: Stage): void => {
    if (stage.at === "heard" && next.at !== "heard")
      for (const { address } of stage.voices) URL.revokeObjectURL(address);
    stage = next;
    draw();
  };
  const move = (next: Stage): void => {
    become(next);
    place.querySelector<HTMLElement>("button, input")?.focus();
  };

  const isNow = (one: Stage): boolean => stage === one;

  const begin = async (): Promise<void> => {
    // The button stands there until the browser has asked; a second tap would be a second microphone.
    if (stage.at !== "idle") return;
    const asking: Stage = { at: "asking" };
    // Not drawn: the button keeps the eye and the keyboard while the browser asks.
    stage = asking;
    const begun = await startRecording();
    if (isNow(asking)) return begun.ok ? listen(begun.value) : move({ at: "idle", trouble: begun.refusal.code });
    if (begun.ok) begun.value.stop();
  };
  /** Each stage goes on only where the one before was not dropped meanwhile. */
  const listen = async (recording: Recording): Promise<void> => {
    const mine: Stage = { at: "recording", recording, until: performance.now() + 1000 * mostSeconds };
    move(mine);
    const ticking = setInterval(tick, 250);
    const own = await recording.ended;
    clearInterval(ticking);
    if (!isNow(mine)) return;
    const changing: Stage = { at: "changing" };
    move(changing);
    await breathe();
    const changed = await inOtherVoice(own);
    if (!isNow(changing)) return;
    const last = toVoice("voice", own);
    const first = changed && toVoice("changed-voice", changed);
    move({ at: "heard", voices: first ? [first, last] : [last], chosen: first ?? last });
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
  const take = ({ kind, shown }: Voice): void => {
    const isTaken = add({ ...shown, kind });
    move(isTaken ? { at: "idle" } : { at: "idle", trouble: "noRoom" });
  };

  const draw = (): void => {
    switch (stage.at) {
      case "idle":
        drawIdle(place, say, () => void begin(), stage.trouble);
        break;
      case "asking":
        drawIdle(place, say, () => void begin(), undefined);
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
        drawHeard(stage.voices, stage.chosen);
        break;
      default:
        neverHere(stage);
    }
  };
  const drawHeard = (voices: readonly Voice[], chosen: Voice): void =>
    chooseVoice(place, {
      voices,
      chosen,
      say,
      // Nothing is drawn anew: the finger is still there.
      choose: (voice) => {
        stage = { at: "heard", voices, chosen: voice };
      },
      take: () => stage.at === "heard" && take(stage.chosen),
      drop: () => move({ at: "idle" }),
    });
  host.whenSwitched(draw);

  return {
    drop: () => {
      if (stage.at === "recording") stage.recording.stop();
      become({ at: "idle" });
    },
  };
}

function drawIdle(place: HTMLElement, say: Say, begin: () => void, trouble: EvidenceKey | undefined): void {
  const button = createButton(say("record"), begin);
  button.id = "evidence-record";
  fillWith(place, button, create("p", say("recordHint"), "hint"));
  if (!trouble) return;
  const wrong = create("p", say(trouble, { name: say("voiceNote") }), "error");
  wrong.setAttribute("role", "alert");
  place.append(wrong);
}

/** A place at which the page itself finds the sound; nothing is written. */
function toVoice(kind: Voice["kind"], shown: Shown): Voice {
  const sound = new Blob([shown.bytes.slice()], { type: shown.mediaType });
  return { kind, shown, address: URL.createObjectURL(sound) };
}
