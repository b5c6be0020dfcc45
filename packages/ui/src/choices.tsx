import type { ComponentChildren, PartialInputHTMLAttributes } from "preact";
import { FieldError } from "./field.tsx";

type ChoicesProps = {
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly children: ComponentChildren;
} & ({ readonly id?: string; readonly error?: never } | { readonly id: string; readonly error: ComponentChildren });

/** A question with answers to choose from, and what is wrong with what was chosen. */
export function Choices({ legend, hint, children, id, error }: ChoicesProps) {
  return (
    <fieldset class="choices" id={id} {...(error ? { "aria-describedby": `${id}-error` } : {})}>
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
      {id !== undefined && <FieldError id={id}>{error}</FieldError>}
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
