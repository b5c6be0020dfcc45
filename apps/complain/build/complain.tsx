import { Button, Steps } from "@temwen/ui";
import type { Language } from "@temwen/words";
import { addressOf } from "./address.ts";
import { Check, Received, Sending } from "./outcome.tsx";
import { Stopped } from "./parts.tsx";
import { Questions } from "./questions.tsx";
import type { Say } from "./said.tsx";
import { UntilScriptRuns, WithoutScript } from "./shell.tsx";
import { Told, ToldPoint } from "./told.tsx";
import { Traces } from "./traces.tsx";

type Part = { readonly say: Say };
type Screens = Part & { readonly language: Language };

/** Every screen of `/complain`, in order; the script shows one at a time. */
export function ComplainScreens({ say, language }: Screens) {
  return (
    <>
      {/* What became of a message that waited on this phone, on whatever screen that is learnt. */}
      <p class="notice" id="waiting" role="status" hidden>
        <span />
      </p>
      <Opening say={say} language={language} />
      <form id="form" novalidate autocomplete="off">
        <div class="progress" id="progress" hidden>
          <p id="step" class="hint" />
          <Steps at={0} total={7} />
        </div>
        <Questions say={say} />
        <Check say={say} />
      </form>
      <Sending say={say} />
      <Received say={say} />
      <section id="finished" hidden>
        <h1 tabIndex={-1} {...say("finished")} />
        <p>
          <a class="onward" href={addressOf("help", language)} {...say("helpDoor")} />
        </p>
      </section>
      <Traces say={say} />
    </>
  );
}

function Opening({ say, language }: Screens) {
  return (
    <section id="opening" class="stack">
      <h1 tabIndex={-1} {...say("title")} />
      <p class="lead" {...say("lead")} />
      <p>
        <span {...say("notCourt")} /> <span {...say("helpFirst")} />{" "}
        <a href={addressOf("help", language)} {...say("helpDoor")} />
      </p>
      <WithoutScript say={say} instead={addressOf("plain", language)} />
      <Told say={say}>
        <ToldPoint say={say} icon="lock" head="lockHead" lines={["lock"]} />
        <ToldPoint
          say={say}
          icon="alarm"
          head="lockNotHead"
          lines={["lockPage", "lockPhone", "lockShared", "lockPaper"]}
        />
      </Told>
      <UntilScriptRuns say={say} />
      <Stopped id="opening-stopped">
        <h2 {...say("cannotStart")} />
      </Stopped>
      <div class="acts" id="start-acts" hidden>
        <Button look="primary" id="start">
          <span {...say("start")} />
        </Button>
        <p class="hint" {...say("startHint")} />
      </div>
    </section>
  );
}
