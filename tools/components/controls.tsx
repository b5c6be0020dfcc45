import { Button, Choice, Choices, Confirm, Doing, Field, FieldError, LongField, Select } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import type { ControlState, Draw, Specimens } from "./specimen.ts";
import type { SpecimenWords } from "./specimen-words.ts";

const nothing = () => undefined;

/** Work under way as the screens show it: what was filled in is held still, and below stands what is being done. */
function Busy({ words, children }: { readonly words: SpecimenWords; readonly children: ComponentChildren }) {
  return (
    <div class="busy">
      <fieldset class="busy" disabled>
        {children}
      </fieldset>
      <Doing stages={[{ state: "now", text: words.complain.sending }]} />
    </div>
  );
}

export const buttonSpecimens = {
  looks: ({ words: { complain, common } }) => (
    <div class="together">
      <Button look="primary">{complain.send}</Button>
      <Button>{complain.copy}</Button>
      <Button look="plain">{complain.skip}</Button>
      <Button look="alarm">{common.leave}</Button>
    </div>
  ),
  "with an icon": ({ words: { complain, common } }) => (
    <div class="together">
      <Button look="primary" icon="lock">
        {complain.send}
      </Button>
      <Button icon="copy">{complain.copy}</Button>
      <Button look="plain" icon="back">
        {common.back}
      </Button>
      <Button look="alarm" icon="leave">
        {common.leave}
      </Button>
    </div>
  ),
  focus: ({ words }) => <ShownButtons words={words} shown="focus" />,
  "pointed at": ({ words }) => <ShownButtons words={words} shown="hover" />,
  disabled: ({ words: { complain, common } }) => (
    <div class="together">
      <Button look="primary" icon="lock" disabled>
        {complain.send}
      </Button>
      <Button disabled>{complain.copy}</Button>
      <Button look="plain" disabled>
        {complain.skip}
      </Button>
      <Button look="alarm" disabled>
        {common.leave}
      </Button>
    </div>
  ),
  busy: ({ words }) => (
    <Busy words={words}>
      <div class="together">
        <Button look="primary" icon="lock">
          {words.complain.send}
        </Button>
      </div>
    </Busy>
  ),
  "long words": ({ words: { longLabel, longText } }) => (
    <div class="together">
      <Button look="primary" icon="lock">
        {longLabel}
      </Button>
      <Button icon="copy">{longText}</Button>
    </div>
  ),
} satisfies Specimens;

type Shown = { readonly words: SpecimenWords; readonly shown: "focus" | "hover" };

function ShownButtons({ words: { complain, common }, shown }: Shown) {
  return (
    <div class="together">
      <Button look="primary" data-shown={shown}>
        {complain.send}
      </Button>
      <Button data-shown={shown}>{complain.copy}</Button>
      <Button look="plain" data-shown={shown}>
        {complain.skip}
      </Button>
      <Button look="alarm" data-shown={shown}>
        {common.leave}
      </Button>
    </div>
  );
}

export const fieldSpecimens: Readonly<Record<ControlState | "secret" | "file", Draw>> = {
  empty: ({ id, words: { complain } }) => (
    <Field id={id} label={complain.contactSafe} hint={complain.contactSafeHint} />
  ),
  filled: ({ id, words: { complain } }) => <Field id={id} label={complain.place} value={complain.helpShelter} />,
  focus: ({ id, words: { complain } }) => (
    <Field id={id} label={complain.place} value={complain.helpShelter} data-shown="focus" />
  ),
  invalid: ({ id, words: { reply, refusals } }) => (
    <Field
      id={id}
      label={reply.digits}
      hint={reply.digitsHint}
      error={refusals["wrong-check-digits"]}
      value="0000 0000"
    />
  ),
  busy: ({ id, words }) => (
    <Busy words={words}>
      <Field id={id} label={words.complain.place} value={words.complain.helpShelter} />
    </Busy>
  ),
  disabled: ({ id, words: { complain } }) => (
    <Field id={id} label={complain.place} value={complain.helpShelter} disabled />
  ),
  "long words": ({ id, words: { longLabel, longText, refusals, unbroken } }) => (
    <Field id={id} label={longLabel} hint={longText} error={refusals["not-understood"]} value={unbroken} />
  ),
  secret: ({ id, words: { desk } }) => (
    <Field id={id} type="password" label={desk.signInPassphrase} value={desk.signInPassphrase} />
  ),
  file: ({ id, words: { desk } }) => <Field id={id} type="file" label={desk.signInKey} hint={desk.signInKeyHint} />,
};

