import { Button, Icon } from "@temwen/ui";
import { type Language, languageFacts, languages } from "@temwen/words";
import type { ComponentChildren } from "preact";
import type { Say } from "./said.tsx";

type ShellProps = {
  readonly say: Say;
  readonly language: Language;
  /** `/complain` or `/reply`. */
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
              href={code === "ht" ? address : `${address}/${code}`}
              lang={code}
              hreflang={code}
              data-language={code}
              aria-current={code === language ? "true" : undefined}
            >
              {languageFacts[code].name}
            </a>
          ))}
        </nav>
        <Button look="alarm" id="leave" icon="leave">
          <span {...say("leave")} />
        </Button>
      </header>
      <p class="notice" id="language-stays" role="status" hidden>
        <span {...say("languageStays")} />
      </p>
      <main id="main">{children}</main>
      <footer class="hint" id="unreviewed" hidden={languageFacts[language].reviewed} {...say("unreviewed")} />
    </>
  );
}

/** What stands there until the script runs, and what stays where it cannot. */
export function UntilScriptRuns({ say }: { readonly say: Say }) {
  return (
    <>
      <p class="hint loading" id="loading" {...say("loading")} />
      <noscript>
        <div class="notice alarm">
          <Icon name="alarm" />
          <p {...say("noScript")} />
          <p {...say("noScriptStop")} />
          <p>
            <a href="/" {...say("firstPage")} />
          </p>
        </div>
      </noscript>
    </>
  );
}
