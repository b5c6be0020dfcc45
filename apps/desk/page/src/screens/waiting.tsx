import { useSignal } from "@preact/signals";
import { Button, Doing, Notice } from "@temwen/ui";
import { seated, tryOffice } from "../desk-state.ts";
import { hasDrafts } from "../drafts.ts";
import { Heading } from "../heading.tsx";
import { words } from "../say.ts";
import { Unsent } from "./unsent.tsx";

/** The office cannot be reached: what this person wrote and did not send is here, and nothing else. */
export function Waiting() {
  const w = words();
  const isAsking = useSignal(false);
  const tryAgain = async () => {
    isAsking.value = true;
    await tryOffice();
    isAsking.value = false;
  };
  return (
    <section class="queue waiting">
      <Heading>{w.waitingHead}</Heading>
      <Notice kind="alarm">
        <p>{w.waitingText}</p>
      </Notice>
      {isAsking.value ? (
        <Doing stages={[{ state: "now", text: w.working }]} />
      ) : (
        <div class="row">
          <Button look="primary" onClick={() => void tryAgain()}>
            {w.waitingAgain}
          </Button>
        </div>
      )}
      <Unsent />
      {!hasDrafts(seated.value ?? "") && <p class="hint">{w.waitingNone}</p>}
    </section>
  );
}