export const longFieldSpecimens: Readonly<Record<ControlState, Draw>> = {
  empty: ({ id, words: { complain } }) => <LongField id={id} label={complain.words} hint={complain.wordsHint} />,
  filled: ({ id, words: { complain } }) => <LongField id={id} label={complain.words} value={complain.limits} />,
  focus: ({ id, words: { complain } }) => (
    <LongField id={id} label={complain.words} value={complain.limits} data-shown="focus" />
  ),
  invalid: ({ id, words: { complain, refusals } }) => (
    <LongField id={id} label={complain.words} value={complain.limits} error={refusals["too-long"]} />
  ),
  busy: ({ id, words }) => (
    <Busy words={words}>
      <LongField id={id} label={words.complain.words} value={words.complain.limits} />
    </Busy>
  ),
  disabled: ({ id, words: { complain } }) => (
    <LongField id={id} label={complain.words} value={complain.limits} disabled />
  ),
  "long words": ({ id, words: { longLabel, longText, unbroken } }) => (
    <LongField id={id} label={longLabel} value={`${longText} ${unbroken}`} />
  ),
};

const rightsOf = ({ desk }: SpecimenWords) =>
  (["life", "liberty", "home-and-property", "sexual-violence-and-exploitation"] as const).map((id) => ({
    value: id,
    text: desk[`right.${id}`],
  }));

export const selectSpecimens: Readonly<Record<ControlState, Draw>> = {
  empty: ({ id, words: { desk } }) => (
    <Select id={id} label={desk.right} options={[{ value: "", text: desk.signInChoose }]} value="" onChoose={nothing} />
  ),
  filled: ({ id, words }) => (
    <Select id={id} label={words.desk.right} options={rightsOf(words)} value="liberty" onChoose={nothing} />
  ),
  focus: ({ id, words: { desk, ...words } }) => (
    <Select
      id={id}
      label={desk.right}
      options={rightsOf({ desk, ...words })}
      value="life"
      onChoose={nothing}
      data-shown="focus"
    />
  ),
  invalid: ({ id, words: { desk } }) => (
    <Select
      id={id}
      label={desk.signInWho}
      options={[{ value: "", text: desk.signInChoose }]}
      value=""
      error={desk["refusal.nobody-chosen"]}
      onChoose={nothing}
    />
  ),
  busy: ({ id, words }) => (
    <Busy words={words}>
      <Select id={id} label={words.desk.right} options={rightsOf(words)} value="liberty" onChoose={nothing} />
    </Busy>
  ),
  disabled: ({ id, words }) => (
    <Select id={id} label={words.desk.right} options={rightsOf(words)} value="liberty" isDisabled onChoose={nothing} />
  ),
  "long words": ({ id, words: { longLabel, longText, unbroken } }) => (
    <Select
      id={id}
      label={longLabel}
      hint={longText}
      options={[{ value: "", text: unbroken }]}
      value=""
      onChoose={nothing}
    />
  ),
};

