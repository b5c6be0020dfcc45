import { findStep, type StepLeaf } from "@temwen/complain/event-leaves";
import { type LeafProof, proveLeaf, type WitnessedLog } from "@temwen/complain/witnessed-log";
import { createCourier } from "@temwen/courier";
import { recordBytes } from "@temwen/office";
import type { LogPolicy } from "@temwen/public-log/policy";
import type { ReceiptKeys } from "@temwen/sealing/receipt";
import { type Exit, exits } from "../exit.ts";
import { reaching, sayFinding, secondsToText, toPlain } from "../log/speak.ts";
import { findOffice } from "../person/find-office.ts";
import { sayRefusal, type Terminal } from "../terminal.ts";
import { preferEarlier } from "./earlier-proof.ts";
import { type OwnCase, readOwnCase, type ShownStep } from "./own-case.ts";
import { readReceiptKeys } from "./receipt-keys.ts";
import { findServedLog } from "./served-log.ts";
import { writeKept } from "./write-kept.ts";
import { writeProof } from "./write-proof.ts";

export type ProofOptions = {
  readonly server: string;
  readonly receipt: string;
  readonly out: string;
  readonly policy?: string;
  readonly roots?: string;
};

/** `temwen proof`: a proof for the filing and for each step that the mailbox shows, each checked before it is written. */
export async function proof(options: ProofOptions, terminal: Terminal): Promise<Exit> {
  const { server, policy, roots, out } = options;
  const onRetry = (tried: number): void => terminal.progress(`trying again (${tried})`);
  const courier = createCourier({ base: server, onRetry });
  const office = await findOffice(courier, server, roots, terminal);
  if (!office.ok) return sayRefusal(terminal, office.refusal);
  const keys = await readReceiptKeys(options.receipt, office.value.directory.receiptSalt, terminal);
  if (!keys.ok) return sayRefusal(terminal, keys.refusal);
  const own = await readOwnCase(courier, keys.value);
  if (!own.ok) return sayRefusal(terminal, own.refusal);
  return reaching(terminal, async () => {
    const served = await findServedLog(server, policy, terminal);
    if (!served.ok) return sayFinding(terminal, served.refusal);
    const log = await served.value.open();
    if (!log.ok) return sayFinding(terminal, log.refusal);
    const judged: Judged[] = [];
    for (const step of own.value.steps) judged.push(await judge(step, log.value, own.value, keys.value));
    return say(judged, { keys: keys.value, log: log.value, policy: served.value.policy, out }, terminal);
  });
}

/** What shows that a leaf stands for an event. */
type Opening = { readonly record: Uint8Array; readonly salt: Uint8Array };

type Judged = { readonly event: number } & (
  | { readonly verdict: "included"; readonly step: StepLeaf; readonly proof: LeafProof; readonly opening: Opening }
  | { readonly verdict: "not-yet" }
  /** The log holds something else there than is shown here, or cannot be read there. */
  | { readonly verdict: "wrong"; readonly code: string; readonly index: bigint }
);

async function judge(
  { event, salt, index }: ShownStep,
  log: WitnessedLog,
  { filed }: OwnCase,
  { labelKey }: ReceiptKeys,
): Promise<Judged> {
  const about = { event: event.index };
  if (salt === undefined || index === undefined || index >= log.tree.size) return { ...about, verdict: "not-yet" };
  const proved = await proveLeaf(log, index);
  if (!proved.ok) return { ...about, verdict: "wrong", code: proved.refusal.code, index };
  const step = findStep(proved.value.leaf, event, { labelKey, salt, clocks: Object.keys(filed.stops) });
  return step
    ? { ...about, verdict: "included", step, proof: proved.value, opening: { record: recordBytes(event), salt } }
    : { ...about, verdict: "wrong", code: "another-leaf", index };
}

type Saying = {
  readonly keys: ReceiptKeys;
  readonly log: WitnessedLog;
  readonly policy: LogPolicy;
  readonly out: string;
};

async function say(judged: readonly Judged[], { keys, log, policy, out }: Saying, terminal: Terminal): Promise<Exit> {
  const cosigned = log.trusted.cosigned.map(({ name, time }) => ({ name, at: secondsToText(time) }));
  const proofs: object[] = [];
  const lines: string[] = [];
  for (const one of judged) {
    if (one.verdict !== "included") continue;
    const { index } = one.proof;
    const best = await preferEarlier(out, one.proof, { policy, size: log.tree.size });
    const files = await writeProof(out, best);
    const { leaf, proof } = best;
    const isFiling = one.event === 0 && one.step.clock === undefined;
    const kept = isFiling && (await writeKept(out, { ...one.opening, leaf, proof }));
    proofs.push({ ...one.step, index, ...files, ...(kept && { kept }) });
    const what = one.step.clock ? `event ${one.event} stops ${one.step.clock}` : `event ${one.event}`;
    lines.push(`${files.proofNumber}  ${what}, number ${index} in the log: ${files.proof}`);
  }
  const waiting = judged.flatMap(({ verdict, event }) => (verdict === "not-yet" ? [event] : []));
  const wrong = judged.flatMap((one) => {
    return one.verdict === "wrong" ? [{ event: one.event, code: one.code, index: one.index }] : [];
  });
  for (const { event, code } of wrong)
    terminal.progress(`temwen: event ${event}: the log does not hold what is shown: ${code}`);
  if (waiting.length > 0) lines.push(`not in the log yet: event ${waiting.join(", ")}`);
  terminal.result(
    toPlain({ case: keys.caseId, size: log.tree.size, cosigned, proofs, waiting, wrong }),
    lines.join("\n"),
  );
  if (wrong.length > 0) return exits.refused;
  return waiting.length > 0 ? exits.cannotTell : exits.done;
}
