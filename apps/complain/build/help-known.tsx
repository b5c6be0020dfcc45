import { type Known, noSource } from "@temwen/mission-pack";
import { Icon, type IconName } from "@temwen/ui";
import { fill, type Language, languageFacts, monthText } from "@temwen/words";
import type { ComponentChildren } from "preact";
import type { HelpPart } from "./front.ts";

type KnownLineProps = Pick<HelpPart, "tell" | "language"> & {
  readonly known: Known;
  readonly children?: ComponentChildren;
};

/** How sure we are, by which source and since when: in words and a shape, under every fact of the page. */
export function KnownLine({ known: { basis, source, asOf, dated }, tell, language, children }: KnownLineProps) {
  const icons: Readonly<Record<Known["basis"], IconName>> = {
    found: "check",
    memory: "alarm",
    "platform-default": "alarm",
  };
  return (
    <p class={`known hint ${basis}`}>
      <Icon name={icons[basis]} />
      <span>
        <b>{tell(basis)}.</b> {source === noSource ? tell("noSource") : tell("source", { source })}{" "}
        {tell(dated === "source" ? "asOfSource" : "asOfWritten", { date: dateWords(asOf, language) })} {children}
      </span>
    </p>
  );
}

/** `2024-12-11` as people say it; a month or a year alone stays one. */
export function dateWords(date: string, language: Language): string {
  const [year = "", month, day] = date.split("-");
  const { months, dates } = languageFacts[language];
  if (month === undefined) return year;
  if (day === undefined) return monthText(languageFacts[language], year, Number(month)) ?? date;
  return fill(dates.day, { day: Number(day), month: months[Number(month) - 1] ?? month, year });
}
