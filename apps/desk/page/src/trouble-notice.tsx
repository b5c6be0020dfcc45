import { Button, Notice } from "@temwen/ui";
import type { Refusal } from "./desk-line.ts";
import { tellRefusal, words } from "./say.ts";

type TroubleProps = {
  readonly refusal: Refusal | undefined;
  readonly onRead: () => Promise<void>;
};

/** Why something is not shown or was not taken, and the way to look again; nothing where nothing is wrong. */
export function TroubleNotice({ refusal, onRead }: TroubleProps) {
  if (!refusal) return null;
  return (
    <Notice kind="alarm">
      <p>{tellRefusal(refusal)}</p>
      <div class="row">
        <Button onClick={() => void onRead()}>{words().lookAgain}</Button>
      </div>
    </Notice>
  );
}
