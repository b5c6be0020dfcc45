import { Button, Choice, Choices, Icon, Notice } from "@temwen/ui";
import type { Language } from "@temwen/words";
import { addressOf } from "./address.ts";
import type { PageKey, Say } from "./said.tsx";
import { Told, wishes } from "./told.tsx";

type Part = { readonly say: Say; readonly language: Language };

/**
 * `/complain/plain`: for whoever has no script. What the server fills in stands as `{{…}}`, `data-show`, `data-checked` and
 * `data-each` (docs/specs/pages.md).
 */
export function PlainScreen({ say, language }: Part) {
  return (
    <div class="stack">
      <Readable say={say} lines={["readable", "sealedAtOnce"]} />
      <Refused say={say} />
      <h1 {...say("title")} />
      <p class="lead" {...say("lead")} />
      <p>
        <span {...say("notCourt")} /> <span {...say("helpFirst")} />
      </p>
      <p>
        <a class="onward" href={addressOf("complain", language)} {...say("otherPage")} />
      </p>
      <Told say={say} />
      <form class="stack" method="post" action={addressOf("plain", language)} accept-charset="utf-8" autocomplete="off">
        <input type="hidden" name="token" value="{{token}}" />
        <Questions say={say} />
        <div class="acts">
          <Button look="primary" type="submit">
            <span {...say("send")} />
          </Button>
          <p class="hint" {...say("sendHint")} />
        </div>
      </form>
    </div>
  );
}

/** The first line of every page that is not sealed on the device: who can read what is typed here. */
export function Readable({ say, lines }: { readonly say: Say; readonly lines: readonly PageKey[] }) {
  return (
    <div class="notice alarm">
      <Icon name="open" />
      {lines.map((line) => (
        <p key={line} {...say(line)} />
      ))}
    </div>
  );
}

/** Each refusal, covered until the server says which. */
function Refused({ say }: Pick<Part, "say">) {
  const reasons: readonly (readonly [code: string, key: PageKey])[] = [
    ["empty", "empty"],
    ["too-long", "too-long"],
    ["too-large", "tooLarge"],
    ["unknown-force", "unknown-force"],
    ["broken-text", "broken-text"],
    ["too-few-recipients", "too-few-recipients"],
    ["too-many-requests", "crowded"],
    ["no-space", "no-space"],
    ["cannot-tell", "cannot-tell"],
    ["form-too-old", "tooOld"],
    ["unreadable", "notRead"],
    ["server-fault", "server-fault"],
  ];
  return (
    <Notice kind="alarm" data-show="refused" hidden>
      {reasons.map(([code, key]) => (
        <p key={code} data-show={code} hidden {...say(key)} />
      ))}
    </Notice>
  );
}

function Questions({ say }: Pick<Part, "say">) {
  return (
    <>
      <div class="field">
        <h2>
          <label for="text">
            <span {...say("words")} />
          </label>
        </h2>
        <p class="hint" id="text-hint" {...say("wordsHint")} />
        <textarea id="text" name="text" rows={8} autocomplete="off" aria-describedby="text-hint">
          {/* Of a line end right behind the tag the parser takes one away. */}
          {"\n{{text}}"}
        </textarea>
      </div>
      <Choices legend={<h2 {...say("force")} />} hint={<span {...say("forceHint")} />}>
        <template data-each="force">
          <Choice name="force" value="{{id}}" data-checked="chosen" label="{{name}}" />
        </template>
        <Choice name="force" value="unknown" data-checked="force-unknown" label={<span {...say("forceUnknown")} />} />
      </Choices>
      <Choices legend={<h2 {...say("wish")} />} hint={<span {...say("wishHint")} />}>
        {wishes.map(([value, label, note]) => (
          <Choice
            key={value}
            name="wish"
            value={value}
            data-checked={value}
            label={<span {...say(label)} />}
            note={<span {...say(note)} />}
          />
        ))}
      </Choices>
    </>
  );
}

/** The answer to `/complain/plain`: the receipt, once. On paper nothing but the receipt is left. */
export function SentScreen({ say, language }: Part) {
  return (
    <section id="received" class="stack">
      <h1 {...say("received")} />
      <p data-show="already" hidden {...say("already")} />
      <p class="lead" {...say("receiptKeep")} />
      <div class="receipt">
        <h2 {...say("receipt")} />
        <ol class="digits" id="digits">
          <template data-each="group">
            <li>
              <span aria-hidden="true">{"{{group}}"}</span>
              <span class="aloud">{"{{spoken}}"}</span>
            </li>
          </template>
        </ol>
      </div>
      <p {...say("receiptUse")} />
      <p class="hint" {...say("printHint")} />
      <p>
        <a class="onward" href={addressOf("reply", language)} {...say("answersDoor")} />
      </p>
      <p>
        <a class="onward" href={addressOf("status", language)} {...say("stepsDoor")} />
      </p>
      <p {...say("closeHint")} />
      <div class="proof hint" data-show="proven" hidden>
        <h2 {...say("proof")} />
        <p class="number" id="proof">
          {"{{proof}}"}
        </p>
        <p {...say("proofHint")} />
      </div>
    </section>
  );
}
