import { Facts } from "@temwen/ui";
import { words } from "../../say.ts";
import type { Asked, Asking, PlainWord } from "../asked.ts";

/** What the page fills in by itself: the next number, whom an assignment replaces. Shown where it has a name. */
export function known<V>(
  find: (at: Asking) => V,
  shown?: { readonly label: PlainWord; readonly called: (value: V) => string },
): Asked<V> {
  const tell = (at: Asking) => shown && { key: at.name, name: words()[shown.label], value: shown.called(find(at)) };
  return {
    starts: () => ({}),
    read: find,
    tell,
    show: (at) => {
      const fact = tell(at);
      return fact ? <Facts facts={[fact]} /> : null;
    },
  };
}

/**
 * One of several ways to ask for the same thing, by what was written before it: a respondent who is new is described, one
 * whom the case knows is not. All of them share what is written under the name.
 */
export function either<V>(first: Asked<V>, pick: (at: Asking) => Asked<V>): Asked<V> {
  return {
    starts: first.starts,
    read: (at) => pick(at).read(at),
    tell: (at) => pick(at).tell(at),
    show: (at) => pick(at).show(at),
  };
}
