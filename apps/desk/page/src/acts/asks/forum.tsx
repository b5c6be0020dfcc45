import { Select } from "@temwen/ui";
import { mission } from "../../desk-state.ts";
import { forumName, words } from "../../say.ts";
import { type Asked, type Asking, type PlainWord, placeOf, textIn } from "../asked.ts";

/** A forum of the mission, or nobody outside the office. Nothing stands there at first: silence is no answer. */
export function forum({ label, hint }: { readonly label: PlainWord; readonly hint?: PlainWord }): Asked<string> {
  const ids = (): readonly string[] => ["none", ...(mission.value?.forums ?? []).map(({ id }) => id)];
  const read = ({ written, name }: Asking): string | undefined => ids().find((id) => id === textIn(written, name));
  const call = (id: string): string => (id === "none" ? words().nobodyOutside : forumName(id));
  return {
    starts: ({ name }) => ({ [name]: "" }),
    read,
    tell: (at) => {
      const id = read(at);
      return id === undefined ? undefined : { key: at.name, name: words()[label], value: call(id) };
    },
    show: (at) => (
      <Select
        id={placeOf(at.name)}
        label={words()[label]}
        hint={hint && words()[hint]}
        error={at.isTried && read(at) === undefined && words().chooseOne}
        options={[{ value: "", text: "—" }, ...ids().map((id) => ({ value: id, text: call(id) }))]}
        value={textIn(at.written, at.name)}
        onChoose={(id) => at.write({ [at.name]: id })}
      />
    ),
  };
}
