import { create, fillWith } from "../page/dom.ts";
import type { Shown } from "./host.ts";
import { createButton, type EvidenceKey, type Say } from "./say.ts";

type Heard = {
  readonly own: Shown;
  /** Absent where the voice could not be changed. */
  readonly changed: Shown | undefined;
  readonly say: Say;
  readonly take: (kind: "voice" | "changed-voice", shown: Shown) => void;
  readonly drop: () => void;
};

/** Both voices to be heard, the changed one chosen first; nothing is taken before a button says so. */
export function chooseVoice(place: HTMLElement, { own, changed, say, take, drop }: Heard): void {
  const addresses: string[] = [];
  const group = create("fieldset", "", "choices");
  group.append(create("legend", say("whichVoice")), create("p", say("listen"), "hint"));
  const offer = (kind: "voice" | "changed-voice", shown: Shown, name: EvidenceKey, note: EvidenceKey): void => {
    const address = URL.createObjectURL(new Blob([shown.bytes.slice()], { type: shown.mediaType }));
    addresses.push(address);
    const choice = create("label", "", "choice");
    const input = create("input") as HTMLInputElement;
    input.type = "radio";
    input.name = "voice";
    input.value = kind;
    input.checked = addresses.length === 1;
    choice.append(input, create("span", say(name)), create("span", say(note), "hint"));
    const player = create("audio") as HTMLAudioElement;
    player.controls = true;
    player.preload = "metadata";
    player.src = address;
    player.setAttribute("aria-label", say(name));
    player.style.width = "100%";
    group.append(choice, player);
  };
  if (changed) offer("changed-voice", changed, "changed", "changedNote");
  else group.append(create("p", say("changeFailed"), "error"));
  offer("voice", own, "own", "ownNote");

  const done = (act: () => void): void => {
    for (const address of addresses) URL.revokeObjectURL(address);
    act();
  };
  const use = createButton(
    say("useVoice"),
    () => {
      const isOwn = group.querySelector<HTMLInputElement>(":checked")?.value === "voice";
      done(() => (isOwn || !changed ? take("voice", own) : take("changed-voice", changed)));
    },
    "primary",
  );
  use.id = "evidence-use-voice";
  const acts = create("div", "", "row");
  acts.append(
    use,
    createButton(say("dropVoice"), () => done(drop)),
  );
  fillWith(place, group, acts);
}
