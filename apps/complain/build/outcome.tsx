import { Button, Field, Icon, Notice } from "@temwen/ui";
import { BackButton, Stopped } from "./parts.tsx";
import type { Say } from "./said.tsx";

type Part = { readonly say: Say };

/** Everything read back before it is sent. Where an earlier sending may have arrived, it is the first thing said. */
export function Check({ say }: Part) {
  return (
    <section id="check" class="stack" hidden>
      <h1 tabIndex={-1} {...say("check")} />
      <Notice id="earlier" icon="receipt" hidden>
        <h2 {...say("earlierHead")} />
        <p {...say("earlier")} />
        <p {...say("earlierOther")} />
      </Notice>
      <dl class="facts" id="answers" />
      <div class="acts">
        <Button look="primary" id="send-same" icon="lock" hidden>
          <span {...say("sendSame")} />
        </Button>
        <Button id="send-other" icon="lock" hidden>
          <span {...say("sendOther")} />
        </Button>
        <Button look="primary" id="send" icon="lock">
          <span {...say("send")} />
        </Button>
        <BackButton say={say} />
      </div>
    </section>
  );
}

/** What is done, stage by stage; the work only where a flood asks for it, and what to do where it broke. */
export function Sending({ say }: Part) {
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
        <li id="doing-work" hidden>
          <span>
            <span {...say("sendingWork")} /> <span id="worked" />
          </span>
        </li>
        <li id="doing-send">
          <span {...say("sendingSend")} />
        </li>
      </ol>
      <p class="aloud" id="doing-said" aria-live="polite" />
      <div id="sending-failed" class="stack" hidden>
        <Stopped id="sending-stopped">
          <h2 id="sending-no" {...say("stopped")} />
          <h2 id="sending-unsure" hidden {...say("unsure")} />
        </Stopped>
        <p class="hint" {...say("stillHere")} />
        <div id="unsure-receipt" class="stack" hidden>
          <p {...say("unsureReceipt")} />
          <ol class="digits" id="unsure-digits" />
        </div>
        <div id="wait-offer" class="stack" hidden>
          <p {...say("waitOpen")} />
          <p {...say("waitHint")} />
          <div class="row">
            <Button id="wait" icon="lock">
              <span {...say("wait")} />
            </Button>
          </div>
          <p class="error" id="wait-full" role="alert" hidden {...say("waitFull")} />
        </div>
        <div class="acts">
          <Button look="primary" id="again">
            <span {...say("again")} />
          </Button>
          <Button look="primary" id="again-same" hidden>
            <span {...say("sendSame")} />
          </Button>
          <BackButton say={say} />
        </div>
      </div>
    </section>
  );
}

/** The receipt, once. */
export function Received({ say }: Part) {
  return (
    <section id="received" class="stack" hidden>
      <h1 tabIndex={-1} id="arrived" {...say("received")} />
      <h1 tabIndex={-1} id="not-yet" hidden {...say("notYet")} />
      <p class="lead" {...say("receiptKeep")} />
      <div class="receipt">
        <h2 {...say("receipt")} />
        <ol class="digits" id="digits" />
        <div id="qr-place" />
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
        <Button id="qr">
          <span {...say("qr")} />
        </Button>
      </div>
      <p class="hint screen" id="qr-said" role="status" hidden />
      <p class="hint screen" id="copied" role="status" hidden {...say("copied")} />
      <div class="stack screen">
        <Field
          id="rehearsal"
          data-digits
          label={<span {...say("rehearse")} />}
          hint={<span {...say("rehearseHint")} />}
          inputMode="numeric"
          maxLength={40}
        />
        <p class="right" id="rehearsed" role="status" hidden>
          <Icon name="check" /> <span />
        </p>
        <p class="error" id="rehearsed-not" role="status" hidden>
          <Icon name="alarm" /> <span />
        </p>
      </div>
      <div id="bringing" class="stack screen" />
      <div class="acts screen">
        <Button look="primary" id="finish">
          <span {...say("finish")} />
        </Button>
        <fieldset class="confirm" id="finish-ask" hidden>
          <legend>
            <span {...say("finishAsk")} /> <span id="finish-loses" hidden {...say("finishLoses")} />
          </legend>
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
      <Proof say={say} />
    </section>
  );
}

/** Last and small, far from the receipt: whoever writes down one number must not write down this one. */
function Proof({ say }: Part) {
  return (
    <div class="screen proof hint" id="proof-place">
      <h2 {...say("proof")} />
      <p class="number" id="proof" />
      <p {...say("proofHint")} />
      <div id="promised" class="stack" hidden>
        <p id="promised-said" role="status" />
        <Button id="promise-keep">
          <span {...say("promiseKeep")} />
        </Button>
        <p {...say("promiseKeepHint")} />
      </div>
      <p id="promise-wrong" class="error" role="alert" hidden />
      <div id="proof-shown" />
      <p id="proof-wrong" class="error" role="alert" hidden />
      <Button id="proof-show" hidden>
        <span {...say("proofShow")} />
      </Button>
    </div>
  );
}
