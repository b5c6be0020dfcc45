import { signal, useSignal } from "@preact/signals";
import { mission } from "../desk-state.ts";
import { SaidLine, showHiddenMarks } from "../said.tsx";
import { words } from "../say.ts";
import { findPassages, type Passage } from "./find-passages.ts";

/** Whether all that is covered is shown, in the case on screen. People look over shoulders, so each case begins covered. */
export const showsAll = signal(false);

/** Words that somebody wrote, with names, places and numbers covered until asked, one by one or all. */
export function Masked({ text, place = "" }: { readonly text: string; readonly place?: string | undefined }) {
  const places = [place, ...departments()];
  return (
    <bdi>
      {findPassages(text, places).map((passage, at) =>
        passage.covers ? <Covered key={at} passage={passage} /> : passage.text,
      )}
    </bdi>
  );
}

/**
 * A covered passage. Its words are not in the page until they are asked for, so that nothing copied or printed holds
 * them, and its width says nothing of their length.
 */
export function Covered({ passage }: { readonly passage: Passage }) {
  const w = words();
  const isShown = useSignal(false);
  if (showsAll.value) return <span class="shown">{passage.text}</span>;
  const what = w[`covered.${passage.covers ?? "name"}`];
  return (
    <button
      type="button"
      class={isShown.value ? "shown" : "covered-words"}
      aria-label={isShown.value ? undefined : w.coveredShow({ what })}
      title={isShown.value ? w.evidenceBlur : what}
      onClick={() => (isShown.value = !isShown.value)}
    >
      {isShown.value ? passage.text : "▒▒▒▒"}
    </button>
  );
}

/**
 * A file's name, covered whole up to its ending: people call files by who is in them, and no spelling tells. The name of a
 * working copy is made by the page and says nothing.
 */
export function MaskedFileName({ name, isMade }: { readonly name: string; readonly isMade: boolean }) {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? "";
  if (isMade || name === ending) return <SaidLine text={name} />;
  return (
    <>
      <Covered passage={{ text: showHiddenMarks(name.slice(0, name.length - ending.length)), covers: "name" }} />
      {ending}
    </>
  );
}

/** Shows all that is covered, or covers it again. */
export function CoverAll() {
  const w = words();
  return (
    <p class="cover-all">
      <button
        type="button"
        class="link"
        aria-pressed={showsAll.value}
        onClick={() => (showsAll.value = !showsAll.value)}
      >
        {showsAll.value ? w.coverAll : w.uncoverAll}
      </button>{" "}
      <span class="hint">{showsAll.value ? "" : w.coverHint}</span>
    </p>
  );
}

const departments = (): readonly string[] =>
  (mission.value?.departments ?? []).flatMap(({ names }) => [names.ht, names.fr, names.en ?? ""]);
