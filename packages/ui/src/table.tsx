import type { ComponentChildren } from "preact";

export type Column<Row> = {
  readonly key: string;
  readonly head: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  readonly isNumber?: boolean;
};

type TableProps<Row> = {
  readonly id: string;
  readonly caption: ComponentChildren;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Cells of words, not of numbers: on a narrow screen they stand below one another, each behind its column's name. */
  readonly stacks?: boolean;
};

/** Rows and columns; the first column names the row. Scrolls inside itself where the screen is narrow, by keyboard too. */
export function Table<Row>({ id, caption, columns, rows, rowKey, stacks = false }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard, and Safari does not see to it
    <section class="scroll" aria-labelledby={id} tabIndex={0}>
      <table class={stacks ? "ruled-table stacks" : "ruled-table"}>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, isNumber }) => (
              <th key={key} scope="col" class={isNumber ? "number" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, head, cell, isNumber }, i) =>
                i === 0 ? (
                  <th key={key} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={key}
                    class={isNumber ? "number" : undefined}
                    data-head={stacks && typeof head === "string" ? head : undefined}
                  >
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
