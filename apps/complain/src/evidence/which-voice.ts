import { create, createButton, fillWith } from "../page/dom.ts";
import type { Shown } from "./host.ts";
import type { EvidenceKey, Say } from "./say.ts";

/** A recording as it can be heard: the address is the page's own, and stays until somebody lets it go. */
export type Voice = { readonly kind: "voice" | "changed-voice"; readonly shown: Shown; readonly address: string };

type Heard = {
  /** The changed voice first, where it could be changed; the own voice last. */
  readonly voices: readonly Voice[];
  readonly chosen: Voice;
  readonly say: Say;
  readonly choose: (voice: Voice) => void;
  readonly take: () => void;
  readonly drop: () => void;
};

const names: Readonly<Record<Voice["kind"], readonly [name: EvidenceKey, note: EvidenceKey]>> = {
  "changed-voice": ["changed", "changedNote"],
  voice: ["own", "ownNote"],
};

/** Both voices to be heard, and one chosen; nothing is taken before a button says so. */
export function chooseVoice(place: HTMLElement, { voices, chosen, say, choose, take, drop }: Heard): void {
  const group = create("fieldset", "", "choices");
  group.append(create("legend", say("whichVoice")), create("p", say("listen"), "hint"));
  if (voices.length === 1) group.append(create("p", say("changeFailed"), "error"));
  for (const voice of voices) {
    const [name, note] = names[voice.kind];
    const choice = create("label", "", "choice");
    const input = create("input") as HTMLInputElement;
    input.type = "radio";
    input.name = "voice";
    input.value = voice.kind;
    input.checked = voice === chosen;
    input.addEventListener("change", () => choose(voice));
    choice.append(input, create("span", say(name)), create("span", say(note), "hint"));
    const player = create("audio") as HTMLAudioElement;
    player.controls = true;
    player.preload = "metadata";
    player.src = voice.address;
    player.setAttribute("aria-label", say(name));
    player.style.width = "100%";
    group.append(choice, player);
  }
  const use = createButton(say("useVoice"), take, "primary");
  use.id = "evidence-use-voice";
  const acts = create("div", "", "row");
  acts.append(use, createButton(say("dropVoice"), drop));
  fillWith(place, group, acts);
}
