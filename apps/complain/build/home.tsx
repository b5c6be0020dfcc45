import { Icon } from "@temwen/ui";
import type { Language } from "@temwen/words";
import type { Say } from "./said.tsx";

/** `/`: what this is, and its doors. Whole without script. */
export function HomeScreen({ say, language }: { readonly say: Say; readonly language: Language }) {
  return (
    <div class="stack">
      <h1 {...say("title")} />
      <p class="lead" {...say("lead")} />
      <nav class="doors">
        <a class="door" href={language === "ht" ? "/complain" : `/complain/${language}`}>
          <Icon name="lock" />
          <span>
            <b {...say("tell")} />
            <span {...say("tellHint")} />
            <span {...say("notCourt")} />
          </span>
        </a>
        <a class="door" href={language === "ht" ? "/reply" : `/reply/${language}`}>
          <Icon name="message" />
          <span>
            <b {...say("read")} />
            <span {...say("readHint")} />
          </span>
        </a>
      </nav>
      <p {...say("free")} />
    </div>
  );
}