export const choicesSpecimens: Readonly<Record<ControlState | "several", Draw>> = {
  empty: ({ id, words }) => <Wish id={id} words={words} />,
  filled: ({ id, words }) => <Wish id={id} words={words} chosen="keep" />,
  focus: ({ id, words }) => <Wish id={id} words={words} chosen="keep" focused="keep" />,
  invalid: ({ id, words: { complain, desk } }) => (
    <Choices id={id} legend={complain.child} hint={complain.childHint} error={desk.chooseOne}>
      <Choice name={id} value="yes" label={complain.childYes} />
      <Choice name={id} value="no" label={complain.childNo} />
      <Choice name={id} value="doubt" label={complain.childDoubt} />
    </Choices>
  ),
  busy: ({ id, words }) => (
    <Busy words={words}>
      <Wish id={id} words={words} chosen="keep" />
    </Busy>
  ),
  disabled: ({ id, words: { complain } }) => (
    <Choices legend={complain.child}>
      <Choice name={id} value="yes" label={complain.childYes} disabled checked />
      <Choice name={id} value="no" label={complain.childNo} disabled />
      <Choice name={id} value="doubt" label={complain.childDoubt} />
    </Choices>
  ),
  "long words": ({ id, words: { longLabel, longText, unbroken } }) => (
    <Choices legend={longLabel} hint={longText}>
      <Choice name={id} value="a" label={longLabel} note={longText} checked />
      <Choice name={id} value="b" label={unbroken} note={unbroken} />
    </Choices>
  ),
  several: ({ id, words: { complain } }) => (
    <Choices legend={complain.help} hint={complain.helpHint}>
      <Choice several name={id} value="medical" label={complain.helpMedical} checked />
      <Choice several name={id} value="legal" label={complain.helpLegal} checked data-shown="focus" />
      <Choice several name={id} value="shelter" label={complain.helpShelter} />
      <Choice several name={id} value="other" label={complain.helpOther} disabled />
    </Choices>
  ),
};

type WishProps = {
  readonly id: string;
  readonly words: SpecimenWords;
  readonly chosen?: string;
  readonly focused?: string;
};

function Wish({ id, words: { complain }, chosen, focused }: WishProps) {
  const answers = [
    { value: "help", label: complain.wishHelp, note: complain.wishHelpNote },
    { value: "keep", label: complain.wishKeep, note: complain.wishKeepNote },
    { value: "court", label: complain.wishCourt, note: complain.wishCourtNote },
  ];
  return (
    <Choices legend={complain.wish} hint={complain.wishHint}>
      {answers.map((answer) => (
        <Choice
          key={answer.value}
          name={id}
          {...answer}
          checked={chosen === answer.value}
          {...(focused === answer.value ? { "data-shown": "focus" } : {})}
        />
      ))}
    </Choices>
  );
}

export const choiceSpecimens: Specimens = {
  "one of several questions": ({ id, words: { desk } }) => (
    <Choice several name={id} value="single" label={desk.keysSingle} note={desk.keysSingleHint} checked />
  ),
};

export const fieldErrorSpecimens: Specimens = {
  "on its own": ({ id, words: { refusals } }) => <FieldError id={id}>{refusals.unreachable}</FieldError>,
  "long words": ({ id, words: { longText, unbroken } }) => <FieldError id={id}>{`${longText} ${unbroken}`}</FieldError>,
};

export const confirmSpecimens: Specimens = {
  "not asked yet": ({ words }) => <Grant words={words} asking={false} />,
  asking: ({ words }) => <Grant words={words} asking />,
  "long words": ({ words: { desk, longLabel, longText, unbroken } }) => (
    <Confirm
      asking
      act={desk.grantYes}
      question={longLabel}
      consequence={`${longText} ${unbroken}`}
      yes={longLabel}
      no={desk.cancel}
      onAsk={nothing}
      onYes={nothing}
      onNo={nothing}
    />
  ),
};

function Grant({ words: { desk }, asking }: { readonly words: SpecimenWords; readonly asking: boolean }) {
  return (
    <Confirm
      asking={asking}
      act={desk["order.rekey-case"]}
      question={desk.rekeyAsk}
      consequence={desk.rekeyLose}
      yes={desk.rekeyYes}
      no={desk.cancel}
      onAsk={nothing}
      onYes={nothing}
      onNo={nothing}
    />
  );
}
