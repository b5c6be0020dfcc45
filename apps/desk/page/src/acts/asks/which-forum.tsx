import { Select } from "@temwen/ui";
import { findForum, forumName, forums, forumWord } from "../../referrals/forums.ts";
import { words } from "../../say.ts";
import { type Asked, type Asking, type PlainWord, placeOf, textIn } from "../asked.ts";
import { several } from "./choose.tsx";
import { either } from "./known.tsx";

/** One of the pack's forums; with `orNone` also nobody. What is only remembered of it is said beside it. */
export function whichForum(label: PlainWord, { orNone }: { readonly orNone: boolean }): Asked<string> {
  const read = ({ written, name }: Asking): string | undefined => {
    const said = textIn(written, name);
    return findForum(said) || (orNone && said === "none") ? said : undefined;
  };
  const nobody = () =>
    orNone ? { value: "none", text: words().noFallback } : { value: "", text: words().chooseForum };
  return {
    starts: ({ name }) => ({ [name]: orNone ? "none" : "" }),
    read,
    tell: (at) => ({ key: at.name, name: words()[label], value: forumName(textIn(at.written, at.name)) }),
    show: (at) => (
      <div id={placeOf(at.name)}>
        <Select
          id={`${placeOf(at.name)}-list`}
          label={words()[label]}
          hint={<Known id={textIn(at.written, at.name)} />}
          error={at.isTried && read(at) === undefined && words().chooseOne}
          options={[nobody(), ...forums().map(({ id }) => ({ value: id, text: forumName(id) }))]}
          value={textIn(at.written, at.name)}
          onChoose={(chosen) => at.write({ [at.name]: chosen })}
        />
      </div>
    ),
  };
}

/** How it is known, and whether its reach is: a referral must not rest on what nobody published. */
export function Known({ id }: { readonly id: string }) {
  const w = words();
  const found = findForum(id);
  if (!found) return null;
  const open = [found.confidence === "memory" && w.forumMemory, found.reach === "not-established" && w.reachOpen];
  return (
    <>
      {/* A narrow list cuts its names. */}
      <span class="on-narrow">{forumName(id)}. </span>
      {open.filter(Boolean).join(" ")}
    </>
  );
}

/** Words of the forum that was chosen above, `least` of them at least. */
export function wordsOfForum<V extends string>(
  kind: "basis" | "obstacle",
  offer: { readonly label: PlainWord; readonly hint?: PlainWord; readonly least: number },
): Asked<readonly V[]> {
  const asked = (ids: readonly V[]) => several<V>({ ...offer, ids: () => ids, called: (id) => forumWord(kind, id) });
  return either<readonly V[]>(asked([]), ({ written }) => {
    const found = findForum(textIn(written, "forum"));
    // Nothing can be answered before a forum is chosen: the question comes with it.
    if (!found) return { ...asked([]), show: () => null };
    return asked(found[kind] as readonly string[] as readonly V[]);
  });
}
