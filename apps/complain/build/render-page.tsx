import type { Language } from "@temwen/words";
import { renderToString } from "preact-render-to-string";
import { ComplainScreens } from "./complain.tsx";
import { HomeScreen } from "./home.tsx";
import { ReplyScreens } from "./reply.tsx";
import { createSay, type PageWords } from "./said.tsx";
import { Shell } from "./shell.tsx";

/** A page's body in one language, and which sentences stand in it. */
export function renderPage(
  page: "home" | "complain" | "reply",
  language: Language,
  words: PageWords,
): { readonly body: string; readonly said: readonly string[] } {
  const said = new Set<string>(["title"]);
  const say = createSay(words, said);
  const Screens = { home: HomeScreen, complain: ComplainScreens, reply: ReplyScreens }[page];
  const body = renderToString(
    <Shell say={say} language={language} address={page === "home" ? "" : `/${page}`}>
      <Screens say={say} language={language} />
    </Shell>,
  );
  return { body, said: [...said] };
}
