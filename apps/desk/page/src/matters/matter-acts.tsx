import { useSignal } from "@preact/signals";
import type { MatterOrder } from "@temwen/casework/matters";
import { Button, Notice } from "@temwen/ui";
import type { MatterId } from "@temwen/vocabulary";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { MatterView } from "../../../keeper/src/matters/matter-views.ts";
import { NotNow } from "../acts/not-now.tsx";
import { isUnsent, UnsentFlag } from "../acts/unsent-flag.tsx";
import { words } from "../say.ts";
import { MatterForm } from "./matter-form.tsx";
import { matterWords, orderName, whyNot } from "./say-matter.ts";

type Order = MatterOrder["type"];
type ActsProps = { readonly view: MatterView; readonly onRead: () => Promise<void>; readonly onLeave: () => void };

/** What is done about people, and not about what it follows. */
const plain: readonly Order[] = ["let-in", "rekey-matter", "step-back"];

/** What may be done in a matter now, each with its form; why not the others, in the words of the rules. */
export function MatterActs({ view, onRead, onLeave }: ActsProps) {
  const w = matterWords();
  const open = useSignal<Order | undefined>(undefined);
  const justDone = useSignal<Order | undefined>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (open.value === undefined && justDone.value) heading.current?.focus();
  }, [open.value]);
  const close = (done: MatterId | undefined) => {
    // Whoever steps back has no part in it any more, and the screen leaves it.
    if (done && open.value === "step-back") return onLeave();
    justDone.value = done && open.value;
    open.value = undefined;
    void onRead();
  };
  if (open.value) {
    const about = { kind: view.kind, view };
    return <MatterForm key={open.value} order={open.value} about={about} onRead={onRead} onClose={close} />;
  }
  const lawful = view.orders.filter(({ order, refusal }) => !refusal && (view.canRead || order === "step-back"));
  const others = view.orders.flatMap(({ order, refusal }) =>
    refusal ? [{ name: orderName(order), reason: whyNot(refusal) }] : [],
  );
  return (
    <>
      {justDone.value && (
        <Notice kind="done" role="status">
          <p>
            <strong>{orderName(justDone.value)}.</strong> {words().actSigned}
          </p>
        </Notice>
      )}
      <h2 tabIndex={-1} ref={heading}>
        {w.doNow}
      </h2>
      <ul class="acts">
        {lawful.map(({ order }) => (
          <li key={order}>
            <Button look={plain.includes(order) ? "plain" : "quiet"} onClick={() => (open.value = order)}>
              {orderName(order)}
            </Button>
            {isUnsent(view.matter, order) && <UnsentFlag />}
          </li>
        ))}
      </ul>
      <NotNow others={others} />
    </>
  );
}
