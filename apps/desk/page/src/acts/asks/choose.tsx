import { Choice, Choices } from "@temwen/ui";
import type { CaseView } from "../../../../keeper/src/views.ts";
import { wordFor, words } from "../../say.ts";
import { type Asked, type Asking, listIn, type PlainWord, placeOf, textIn } from "../asked.ts";

type Offer<V extends string> = {
  /** What is asked. */
  readonly label: PlainWord;
  readonly hint?: PlainWord;
  /** The answers: all, or those that this case leaves. */
  readonly ids: readonly V[] | ((view: CaseView) => readonly V[]);
  /** How an answer is called: the words `kind.id` of the catalogue, or a function. */
  readonly called: string | ((id: V, view: CaseView) => string);
  /** What stands under an answer. */
  readonly note?: (id: V, view: CaseView) => string | undefined;
  /** An answer that is shown and cannot be chosen; its note says why. */
  readonly isClosed?: (id: V, view: CaseView) => boolean;
};

const idsOf = <V extends string>({ ids }: Offer<V>, view: CaseView): readonly V[] =>
  typeof ids === "function" ? ids(view) : ids;

const callOf = <V extends string>({ called }: Offer<V>, id: V, view: CaseView): string =>
  typeof called === "function" ? called(id, view) : wordFor(called, id);

/** One answer of a few, all of which can be read at once. */
export function choice<V extends string>(offer: Offer<V>): Asked<V> {
  const read = ({ view, written, name }: Asking): V | undefined =>
    idsOf(offer, view).find((id) => id === textIn(written, name) && !offer.isClosed?.(id, view));
  return {
    starts: ({ name }) => ({ [name]: "" }),
    read,
    tell: (at) => {
      const id = read(at);
      return id === undefined
        ? undefined
        : { key: at.name, name: words()[offer.label], value: callOf(offer, id, at.view) };
    },
    show: (at) => (
      <Choices
        id={placeOf(at.name)}
        legend={words()[offer.label]}
        hint={offer.hint && words()[offer.hint]}
        error={at.isTried && read(at) === undefined && words().chooseOne}
      >
        {idsOf(offer, at.view).map((id) => (
          <Choice
            key={id}
            name={at.name}
            value={id}
            label={callOf(offer, id, at.view)}
            note={offer.note?.(id, at.view)}
            disabled={offer.isClosed?.(id, at.view) === true}
            checked={textIn(at.written, at.name) === id}
            onChange={() => at.write({ [at.name]: id })}
          />
        ))}
      </Choices>
    ),
  };
}

/** Several answers of a few, in their own order; `least` of them at least. */
export function several<V extends string>(offer: Offer<V> & { readonly least: number }): Asked<readonly V[]> {
  const chosenIn = ({ view, written, name }: Asking): readonly V[] =>
    idsOf(offer, view).filter((id) => listIn(written, name).includes(id) && !offer.isClosed?.(id, view));
  const read = (at: Asking): readonly V[] | undefined => {
    const chosen = chosenIn(at);
    return chosen.length < offer.least ? undefined : chosen;
  };
  return {
    starts: ({ name }) => ({ [name]: [] }),
    read,
    tell: (at) => ({
      key: at.name,
      name: words()[offer.label],
      value: chosenIn(at)
        .map((id) => callOf(offer, id, at.view))
        .join(", "),
    }),
    show: (at) => {
      const chosen = chosenIn(at);
      const toggle = (id: V, isOn: boolean) =>
        at.write({ [at.name]: isOn ? [...chosen, id] : chosen.filter((other) => other !== id) });
      return (
        <Choices
          id={placeOf(at.name)}
          legend={words()[offer.label]}
          hint={offer.hint && words()[offer.hint]}
          error={at.isTried && read(at) === undefined && words().chooseAtLeast({ n: offer.least })}
        >
          {idsOf(offer, at.view).map((id) => (
            <Choice
              key={id}
              several
              name={at.name}
              value={id}
              label={callOf(offer, id, at.view)}
              note={offer.note?.(id, at.view)}
              disabled={offer.isClosed?.(id, at.view) === true}
              checked={chosen.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
          ))}
        </Choices>
      );
    },
  };
}

/** A declaration: one sentence that has to be ticked before it is signed. */
export function declaration<V extends string>(says: V, { label, sentence }: { label: PlainWord; sentence: PlainWord }) {
  const read = ({ written, name }: Asking): V | undefined => (textIn(written, name) === says ? says : undefined);
  return {
    starts: ({ name }) => ({ [name]: "" }),
    read,
    tell: (at) => ({ key: at.name, name: words()[label], value: read(at) ? words()[sentence] : "" }),
    show: (at) => (
      <Choices
        id={placeOf(at.name)}
        legend={words()[label]}
        error={at.isTried && read(at) === undefined && words().tickFirst}
      >
        <Choice
          several
          name={at.name}
          value={says}
          label={words()[sentence]}
          checked={read(at) !== undefined}
          onChange={(event) => at.write({ [at.name]: event.currentTarget.checked ? says : "" })}
        />
      </Choices>
    ),
  } satisfies Asked<V>;
}
