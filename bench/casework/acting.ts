import type { Keeper } from "@temwen/desk";
import type { CaseId } from "@temwen/vocabulary";
import { makeOffice, type ServedOffice, serveOffice } from "../intake/office.ts";
import { round, spell } from "../numbers.ts";
import type { BenchContext, Part, PartReport } from "../report.ts";
import { act, fileReal, findDesk, offer, openDesks } from "./at-the-desk.ts";

/** Orders from a desk: decided again, signatures checked, appended. */
export const acting: Part = { name: "acting", run: measureActing };

const senders = [1, 8] as const;

type Prepared = { readonly caseId: CaseId; readonly address: string; readonly init: RequestInit };

async function measureActing(context: BenchContext): Promise<PartReport> {
  const cases = context.quick ? 16 : 128;
  const office = await serveOffice(await makeOffice(context), context);
  const line = createHoldingLine();
  const desks = await openDesks(office, { fetch: line.fetch });
  context.say(`filing and acknowledging ${cases} complaints`);
  const readers: { readonly caseId: CaseId; readonly desk: Keeper }[] = [];
  for (let n = 0; n < cases; n++) {
    const caseId = await fileReal(office);
    const desk = await findDesk(desks, caseId);
    await act(desk, caseId, { act: "acknowledge", text: "Nou resevwa pawòl ou." });
    readers.push({ caseId, desk });
  }
  const measured = [];
  for (const count of senders) {
    context.say(`signing ${cases} acts at the desk, and sending them from ${count}`);
    const begun = performance.now();
    const prepared: Prepared[] = [];
    for (const { caseId, desk } of readers)
      prepared.push({ caseId, ...(await line.hold(() => desk.act(caseId, offer))) });
    const deskSeconds = (performance.now() - begun) / 1000;
    const seconds = await sendAll(prepared, count);
    measured.push({ senders: count, perSecond: round(cases / seconds), deskPerSecond: round(cases / deskSeconds) });
  }
  const lost = await countLost(office, cases, senders.length);
  return {
    tables: [
      {
        title: `${cases} acts on as many cases, each signed at a desk and decided again by the server`,
        head: ["senders", "decided, checked, appended a second", "read, decided, signed at one desk a second"],
        rows: measured.map((one) => [String(one.senders), spell(one.perSecond), spell(one.deskPerSecond)]),
        notes: ["An act that seals nothing; a desk reads and checks the whole case before it signs."],
      },
    ],
    verdicts: [
      { what: "acts that were acknowledged and are not in the record", measured: lost, sense: "at most", bound: 0 },
    ],
    figures: { acting: measured, postgres: office.postgres },
    isBroken: lost > 0,
  };
}

/** A line that can keep the next act from leaving, and give it to whoever sends it later. */
function createHoldingLine() {
  let held: Omit<Prepared, "caseId"> | undefined;
  let isHolding = false;
  return {
    fetch: ((input, init) => {
      if (!isHolding || !String(input).endsWith("/acts")) return fetch(input, init);
      held = { address: String(input), init: init ?? {} };
      return Promise.resolve(Response.json({ code: "held" }, { status: 422 }));
    }) satisfies typeof fetch,
    hold: async (prepare: () => Promise<unknown>): Promise<Omit<Prepared, "caseId">> => {
      isHolding = true;
      held = undefined;
      await prepare();
      isHolding = false;
      if (!held) throw new Error("the desk sent no act");
      return held;
    },
  };
}

/** Seconds until all were acknowledged. */
async function sendAll(prepared: readonly Prepared[], count: number): Promise<number> {
  const waiting = [...prepared];
  const begun = performance.now();
  const send = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const answer = await fetch(one.address, { ...one.init, signal: AbortSignal.timeout(60_000) });
      if (!answer.ok) throw new Error(`an act was refused: ${await answer.text()}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: count }, send));
  return (performance.now() - begun) / 1000;
}

async function countLost({ database }: ServedOffice, cases: number, rounds: number): Promise<number> {
  const { rows } = await database.query<{ offers: number }>(
    "select count(*)::int as offers from event where type = 'case.support-offered/1'",
  );
  return cases * rounds - (rows[0]?.offers ?? 0);
}
