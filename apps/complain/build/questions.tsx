import { Button, Choice, Choices, Field, Icon } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import { BackButton } from "./parts.tsx";
import type { PageKey, Say } from "./said.tsx";
import { wishes } from "./told.tsx";

type Part = { readonly say: Say };

/** The questions, one a screen. Only the first cannot be skipped. */
export function Questions({ say }: Part) {
  return (
    <>
      <WordsQuestion say={say} />
      <ShowQuestion say={say} />
      <ForceQuestion say={say} />
      <ChildQuestion say={say} />
      <WishQuestion say={say} />
      <HelpQuestion say={say} />
      <ContactQuestion say={say} />
    </>
  );
}

function WordsQuestion({ say }: Part) {
  return (
    <Question say={say} name="words" isRequired>
      <div class="field">
        <h1 tabIndex={-1}>
          <label for="text">
            <span {...say("words")} />
          </label>
        </h1>
        <p class="hint" id="text-hint" {...say("wordsHint")} />
        <textarea id="text" rows={8} autocomplete="off" autocapitalize="sentences" aria-describedby="text-hint" />
        <p class="hint" id="room" aria-live="polite" hidden />
      </div>
      <p class="error" id="words-wrong" role="alert" hidden>
        <Icon name="alarm" />
        <span />
      </p>
      <Field id="place" label={<span {...say("place")} />} maxLength={300} />
      <p class="hint" {...say("wordsKept")} />
      <Button look="plain" id="speak">
        <span {...say("speak")} />
      </Button>
    </Question>
  );
}

/** A door only: what stands behind it is loaded when somebody opens it. */
function ShowQuestion({ say }: Part) {
  return (
    <Question say={say} name="show">
      <Heading say={say} name="show" />
      <p class="hint" {...say("showHint")} />
      <Button id="show-open">
        <span {...say("showOpen")} />
      </Button>
      <p class="error" id="show-wrong" role="alert" hidden />
      <div id="show-place" class="stack" />
    </Question>
  );
}

function ForceQuestion({ say }: Part) {
  return (
    <Question say={say} name="force">
      <p class="notice" id="force-late" hidden {...say("forceLate")} />
      <Choices id="forces" legend={<Heading say={say} name="force" />} hint={<span {...say("forceHint")} />}>
        <Choice name="force" value="unknown" label={<span {...say("forceUnknown")} />} />
      </Choices>
    </Question>
  );
}

function ChildQuestion({ say }: Part) {
  return (
    <Question say={say} name="child">
      <Choices legend={<Heading say={say} name="child" />} hint={<span {...say("childHint")} />}>
        <Choice name="child" value="yes" label={<span {...say("childYes")} />} />
        <Choice name="child" value="no" label={<span {...say("childNo")} />} />
        <Choice name="child" value="doubt" label={<span {...say("childDoubt")} />} />
      </Choices>
    </Question>
  );
}

function WishQuestion({ say }: Part) {
  return (
    <Question say={say} name="wish">
      <Choices legend={<Heading say={say} name="wish" />} hint={<span {...say("wishHint")} />}>
        {wishes.map(([value, label, note]) => (
          <Choice
            key={value}
            name="wish"
            value={value}
            label={<span {...say(label)} />}
            note={<span {...say(note)} />}
          />
        ))}
      </Choices>
    </Question>
  );
}

function HelpQuestion({ say }: Part) {
  const need = (value: string, label: PageKey) => (
    <Choice several name="need" value={value} label={<span {...say(label)} />} />
  );
  return (
    <Question say={say} name="help">
      <Choices legend={<Heading say={say} name="help" />} hint={<span {...say("helpHint")} />}>
        {need("medical", "helpMedical")}
        {need("psychosocial", "helpListen")}
        {need("shelter", "helpShelter")}
        {need("legal", "helpLegal")}
        {need("other", "helpOther")}
      </Choices>
      <Field id="help-words" label={<span {...say("helpWords")} />} maxLength={400} />
    </Question>
  );
}

function ContactQuestion({ say }: Part) {
  return (
    <Question say={say} name="contact">
      <Heading say={say} name="contact" />
      <p class="hint" {...say("contactHint")} />
      <Field id="name" label={<span {...say("contactName")} />} maxLength={100} />
      <Field id="way" label={<span {...say("contactWay")} />} maxLength={120} />
      <Field
        id="safe"
        label={<span {...say("contactSafe")} />}
        hint={<span {...say("contactSafeHint")} />}
        maxLength={200}
      />
    </Question>
  );
}

type QuestionProps = Part & {
  readonly name: string;
  readonly isRequired?: boolean;
  readonly children: ComponentChildren;
};

function Question({ say, name, isRequired = false, children }: QuestionProps) {
  return (
    <section id={name} class="stack" hidden>
      {children}
      <div class="acts">
        <Button look="primary" type="submit" data-next>
          <span {...say("next")} />
        </Button>
        {!isRequired && (
          <Button data-skip id={`${name}-skip`}>
            <span {...say("skip")} />
          </Button>
        )}
        <BackButton say={say} />
      </div>
    </section>
  );
}

/** The question as the screen's heading, focused when the screen appears. */
function Heading({ say, name }: Part & { readonly name: PageKey }) {
  return <h1 tabIndex={-1} {...say(name)} />;
}
