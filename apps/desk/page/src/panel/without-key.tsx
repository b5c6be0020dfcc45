import { useSignal } from "@preact/signals";
import { Button, Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { sendAct } from "../acts/send-act.ts";
import type { Refusal } from "../desk-line.ts";
import { staffName, words } from "../say.ts";
import { TroubleNotice } from "../trouble-notice.tsx";

type WithoutKeyProps = { readonly view: CaseView; readonly onRead: () => Promise<void> };

/** Who decides next and has no key yet; one press gives it to all of them, for there is nobody to choose. */
export function WithoutKey({ view, onRead }: WithoutKeyProps) {
  const w = words();
  const isWorking = useSignal(false);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const { withoutKey = [], mayLetIn = false } = view.panel ?? {};
  if (withoutKey.length === 0) return null;
  const letIn = async () => {
    isWorking.value = true;
    const sent = await sendAct(view, { act: "let-in-panel" });
    trouble.value = sent.at === "refused" ? sent.refusal : undefined;
    // Somebody acted meanwhile, and who waits now is read anew: perhaps nobody any more.
    if (sent.at === "conflict") trouble.value = { code: "conflict" };
    await onRead();
    isWorking.value = false;
  };
  return (
    <Notice icon="key">
      <p>
        <strong>{w.keylessHead}</strong>
      </p>
      <ul>
        {withoutKey.map((id) => (
          <li key={id}>{staffName(id)}</li>
        ))}
      </ul>
      <p>{w.keylessWhy}</p>
      {mayLetIn ? (
        <div class="row">
          <Button icon="key" disabled={isWorking.value} onClick={() => void letIn()}>
            {w.letInOthers}
          </Button>
        </div>
      ) : (
        <p class="hint">{w.letInByOthers}</p>
      )}
      <TroubleNotice refusal={trouble.value} onRead={onRead} />
    </Notice>
  );
}
