import { runBackup, runRestore } from "./backup/verbs.ts";
import { runFigures } from "./figures/verbs.ts";
import { runAudit, runIncluded, runMirror, runProveSilence, runVerify, runWatchPage, runWitness } from "./log/verbs.ts";
import { runLog } from "./own-log/verbs.ts";
import { runComplain, runReply } from "./person/verbs.ts";
import { runProof } from "./proof/verbs.ts";
import { runImport } from "./registers/verbs.ts";
import { runRetention } from "./retention/verbs.ts";
import { runInit, runUp } from "./running/verbs.ts";
import { runDesk, runDirectory, runOffice } from "./staff/verbs.ts";
import type { Verb } from "./verb.ts";

/** Every verb of the command. */
export const verbs = {
  up: runUp(false),
  serve: runUp(true),
  init: runInit,
  desk: runDesk,
  complain: runComplain,
  reply: runReply,
  office: runOffice,
  directory: runDirectory,
  backup: runBackup,
  restore: runRestore,
  retention: runRetention,
  import: runImport,
  figures: runFigures,
  verify: runVerify,
  witness: runWitness,
  proof: runProof,
  log: runLog,
  mirror: runMirror,
  included: runIncluded,
  audit: runAudit,
  "watch-page": runWatchPage,
  "prove-silence": runProveSilence,
} as const satisfies { readonly [verb: string]: Verb };

/** Whether a word is a verb of the command. */
export const isVerb = (word: string): word is keyof typeof verbs => Object.hasOwn(verbs, word);
