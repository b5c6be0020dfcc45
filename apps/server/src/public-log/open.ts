import { join } from "node:path";
import { formatVkey, type NoteSigner } from "@temwen/public-log/note";
import { type LogPolicy, parseLogPolicy } from "@temwen/public-log/policy";
import { type Primitives, primitivesOnNode } from "@temwen/public-log/primitives-node";
import type { LogLeaf } from "@temwen/record";
import { utf8 } from "@temwen/vocabulary";
import type { Logger } from "pino";
import { digestOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import type { Pages } from "../portal/pages.ts";
import { addressesOf } from "../portal/routes.ts";
import { openHeadSigner } from "./head-signer.ts";
import { publicEntry } from "./leaves.ts";
import { type Rhythm, type RunningLog, runLog } from "./log.ts";
import { openPublisher } from "./publisher.ts";
import type { LogFiles } from "./routes.ts";
import { openTileFolder } from "./tile-folder.ts";
import { witnessesOf } from "./witnesses.ts";

export type PublicLogOptions = {
  readonly signer: NoteSigner;
  /** Where the public files stand. */
  readonly folder: string;
  /** Where the key's own memory stands: neither the database nor the public files bring it back from an old backup. */
  readonly memory: string;
  /** A policy file (C2SP tlog-policy) that names this log and its witnesses; without it no witness is asked. */
  readonly policy?: Uint8Array;
  /** Another rhythm than the pack's. */
  readonly rhythm?: Rhythm;
  /** What program serves: its version, and the digest of its sources in hexadecimal digits (docs/specs/log.md). */
  readonly release?: { readonly version: string; readonly sources: string };
};

export type PublicLog = { readonly files: LogFiles; readonly running: RunningLog };

/** A policy that cannot be used, for a reason a person can mend. */
export class LogPolicyFault extends Error {
  readonly code = "log-policy";

  constructor(message: string) {
    super(message);
    this.name = "LogPolicyFault";
  }
}

/** Opens the log and lets it run. Throws `LogPolicyFault`, and where the key's memory is not of this key. */
export async function openPublicLog(
  office: OfficeContext,
  options: PublicLogOptions,
  pages: Pages,
  log: Logger,
): Promise<PublicLog> {
  const { signer } = options;
  const vkey = formatVkey(signer.vkey);
  const text = options.policy ?? utf8(`log ${vkey}\nquorum none\n`);
  const policy = parseLogPolicy(text, primitivesOnNode.hasher.sha256);
  if (!policy.ok) throw new LogPolicyFault(`the log's policy: ${policy.refusal.code} in line ${policy.refusal.line}`);
  if (!policy.value.logs.some((one) => formatVkey(one.vkey) === vkey)) {
    throw new LogPolicyFault(`the log's policy does not name this log: log ${vkey}`);
  }
  const folder = openTileFolder(options.folder);
  const headSigner = openHeadSigner(signer, openTileFolder(options.memory), primitivesOnNode);
  await headSigner.last();
  const primitives = await primitivesFor(policy.value);
  const witnesses = witnessesOf(policy.value, { log: signer.vkey, primitives });
  const { record, pack } = office;
  const publisher = openPublisher({
    rows: record.log,
    folder,
    headSigner,
    policy: policy.value,
    witnesses,
    onAnswer: (witness, { outcome }) => {
      if (outcome === "cosigned" || outcome === "silent") return;
      log.warn({ fault: `witness-${outcome}`, witness }, "a witness of the public log did not cosign");
    },
    primitives,
    lock: join(options.memory, "signing.lock"),
  });
  const rhythm = options.rhythm ?? { everyMillis: pack.log.everyMinutes * 60_000, batch: pack.log.batch };
  const running = runLog(office, publisher, {
    rhythm,
    readPublic: () => publicNotThere(office, { pages, policy: text, ...options }),
    log,
  });
  return { files: { folder, policy: text }, running };
}

/** What judges ML-DSA-44 is loaded for a policy that names such a key only: it is large. */
async function primitivesFor({ witnesses }: LogPolicy): Promise<Primitives> {
  if (!witnesses.some(({ vkey }) => vkey.type === "ml-dsa-44")) return primitivesOnNode;
  const { verifyMlDsa44 } = await import("@temwen/public-log/ml-dsa");
  return { ...primitivesOnNode, verifyMlDsa44 };
}

type Shown = Pick<PublicLogOptions, "release"> & { readonly pages: Pages; readonly policy: Uint8Array };

/**
 * What the office shows, once a day each: which program it is, by which witnesses its log may be shown, and the pages as
 * they are served. Whoever was shown something else can prove it.
 */
async function publicNotThere(
  { record, now }: OfficeContext,
  { pages, policy, release }: Shown,
): Promise<readonly LogLeaf[]> {
  const at = now();
  const day = at.slice(0, 10);
  const entries = [...addressesOf(pages)].map(([path, { plain }]) => {
    const sha256 = digestOf(plain);
    return publicEntry({ type: "temwen.page/1", at, path, sha256 }, `page${path}/${sha256}/${day}`);
  });
  const text = new TextDecoder().decode(policy);
  entries.unshift(publicEntry({ type: "temwen.log-policy/1", at, text }, `log-policy/${digestOf(policy)}/${day}`));
  if (release) {
    const { version, sources } = release;
    const key = `release/${version}/${sources}/${day}`;
    entries.unshift(publicEntry({ type: "temwen.release/1", at, version, sources }, key));
  }
  const known = await record.log.findKeys(entries.flatMap(({ key }) => key ?? []));
  return entries.filter(({ key }) => key !== undefined && !known.has(key));
}
