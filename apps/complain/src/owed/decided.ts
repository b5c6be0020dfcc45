import type { CaseFact } from "@temwen/casework/person";
import { publishedIn } from "@temwen/casework/sections";
import { type Digest, utf8 } from "@temwen/vocabulary";
import { digestOfBytes } from "@temwen/vocabulary/sha256";
import { button, buttons, facts, heading } from "../acts/draw.ts";
import type { Flow } from "../acts/flow.ts";
import type { Room } from "../acts/room.ts";
import { create } from "../page/dom.ts";
import { languageInUse } from "../page/words.ts";
import { dayOf } from "./days.ts";
import { factsIn } from "./facts-in.ts";
import { sayOwed, sayWord } from "./say.ts";

type Fact<T extends CaseFact["type"]> = Extract<CaseFact, { readonly type: T }>;
type Delivery = Fact<"case.delivery-recorded/1" | "case.delivery-recorded/2" | "case.delivery-recorded/3">;
const isDelivery = (fact: CaseFact): fact is Delivery => fact.type.startsWith("case.delivery-recorded/");

/** Everything that was decided on the case, in words and in its order. Reading signs nothing. */
export function openDecided(room: Room, flow: Flow): void {
  flow.go(() => [
    heading(sayOwed("decided")),
    ...factsIn(room).flatMap((fact) => drawDecision(fact, room)),
    buttons(button("act-back", sayOwed("toMessages"), flow.back, "primary")),
  ]);
}

function drawDecision(fact: CaseFact, room: Room): readonly Node[] {
  switch (fact.type) {
    case "case.not-admitted/1":
      return [create("h2", sayOwed("notAdmitted")), create("p", sayWord("reason", fact.reason)), more()];
    case "case.found/1":
      return [
        create("h2", sayOwed("found")),
        ...fact.findings.flatMap(drawFinding),
        // The panel found otherwise than was recommended.
        ...(fact.published.length > 0 ? [facts([[sayOwed("reason"), reasonOf(fact, room)]])] : []),
        create("p", sayOwed("notConviction"), "hint"),
        more(),
      ];
    case "case.ruled/1":
      return [create("h2", sayOwed("ruled")), ...fact.measures.flatMap((one) => drawMeasure(one, room)), more()];
    case "case.closed/1":
      return [create("h2", sayOwed("closed")), create("p", sayWord("outcome", fact.outcome)), more()];
    case "case.review-decided/1":
      return [create("h2", sayOwed("closed")), create("p", sayWord("outcome", fact.outcome)), more()];
    default:
      // The other steps are told in the list of messages.
      return [];
  }
}

const more = (): HTMLElement => create("p", sayOwed("words"), "hint");

function drawFinding({
  allegation,
  happened,
  answers,
  why,
}: Fact<"case.found/1">["findings"][number]): readonly Node[] {
  const said = [sayWord("happened", happened)];
  // Who answers for it is no question where it is not established that it happened.
  if (happened === "established") said.push(sayWord("answers", answers));
  if (why !== "none") said.push(sayWord("why", why));
  return [create("h3", sayOwed("point", { n: allegation })), ...said.map((sentence) => create("p", sentence))];
}

function drawMeasure(
  { number, form, bearer, due }: Fact<"case.ruled/1">["measures"][number],
  room: Room,
): readonly Node[] {
  // A later record takes the place of an earlier one.
  const delivered = factsIn(room)
    .filter(isDelivery)
    .filter(({ measure }) => measure === number)
    .pop();
  const state = delivered
    ? sayWord("delivered", delivered.delivered).replace("{who}", sayWord("who", delivered.decidedBy))
    : sayOwed("delivered-open");
  return [
    create("h3", sayWord("form", form)),
    facts([
      [sayOwed("whoBy"), sayBearer(bearer, room)],
      [sayOwed("dueBy"), dayOf(due)],
      [sayOwed("state"), state],
      ...(isUndone(delivered) ? [[sayOwed("reason"), reasonOf(delivered, room)] as const] : []),
    ]),
  ];
}

function sayBearer(bearer: string, { office }: Room): string {
  const [, id] = bearer.split(":");
  if (id === undefined) return sayWord("bearer", bearer);
  const names: Readonly<Record<string, string>> = office.directory.forces.find((force) => force.id === id)?.names ?? {};
  return sayOwed("bearer-state", { force: names[languageInUse()] ?? names.en ?? id });
}

/** What others did not do, or did in part, has a published reason; of a part it may have none, where it was recorded before. */
const isUndone = (delivery: Delivery | undefined): delivery is Delivery =>
  delivery?.delivered === "refused" || (delivery?.delivered === "partly" && delivery.published.length > 0);

/** The reason that is published stands in the record by its digest: the person reads it where the office sent them these very words. */
function reasonOf({ published }: { readonly published: readonly Digest[] }, { entries }: Room): string {
  const sent = entries().flatMap((entry) => (entry.kind === "office" ? [entry.text, ...publishedIn(entry.text)] : []));
  return sent.find((text) => published.includes(digestOfBytes(utf8(text)))) ?? sayOwed("reasonMissing");
}
