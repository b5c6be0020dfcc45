import { readFile } from "node:fs/promises";
import { openKeyFile } from "@temwen/desk";
import { type Pack, parsePack } from "@temwen/mission-pack";
import { sessionMessage } from "@temwen/office";
import { createNodeSigner } from "@temwen/office/signing-node";
import { openPostgresRecord } from "@temwen/record/postgres";
import { median, quantile, round, spell } from "../numbers.ts";
import type { BenchContext, Part, PartReport } from "../report.ts";
import { type HttpLine, openHttpLine } from "./http-line.ts";
import { fillRecord } from "./many-cases.ts";
import { type BenchPerson, makeOffice, type ServedOffice, serveOffice } from "./office.ts";
import { sealModels } from "./parcels.ts";

/** One page of the queue over HTTP, while the record grows. */
export const queue: Part = {
  name: "queue",
  run: (context) => measureQueue(context, context.quick ? extents.quick : extents.full),
};

/** A page among the most cases takes at most this much longer than among the fewest. */
const mostGrowth = 1.5;
const limit = 50;
/**
 * So many cases are filed through the record's own door; the rows of more are those of these again, under other numbers. That is all the
 * queue and the search read of a case, and a million filings would take longer than everything else here.
 */
const mostFiled = 100_000;

const extents = {
  full: { sizes: [10, 100, 10_000, 100_000], askings: 300, warmings: 300 },
  quick: { sizes: [10, 100, 2000], askings: 60, warmings: 60 },
};

/** How many cases the record holds in turn, and how often each question is asked. */
export type QueueExtent = { readonly sizes: readonly number[]; readonly askings: number; readonly warmings: number };

const pages = ["first page", "middle page", "one stage", "found by number"] as const;
type PageName = (typeof pages)[number];
type Question = { readonly path: string; readonly body: object };

type Measured = {
  readonly cases: number;
  readonly page: PageName;
  readonly rows: number;
  readonly median: number;
  readonly p95: number;
};

/** Fills a record to each of the sizes, and asks for pages of the queue and for cases by their number. */
export async function measureQueue(context: BenchContext, extent: QueueExtent): Promise<PartReport> {
  const office = await serveOffice(await makeOffice(context), context);
  const [parcel] = await sealModels(office.directory, 1);
  if (!parcel) throw new Error("one model was asked for");
  const source = { model: parcel.manifest.event, pack: await readPack() };
  const record = await openPostgresRecord({ config: office.connection });
  context.closing.use(record);
  const measured: Measured[] = [];
  let from = 0;
  for (const count of extent.sizes) {
    context.say(`filling the record: ${count} cases`);
    await fillRecord(record, { from, count: Math.min(count, mostFiled) }, source);
    if (count > mostFiled) await copyRows(office.database, count);
    from = count;
    // Left to itself the database would tidy up within a minute, in the middle of what is measured.
    await office.database.query("vacuum (analyze)");
    await office.database.query("checkpoint");
    measured.push(...(await measurePages(office, count, extent)));
  }
  return describe(measured, office.postgres);
}

/** Brings the queue to so many cases, a multiple of `mostFiled`: a number's signs behind its first are turned round by one, two, and so on. */
async function copyRows(database: ServedOffice["database"], count: number): Promise<void> {
  const copies = count / mostFiled - 1;
  if (!Number.isInteger(copies) || copies > 20) throw new Error(`${count} is no multiple of ${mostFiled}, or too many`);
  await database.query(
    `insert into case_summary (case_id, version, stage, received_at, due, clock_id, facts)
      select left(case_id, 5) || substr(case_id, 6 + turn) || substr(case_id, 6, turn),
        version, stage, received_at, due + turn * interval '1 second', clock_id, facts
      from case_summary, generate_series(1, $1::int) turn`,
    [copies],
  );
  await database.query("update stage_count set cases = cases * $1", [copies + 1]);
}

async function readPack(): Promise<Pack> {
  const place = new URL("../../packs/haiti/pack.json", import.meta.url);
  const pack = parsePack(JSON.parse(await readFile(place, "utf8")));
  if (!pack.ok) throw new Error(`the pack cannot be read: ${pack.refusal.code}`);
  return pack.value;
}

async function measurePages(office: ServedOffice, cases: number, extent: QueueExtent): Promise<readonly Measured[]> {
  const line = await openHttpLine(office.url);
  try {
    const token = await signIn(line, office);
    const ofQueue = (body: object): Question => ({ path: "/api/desk/queue", body });
    const questions: { readonly [page in PageName]: Question } = {
      "first page": ofQueue({ limit }),
      "middle page": ofQueue({ limit, after: await findMiddle(line, token, cases) }),
      "one stage": ofQueue({ limit, stage: "assessed" }),
      "found by number": { path: "/api/desk/find", body: { number: await findNumber(line, token) } },
    };
    const measured: Measured[] = [];
    for (const page of pages)
      measured.push({ cases, page, ...(await measurePage(line, token, questions[page], extent)) });
    return measured;
  } finally {
    line.close();
  }
}

