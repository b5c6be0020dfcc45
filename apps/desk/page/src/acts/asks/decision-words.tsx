import { composeSections, type Section } from "@temwen/casework";
import { LongField } from "@temwen/ui";
import { Fragment } from "preact";
import { words } from "../../say.ts";
import { type Asked, type Asking, placeOf, type Shown, textIn } from "../asked.ts";
import { kindIn, needsReason } from "./decision.tsx";
import { measureWords } from "./measures.tsx";

/** All the words of a proposal as one text: the reasons of each finding, what each measure says, or the reasons of the rest. */
export const wordsOfDecision: Asked<string> = {
  starts: () => ({}),
  tell: () => undefined,
  read: (at) => {
    const kind = kindIn(at);
    if (isWholeText(kind)) {
      const text = textIn(at.written, `${at.name}.all`).trim();
      return text === "" ? undefined : text;
    }
    const sections = kind === "ruling" ? measureWords({ ...at, name: "measures" }) : reasonsIn(at);
    const isWhole = sections.length > 0 && sections.every(({ text }) => text.trim() !== "");
    return isWhole ? composeSections([...sections, ...publishedIn(at)]) : undefined;
  },
  show: (at) => {
    const kind = kindIn(at);
    if (kind === "findings") return <Reasons at={at} />;
    const label = kind === "inquiry" ? words().stillMissing : words().reasons;
    return isWholeText(kind) ? <Words at={at} field="all" label={label} hint={words().reasonsHint} /> : null;
  },
};

/** Of what is decided in one text, and not point by point. */
const isWholeText = (kind: string): boolean => ["inquiry", "closure", "review"].includes(kind);

const numbersIn = ({ view }: Asking): readonly number[] =>
  (view.inquiry?.allegations ?? []).map(({ number }) => number);

const reasonsIn = (at: Asking): readonly Section[] =>
  numbersIn(at).map((number) => ({ name: number, text: textIn(at.written, `${at.name}.${number}`) }));

const publishedIn = (at: Asking): readonly Section[] =>
  needsReason(at) ? [{ name: "published", text: textIn(at.written, `${at.name}.published`) }] : [];

function Reasons({ at }: { readonly at: Shown }) {
  const w = words();
  return (
    <>
      {numbersIn(at).map((number) => (
        <Fragment key={number}>
          <Words at={at} field={String(number)} label={w.reasonsFor({ n: String(number) })} hint={w.reasonsHint} />
        </Fragment>
      ))}
      {needsReason(at) && (
        <Words at={at} field="published" label={w.published} hint={w.publishedHint} missing={w.publishedMissing} />
      )}
    </>
  );
}

function Words({
  at,
  field,
  label,
  hint,
  missing = words().wordsMissing,
}: {
  readonly at: Shown;
  readonly field: string;
  readonly label: string;
  readonly hint: string;
  readonly missing?: string;
}) {
  const name = `${at.name}.${field}`;
  const text = textIn(at.written, name);
  return (
    <LongField
      id={placeOf(name)}
      rows={5}
      label={label}
      hint={hint}
      dir="auto"
      error={at.isTried && text.trim() === "" && missing}
      value={text}
      onInput={(event) => at.write({ [name]: event.currentTarget.value })}
    />
  );
}
