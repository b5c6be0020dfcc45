import { Button, Icon } from "@temwen/ui";
import type { Language } from "@temwen/words";
import { addressOf } from "./address.ts";
import type { Say } from "./said.tsx";
import { UntilScriptRuns, WithoutScript } from "./shell.tsx";

/** `/reply`: a first step that reveals nothing, and the mailbox. */
export function ReplyScreens({ say, language }: { readonly say: Say; readonly language: Language }) {
  return (
    <>
      <form id="enter" class="stack" novalidate autocomplete="off">
        <h1 tabIndex={-1}>
          <label for="digits">
            <span {...say("digits")} />
          </label>
        </h1>
        <WithoutScript say={say} instead={addressOf("status", language)} />
        <UntilScriptRuns say={say} />
        <p class="error" id="cannot-seal" role="alert" hidden {...say("cannot-seal-here")} />
        <div id="enter-acts" class="stack" hidden>
          <div class="field">
            <p class="hint" id="digits-hint" {...say("digitsHint")} />
            <input
              id="digits"
              data-digits
              inputMode="numeric"
              autocomplete="off"
              maxLength={40}
              aria-describedby="digits-hint"
            />
            <p class="hint" id="digits-missing" hidden />
          </div>
          <Wrong id="digits-wrong" />
          <p class="hint" id="opening" role="status" hidden>
            <b {...say("opening")} /> <span {...say("openingHint")} />
          </p>
          <div class="acts">
            <Button look="primary" type="submit" id="open">
              <span {...say("open")} />
            </Button>
          </div>
        </div>
      </form>
      <section id="box" class="stack" hidden>
        <h1 tabIndex={-1} {...say("box")} />
        <div class="empty" id="nothing" hidden>
          <p class="lead" {...say("nothing")} />
          <p class="hint" id="nothing-hint" {...say("nothingHint")} />
        </div>
        <p class="hint" id="before" hidden />
        {/* Above what happened, which grows long: what was decided, and what waits for an answer until a day. */}
        <div class="acts" id="doors" hidden>
          <Button id="decided" hidden>
            <span {...say("decided")} />
          </Button>
          <Button id="summary" hidden>
            <span {...say("summary")} />
          </Button>
          <Button id="treated" hidden>
            <span {...say("treated")} />
          </Button>
          <Button id="allowed" hidden>
            <span {...say("allowed")} />
          </Button>
        </div>
        <p class="error" id="doors-wrong" role="alert" hidden />
        <ol class="timeline" id="entries" />
        <div id="checked" />
        <Wrong id="check-wrong" />
        <div class="acts">
          <Button id="check">
            <span {...say("check")} />
          </Button>
        </div>
        <form id="write" class="stack" novalidate autocomplete="off">
          <div class="field">
            <label for="message">
              <span {...say("write")} />
            </label>
            <p class="hint" id="message-hint" {...say("writeHint")} />
            <textarea id="message" rows={5} autocomplete="off" aria-describedby="message-hint" />
          </div>
          <Wrong id="message-wrong" />
          <p id="sent" role="status" hidden />
          <div class="acts">
            <Button look="primary" type="submit" id="send" icon="lock">
              <span {...say("send")} />
            </Button>
          </div>
        </form>
        <h2 {...say("more")} />
        <div class="acts">
          <Button id="consent">
            <span {...say("consent")} />
          </Button>
          <Button id="add">
            <span {...say("add")} />
          </Button>
          <Button id="review" hidden>
            <span {...say("review")} />
          </Button>
          <Button id="stop">
            <span {...say("stop")} />
          </Button>
        </div>
        <p class="error" id="act-wrong" role="alert" hidden />
        <div class="acts">
          <Button id="close">
            <span {...say("close")} />
          </Button>
        </div>
        <p>
          <a class="onward" href={addressOf("help", language)} {...say("helpDoor")} />
        </p>
      </section>
      <section id="act" class="stack" hidden />
      <section id="closed" hidden>
        <h1 tabIndex={-1} {...say("closed")} />
      </section>
    </>
  );
}

function Wrong({ id }: { readonly id: string }) {
  return (
    <p class="error" id={id} role="alert" hidden>
      <Icon name="alarm" />
      <span />
    </p>
  );
}
