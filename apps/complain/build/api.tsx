import type { Language } from "@temwen/words";
import { addressOf } from "./address.ts";
import type { Say } from "./said.tsx";

/**
 * `/api`: the OpenAPI document for people, without script. The server fills in its own document; names and sentences of
 * programs are English in every language.
 */
export function ApiScreen({ say, language }: { readonly say: Say; readonly language: Language }) {
  return (
    <div class="parts">
      <div class="stack">
        <h1 {...say("title")} />
        <p class="lead" {...say("lead")} />
        <p lang="en">{"{{about}}"}</p>
        <p>
          <a class="onward" href="/api/openapi.json" {...say("document")} />
        </p>
      </div>
      <div class="operations">
        <template data-each="operation">
          <section class="stack" lang="en">
            <h2>
              <code>
                {"{{method}} "}
                <b>{"{{path}}"}</b>
              </code>
            </h2>
            <p>{"{{summary}}"}</p>
            <p class="hint" lang={language} data-show="session" hidden {...say("session")} />
            <p class="hint" data-show="sends" hidden>
              <b lang={language} {...say("sends")} />: <code>{"{{body}}"}</code>
            </p>
            <p class="hint" data-show="refuses" hidden>
              <b lang={language} {...say("refusals")} />: <code>{"{{refusals}}"}</code>
            </p>
          </section>
        </template>
      </div>
      <nav class="jumps">
        <a href={addressOf("home", language)} {...say("firstPage")} />
      </nav>
    </div>
  );
}
