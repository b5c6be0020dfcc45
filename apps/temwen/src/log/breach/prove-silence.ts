import { readFile } from "node:fs/promises";
import { findStep } from "@temwen/complain/event-leaves";
import { proveLeaf, type WitnessedLog } from "@temwen/complain/witnessed-log";
import { createCourier } from "@temwen/courier";
import { recordBytes } from "@temwen/office";
import { parseBase64, type Result, refused } from "@temwen/vocabulary";
import type { Exit } from "../../exit.ts";
import { findOffice } from "../../person/find-office.ts";
import { type OwnCase, readOwnCase } from "../../proof/own-case.ts";
import { readReceiptKeys } from "../../proof/receipt-keys.ts";
import { findServedLog } from "../../proof/served-log.ts";
import { readKeptProof } from "../../proof/write-proof.ts";
import { sayRefusal, type Terminal } from "../../terminal.ts";
import { openLogPlace } from "../place/open-place.ts";
import { type Finding, reaching, sayFinding } from "../speak.ts";
import type { Certificate } from "./certificate.ts";
import { certify } from "./certify.ts";
import { readClaim } from "./judge-breach.ts";
import { readOpenings } from "./read-openings.ts";
import { scanLog } from "./scan.ts";

export type ProveSilenceOptions = {
  readonly server: string;
  readonly receipt: string;
  readonly clock: string;
  readonly out: string;
  /** The proof kept since filing; the clock runs from when witnesses saw it. */
  readonly proof?: string;
  /** A signed checkpoint kept from behind the due hour; the log shows only its newest. */
  readonly checkpoint?: string;
  /** Where else past checkpoints are kept: addresses or folders of mirrors. */
  readonly mirror?: readonly string[];
  readonly policy?: string;
  readonly roots?: string;
};

const openMirrors = ({ mirror = [] }: ProveSilenceOptions) => Promise.all(mirror.map(openLogPlace));

/** `temwen prove-silence`: writes a breach certificate, after judging it as anybody will. */
export async function proveSilence(options: ProveSilenceOptions, terminal: Terminal): Promise<Exit> {
  const { server, roots } = options;
  const courier = createCourier({ base: server, onRetry: (n) => terminal.progress(`trying again (${n})`) });
  const office = await findOffice(courier, server, roots, terminal);
  if (!office.ok) return sayRefusal(terminal, office.refusal);
  const keys = await readReceiptKeys(options.receipt, office.value.directory.receiptSalt, terminal);
  if (!keys.ok) return sayRefusal(terminal, keys.refusal);
  const own = await readOwnCase(courier, keys.value);
  if (!own.ok) return sayRefusal(terminal, own.refusal);
  return reaching(terminal, async () => {
    const served = await findServedLog(server, options.policy, terminal);
    if (!served.ok) return sayFinding(terminal, served.refusal);
    const log = await served.value.open();
    if (!log.ok) return sayFinding(terminal, log.refusal);
    const drawn = await drawUp(options, { log: log.value, own: own.value, labelKey: keys.value.labelKey }, terminal);
    if (!drawn.ok) return sayFinding(terminal, drawn.refusal);
    // What is not due needs no reading of the whole log.
    const claim = readClaim(drawn.value, served.value.policy);
    if (!claim.ok) return sayFinding(terminal, claim.refusal);
    const openings = await readOpenings(own.value, courier);
    const place = await openLogPlace(`${server}/log/`);
    const question = { place, policy: served.value.policy, trust: office.value.trust, openings };
    // Whoever names a checkpoint has chosen; else an answer that came late must not end the matter.
    const keeping = options.checkpoint === undefined ? [place, ...(await openMirrors(options))] : [];
    return certify(drawn.value, question, { keeping, out: options.out }, terminal);
  });
}

type Drawing = { readonly log: WitnessedLog; readonly own: OwnCase; readonly labelKey: Uint8Array };

/** The certificate, not judged yet. */
async function drawUp(
  { clock, proof: kept, checkpoint }: ProveSilenceOptions,
  { log, own, labelKey }: Drawing,
  terminal: Terminal,
): Promise<Result<Certificate, Finding>> {
  const [first] = own.steps;
  if (first?.salt === undefined) return refused({ code: "no-public-log" });
  const { event, salt, index } = first;
  if (index === undefined || index >= log.tree.size) return refused({ code: "not-yet" });
  const proved = await proveLeaf(log, index);
  if (!proved.ok) return proved;
  const step = findStep(proved.value.leaf, event, { labelKey, salt, clocks: [] });
  if (!step) return refused({ code: "another-leaf", index });
  const stop = parseBase64(own.filed.stops[clock]);
  if (!stop.ok) return refused({ code: "unknown-clock", clocks: Object.keys(own.filed.stops) });
  const scanned = await scanLog(log.tree, { stop: stop.value, policy: own.filed.policy }, terminal);
  if (!scanned.ok) return scanned;
  if (scanned.value.policy === null) return refused({ code: "policy-not-published" });
  return {
    ok: true,
    value: {
      ...{ clock, record: recordBytes(event), salt, leaf: proved.value.leaf },
      proof: await readKeptProof(kept, proved.value),
      policy: scanned.value.policy.bytes,
      after: checkpoint === undefined ? log.checkpoint : new Uint8Array(await readFile(checkpoint)),
      openings: [],
    },
  };
}