async function measurePage(
  line: HttpLine,
  token: string,
  question: Question,
  { askings, warmings }: QueueExtent,
): Promise<Pick<Measured, "rows" | "median" | "p95">> {
  const request = prepare(question.path, question.body, token);
  const millis: number[] = [];
  let rows = 0;
  for (let n = 0; n < warmings + askings; n++) {
    const begun = performance.now();
    const { status, body } = await line.ask(request);
    if (n >= warmings) millis.push(performance.now() - begun);
    if (status !== 200) throw new Error(`the queue answered ${status} ${body}`);
    rows = JSON.parse(body.toString()).rows.length;
  }
  return { rows, median: round(median(millis)), p95: round(quantile(millis, 0.95)) };
}

/** Signs in as an intake officer without ties, who sees every case there is. */
async function signIn(line: HttpLine, { people, directory }: ServedOffice): Promise<string> {
  const untied = directory.staff.filter(({ role, ties }) => role === "intake" && ties.length === 0);
  const person = people.find(({ id }) => untied.some((member) => member.id === id));
  if (!person) throw new Error("the office has no intake officer without ties");
  const key = await openPerson(person);
  const ask = async (path: string, body: object) => JSON.parse((await line.ask(prepare(path, body))).body.toString());
  const { nonce } = await ask("/api/desk/challenge", { staff: key.staff });
  const signature = createNodeSigner(key.signingSeed).sign(sessionMessage(key.office, key.staff, nonce));
  const { token } = await ask("/api/desk/session", { staff: key.staff, nonce, signature });
  if (typeof token !== "string") throw new Error("the server opened no session");
  return token;
}

async function openPerson({ keyFile, passphrase }: BenchPerson) {
  const key = await openKeyFile(new Uint8Array(await readFile(keyFile)), passphrase);
  if (typeof key === "string") throw new Error(`a key of the office does not open: ${key}`);
  return key;
}

/** Where a desk is that went through half of the queue. */
async function findMiddle(line: HttpLine, token: string, cases: number): Promise<string> {
  let after: string | undefined;
  for (let left = Math.floor(cases / 2); left > 0; left -= 200) {
    const question = { limit: Math.min(200, left), ...(after && { after }) };
    const { body } = await line.ask(prepare("/api/desk/queue", question, token));
    const { next } = JSON.parse(body.toString());
    if (typeof next !== "string") throw new Error("a filled record has a middle");
    after = next;
  }
  if (!after) throw new Error("half of the queue is at least one case");
  return after;
}

/** As much of a number as a screen shows. */
async function findNumber(line: HttpLine, token: string): Promise<string> {
  const { body } = await line.ask(prepare("/api/desk/queue", { limit: 1 }, token));
  const [row] = JSON.parse(body.toString()).rows;
  return String(row.caseId).slice(4, 12);
}

function prepare(path: string, body: object, token?: string): Buffer {
  const text = JSON.stringify(body);
  const authorization = token === undefined ? "" : `authorization: Bearer ${token}\r\n`;
  const head = `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${authorization}`;
  return Buffer.from(`${head}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function describe(measured: readonly Measured[], postgres: string): PartReport {
  const counts = [...new Set(measured.map(({ cases }) => cases))];
  const [fewest, most] = [counts[0], counts.at(-1)];
  const find = (cases: number | undefined, page: PageName) =>
    measured.find((one) => one.cases === cases && one.page === page);
  const at = (cases: number | undefined, page: PageName): number => find(cases, page)?.median ?? Number.NaN;
  // Who waits longest is who notices growth: it is judged by the 95th percentile and not by the middle.
  const late = (cases: number | undefined, page: PageName): number => find(cases, page)?.p95 ?? Number.NaN;
  // Few cases fill no page, so what a longer page costs is told apart from what more cases cost.
  const growth = pages.map((page) => ({
    page,
    overFewest: round(late(most, page) / late(fewest, page)),
    overFullPage: round(late(most, page) / late(counts[1], page)),
  }));
  return {
    tables: [
      {
        title: `One page of the queue over HTTP, at most ${limit} rows, milliseconds`,
        head: [
          "page",
          ...counts.map((count) => `${count}: median`),
          "p95 at most",
          `p95 ${most}/${fewest}`,
          `p95 ${most}/${counts[1]}`,
        ],
        rows: growth.map(({ page, overFewest, overFullPage }) => [
          page,
          ...counts.map((count) => spell(at(count, page))),
          spell(Math.max(...measured.filter((one) => one.page === page).map(({ p95 }) => p95))),
          spell(overFewest),
          spell(overFullPage),
        ]),
        notes: [`rows shown: ${counts.map((count) => describeRows(measured, count)).join("; ")}`],
      },
    ],
    verdicts: growth.map(({ page, overFewest }) => ({
      what: `${page} of the queue, p95, ${most} cases over ${fewest}`,
      measured: overFewest,
      sense: "at most",
      bound: mostGrowth,
    })),
    figures: { postgres, queue: measured, growth },
  };
}

function describeRows(measured: readonly Measured[], count: number): string {
  const rows = measured.filter(({ cases }) => cases === count).map((one) => one.rows);
  return `${count}: ${rows.join(", ")}`;
}
