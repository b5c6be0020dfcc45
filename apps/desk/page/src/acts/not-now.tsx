import { words } from "../say.ts";

/** Why the others are not possible now, in the words of the rules; those with the same reason stand together. */
export function NotNow({ others }: { readonly others: readonly { readonly name: string; readonly reason: string }[] }) {
  if (others.length === 0) return null;
  const byReason = Map.groupBy(others, ({ reason }) => reason);
  return (
    <details class="not-now">
      <summary>{words().notNow}</summary>
      <ul>
        {[...byReason].map(([reason, refused]) => (
          <li key={reason}>
            <p>{refused.map(({ name }) => name).join(", ")}</p>
            <p class="hint">{reason}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
