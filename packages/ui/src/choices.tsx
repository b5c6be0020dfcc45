import type { ComponentChildren, PartialInputHTMLAttributes } from "preact";

type ChoicesProps = {
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly id?: string;
};

/** A question with answers to choose from. */
export function Choices({ legend, hint, children, id }: ChoicesProps) {
  return (
    <fieldset class="choices" id={id}>
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

type ChoiceProps = Omit<
  PartialInputHTMLAttributes<HTMLInputElement>,
  "label" | "class" | "role" | "type" | "name" | "value"
> & {
  readonly name: string;
  readonly value: string;
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
  /** Several answers may be chosen. */
  readonly several?: boolean;
};

/** One answer. The whole line can be pressed. */
export function Choice({ label, note, several = false, ...rest }: ChoiceProps) {
  return (
    <label class="choice">
      <input type={several ? "checkbox" : "radio"} {...rest} />
      <span>{label}</span>
      {note && <span class="hint">{note}</span>}
    </label>
  );
}
