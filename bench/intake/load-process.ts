// A process of its own that plays the clients: it makes complaints beforehand, and then does nothing but send them.

import { type HttpLine, openHttpLine } from "./http-line.ts";
import { deriveComplaint, type ModelParcel, type ReadyComplaint } from "./parcels.ts";

/** Orders come one at a time; each is answered before the next. */
export type LoadOrder =
  | { readonly order: "take-models"; readonly models: readonly ModelParcel[] }
  /** Forgets the complaints made before, and makes this many others. */
  | { readonly order: "make"; readonly count: number }
  /** Sends those made, from the first, until they or the seconds are used up. */
  | { readonly order: "send"; readonly url: string; readonly clients: number; readonly seconds: number };

export type LoadAnswer = {
  /** Case ids of what was answered with 200. */
  readonly acknowledged: readonly string[];
  readonly refused: { readonly [answer: string]: number };
  /** Lines that broke before they answered: nobody knows. */
  readonly unanswered: number;
  readonly seconds: number;
  /** Processor time that these clients took themselves. */
  readonly clientMillis: number;
  readonly millis: readonly number[];
};

const nothing: LoadAnswer = { acknowledged: [], refused: {}, unanswered: 0, seconds: 0, clientMillis: 0, millis: [] };
let models: readonly ModelParcel[] = [];
let complaints: readonly ReadyComplaint[] = [];

process.on("message", async (order: LoadOrder) => process.send?.(await obey(order)));
process.on("disconnect", () => process.exit());
// Ctrl-C reaches the whole group; who started this process ends it when the rest is in order.
process.on("SIGINT", () => undefined);

async function obey(order: LoadOrder): Promise<LoadAnswer> {
  switch (order.order) {
    case "take-models":
      models = order.models;
      return nothing;
    case "make":
      complaints = Array.from({ length: order.count }, (_, n) => deriveComplaint(pickModel(n)));
      return nothing;
    case "send":
      return send(order);
  }
}

function pickModel(n: number): ModelParcel {
  const model = models[n % models.length];
  if (!model) throw new Error("no models were given");
  return model;
}

async function send({ url, clients, seconds }: Extract<LoadOrder, { readonly order: "send" }>): Promise<LoadAnswer> {
  const lines = await Promise.all(Array.from({ length: clients }, () => openHttpLine(url)));
  const acknowledged: string[] = [];
  const refused: { [answer: string]: number } = {};
  const millis: number[] = [];
  let unanswered = 0;
  let next = 0;
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const deadline = begun + seconds * 1000;
  const play = async (line: HttpLine): Promise<void> => {
    for (let now = begun; now < deadline; now = performance.now()) {
      const complaint = complaints[next++];
      if (!complaint) return;
      const asked = performance.now();
      try {
        const { status, body } = await line.ask(complaint.start, complaint.rest);
        millis.push(performance.now() - asked);
        if (status === 200) acknowledged.push(complaint.caseId);
        else count(refused, `${status} ${body.toString("utf8", 0, 80)}`);
      } catch {
        unanswered++;
        return;
      }
    }
  };
  await Promise.all(lines.map(play));
  const taken = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  for (const line of lines) line.close();
  return { acknowledged, refused, unanswered, seconds: taken, clientMillis: (user + system) / 1000, millis };
}

function count(counts: { [name: string]: number }, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
