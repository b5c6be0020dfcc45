import { Button } from "@temwen/ui";
import type { HelpPart } from "./front.ts";
import { KnownLine } from "./help-known.tsx";

/** What care works within how many hours: a plain table, and where script runs, the hours that are left. */
export function CareHours({ tell, language, pack }: HelpPart) {
  return (
    <section class="stack" id="care">
      <h2>{tell("careHead")}</h2>
      <p>{tell("careSoon")}</p>
      <table class="ruled-table">
        <caption class="aloud">{tell("careCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{tell("careKind")}</th>
            <th scope="col">{tell("careWithin")}</th>
          </tr>
        </thead>
        <tbody>
          {pack.care.map((care) => (
            <tr key={care.id}>
              <th scope="row">
                {tell(care.id)}
                <KnownLine known={care} tell={tell} language={language} />
              </th>
              <td>
                {tell("hours", { n: care.hours })}
                <span class="hint">{tell("days", { n: care.hours / 24 })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <HoursLeft tell={tell} care={pack.care} />
      <p>{tell("careLate")}</p>
      <p class="hint">{tell("careDoctor")}</p>
      <p>
        <a class="onward" href="#needs">
          {tell("careWhere")}
        </a>
      </p>
    </section>
  );
}

/** Hidden until the script runs. It is no form: there is nothing to send, and nowhere to. */
function HoursLeft({ tell, care }: Pick<HelpPart, "tell"> & { readonly care: HelpPart["pack"]["care"] }) {
  const days = ["day0", "day1", "day2", "day3", "day4", "day5", "day6"] as const;
  return (
    <div class="counting stack" id="counting" hidden>
      <h3>{tell("whenHead")}</h3>
      <p class="hint">{tell("whenHint")}</p>
      <div class="pair">
        <div class="field">
          <label for="day">{tell("whenDay")}</label>
          <select id="day" autocomplete="off">
            <option value="">{tell("choose")}</option>
            {days.map((day, ago) => (
              <option key={day} value={ago}>
                {tell(day)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="hour">{tell("whenHour")}</label>
          <select id="hour" autocomplete="off">
            <option value="">{tell("hourUnknown")}</option>
            {Array.from({ length: 24 }, (_, hour) => (
              <option key={hour} value={hour}>
                {hour}:00
              </option>
            ))}
          </select>
        </div>
      </div>
      <div class="stack" id="counted" hidden>
        <div role="status">
          <dl class="left">
            {care.map(({ id, hours, basis }) => (
              <div key={id}>
                <dt>
                  {tell(id)} {basis !== "found" && <b class="unsure">({tell(basis)})</b>}
                </dt>
                <dd data-hours={hours} />
              </div>
            ))}
          </dl>
        </div>
        <p class="hint" id="phone-time" />
      </div>
      <p class="error" id="not-yet" role="alert" hidden>
        {tell("notYet")}
      </p>
      <div class="acts" id="clearing" hidden>
        <Button id="clear">{tell("clear")}</Button>
      </div>
    </div>
  );
}
