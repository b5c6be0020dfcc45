import type { ComponentChildren } from "preact";

type SelectProps = {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly isDisabled?: boolean;
  readonly onChoose: (value: string) => void;
};

/** One of many short names. For a few answers take `Choices`: all can be read at once. */
export function Select({ id, label, options, value, isDisabled = false, onChoose }: SelectProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} disabled={isDisabled} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
