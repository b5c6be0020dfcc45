import type { ComponentChildren } from "preact";
import { Button, type ButtonLook } from "./button.tsx";

type ConfirmProps = {
  /** Whether the question stands open; the page keeps this. */
  readonly asking: boolean;
  readonly act: ComponentChildren;
  /** How the button that asks looks; what is behind it always looks like what it is. */
  readonly look?: ButtonLook;
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
export function Confirm({
  asking,
  act,
  look = "alarm",
  question,
  consequence,
  yes,
  no,
  onAsk,
  onYes,
  onNo,
}: ConfirmProps) {
  if (!asking) {
    return (
      <Button look={look} onClick={onAsk}>
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
