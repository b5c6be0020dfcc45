import type { LogPolicy } from "@temwen/public-log/policy";
import { openSealed, readIdentities } from "../../backup/age-streams.ts";
import { type Exit, exits } from "../../exit.ts";
import type { Terminal } from "../../terminal.ts";
import type { LogPlace } from "../place/log-place.ts";
import { openLogPlace } from "../place/open-place.ts";
import { primitives } from "../primitives.ts";
import { readLog } from "../read-log.ts";
import { readPolicy } from "../read-policy.ts";
import { sayCosigned, sayHead } from "../say-head.ts";
import { reaching, sayFinding, toPlain } from "../speak.ts";
import { type OpenedOpenings, readOpenings } from "./openings-file.ts";
import { recountPeriod } from "./recount.ts";
import { spellRecount } from "./say-recount.ts";

export type AuditOptions = {
  readonly log: string;
  readonly openings: string;
  readonly identities: readonly string[];
  readonly policy: string | null;
};

/** So many wrong leaves are named; all are counted. */
const mostNamed = 1000;
const sayEvery = 65_536n;

/** `temwen audit`: counts a month of the log by its openings. Throws faults that a person can mend. */
export async function audit(options: AuditOptions, terminal: Terminal): Promise<Exit> {
  const policy = options.policy === null ? null : await readPolicy(options.policy, primitives);
  if (policy?.ok === false) return sayFinding(terminal, policy.refusal);
  const place = await openLogPlace(options.log);
  const plain = openSealed(options.openings, await readIdentities(options.identities));
  try {
    const openings = await readOpenings(plain);
    return await reaching(terminal, () => auditBy(openings, { place, policy: policy?.value ?? null }, terminal));
  } finally {
    // Whatever was found, the file is let go.
    await plain.return(undefined);
  }
}

type Audited = { readonly place: LogPlace; readonly policy: LogPolicy | null };

async function auditBy(
  { head: said, openings }: OpenedOpenings,
  { place, policy }: Audited,
  terminal: Terminal,
): Promise<Exit> {
  const log = await readLog(place, policy);
  if (!log.ok) return sayFinding(terminal, log.refusal);
  const { head, tree } = log.value;
  const { size } = head.checkpoint;
  const facts = { log: place.name, ...sayHead(head), office: said.office, month: said.month, writtenAt: said.at };
  if (BigInt(said.size) > size) return sayFinding(terminal, { code: "openings-beyond-log", ...facts });
  const counted = await recountPeriod(tree, { period: said.period, openings }, (index) => {
    if (index > 0n && index % sayEvery === 0n) terminal.progress(`${index} of ${size} leaves read`);
  });
  if (!counted.ok) return sayFinding(terminal, counted.refusal);
  const { recount, wrong } = counted.value;
  const [first, ...others] = wrong.slice(0, mostNamed);
  if (first === undefined) {
    const sentence = `${spellRecount(said.month, recount)}\n${sayCosigned(head)}`;
    terminal.result(toPlain({ audited: true, ...facts, ...recount }), sentence);
    return exits.done;
  }
  if (wrong.some(({ code, index }) => code === "opening-missing" && index >= BigInt(said.size))) {
    terminal.progress(
      `the log had ${said.size} leaves when the openings were written: ask for openings of a month that is over`,
    );
  }
  for (const { code, index } of others) terminal.progress(`temwen: leaf ${index}: ${code}`);
  return sayFinding(terminal, { ...first, wrongLeaves: wrong.length, wrong: [first, ...others], ...facts, ...recount });
}
