import { useSignal } from "@preact/signals";
import { Confirm } from "@temwen/ui";
import { words } from "../say.ts";

type ForgetProps = {
  /** What the button says. */
  readonly says: string;
  readonly onForget: () => void;
};

/** Takes away words that were not sent: asked twice, for nobody can bring them back. */
export function ForgetWords({ says, onForget }: ForgetProps) {
  const w = words();
  const isAsked = useSignal(false);
  return (
    <Confirm
      asking={isAsked.value}
      look="plain"
      act={says}
      question={w.draftEraseAsk}
      consequence={w.draftEraseLose}
      yes={w.draftErase}
      no={w.cancel}
      onAsk={() => (isAsked.value = true)}
      onYes={() => {
        isAsked.value = false;
        onForget();
      }}
      onNo={() => (isAsked.value = false)}
    />
  );
}
