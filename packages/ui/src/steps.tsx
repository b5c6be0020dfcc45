/** How far along: a row of marks; the words that say the same stand beside it. */
export function Steps({ at, total }: { readonly at: number; readonly total: number }) {
  return (
    <ol class="steps" aria-hidden="true">
      {Array.from({ length: total }, (_, i) => (
        <li key={i} class={i < at ? "past" : undefined} />
      ))}
    </ol>
  );
}
