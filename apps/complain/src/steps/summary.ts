import type { Result } from "@temwen/vocabulary";
import { create } from "../page/dom.ts";
import { hourOf } from "./draw-marks.ts";
import type { Found } from "./judge-steps.ts";
import type { LogTrouble } from "./open-log.ts";
import { sayStep } from "./say.ts";

/** What was found of all steps together: loud, with what to do, when one is not where it should be. */
export function drawSummary(found: Result<Found, LogTrouble>): readonly HTMLElement[] {
  if (!found.ok) {
    const { code } = found.refusal;
    return code === "log-none" || code === "log-wrong" ? [alarm(sayStep(code))] : [quiet(sayStep(code))];
  }
  const { seen, marks } = found.value;
  const all = [...marks.values()];
  const many = (mark: string): number => all.filter((one) => one.mark === mark).length;
  const wrong = many("missing") + many("another");
  if (wrong > 0) return [alarm(sayStep("someMissing", { n: wrong, all: all.length }))];
  const lines = [sayStep("allIn", { n: many("included"), all: all.length })];
  if (many("waits") > 0) lines.push(sayStep("someWait", { n: many("waits") }));
  if (many("included") > 0) {
    lines.push(
      seen.seenAt && seen.witnesses.length > 0
        ? sayStep("witnesses", { names: seen.witnesses.join(", "), hour: hourOf(seen.seenAt) })
        : sayStep("witnessNone"),
      sayStep("saveHint"),
    );
  }
  return [quiet(...lines)];
}

function quiet(...lines: readonly string[]): HTMLElement {
  const place = create("div");
  place.setAttribute("role", "status");
  place.append(...lines.map((line) => create("p", line, "hint")));
  return place;
}

/** What is wrong, and what a person can do who can only read this page. */
function alarm(wrong: string): HTMLElement {
  const place = create("div", "", "notice alarm");
  place.setAttribute("role", "alert");
  const how = create("a", sayStep("how")) as HTMLAnchorElement;
  const { lang } = document.documentElement;
  how.href = lang === "ht" ? "/verify" : `/verify/${lang}`;
  place.append(create("p", wrong, "error"), create("p", sayStep("keep")), create("p", sayStep("askPartner")), how);
  return place;
}
