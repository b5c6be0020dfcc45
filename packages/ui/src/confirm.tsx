import type { ComponentChildren } from "preact";
import { Button } from "./button.tsx";

type ConfirmProps = {
  /** Whether the question stands open; the page keeps this. */
  readonly asking: boolean;
  readonly act: ComponentChildren;
  readonly question: ComponentChildren;
  /** What cannot be undone. */
  readonly consequence: ComponentChildren;
  readonly yes: ComponentChildren;
  readonly no: ComponentChildren;
  readonly onAsk: () => void;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks twice, in place: no window over the page, nothing to dismiss by accident. */
export function Confirm({ asking, act, question, consequence, yes, no, onAsk, onYes, onNo }: ConfirmProps) {
  if (!asking) {
    return (
      <Button look="alarm" onClick={onAsk}>
        {act}
      </Button>
    );
  }
  return (
    <fieldset class="confirm">
      <legend>{question}</legend>
      <p>{consequence}</p>
      <div class="row">
        <Button onClick={onNo}>{no}</Button>
        <Button look="alarm" onClick={onYes}>
          {yes}
        </Button>
      </div>
    </fieldset>
  );
}
