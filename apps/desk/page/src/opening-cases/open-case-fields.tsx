import { Choices, Field, LongField, Select } from "@temwen/ui";
import { One, Several, withUnknown } from "../acts/choosing.tsx";
import { forceNote } from "../acts/force-note.ts";
import { person } from "../desk-state.ts";
import { forumName, forums } from "../referrals/forums.ts";
import { forceName, wordFor, words } from "../say.ts";
import { bases, comesOfMatter, isHandedOver, type Opening, sources, type whatIsMissing } from "./opening-written.ts";

type FieldsProps = {
  readonly written: Opening;
  readonly missing: ReturnType<typeof whatIsMissing>;
  readonly onWrite: (part: Partial<Opening>) => void;
};

/** Everything that is asked for: what belongs to a source only while that one is chosen. */
export function OpenCaseFields({ written, missing, onWrite }: FieldsProps) {
  const w = words();
  return (
    <>
      <Choices id="open-because" legend={w.openCaseBecause} error={missing.because}>
        <One
          name="because"
          ids={sources}
          chosen={written.because}
          label={(id) => wordFor("origin", id)}
          onChange={(because) => onWrite({ because })}
        />
      </Choices>
      {isHandedOver(written) && <HandedOver written={written} missing={missing} onWrite={onWrite} />}
      {comesOfMatter(written) && (
        <Field
          id="open-matter"
          label={w.openCaseMatter}
          error={missing.matter}
          value={written.matter}
          onInput={(event) => onWrite({ matter: event.currentTarget.value })}
        />
      )}
      <Choices id="open-forces" legend={w.forces} error={missing.forces}>
        <Several
          name="forces"
          ids={withUnknown(person.value?.choices.forces ?? [])}
          chosen={written.forces}
          label={forceName}
          note={forceNote}
          onChange={(forces) => onWrite({ forces })}
        />
      </Choices>
      <LongField
        id="open-text"
        label={w.openCaseText}
        rows={10}
        dir="auto"
        error={missing.text}
        value={written.text}
        onInput={(event) => onWrite({ text: event.currentTarget.value })}
      />
      <Field
        id="open-reference"
        label={w.openCaseReference}
        hint={w.openCaseReferenceHint}
        value={written.reference}
        onInput={(event) => onWrite({ reference: event.currentTarget.value })}
      />
    </>
  );
}

function HandedOver({ written, missing, onWrite }: FieldsProps) {
  const w = words();
  return (
    <>
      <Select
        id="open-from"
        label={w.openCaseFrom}
        error={missing.from}
        options={[{ value: "", text: "—" }, ...forums().map(({ id }) => ({ value: id, text: forumName(id) }))]}
        value={written.from}
        onChoose={(from) => onWrite({ from })}
      />
      <Choices id="open-basis" legend={w.openCaseBasis} error={missing.basis}>
        <One
          name="basis"
          ids={bases}
          chosen={written.basis}
          label={(id) => wordFor("handedBasis", id)}
          onChange={(basis) => onWrite({ basis })}
        />
      </Choices>
    </>
  );
}
