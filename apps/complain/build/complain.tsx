import { Button, Choice, Choices, Field, Icon, type IconName, Notice, Steps } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import type { PageKey, Say } from "./said.tsx";
import { UntilScriptRuns, WithoutScript } from "./shell.tsx";

type Part = { readonly say: Say };

/** Every screen of `/complain`, in order; the script shows one at a time. */
export function ComplainScreens({ say }: Part) {
  return (
    <>
      <Opening say={say} />
      <form id="form" novalidate autocomplete="off">
        <div class="progress" id="progress" hidden>
          <p id="step" class="hint" />
          <Steps at={0} total={6} />
        </div>
        <WordsQuestion say={say} />
        <ForceQuestion say={say} />
        <ChildQuestion say={say} />
        <WishQuestion say={say} />
        <HelpQuestion say={say} />
        <ContactQuestion say={say} />
        <Check say={say} />
      </form>
      <Sending say={say} />
      <Received say={say} />
      <section id="finished" hidden>
        <h1 tabIndex={-1} {...say("finished")} />
      </section>
    </>
  );
}

function Opening({ say }: Part) {
  const about = (icon: IconName, head: PageKey, ...lines: readonly PageKey[]) => (
    <section>
      <Icon name={icon} />
      <h2 {...say(head)} />
      {lines.map((line) => (
        <p key={line} {...say(line)} />
      ))}
    </section>
  );
  return (
    <section id="opening" class="stack">
      <h1 tabIndex={-1} {...say("title")} />
      <p class="lead" {...say("lead")} />
      <p>
        <span {...say("notCourt")} /> <span {...say("helpFirst")} />
      </p>
      <WithoutScript say={say} />
      <div class="about">
        {about("people", "readerHead", "reader")}
        {about("shield", "limitsHead", "limits", "limitsExcept")}
        {about("clock", "afterHead", "afterReceipt", "afterDays")}
        {about("lock", "lockHead", "lock")}
        {about("alarm", "lockNotHead", "lockPage", "lockPhone", "lockShared", "lockPaper")}
      </div>
      <UntilScriptRuns say={say} />
      <Stopped say={say} id="opening-stopped" head="cannotStart" />
      <div class="acts" id="start-acts" hidden>
        <Button look="primary" id="start">
          <span {...say("start")} />
        </Button>
        <p class="hint" {...say("startHint")} />
      </div>
    </section>
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
    </Question>
  );
}

function ForceQuestion({ say }: Part) {
  return (
    <Question say={say} name="force">
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
  const wish = (value: string, label: PageKey, note: PageKey) => (
    <Choice name="wish" value={value} label={<span {...say(label)} />} note={<span {...say(note)} />} />
  );
  return (
    <Question say={say} name="wish">
      <Choices legend={<Heading say={say} name="wish" />} hint={<span {...say("wishHint")} />}>
        {wish("help-only", "wishHelp", "wishHelpNote")}
        {wish("keep-words", "wishKeep", "wishKeepNote")}
        {wish("investigate-without-me", "wishWithout", "wishWithoutNote")}
        {wish("investigate-with-me", "wishWith", "wishWithNote")}
        {wish("court", "wishCourt", "wishCourtNote")}
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

function Check({ say }: Part) {
  return (
    <section id="check" class="stack" hidden>
      <h1 tabIndex={-1} {...say("check")} />
      <dl class="facts" id="answers" />
      <div class="acts">
        <Button look="primary" id="send" icon="lock">
          <span {...say("send")} />
        </Button>
        <BackButton say={say} />
      </div>
    </section>
  );
}

function Sending({ say }: Part) {
  return (
    <section id="sending" class="stack" hidden>
      <h1 tabIndex={-1} {...say("sending")} />
      <p class="hint" {...say("sendingHint")} />
      <ol class="doing">
        <li id="doing-receipt">
          <span {...say("sendingReceipt")} />
        </li>
        <li id="doing-lock">
          <span>
            <span {...say("sendingLock")} /> <span id="sealed" />
          </span>
        </li>
        <li id="doing-send">
          <span {...say("sendingSend")} />
        </li>
      </ol>
      <p class="aloud" id="doing-said" aria-live="polite" />
      <div id="sending-failed" class="stack" hidden>
        <Stopped say={say} id="sending-stopped" head="stopped" />
        <p class="hint" {...say("stillHere")} />
        <div id="unsure-receipt" hidden>
          <p {...say("unsureReceipt")} />
          <ol class="digits" id="unsure-digits" />
        </div>
        <div class="acts">
          <Button look="primary" id="again">
            <span {...say("again")} />
          </Button>
          <BackButton say={say} />
        </div>
      </div>
    </section>
  );
}

function Received({ say }: Part) {
  return (
    <section id="received" class="stack" hidden>
      <h1 tabIndex={-1} {...say("received")} />
      <p class="lead" {...say("receiptKeep")} />
      <div class="receipt">
        <h2 {...say("receipt")} />
        <ol class="digits" id="digits" />
      </div>
      <p {...say("receiptUse")} />
      <p class="screen">
        <span {...say("receiptWhere")} /> <b id="where" />
      </p>
      <div class="row screen">
        <Button id="copy" icon="copy">
          <span {...say("copy")} />
        </Button>
        <Button id="print" icon="print">
          <span {...say("print")} />
        </Button>
      </div>
      <p class="hint screen" id="copied" role="status" hidden {...say("copied")} />
      <div class="screen proof">
        <h2 {...say("proof")} />
        <p class="number" id="proof" />
        <p class="hint" {...say("proofHint")} />
      </div>
      <div class="stack screen">
        <Field
          id="rehearsal"
          data-digits
          label={<span {...say("rehearse")} />}
          hint={<span {...say("rehearseHint")} />}
          inputMode="numeric"
          maxLength={40}
        />
        <p id="rehearsed" role="status" hidden>
          <Icon name="check" /> <span />
        </p>
      </div>
      <div class="acts screen">
        <Button id="finish">
          <span {...say("finish")} />
        </Button>
        <fieldset class="confirm" id="finish-ask" hidden>
          <legend {...say("finishAsk")} />
          <div class="row">
            <Button id="finish-no">
              <span {...say("cancel")} />
            </Button>
            <Button look="alarm" id="finish-yes">
              <span {...say("finishYes")} />
            </Button>
          </div>
        </fieldset>
      </div>
    </section>
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
          <Button data-skip>
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

function BackButton({ say }: Part) {
  return (
    <Button look="plain" icon="back" data-back>
      <span {...say("back")} />
    </Button>
  );
}

/** Why it stops here. The script writes the reason; the heading says whether anything was sent. */
function Stopped({ say, id, head }: Part & { readonly id: string; readonly head: PageKey }) {
  return (
    <Notice kind="alarm" id={id} hidden>
      <h2 {...say(head)} />
      <p />
    </Notice>
  );
}
