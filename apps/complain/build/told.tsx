import { Icon, type IconName } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import type { PageKey, Say } from "./said.tsx";

type Part = { readonly say: Say };
type Point = Part & { readonly icon: IconName; readonly head: PageKey; readonly lines: readonly PageKey[] };

/** What everybody is told before they say anything, with script and without: who reads it, how far it goes, what comes after. */
export function Told({ say, children }: Part & { readonly children?: ComponentChildren }) {
  return (
    <div class="about">
      <ToldPoint say={say} icon="people" head="readerHead" lines={["reader"]} />
      <ToldPoint say={say} icon="shield" head="limitsHead" lines={["limits", "limitsExcept"]} />
      <ToldPoint say={say} icon="clock" head="afterHead" lines={["afterReceipt", "afterDays"]} />
      {children}
    </div>
  );
}

export function ToldPoint({ say, icon, head, lines }: Point) {
  return (
    <section>
      <Icon name={icon} />
      <h2 {...say(head)} />
      {lines.map((line) => (
        <p key={line} {...say(line)} />
      ))}
    </section>
  );
}

/** What the person may allow, from least to most: the value that is sealed, its name, and what it means. */
export const wishes = [
  ["help-only", "wishHelp", "wishHelpNote"],
  ["keep-words", "wishKeep", "wishKeepNote"],
  ["investigate-without-me", "wishWithout", "wishWithoutNote"],
  ["investigate-with-me", "wishWith", "wishWithNote"],
  ["court", "wishCourt", "wishCourtNote"],
] as const;
