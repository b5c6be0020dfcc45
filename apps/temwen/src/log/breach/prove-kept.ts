import { readFile } from "node:fs/promises";
import type { KeptFiling } from "@temwen/complain/kept-filing";
import { parseKeptFiling } from "@temwen/complain/read-kept";
import { isVouchedFor } from "@temwen/office";
import { verifyOnNode } from "@temwen/office/signing-node";
import { type LogPolicy, quorumTime } from "@temwen/public-log/policy";
import { formatHash } from "@temwen/public-log/tree";
import type { ComplaintReceived } from "@temwen/sealing/parcel";
import { canonicalBytes, granted, instantToMillis, parseBase64, type Result, refused } from "@temwen/vocabulary";
import type { Exit } from "../../exit.ts";
import { readTrust } from "../../person/find-office.ts";
import { replaceKept } from "../../proof/write-kept.ts";
import type { Terminal } from "../../terminal.ts";
import type { LogPlace } from "../place/log-place.ts";
import { openLogPlace } from "../place/open-place.ts";
import { primitives } from "../primitives.ts";
import { type ReadLog, readLog } from "../read-log.ts";
import { readPolicy } from "../read-policy.ts";
import { type Finding, reaching, sayFinding } from "../speak.ts";
import type { Certificate } from "./certificate.ts";
import { certify } from "./certify.ts";
import { findFirstProof } from "./first-proof.ts";
import { readClaim } from "./judge-breach.ts";
import { readOpeningFiles } from "./read-opening-files.ts";
import { readFiling } from "./record-parts.ts";
import { scanLog } from "./scan.ts";

export type ProveKeptOptions = {
  /** What the person kept of the filing (docs/specs/kept-filing.md). */
  readonly kept: string;
  /** A copy of the log in a folder, or its address. */
  readonly log: string;
  readonly policy: string;
  readonly clock: string;
  readonly out: string;
  readonly proof?: string | undefined;
  readonly checkpoint?: string | undefined;
  /** Where else past checkpoints are kept. */
  readonly mirror: readonly string[];
  readonly openings: readonly string[];
  readonly roots?: string | undefined;
};

/**
 * `temwen prove-silence --kept`: the certificate without the office, which may withhold mailbox and answers alike: from what the
 * person kept and any copy of the log.
 */
export async function proveKept(options: ProveKeptOptions, terminal: Terminal): Promise<Exit> {
  const policy = await readPolicy(options.policy, primitives);
  if (!policy.ok) return sayFinding(terminal, policy.refusal);
  const trust = options.roots === undefined ? null : await readTrust(options.roots);
  if (trust?.ok === false) return sayFinding(terminal, trust.refusal);
  const kept = parseKeptFiling(new Uint8Array(await readFile(options.kept)));
  if (!kept.ok) return sayFinding(terminal, kept.refusal);
  const filed = readFiling(kept.value.record);
  if (!filed) return sayFinding(terminal, { code: "not-a-filing" });
  const openings = await readOpeningFiles(options.openings);
  if (!openings.ok) return sayFinding(terminal, openings.refusal);
  const place = await openLogPlace(options.log);
  return reaching(terminal, async () => {
    const log = await readLog(place, policy.value);
    if (!log.ok) return sayFinding(terminal, log.refusal);
    const held = { kept: kept.value, filed, policy: policy.value, log: log.value, place };
    const drawn = await drawUp(options, held, terminal);
    if (!drawn.ok) return sayFinding(terminal, drawn.refusal);
    // What is not due needs no reading of the whole log again.
    const claim = readClaim(drawn.value, policy.value);
    if (!claim.ok) return sayFinding(terminal, claim.refusal);
    const question = { place, policy: policy.value, trust: trust?.value ?? null, openings: openings.value };
    // Whoever names a checkpoint has chosen.
    const keeping =
      options.checkpoint === undefined ? [place, ...(await Promise.all(options.mirror.map(openLogPlace)))] : [];
    return certify(drawn.value, question, { keeping, out: options.out }, terminal);
  });
}

type Held = {
  readonly kept: KeptFiling;
  readonly filed: ComplaintReceived;
  readonly policy: LogPolicy;
  readonly log: ReadLog;
  readonly place: LogPlace;
};

/** The certificate, not judged yet. */
async function drawUp(
  options: ProveKeptOptions,
  held: Held,
  terminal: Terminal,
): Promise<Result<Certificate, Finding>> {
  const { kept, filed, log } = held;
  const stop = parseBase64(filed.stops[options.clock]);
  if (!stop.ok) return refused({ code: "unknown-clock", clocks: Object.keys(filed.stops) });
  const wanted = { stop: stop.value, policy: filed.policy, filing: kept.leaf };
  const scanned = await scanLog(log.tree, wanted, terminal);
  if (!scanned.ok) return scanned;
  if (scanned.value.filing === null) return refused(judgeAbsence(held));
  if (scanned.value.policy === null) return refused({ code: "policy-not-published" });
  const proof = await findProof(options, held, scanned.value.filing, terminal);
  if (!proof.ok) return proof;
  const { record, salt, leaf } = kept;
  const { checkpoint } = options;
  return granted({
    ...{ clock: options.clock, record, salt, leaf, proof: proof.value },
    policy: scanned.value.policy.bytes,
    after: checkpoint === undefined ? log.head.bytes : new Uint8Array(await readFile(checkpoint)),
    openings: [],
  });
}

/**
 * The proof that was kept. Where none was, the earliest that can be made, which is put into the kept file: the clock runs from what
 * witnesses saw, and where no past checkpoint is kept a later run would find later ones only.
 */
async function findProof(
  { proof: named, kept: file }: ProveKeptOptions,
  { kept, log, place, policy }: Held,
  index: bigint,
  terminal: Terminal,
): Promise<Result<Uint8Array, Finding>> {
  if (named !== undefined) return granted(new Uint8Array(await readFile(named)));
  if (kept.proof) return granted(kept.proof);
  const proved = await findFirstProof(place, log, policy, index);
  if (!proved.ok) return proved;
  await replaceKept(file, { ...kept, proof: proved.value.proof });
  terminal.progress(`temwen: ${file} bore no proof; it does now, and the clock runs from what witnesses saw`);
  return granted(proved.value.proof);
}

/** What it means that a filing does not stand in the log: an office that promised it by an hour which witnesses have passed broke its word. */
function judgeAbsence({ kept: { promise, leaf }, policy, log }: Held): Finding {
  if (!promise) return { code: "filing-not-in-log" };
  const { body, vouching } = promise;
  if (body.leaf !== formatHash(primitives.hasher.leaf(leaf))) return { code: "promise-of-another-leaf" };
  if (!isVouchedFor(canonicalBytes(body), vouching, verifyOnNode)) return { code: "promise-not-signed" };
  const seen = quorumTime(policy, log.head.cosigned);
  const isPast = seen !== null && Number(seen) * 1000 > instantToMillis(body.by);
  return { code: isPast ? "promise-broken" : "not-yet", by: body.by, key: vouching.key };
}
