import type { PublishRefusal } from "./publisher.ts";

const resume = "put it on from what the public saw last: temwen log resume --data DIR --from COPY, a mirror's folder";

/** Why the log stands still and what mends it, for whoever looks after the office. */
export function sayWhy(refusal: PublishRefusal): string {
  switch (refusal.code) {
    case "restored":
      return `the office came from a backup: ${resume}; or --nothing-later where nothing was published after it`;
    case "behind-signed-head":
      return `the database ends before leaf ${refusal.signed}, up to which the log was signed: ${resume}`;
    case "behind-witness":
      return `the witness ${refusal.witness} saw ${refusal.size} leaves of this log, and here are fewer: ${resume}`;
    case "not-consistent":
      return `the database holds another history than was signed at ${refusal.signed} leaves: stop, keep a copy of everything`;
    case "rows-differ":
      return `the leaves in the database do not give the root of ${refusal.size}: stop, keep a copy of everything`;
    case "tiles-differ":
      return `the file ${refusal.path} of the log is not what was signed: stop, keep a copy of everything`;
    case "quorum-missing":
      return `too few witnesses cosigned (${refusal.cosigned.join(", ") || "none"}): ring up the others`;
  }
}
