import type { Keeper } from "@temwen/desk";
import type { Result } from "@temwen/vocabulary";

type Page = Extract<Awaited<ReturnType<Keeper["readQueue"]>>, { readonly ok: true }>["value"];
type Row = Page["rows"][number];

/** The cases of this person's list, page after page, in its order; a refusal ends it. */
export async function* listCases(
  { readQueue }: Pick<Keeper, "readQueue">,
  stage?: string,
): AsyncGenerator<Result<Row, { readonly code: string }>> {
  let after: string | undefined;
  do {
    const page = await readQueue({ limit: 200, ...(stage && { stage }), ...(after && { after }) });
    if (!page.ok) {
      yield page;
      return;
    }
    for (const value of page.value.rows) yield { ok: true, value };
    after = page.value.next;
  } while (after !== undefined);
}
