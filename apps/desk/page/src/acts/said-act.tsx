import { useSignal } from "@preact/signals";
import { formOf } from "@temwen/casework";
import { LongField } from "@temwen/ui";
import type { Json } from "@temwen/vocabulary";
import { findLanguage } from "@temwen/words";
import { Fragment } from "preact";
import type { LaterRequest } from "../../../keeper/src/views.ts";
import { person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";
import { placeOf, textIn, type Written } from "./asked.ts";
import { MessageField, whatIsWrong } from "./message-field.tsx";
import { asksOf, besideWords, lets, madeWords, startOf } from "./prefill.ts";
import type { AnySheet } from "./sheet.ts";
import type { LaterAct } from "./sheets.ts";

/** The form of any order from admission on, as its sheet declares it. */
export function SaidAct({ act, sheet, ...props }: ActProps & { readonly act: LaterAct; readonly sheet: AnySheet }) {
  const w = words();
  const { view } = props;
  const made = sheet.text && "made" in sheet.text ? sheet.text.made : undefined;
  const beside = sheet.text && "label" in sheet.text ? sheet.text.beside : undefined;
  const asks = asksOf(sheet);
  const start = startOf(sheet, view);
  const draft = draftOf<Written>(draftName(person.value?.me.id ?? "", view.caseId, act), start);
  const isTried = useSignal(false);
  const written = draft.value;
  const at = (name: string) => ({ view, written, name, write: draft.change, isTried: isTried.value });
  const wording = wordingOf(act, sheet, view);
  const text = textIn(written, "text");
  // Of a case that the office opened, nobody is told anything.
  const isUntold = view.opened !== undefined;
  const isSaid = wording && !(wording.isMessage && isUntold);
  const wrong = isSaid && !wording.isOptional ? whatIsWrong(text) : undefined;
  const told = isUntold ? undefined : sheet.told && (textIn(written, "told") || sheet.told.suggest(at("told")));
  const wrongTold = told === undefined ? undefined : whatIsWrong(told);
  const ready = (): LaterRequest | undefined => {
    isTried.value = true;
    const missing = asks.find(([name, ask]) => ask.read(at(name)) === undefined)?.[0];
    if (missing !== undefined || wrong !== undefined || wrongTold !== undefined) {
      const words = wrong === undefined ? toldId : textId;
      // Once what is wrong is on screen.
      setTimeout(() => goToField(missing === undefined ? words : placeOf(missing)));
      return undefined;
    }
    const says = Object.fromEntries(
      Object.entries(sheet.asks).map(([name, ask]) => [name, ask.read(at(name)) as Json]),
    );
    const letIn = sheet.lets?.read(at(lets));
    const said = isSaid ? text : "";
    const sealed = made?.read(at(madeWords)) ?? beside?.join(said, beside.ask.read(at(besideWords)) ?? "") ?? said;
    return { act, says, text: sealed, ...(letIn && { lets: letIn }), ...(told && { told }) };
  };
  const { twice, opening: Opening } = sheet;
  return (
    <ActSheet
      {...props}
      act={act}
      ready={ready}
      forget={draft.forget}
      isTouched={draft.isTouched}
      isLast={sheet.isLast}
      submit={wording?.isMessage ? w.messageSend : w.actSign}
      {...(twice && { twice: { question: w[twice.question], consequence: w[twice.consequence] } })}
    >
      {Opening && <Opening {...at("")} />}
      {asks.map(([name, ask]) => (
        <Fragment key={name}>{ask.show(at(name))}</Fragment>
      ))}
      {wording?.isMessage && (
        <MessageField
          id={textId}
          view={view}
          label={wording.label}
          hint={wording.hint}
          rows={10}
          error={isTried.value && wrong}
          value={text}
          onWrite={(now) => draft.change({ text: now })}
        />
      )}
      {wording && !wording.isMessage && (
        <LongField
          id={textId}
          rows={6}
          label={wording.label ?? ""}
          hint={wording.hint}
          dir="auto"
          error={isTried.value && wrong}
          value={text}
          onInput={(event) => draft.change({ text: event.currentTarget.value })}
        />
      )}
      {sheet.told && (
        <MessageField
          id={toldId}
          view={view}
          label={w[sheet.told.label]}
          hint={sheet.told.hint && w[sheet.told.hint]}
          rows={6}
          error={isTried.value && wrongTold}
          value={told ?? ""}
          onWrite={(now) => draft.change({ told: now })}
        />
      )}
    </ActSheet>
  );
}

const textId = "act-text";
const toldId = "act-told";

/** The words that go with an order: a message the person reads, or reasons for colleagues. */
function wordingOf(act: LaterAct, { text, pattern }: AnySheet, { story }: ActProps["view"]) {
  const w = words();
  const isMessage = formOf(act)?.words === "message";
  const asked = text && "label" in text ? text : undefined;
  if (!asked && !isMessage) return undefined;
  return {
    label: asked && w[asked.label],
    hint: asked?.hint ? w[asked.hint] : pattern && (findLanguage(story?.language) ? w.templateHint : w.templateNone),
    isMessage,
    isOptional: asked?.isOptional === true,
  };
}

function goToField(id: string): void {
  const place = document.getElementById(id);
  const field = place?.matches("textarea, input, select")
    ? place
    : place?.querySelector<HTMLElement>("input, select, textarea");
  (field ?? place)?.focus();
}
