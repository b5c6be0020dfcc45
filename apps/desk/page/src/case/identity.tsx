import { useSignal } from "@preact/signals";
import { Button, Facts, Notice } from "@temwen/ui";
import type { CaseView, Identity as Named, VaultView } from "../../../keeper/src/views.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { isSignedOut } from "../desk-state.ts";
import { Said, SaidLine } from "../said.tsx";
import { hour, staffName, tellRefusal, wordFor, words } from "../say.ts";

type IdentityProps = {
  readonly view: CaseView;
  /** Name and contact while they are on screen; nothing keeps them but this page's memory. */
  readonly identity: Named | undefined;
  readonly onOpen: (identity: Named | undefined) => void;
  readonly onRead: () => Promise<void>;
};

/** Who the person is: sealed until two people agree, and each look is told to the person. */
export function Identity({ view, identity, onOpen, onRead }: IdentityProps) {
  const w = words();
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{w.identity}</h2>
      {identity ? (
        <Opened identity={identity} onClose={() => onOpen(undefined)} />
      ) : (
        <Closed view={view} onOpen={onOpen} onRead={onRead} />
      )}
    </section>
  );
}

function Opened({ identity, onClose }: { readonly identity: Named; readonly onClose: () => void }) {
  const w = words();
  const facts = [
    { key: "name", name: w.name, text: identity.name ?? "" },
    { key: "contact", name: w.contact, text: identity.contact ?? "" },
    { key: "safe", name: w.safeContact, text: identity.safeContact ?? "" },
  ].filter(({ text }) => text !== "");
  return (
    <>
      {facts.length === 0 && <p class="hint">{w.identityNone}</p>}
      <Facts facts={facts.map(({ key, name, text }) => ({ key, name, value: <SaidLine text={text} /> }))} />
      <div class="row">
        <Button onClick={onClose}>{w.evidenceHide}</Button>
      </div>
    </>
  );
}

function Closed({ view, onOpen, onRead }: Omit<IdentityProps, "identity">) {
  const w = words();
  const { vault } = view;
  const isWorking = useSignal(false);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const open = async () => {
    isWorking.value = true;
    const answer = await ask<Named>("POST", `/api/cases/${view.caseId}/identity`, {});
    isWorking.value = false;
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    if (!answer.ok) return;
    onOpen(answer.value);
    await onRead();
  };
  return (
    <>
      {trouble.value && (
        <Notice kind="alarm">
          <p>{tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      <p>{tellVault(vault)}</p>
      {vault.state !== "sealed" && (
        <>
          <p class="hint">
            {wordFor("identity", vault.reason)} · {w.identityEnds({ date: hour(vault.ends) })}
          </p>
          {vault.explanation !== undefined && <Said text={vault.explanation} quiet />}
        </>
      )}
      {vault.state === "asked" && !vault.isMine && view.holdsIdentityHalf && <p class="hint">{w.identityYouMay}</p>}
      {vault.state === "approved" && vault.isMine && (
        <>
          <p class="hint">{w.identityTold}</p>
          <div class="row">
            <Button icon="key" disabled={isWorking.value} onClick={() => void open()}>
              {isWorking.value ? w.working : w.identityOpen}
            </Button>
          </div>
        </>
      )}
      {vault.state === "sealed" && <p class="hint">{view.holdsIdentityHalf ? w.identityHalf : w.identityNoHalf}</p>}
    </>
  );
}

function tellVault(vault: VaultView): string {
  const w = words();
  if (vault.state === "sealed") return w.identitySealed;
  const who = staffName(vault.askedBy);
  if (vault.state === "asked") return vault.isMine ? w.identityAskedMine : w.identityAsked({ who });
  const by = staffName(vault.approvedBy);
  return vault.isMine ? w.identityApprovedMine({ by }) : w.identityApproved({ who, by });
}
