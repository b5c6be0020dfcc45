import { withUnit } from "@temwen/casework";
import { Facts, Field } from "@temwen/ui";
import { words } from "../../say.ts";
import { type Asked, type Asking, placeOf, textIn } from "../asked.ts";
import type { Beside } from "../sheet.ts";

/** Longer than the name of any unit. */
const mostOfName = 80;

/** The unit of whoever the act is about; one that is known is shown, and a new one takes its place. */
const unit: Asked<string> = {
  starts: ({ name }) => ({ [name]: "" }),
  read: (at) => (hasUnit(at) ? textIn(at.written, at.name) : ""),
  tell: (at) =>
    textIn(at.written, at.name) === ""
      ? undefined
      : { key: at.name, name: words()["field.unit"], value: <bdi>{textIn(at.written, at.name)}</bdi> },
  show: (at) => {
    if (!hasUnit(at)) return null;
    const w = words();
    const known = knownUnit(at);
    return (
      <>
        {known !== undefined && <Facts facts={[{ key: "unit", name: w["field.unit"], value: <bdi>{known}</bdi> }]} />}
        <Field
          id={placeOf(at.name)}
          label={known === undefined ? w["ask.unit"] : w["ask.unitNew"]}
          hint={w["ask.unitHint"]}
          dir="auto"
          maxLength={mostOfName}
          value={textIn(at.written, at.name)}
          onInput={(event) => at.write({ [at.name]: event.currentTarget.value })}
        />
      </>
    );
  },
};

/** A company is no unit of anybody. */
const hasUnit = ({ written }: Asking): boolean => textIn(written, "kind") !== "company";

const knownUnit = ({ view, written }: Asking): string | undefined =>
  view.inquiry?.respondents[Number(textIn(written, "respondent")) - 1]?.unit;

/** Sealed in the same text as the words of the act (docs/specs/inquiry.md). */
export const unitBeside: Beside = { ask: unit, join: withUnit };
