import { Icon } from "@temwen/ui";
import { addressOf } from "./address.ts";
import type { LogPart } from "./front.ts";
import { LogDoors } from "./log-doors.tsx";

const sentences = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"] as const;

/** `/log`: what the public log is, where it stands, who signed, how to check it. Filled by the server; whole without script. */
export function LogScreen({ tell, language }: LogPart) {
  return (
    <div class="parts log">
      <div class="stack">
        <h1>{tell("title")}</h1>
        <p class="lead">{tell("lead")}</p>
        <ol class="stack">
          {sentences.map((key) => (
            <li key={key}>{tell(key)}</li>
          ))}
        </ol>
      </div>
      <section class="stack">
        <h2>{tell("nowHead")}</h2>
        <p data-show="few" hidden>
          {tell("tooFew")}
        </p>
        <p data-show="empty" hidden>
          {tell("none")}
        </p>
        <dl class="readers">
          <template data-each="head">
            <div>
              <dt>{tell("lines")}</dt>
              <dd>{"{{size}}"}</dd>
            </div>
            <div>
              <dt>{tell("origin")}</dt>
              <dd>
                <code>{"{{origin}}"}</code>
              </dd>
            </div>
            <div>
              <dt>{tell("root")}</dt>
              <dd>
                <code>{"{{root}}"}</code>
              </dd>
            </div>
          </template>
        </dl>
      </section>
      <section class="stack">
        <h2>{tell("witnessHead")}</h2>
        <p class="notice" data-show="unwitnessed" hidden>
          {tell("witnessNone")}
        </p>
        <ul>
          <template data-each="witness">
            <li>
              <b>{"{{name}}"}</b> {tell("witnessSaw")} {"{{at}}"}
            </li>
          </template>
        </ul>
      </section>
      <section class="lines search">
        <Icon name="search" />
        <h2>{tell("checkHead")}</h2>
        <p>{tell("checkPerson")}</p>
        <p>{tell("checkAll")}</p>
        <p>{tell("checkOthers")}</p>
        <p>
          <a class="onward" href={addressOf("verify", language)}>
            {tell("verifyDoor")}
          </a>
        </p>
        <LogDoors tell={tell} />
      </section>
      <nav class="jumps">
        <a href={addressOf("home", language)}>{tell("firstPage")}</a>
        <a href={addressOf("about", language)}>{tell("aboutDoor")}</a>
      </nav>
    </div>
  );
}
