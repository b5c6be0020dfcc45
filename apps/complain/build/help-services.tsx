import { type Need, needs, needsMet, type Service, servicesIn } from "@temwen/mission-pack";
import { Icon, type IconName } from "@temwen/ui";
import type { Language } from "@temwen/words";
import { nameIn } from "@temwen/words/names";
import type { HelpPart } from "./front.ts";
import { KnownLine } from "./help-known.tsx";

/** The departments as tiles, roughly where they lie. Each leads to its services further down. */
export function Tiles({ tell, language, pack }: HelpPart) {
  return (
    <nav class="stack" id="where" aria-labelledby="where-head">
      <h2 id="where-head">{tell("whereHead")}</h2>
      <p class="hint">{tell("whereHint")}</p>
      <ul class="tiles">
        {pack.departments.map(({ id, names, tile }) => (
          <li key={id} class={`column-${tile.column} row-${tile.row}`}>
            <a href={`#${id}`}>
              <b>{breakable(nameIn(names, language))}</b>
              <Count tell={tell} services={servicesIn(pack.services, id)} />
            </a>
          </li>
        ))}
      </ul>
      <a class="tile" href="#country">
        <b>{tell("country")}</b>
        <Count tell={tell} services={countryWide(pack.services)} />
      </a>
    </nav>
  );
}

/** The bare number for the eye, beside the sentence that explains it; the whole of it for the ear. */
function Count({ tell, services }: Pick<HelpPart, "tell"> & { readonly services: readonly Service[] }) {
  return (
    <>
      <span aria-hidden="true">{services.length}</span>
      <span class="aloud">{tell("count", { n: services.length })}</span>
    </>
  );
}

const needIcons: Readonly<Record<Need, IconName>> = {
  medical: "care",
  listen: "message",
  shelter: "shelter",
  legal: "case",
  child: "people",
  tell: "pen",
};

/** The same services by need: a name, and the departments that lead to it. */
export function Needs({ tell, language, pack }: HelpPart) {
  return (
    <section class="stack" id="needs">
      <h2>{tell("needHead")}</h2>
      <div>
        {needs.map((need) => (
          <details key={need}>
            <summary>
              <Icon name={needIcons[need]} />
              <span>{tell(need)}</span>
            </summary>
            <ul>
              {pack.services
                .filter((service) => needsMet(service).includes(need))
                .map((service) => (
                  <li key={service.id}>
                    <b>{service.names.short}</b>
                    {service.where === "country" ? (
                      <a href="#country">{tell("country")}</a>
                    ) : (
                      service.where.map(({ department }) => (
                        <a key={department} href={`#${department}`}>
                          {departmentName(pack.departments, department, language)}
                        </a>
                      ))
                    )}
                  </li>
                ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}

/** Each department with what is known there; on a screen only the one that was asked for. */
export function Departments(part: HelpPart) {
  const { tell, language, pack } = part;
  return (
    <>
      {pack.departments.map(({ id, names }) => {
        const services = servicesIn(pack.services, id);
        return (
          <section key={id} class="department" id={id}>
            <h3>{nameIn(names, language)}</h3>
            {services.length === 0 && <p>{tell("noneHere")}</p>}
            <List {...part} services={services} department={id} />
            <p>
              <a class="onward" href="#country">
                {tell("seeCountry")}
              </a>
            </p>
          </section>
        );
      })}
    </>
  );
}

/** What is known for no department in particular. */
export function Country(part: HelpPart) {
  return (
    <section class="country" id="country">
      <h3>{part.tell("country")}</h3>
      <List {...part} services={countryWide(part.pack.services)} />
    </section>
  );
}

type ListProps = HelpPart & { readonly services: readonly Service[]; readonly department?: string };

function List({ tell, language, services, department }: ListProps) {
  return (
    <ul class="services">
      {services.map((service) => (
        <li key={service.id} data-service={service.id}>
          <h4>{service.names.short}</h4>
          {service.names.full !== undefined && <p class="hint">{service.names.full}</p>}
          <p class="offers">{service.offers.map((offer) => tell(offer)).join(" · ")}</p>
          <Town service={service} department={department} />
          <NumberLine service={service} tell={tell} />
          {service.offers.includes("un-line") && <p>{tell("un-caution")}</p>}
          <KnownLine known={service} tell={tell} language={language}>
            {tell(service.activity)}
          </KnownLine>
        </li>
      ))}
    </ul>
  );
}

function Town({ service, department }: { readonly service: Service; readonly department: string | undefined }) {
  if (service.where === "country") return null;
  const town = service.where.find((place) => place.department === department)?.town;
  return town === undefined ? null : <p>{town}</p>;
}

/** A number only where it was published; everywhere else the page says that it has none. */
function NumberLine({ service: { line }, tell }: Pick<HelpPart, "tell"> & { readonly service: Service }) {
  if (!line) return <p>{tell("noNumber")}</p>;
  return (
    <>
      <p class="line">
        <a href={`tel:${line.number.replaceAll(" ", "")}`}>{tell("number", { number: line.number })}</a>
      </p>
      {line.hours.map(({ days, from, to }) => (
        <p key={days}>{tell(days, { from, to })}</p>
      ))}
    </>
  );
}

/** On a narrow tile Grand’Anse breaks behind its apostrophe, not inside a word. */
const breakable = (name: string): string => name.replace("'", "’\u200b");

const countryWide = (services: readonly Service[]): readonly Service[] =>
  services.filter(({ where }) => where === "country");

function departmentName(departments: HelpPart["pack"]["departments"], id: string, language: Language): string {
  const found = departments.find((department) => department.id === id);
  return found ? nameIn(found.names, language) : id;
}
