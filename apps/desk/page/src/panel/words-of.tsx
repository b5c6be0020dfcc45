import { Masked } from "../masking/masked.tsx";
import { Said } from "../said.tsx";
import { words } from "../say.ts";

/** Sealed words, as far as this person's keys open them: a name in them stays covered until somebody asks to see it. */
export function WordsOf({
  text,
  head,
  isPublic = false,
}: {
  readonly text: string | undefined;
  readonly head?: string;
  /** What everybody may read is not covered. */
  readonly isPublic?: boolean;
}) {
  const w = words();
  if (text === "") return null;
  return (
    <>
      {head && <h5>{head}</h5>}
      {text === undefined ? (
        <p class="hint">{w.wordsSealed}</p>
      ) : (
        <Said text={text} quiet>
          {isPublic ? <bdi>{text}</bdi> : <Masked text={text} />}
        </Said>
      )}
    </>
  );
}
