import type { ComponentChildren } from "preact";
import type { Recorded } from "../../../../keeper/src/showing/inquiry-view.ts";
import { Masked } from "../../masking/masked.tsx";
import { Said } from "../../said.tsx";
import { hour, staffName, words } from "../../say.ts";

/** Something that was recorded: what, in clear words; the sealed words as far as they open; by whom and when. */
export function Noted({ what, noted }: { readonly what?: ComponentChildren; readonly noted: Recorded }) {
  const w = words();
  return (
    <>
      {what && <p>{what}</p>}
      {noted.text !== undefined && (
        <Said text={noted.text} quiet>
          <Masked text={noted.text} />
        </Said>
      )}
      <p class="hint">
        {w.by({ who: staffName(noted.by) })} · {hour(noted.at)}
      </p>
    </>
  );
}
