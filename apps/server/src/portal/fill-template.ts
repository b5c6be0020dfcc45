/** What stands in the places of a template: text, whether a part is shown, and rows. */
export type Slots = { readonly [name: string]: string | boolean | readonly Slots[] };

const places = new RegExp(
  [
    '<template data-each="(?<each>[a-z-]+)">(?<row>[\\s\\S]*?)</template>',
    '<p data-only="(?<only>[a-z-]+)"(?<bears>[^>]*)>(?<inside>[^<]*)</p>',
    ' data-show="(?<show>[a-z-]+)" hidden',
    ' data-checked="(?<checked>[a-z-]+)"',
    "\\{\\{(?<text>[a-z-]+)\\}\\}",
  ].join("|"),
  "g",
);

/**
 * Fills a built page, which is plain HTML: `{{name}}` becomes text and never markup; what bears `data-show` and `hidden`
 * is uncovered; a paragraph of text that bears `data-only` is left out where it is not asked for, for in the rows of a list
 * what is covered would travel again with each; a choice that bears `data-checked` is chosen; a `template` that bears
 * `data-each` is repeated for each row. What was put in is not looked at again, so that nobody's words can be a place. Throws on a row or a text that is
 * not there: a page with a hole in it is a bug.
 */
export function fillTemplate(html: string, slots: Slots): string {
  return html.replace(places, (whole, ...rest: readonly unknown[]) => fillPlace(whole, rest.at(-1) as Place, slots));
}

type Place = { readonly [name in "each" | "row" | "only" | "bears" | "inside" | "show" | "checked" | "text"]?: string };

function fillPlace(whole: string, place: Place, slots: Slots): string {
  const { each, row = "", only, bears = "", inside = "", show, checked, text = "" } = place;
  if (each !== undefined) {
    return rowsOf(slots, each)
      .map((values) => fillTemplate(row, values))
      .join("");
  }
  if (only !== undefined) return slots[only] === true ? `<p${bears}>${fillTemplate(inside, slots)}</p>` : "";
  if (show !== undefined) return slots[show] === true ? "" : whole;
  if (checked !== undefined) return slots[checked] === true ? " checked" : "";
  const value = slots[text];
  if (typeof value !== "string") throw new Error(`the template has no text for ${text}`);
  return escapeText(value);
}

function rowsOf(slots: Slots, name: string): readonly Slots[] {
  const rows = slots[name];
  if (typeof rows !== "object") throw new Error(`the template has no rows for ${name}`);
  return rows;
}

const entities: { readonly [sign: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For text and for attributes in quotes. */
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
