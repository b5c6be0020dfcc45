import { Icon, type IconName } from "@temwen/ui";
import type { Language } from "@temwen/words";
import { addressOf } from "./address.ts";
import type { PageKey, Say } from "./said.tsx";

/** `/`: what this is, and its three doors. Whole without script. */
export function HomeScreen({ say, language }: { readonly say: Say; readonly language: Language }) {
  const door = (name: "help" | "complain" | "reply", icon: IconName, head: PageKey, ...lines: readonly PageKey[]) => (
    <a class="door" href={addressOf(name, language)}>
      <Icon name={icon} />
      <span>
        <b {...say(head)} />
        {lines.map((line) => (
          <span key={line} {...say(line)} />
        ))}
      </span>
    </a>
  );
  return (
    <div class="stack">
      <h1 {...say("title")} />
      <p class="lead" {...say("lead")} />
      <nav class="doors">
        {door("help", "care", "help", "helpHint")}
        {door("complain", "lock", "tell", "tellHint", "notCourt")}
        {door("reply", "message", "read", "readHint")}
      </nav>
      <p {...say("free")} />
      <p>
        <a class="onward" href={addressOf("about", language)} {...say("about")} />
      </p>
    </div>
  );
}
