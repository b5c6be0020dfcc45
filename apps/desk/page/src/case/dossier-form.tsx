import { useSignal } from "@preact/signals";
import { Button, Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { isLawful } from "../acts/act-names.ts";
import { prefill } from "../acts/prefill.ts";
import { askFile, type Refusal } from "../desk-line.ts";
import { isSignedOut } from "../desk-state.ts";
import { caseName, tellRefusal, words } from "../say.ts";
import { type DossierWish, firstWish, isWhole, ReceiverFields, WishFields, wishToAsk } from "./dossier-wish.tsx";
import { saveFile } from "./save-file.ts";
import { allowsTransfer } from "./transfer.tsx";

type Props = {
  readonly view: CaseView;
  readonly onRead: () => Promise<void>;
  readonly onClose: () => void;
  readonly onRefer: () => void;
  readonly onTransfer: () => void;
};

/** Lays the case into a sealed file for one forum, saves it here, and hands its digests to the referral and the transfer. */
export function DossierForm({ view, onRead, onClose, onRefer, onTransfer }: Props) {
  const w = words();
  const wish = useSignal<DossierWish>(firstWish(view));
  const isTried = useSignal(false);
  const isWorking = useSignal(false);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const proved = useSignal<string | undefined>(undefined);
  const digestMade = useSignal("");
  const change = (part: Partial<DossierWish>) => {
    wish.value = { ...wish.value, ...part };
  };
  const make = async () => {
    isTried.value = true;
    if (!isWhole(wish.value)) return;
    isWorking.value = true;
    const asked = wishToAsk(wish.value, view);
    const answer = await askFile(`/api/cases/${view.caseId}/dossier`, asked);
    isWorking.value = false;
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    if (!answer.ok) return;
    const { bytes, headers } = answer.value;
    saveFile(bytes, `${caseName(view.caseId).replace(" ", "-")}-${asked.forum}.age`);
    const digest = (name: string) => [headers.get(name) ?? ""];
    const { forum, asks, language } = asked;
    const named = { dossier: digest("x-temwen-dossier"), receipt: digest("x-temwen-receipt") };
    prefill("refer-case", view, { forum, asks, language, ...named });
    digestMade.value = named.dossier[0] ?? "";
    change({ key: "" });
    proved.value = headers.get("x-temwen-proved") ?? "";
    await onRead();
  };
  const transfer = () => {
    // Only now: whoever refers the case must not find an unsent transfer.
    prefill("propose-transfer", view, { recipient: wish.value.forum, dossier: digestMade.value });
    onTransfer();
  };
  if (proved.value !== undefined)
    return (
      <Made
        proved={proved.value}
        onClose={onClose}
        onRefer={onRefer}
        {...(mayTransfer(view, wish.value.forum) && { onTransfer: transfer })}
      />
    );
  const fields = { wish: wish.value, change, isTried: isTried.value };
  return (
    <fieldset class="confirm dossier">
      <legend>{w.prepareDossier}</legend>
      <p>{w.dossierHint}</p>
      <WishFields {...fields} view={view} />
      <ReceiverFields {...fields} />
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      <div class="row">
        <Button onClick={onClose}>{w.cancel}</Button>
        <Button look="primary" icon="lock" disabled={isWorking.value} onClick={() => void make()}>
          {isWorking.value ? w.working : w.dossierMake}
        </Button>
      </div>
    </fieldset>
  );
}

type MadeProps = { readonly proved: string; readonly onTransfer?: () => void } & Pick<Props, "onClose" | "onRefer">;

function Made({ proved, onClose, onRefer, onTransfer }: MadeProps) {
  const w = words();
  return (
    <Notice kind="done" role="status">
      <p>{w.dossierMade}</p>
      <p class="hint">{w.dossierProved({ n: proved })}</p>
      <div class="row">
        <Button onClick={onClose}>{w.cancel}</Button>
        {onTransfer && (
          <Button icon="next" onClick={onTransfer}>
            {w.goOnTransfer}
          </Button>
        )}
        <Button look="primary" icon="next" onClick={onRefer}>
          {w.goOnRefer}
        </Button>
      </div>
    </Notice>
  );
}

/** Whether the whole case may go to whom the dossier is for: only then does a transfer lead anywhere. */
const mayTransfer = (view: CaseView, forum: string): boolean =>
  isLawful(view, "propose-transfer") && allowsTransfer(view, forum);
