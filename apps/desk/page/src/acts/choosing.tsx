import { Choice } from "@temwen/ui";

type SeveralProps = {
  readonly name: string;
  readonly ids: readonly string[];
  readonly chosen: readonly string[];
  readonly label: (id: string) => string;
  readonly note?: (id: string) => string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
};

/** Several of what is on offer, in its order. */
export function Several({ name, ids, chosen, label, note, onChange }: SeveralProps) {
  const toggle = (id: string, isOn: boolean) =>
    onChange(
      isOn ? ids.filter((other) => other === id || chosen.includes(other)) : chosen.filter((other) => other !== id),
    );
  return (
    <>
      {ids.map((id) => (
        <Choice
          key={id}
          several
          name={name}
          value={id}
          label={label(id)}
          note={note?.(id)}
          checked={chosen.includes(id)}
          onChange={(event) => toggle(id, event.currentTarget.checked)}
        />
      ))}
    </>
  );
}

type OneProps = {
  readonly name: string;
  readonly ids: readonly string[];
  readonly chosen: string;
  readonly label: (id: string) => string;
  readonly onChange: (chosen: string) => void;
};

/** One of what is on offer. */
export function One({ name, ids, chosen, label, onChange }: OneProps) {
  return (
    <>
      {ids.map((id) => (
        <Choice
          key={id}
          name={name}
          value={id}
          label={label(id)}
          checked={chosen === id}
          onChange={() => onChange(id)}
        />
      ))}
    </>
  );
}

/** The ids on offer, "unknown" last and once. */
export const withUnknown = (offered: readonly { readonly id: string }[]): readonly string[] => [
  ...offered.map(({ id }) => id).filter((id) => id !== "unknown"),
  "unknown",
];
