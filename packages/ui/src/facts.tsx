import type { ComponentChildren } from "preact";

export type Fact = { readonly key: string; readonly name: ComponentChildren; readonly value: ComponentChildren };

/** Names and values, one below the other. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ key, name, value }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
