import { Button, Choice, Choices, Field, Notice } from "@temwen/ui";
import type { Language } from "@temwen/words";
import type { ComponentChildren } from "preact";
import { addressOf } from "./address.ts";
import { Readable } from "./plain.tsx";
import type { PageKey, Say } from "./said.tsx";

type Part = { readonly say: Say; readonly language: Language };

const asks = ["investigate", "prosecute", "preserve", "waive-immunity", "answer"] as const;
const answers = ["acknowledged", "investigating", "prosecuting", "declined"] as const;
/** Only who was asked for a waiver is offered these. */
const answersOfWaiver = ["waiver-granted", "waiver-refused"] as const;
const reasons: readonly (readonly [code: string, key: PageKey])[] = [
  ["unknown-code", "unknownCode"],
  ["form-too-old", "tooOld"],
  ["too-many-requests", "tooMany"],
  ["unreadable", "notRead"],
  ["choose-first", "chooseFirst"],
  ["reason-first", "reasonFirst"],
  ["too-long", "tooLong"],
  ["broken-text", "brokenText"],
  ["server-fault", "notKept"],
];

/**
 * `/referral`: where a body to which a case was referred answers, by the code of its letter, without an account and without
 * script. Of the case it shows the digest of the file that was handed over and what is asked, and nothing more.
 */
export function ReferralScreen({ say, language }: Part) {
  return (
    <div class="stack">
      <Readable say={say} lines={["readable", "sealedAtOnce"]} />
      <h1 {...say("title")} />
      <Notice kind="alarm" data-show="refused" hidden>
        {reasons.map(([code, key]) => (
          <p key={code} data-show={code} hidden {...say(key)} />
        ))}
      </Notice>
      <Asking say={say} language={language} />
      <Answering say={say} language={language} />
      <section class="stack" data-show="taken" hidden>
        <h2 {...say("taken")} />
        <p {...say("takenHint")} />
        <div class="receipt">
          <h2 {...say("nextHead")} />
          <p class="number" id="next">
            {"{{next}}"}
          </p>
          <p {...say("nextHint")} />
        </div>
      </section>
    </div>
  );
}

type FormProps = Part & {
  /** The place that the server uncovers: which of the two forms is shown. */
  readonly shown: "asking" | "answering";
  readonly go: PageKey;
  readonly children: ComponentChildren;
};

/** A form of this page. What it says goes in the body of a request: an address would stay in a browser's history and in everybody's logs. */
function Form({ say, language, shown, go, children }: FormProps) {
  return (
    <form
      class="stack"
      method="post"
      action={addressOf("referral", language)}
      accept-charset="utf-8"
      autocomplete="off"
      data-show={shown}
      hidden
    >
      <input type="hidden" name="token" value="{{token}}" />
      {children}
      <div class="acts">
        <Button look="primary" type="submit">
          <span {...say(go)} />
        </Button>
      </div>
    </form>
  );
}

function Answer({ answer, say }: { readonly answer: PageKey } & Pick<Part, "say">) {
  return <Choice name="answered" value={answer} data-checked={answer} label={<span {...say(answer)} />} />;
}

function Asking({ say, language }: Part) {
  return (
    <Form say={say} language={language} shown="asking" go="goOn">
      <p class="lead" {...say("lead")} />
      <Field
        id="code"
        name="code"
        maxLength={60}
        label={<span {...say("code")} />}
        hint={<span {...say("codeHint")} />}
      />
    </Form>
  );
}

function Answering({ say, language }: Part) {
  return (
    <Form say={say} language={language} shown="answering" go="send">
      <input type="hidden" name="code" value="{{code}}" />
      <h2 {...say("sentTo")} />
      <p id="forum">{"{{forum}}"}</p>
      <p>
        <span {...say("answerBy")} /> <span id="due">{"{{due}}"}</span>
      </p>
      <h2 {...say("asksHead")} />
      <ul id="asks">
        {asks.map((ask) => (
          <li key={ask} data-show={`ask-${ask}`} hidden {...say(`ask-${ask}`)} />
        ))}
      </ul>
      <section class="stack" data-show="dossier" hidden>
        <h2 {...say("digestHead")} />
        <p class="number" id="digest">
          {"{{digest}}"}
        </p>
        <p class="hint" {...say("digestHint")} />
      </section>
      <Choices legend={<h2 {...say("answerHead")} />}>
        {answers.map((answer) => (
          <Answer key={answer} answer={answer} say={say} />
        ))}
        <div data-show="ask-waive-immunity" hidden>
          {answersOfWaiver.map((answer) => (
            <Answer key={answer} answer={answer} say={say} />
          ))}
        </div>
      </Choices>
      <div class="field">
        <h2>
          <label for="text">
            <span {...say("yourWords")} />
          </label>
        </h2>
        <p class="hint" id="text-hint" {...say("yourWordsHint")} />
        <textarea id="text" name="text" rows={6} autocomplete="off" aria-describedby="text-hint">
          {/* Of a line end right behind the tag the parser takes one away. */}
          {"\n{{text}}"}
        </textarea>
      </div>
    </Form>
  );
}
