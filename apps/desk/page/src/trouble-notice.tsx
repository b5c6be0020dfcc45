import { Button, Notice } from "@temwen/ui";
import type { Refusal } from "./desk-line.ts";
import { tellRefusal, words } from "./say.ts";

type TroubleProps = {
  readonly refusal: Refusal | undefined;
  readonly onRead: () => Promise<void>;
  /** In words of its own, where a screen has some. */
  readonly tell?: (refusal: Refusal) => string;
};

/** Why something is not shown or was not taken, and the way to look again; nothing where nothing is wrong. */
export function TroubleNotice({ refusal, onRead, tell = tellRefusal }: TroubleProps) {
  if (!refusal) return null;
  return (
    <Notice kind="alarm">
      <p>{tell(refusal)}</p>
      <div class="row">
        <Button onClick={() => void onRead()}>{words().lookAgain}</Button>
      </div>
    </Notice>
  );
}
