import * as ui from "@temwen/ui";
import { type Language, languageFacts, languages } from "@temwen/words";
import { options, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import {
  buttonSpecimens,
  choiceSpecimens,
  choicesSpecimens,
  confirmSpecimens,
  fieldErrorSpecimens,
  fieldSpecimens,
  longFieldSpecimens,
  selectSpecimens,
} from "./controls.tsx";
import {
  clockBadgeSpecimens,
  digitsSpecimens,
  doingSpecimens,
  emptyStateSpecimens,
  factsSpecimens,
  iconSpecimens,
  noticeSpecimens,
  stepsSpecimens,
  tableSpecimens,
  timelineSpecimens,
} from "./records.tsx";
import type { Draw, Specimens } from "./specimen.ts";
import { type SpecimenWords, specimenWords } from "./specimen-words.ts";

/** Every component that packages/ui exports has its states here; a new one does not compile without. */
const specimens: Readonly<Record<keyof typeof ui, Specimens>> = {
  Button: buttonSpecimens,
  Field: fieldSpecimens,
  LongField: longFieldSpecimens,
  Select: selectSpecimens,
  Choices: choicesSpecimens,
  Choice: choiceSpecimens,
  FieldError: fieldErrorSpecimens,
  Confirm: confirmSpecimens,
  Notice: noticeSpecimens,
  Doing: doingSpecimens,
  Steps: stepsSpecimens,
  Digits: digitsSpecimens,
  EmptyState: emptyStateSpecimens,
  ClockBadge: clockBadgeSpecimens,
  Timeline: timelineSpecimens,
  Facts: factsSpecimens,
  Table: tableSpecimens,
  Icon: iconSpecimens,
};

const components: ReadonlyMap<string, unknown> = new Map(Object.entries(ui));
const title = "Temwen: components";

/** The page's body in one language, and the components that their own section really drew. */
export function drawPage(language: Language): {
  readonly title: string;
  readonly body: string;
  readonly drawn: readonly string[];
} {
  const words = specimenWords(language);
  const sections = (Object.keys(specimens) as (keyof typeof ui)[]).map((name) => ({
    name,
    ...watchDrawing(() => renderToString(<Section name={name} states={specimens[name]} words={words} />)),
  }));
  return {
    title,
    body: renderToString(<Page language={language} sections={sections.map(({ html }) => html).join("\n")} />),
    drawn: sections.filter(({ name, used }) => used.has(components.get(name))).map(({ name }) => name),
  };
}

/** What is drawn, and with which components: a section's name alone proves nothing. */
function watchDrawing(draw: () => string): { readonly html: string; readonly used: ReadonlySet<unknown> } {
  const used = new Set<unknown>();
  const before = options.vnode;
  options.vnode = (vnode: VNode) => {
    used.add(vnode.type);
    before?.(vnode);
  };
  try {
    return { html: draw(), used };
  } finally {
    if (before) options.vnode = before;
    else delete options.vnode;
  }
}

function Page({ language, sections }: { readonly language: Language; readonly sections: string }) {
  return (
    <div class="page">
      <header>
        <h1 lang="en">{title}</h1>
        <nav class="languages">
          {languages.map((code) => (
            <a key={code} href={`${code}.html`} lang={code} aria-current={code === language ? "page" : undefined}>
              {languageFacts[code].name}
            </a>
          ))}
        </nav>
      </header>
      <main dangerouslySetInnerHTML={{ __html: sections }} />
    </div>
  );
}

type SectionProps = { readonly name: string; readonly states: Specimens; readonly words: SpecimenWords };

function Section({ name, states, words }: SectionProps) {
  return (
    <section class="component" data-component={name} aria-labelledby={name}>
      <h2 id={name} lang="en">
        {name}
      </h2>
      <div class="modes">
        {["light", "dark"].map((mode) => (
          <div key={mode} class={`mode ${mode}`}>
            {Object.entries(states).map(([state, draw], at) => (
              <Specimen key={state} id={`${mode}-${name}-${at}`} state={state} draw={draw} words={words} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

type SpecimenProps = {
  readonly id: string;
  readonly state: string;
  readonly draw: Draw;
  readonly words: SpecimenWords;
};

function Specimen({ id, state, draw, words }: SpecimenProps) {
  return (
    <div class="specimen" data-state={state}>
      <p class="state" lang="en">
        {state}
      </p>
      {draw({ id, words })}
    </div>
  );
}
