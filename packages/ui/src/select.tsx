import type { ComponentChildren, PartialSelectHTMLAttributes } from "preact";
import { describedBy, FieldError, Hint } from "./field.tsx";

type SelectProps = Omit<
  PartialSelectHTMLAttributes<HTMLSelectElement>,
  "id" | "label" | "class" | "role" | "size" | "multiple" | "value" | "disabled" | "onChange"
> & {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: ComponentChildren;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly isDisabled?: boolean;
  readonly onChoose: (value: string) => void;
};

/** One of many short names. For a few answers take `Choices`: all can be read at once. */
export function Select({ id, label, hint, error, options, value, isDisabled = false, onChoose, ...rest }: SelectProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Hint id={id}>{hint}</Hint>
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChoose(event.currentTarget.value)}
        {...describedBy(id, hint, error)}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}
