import { Button, Field, Icon, LongField, Notice } from "@temwen/ui";
import { addressOf } from "./address.ts";
import type { VerifyPart } from "./front.ts";
import { LogDoors } from "./log-doors.tsx";

/** `/verify`: what can be checked, and how others do it; with script, a checker that runs here. Whole without script. */
export function VerifyScreen(part: VerifyPart) {
  const { tell, language } = part;
  return (
    <div class="parts log">
      <div class="stack">
        <h1>{tell("title")}</h1>
        <p class="lead">{tell("lead")}</p>
        <h2>{tell("whatHead")}</h2>
        <ul>
          <li>{tell("what1")}</li>
          <li>{tell("what2")}</li>
          <li>{tell("what3")}</li>
          <li>{tell("what4")}</li>
        </ul>
        <noscript>
          <p class="notice">{tell("noScript")}</p>
        </noscript>
      </div>
      <section class="stack">
        <h2>{tell("proofHead")}</h2>
        <p>{tell("proof1")}</p>
        <p>{tell("proof2")}</p>
        <p>{tell("proof3")}</p>
        <p>{tell("proof4")}</p>
        <p>
          <strong>{tell("proof5")}</strong>
        </p>
      </section>
      {/* The script uncovers it: without one nothing is offered that does not work. */}
      <div class="parts" id="checker" hidden>
        <NumberCheck {...part} />
        <FileCheck {...part} />
        <OwnPolicy {...part} />
      </div>
      <Others {...part} />
      <nav class="jumps">
        <a href={addressOf("log", language)}>{tell("logDoor")}</a>
        <a href={addressOf("home", language)}>{tell("firstPage")}</a>
      </nav>
    </div>
  );
}

function NumberCheck({ tell }: VerifyPart) {
  return (
    <section class="stack">
      <h2>{tell("numberHead")}</h2>
      <Field
        id="number"
        label={tell("numberLabel")}
        hint={tell("numberHint")}
        inputMode="numeric"
        maxLength={20}
        data-digits
      />
      <div>
        <Button id="find" look="primary" icon="search">
          {tell("find")}
        </Button>
      </div>
      <Outcome id="found" />
    </section>
  );
}

function FileCheck({ tell }: VerifyPart) {
  return (
    <section class="stack">
      <h2>{tell("fileHead")}</h2>
      <p class="hint">{tell("fileHint")}</p>
      <Field id="proof-file" type="file" label={tell("proofFile")} />
      <Field id="leaf-file" type="file" label={tell("leafFile")} />
      <details>
        <summary>{tell("textHead")}</summary>
        <div class="stack">
          <LongField id="proof-text" label={tell("proofText")} spellcheck={false} />
          <LongField id="leaf-text" label={tell("leafText")} spellcheck={false} />
        </div>
      </details>
      <div>
        <Button id="check" look="primary" icon="check">
          {tell("check")}
        </Button>
      </div>
      <Outcome id="checked" />
    </section>
  );
}

function OwnPolicy({ tell }: VerifyPart) {
  return (
    <details>
      <summary>{tell("policyHead")}</summary>
      <Field id="policy-file" type="file" label={tell("policyFile")} hint={tell("policyHint")} />
    </details>
  );
}

/** Where a verdict appears: the reader's eye, ear and keyboard are moved there. */
function Outcome({ id }: { readonly id: string }) {
  return (
    <>
      <p class="hint" role="status" id={`${id}-doing`} hidden />
      <Notice kind="done" id={`${id}-yes`} tabIndex={-1} hidden>
        <div class="stack" />
      </Notice>
      <Notice kind="alarm" id={`${id}-no`} tabIndex={-1} hidden role="group">
        <div class="stack" />
      </Notice>
    </>
  );
}

function Others({ tell }: VerifyPart) {
  return (
    <section class="lines search">
      <Icon name="people" />
      <h2>{tell("othersHead")}</h2>
      <p>{tell("others1")}</p>
      <p>
        <code>temwen verify --log https://…/log/ --policy policy.txt</code>
      </p>
      <p>
        <code>temwen verify --proof x.tlog-proof --leaf x.leaf --policy policy.txt</code>
      </p>
      <p>{tell("othersBreach")}</p>
      <p>
        <code>temwen verify --breach x.breach --log https://…/log/ --policy policy.txt</code>
      </p>
      <p>{tell("others2")}</p>
      <p>{tell("others3")}</p>
      <p>{tell("others4")}</p>
      <LogDoors tell={tell} />
    </section>
  );
}
