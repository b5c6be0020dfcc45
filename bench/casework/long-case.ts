import { makeOffice, serveOffice } from "../intake/office.ts";
import { median, quantile, round, spell } from "../numbers.ts";
import type { BenchContext, Part, PartReport } from "../report.ts";
import { act, fileReal, findDesk, offer, openDesks } from "./at-the-desk.ts";

/** Opening a case with many events at the desk: fetched, every signature and step judged, what is sealed opened. */
export const longCase: Part = { name: "long-case", run: measureLongCase };

const extents = {
  full: { lengths: [5, 50, 500], messages: 20, openings: 15 },
  quick: { lengths: [5, 40], messages: 4, openings: 5 },
};

async function measureLongCase(context: BenchContext): Promise<PartReport> {
  const extent = context.quick ? extents.quick : extents.full;
  const office = await serveOffice(await makeOffice(context), context);
  const caseId = await fileReal(office);
  const desk = await findDesk(await openDesks(office), caseId);
  await act(desk, caseId, { act: "acknowledge", text: "Nou resevwa pawòl ou." });
  const readLength = async (): Promise<number> => {
    const seen = await desk.readCase(caseId);
    if (!seen.ok) throw new Error(`the case was not shown: ${seen.refusal.code}`);
    if (seen.value.alarms.length > 0) throw new Error("the case does not hold together");
    return seen.value.timeline.length;
  };
  const measured = [];
  let length = await readLength();
  for (const aim of extent.lengths) {
    context.say(`a case of ${aim} events`);
    const each = Math.ceil(aim / extent.messages);
    for (; length < aim; length++) {
      await act(desk, caseId, length % each === 0 ? { act: "reply", text: "N ap kontinye." } : offer);
    }
    const millis: number[] = [];
    for (let n = 0; n < extent.openings; n++) {
      const begun = performance.now();
      await readLength();
      millis.push(performance.now() - begun);
    }
    measured.push({ events: aim, median: round(median(millis)), p95: round(quantile(millis, 0.95)) });
  }
  return {
    tables: [
      {
        title: "Opening a case at the desk, milliseconds",
        head: ["events", "median", "p95"],
        rows: measured.map(({ events, ...one }) => [String(events), spell(one.median), spell(one.p95)]),
        notes: [`Of them ${extent.messages} or so are messages, each opened; each signature and step is judged again.`],
      },
    ],
    verdicts: [],
    figures: { longCase: measured, postgres: office.postgres },
  };
}
