import { Icon } from "@temwen/ui";
import { type Language, languageFacts, languages } from "@temwen/words";
import type { ComponentChildren } from "preact";
import type { Say } from "./said.tsx";

type ShellProps = {
  readonly say: Say;
  readonly language: Language;
  /** `/complain`, `/reply`, or nothing for the first page. */
  readonly address: string;
  readonly children: ComponentChildren;
};

/** What stands around every screen: leave quickly and the languages above, the honest line about the translation below. */
export function Shell({ say, language, address, children }: ShellProps) {
  return (
    <>
      <header class="top">
        <nav aria-labelledby="languages">
          <span class="aloud" id="languages" {...say("languages")} />
          {languages.map((code) => (
            <a
              key={code}
              href={code === "ht" ? address || "/" : `${address}/${code}`}
              lang={code}
              hreflang={code}
              data-language={code}
              aria-current={code === language ? "true" : undefined}
            >
              {languageFacts[code].name}
            </a>
          ))}
        </nav>
        <a class="button alarm" id="leave" href="about:blank" rel="noreferrer">
          <Icon name="leave" />
          <span {...say("leave")} />
        </a>
      </header>
      {/* The server uncovers it where the office is a demonstration. */}
      <p class="notice alarm" id="demo" hidden>
        <span {...say("demo")} />
      </p>
      <p class="notice" id="language-stays" role="status" hidden>
        <span {...say("languageStays")} />
      </p>
      <main id="main">{children}</main>
      <footer class="hint" id="unreviewed" hidden={languageFacts[language].reviewed} {...say("unreviewed")} />
    </>
  );
}

/** Without script nothing can be locked, and then nothing is taken: said first, and said plainly. `instead` is the other page. */
export function WithoutScript({ say, instead }: { readonly say: Say; readonly instead: string }) {
  return (
    <noscript>
      <div class="stack">
        <div class="notice alarm">
          <Icon name="alarm" />
          <p {...say("noScript")} />
          <p {...say("noScriptStop")} />
          <p>
            <a href="/">
              <span {...say("firstPage")} />
            </a>
          </p>
        </div>
        {/* Labelled, and chosen: nobody's words come in readable without their knowing. */}
        <div class="notice">
          <Icon name="open" />
          <p>
            <a href={instead}>
              <span {...say("noScriptOther")} />
            </a>
          </p>
        </div>
      </div>
    </noscript>
  );
}

/** What stands there until the script runs, and stays where the browser is too old for it. */
export function UntilScriptRuns({ say }: { readonly say: Say }) {
  return <p class="hint loading" id="loading" {...say("loading")} />;
}
