// A reporter for node:test: one JSON object a line, failures with their details and the closing sums. tools/test.ts reads it.
import { resolve } from "node:path";
import { inspect } from "node:util";

export default async function* reportAsLines(source) {
  const said = new Map();
  const failures = [];
  for await (const { type, data } of source) {
    if (type === "test:stderr" || type === "test:stdout") {
      const file = resolve(data.file ?? ""); // relative here, absolute where a failure is told
      said.set(file, `${said.get(file) ?? ""}${data.message}`.slice(-8000));
    }
    if (type === "test:fail" && !isOnlyAboutItsParts(data)) failures.push(data);
    if (type === "test:summary" && data.file === undefined) {
      const { passed, failed, cancelled, skipped, todo } = data.counts;
      yield asLine({ kind: "sums", passed, failed: failed + cancelled, skipped: skipped + todo });
    }
  }
  // Only now: what a file says when it cannot be loaded arrives after the word that it failed.
  for (const { name, file, line, details } of failures) {
    const where = file === undefined ? "" : `${file}:${line ?? 1}`;
    yield asLine({
      kind: "failure",
      name,
      where,
      why: explain(details?.error),
      said: said.get(resolve(file ?? "")) ?? "",
    });
  }
}

const asLine = (event) => `${JSON.stringify(event)}\n`;

/** A suite fails because a test in it failed: the test is told, the suite need not be. */
const isOnlyAboutItsParts = (data) => data.details?.error?.failureType === "subtestsFailed" || data.todo !== undefined;

function explain(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? inspect(cause, { depth: 5 }) : String(cause);
}
