import { Icon, type IconName } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import { addressOf } from "./address.ts";
import type { AboutPart } from "./front.ts";

/** Who might read something, and whether we can keep anything from them: from a found receipt, nothing. */
const readers = [
  ["staffCan", "staff", "staffCannot"],
  ["operatorCan", "operator", "operatorCannot"],
  ["holdersCan", "holders", "holdersCannot"],
  ["lineCan", "line", "lineCannot"],
  ["phoneCan", "phone", "phoneCannot"],
  ["receiptCan", "receipt", undefined],
] as const;

/** `/about`: who we are, what we cannot do, who can read what, how to check it. Whole without script. */
export function AboutScreen({ tell, language }: AboutPart) {
  return (
    <div class="parts">
      <div class="stack">
        <h1>{tell("title")}</h1>
        <p class="lead">{tell("lead")}</p>
        {/* The server uncovers it where the office is a demonstration. */}
        <section class="notice alarm" id="fiction" hidden>
          <Icon name="alarm" />
          <h2>{tell("fictionHead")}</h2>
          <p>{tell("fiction")}</p>
        </section>
      </div>
      <Lines icon="people" head={tell("whoHead")}>
        {[tell("whoReaders"), tell("whoPanel"), tell("whoHolders")]}
      </Lines>
      <Lines icon="shield" head={tell("freeHead")}>
        {[tell("freeMission"), tell("freeTies"), tell("freeKeys")]}
      </Lines>
      <section class="stack">
        <h2>{tell("readHead")}</h2>
        <dl class="readers">
          {readers.map(([can, reader, cannot]) => (
            <div key={reader}>
              <dt>{tell(reader)}</dt>
              <dd>
                <Icon name="open" />
                <span>
                  <b>{tell("readCan")}:</b> {tell(can)}
                </span>
              </dd>
              {cannot && (
                <dd>
                  <Icon name="lock" />
                  <span>
                    <b>{tell("readCannot")}:</b> {tell(cannot)}
                  </span>
                </dd>
              )}
            </div>
          ))}
        </dl>
      </section>
      <Lines icon="alarm" head={tell("limitsHead")}>
        {[tell("limitCourt"), tell("limitRedress"), tell("limitPage"), tell("limitHide"), tell("limitListen")]}
      </Lines>
      <Lines icon="search" head={tell("checkHead")}>
        {[
          tell("checkList"),
          tell("checkReply"),
          tell("checkSame"),
          tell("checkFree"),
          <a key="log" class="onward" href={addressOf("log", language)}>
            {tell("logDoor")}
          </a>,
          <a key="open" class="onward" href="/api/directory">
            {tell("checkOpen")}
          </a>,
        ]}
      </Lines>
      <nav class="jumps">
        <a href={addressOf("home", language)}>{tell("firstPage")}</a>
        <a href={addressOf("help", language)}>{tell("helpDoor")}</a>
        <a href={addressOf("complain", language)}>{tell("tellDoor")}</a>
      </nav>
    </div>
  );
}

type LinesProps = { readonly icon: IconName; readonly head: string; readonly children: readonly ComponentChildren[] };

function Lines({ icon, head, children }: LinesProps) {
  return (
    <section class={`lines ${icon}`}>
      <Icon name={icon} />
      <h2>{head}</h2>
      {children.map((line, i) => (
        <p key={i}>{line}</p>
      ))}
    </section>
  );
}
