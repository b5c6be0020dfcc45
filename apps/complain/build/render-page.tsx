import type { Pack } from "@temwen/mission-pack";
import { fill, type Language } from "@temwen/words";
import { renderToString } from "preact-render-to-string";
import { AboutScreen } from "./about.tsx";
import { addressOf } from "./address.ts";
import { ApiScreen } from "./api.tsx";
import { ComplainScreens } from "./complain.tsx";
import { HelpScreen } from "./help.tsx";
import { HomeScreen } from "./home.tsx";
import { LogScreen } from "./log.tsx";
import { PlainScreen, SentScreen } from "./plain.tsx";
import { ReferralScreen } from "./referral.tsx";
import { ReplyScreens } from "./reply.tsx";
import { createSay, type PageKey, type PageWords } from "./said.tsx";
import { Shell } from "./shell.tsx";
import { StatusScreen } from "./status.tsx";
import { VerifyScreen } from "./verify.tsx";

const screensOf = {
  home: HomeScreen,
  help: HelpScreen,
  about: AboutScreen,
  complain: ComplainScreens,
  reply: ReplyScreens,
  plain: PlainScreen,
  sent: SentScreen,
  status: StatusScreen,
  referral: ReferralScreen,
  log: LogScreen,
  verify: VerifyScreen,
  api: ApiScreen,
};

type Drawing = {
  readonly page: keyof typeof screensOf;
  readonly language: Language;
  readonly words: PageWords;
  readonly pack: Pack;
};

/** A page's body in one language, and which sentences stand in it. */
export function renderPage({ page, language, words, pack }: Drawing): {
  readonly body: string;
  readonly said: readonly string[];
} {
  const said = new Set<string>(["title"]);
  const say = createSay(words, said);
  const tell = (key: PageKey, values = {}) => fill(say(key).children, values);
  const Screens = screensOf[page];
  const body = renderToString(
    <Shell say={say} language={language} address={page === "home" ? "" : addressOf(page, "ht")}>
      <Screens say={say} tell={tell} language={language} pack={pack} />
    </Shell>,
  );
  return { body, said: [...said] };
}
