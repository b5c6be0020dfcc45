/** Digits in groups, large, for copying by hand. A screen reader reads each group digit by digit. */
export function Digits({ groups, id }: { readonly groups: readonly string[]; readonly id?: string }) {
  return (
    <ol class="digits" id={id}>
      {groups.map((group, i) => (
        <li key={i}>
          <span aria-hidden="true">{group}</span>
          <span class="aloud">{[...group].join(" ")}</span>
        </li>
      ))}
    </ol>
  );
}
