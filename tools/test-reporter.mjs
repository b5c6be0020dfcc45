// A reporter for node:test: one JSON object a line, failures with their details and the closing sums. tools/test.ts reads it.
import { inspect } from "node:util";

export default async function* reportAsLines(source) {
  const said = new Map();
  for await (const { type, data } of source) {
    if (type === "test:stderr" || type === "test:stdout") {
      said.set(data.file, `${said.get(data.file) ?? ""}${data.message}`.slice(-8000));
    }
    if (type === "test:fail" && !isOnlyAboutItsParts(data)) {
      const where = data.file === undefined ? "" : `${data.file}:${data.line ?? 1}`;
      yield asLine({
        kind: "failure",
        name: data.name,
        where,
        why: explain(data.details?.error),
        said: said.get(data.file) ?? "",
      });
    }
    if (type === "test:summary" && data.file === undefined) {
      const { passed, failed, cancelled, skipped, todo } = data.counts;
      yield asLine({ kind: "sums", passed, failed: failed + cancelled, skipped: skipped + todo });
    }
  }
}

const asLine = (event) => `${JSON.stringify(event)}\n`;

/** A suite fails because a test in it failed: the test is told, the suite need not be. */
const isOnlyAboutItsParts = (data) => data.details?.error?.failureType === "subtestsFailed" || data.todo !== undefined;

function explain(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? inspect(cause, { depth: 5 }) : String(cause);
}
