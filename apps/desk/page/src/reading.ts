import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask, type Refusal } from "./desk-line.ts";
import { isSignedOut } from "./desk-state.ts";

/** What the keeper shows at an address: what it last showed, why it would not, and how to ask again. */
export type Reading<T> = {
  readonly view: ReadonlySignal<T | undefined>;
  readonly trouble: ReadonlySignal<Refusal | undefined>;
  readonly read: () => Promise<void>;
};

/** Asks the keeper as soon as the screen stands. What was shown before stays while it is asked again. */
export function useReading<T extends object>(address: string): Reading<T> {
  const view = useSignal<T | undefined>(undefined);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const read = async () => {
    const answer = await ask<T>("GET", address);
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    if (answer.ok) view.value = answer.value;
  };
  useEffect(() => void read(), [address]);
  return { view, trouble, read };
}
