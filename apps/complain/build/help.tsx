import { Icon } from "@temwen/ui";
import { addressOf } from "./address.ts";
import type { HelpPart } from "./front.ts";
import { CareHours } from "./help-care.tsx";
import { Country, Departments, Needs, Tiles } from "./help-services.tsx";

/** `/help`: who may help, near by, for what; and what care works only in the first days. Whole without script. */
export function HelpScreen(part: HelpPart) {
  const { tell, language } = part;
  return (
    <div class="parts" id="top">
      <div class="stack">
        <h1>{tell("title")}</h1>
        <p class="lead">{tell("lead")}</p>
        <p>{tell("nothingSent")}</p>
        <nav class="jumps" aria-label={tell("onPage")}>
          <a href="#care">{tell("careHead")}</a>
          <a href="#where">{tell("whereHead")}</a>
          <a href="#needs">{tell("needHead")}</a>
        </nav>
      </div>
      <section class="notice alarm">
        <Icon name="alarm" />
        <h2>{tell("nowHead")}</h2>
        <p>{tell("nowPlace")}</p>
        <p>{tell("nowHurt")}</p>
        <p>{tell("nowNumber")}</p>
      </section>
      <CareHours {...part} />
      <div class="choosing">
        <Tiles {...part} />
        <Needs {...part} />
      </div>
      <section class="stack" id="services">
        <h2>{tell("servicesHead")}</h2>
        <p>{tell("notCalled")}</p>
        <Departments {...part} />
        <Country {...part} />
      </section>
      <nav class="jumps">
        <a href="#top">{tell("backUp")}</a>
        <a href={addressOf("home", language)}>{tell("firstPage")}</a>
        <a href={addressOf("complain", language)}>{tell("tellDoor")}</a>
        <a href={addressOf("about", language)}>{tell("aboutDoor")}</a>
      </nav>
    </div>
  );
}
