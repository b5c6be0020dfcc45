import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { createMemoryRecord } from "@temwen/record/memory";
import { createPagesAndApi } from "../app.ts";
import type { Blobs } from "../evidence/blob-folder.ts";
import { intakePath } from "../intake/door.ts";
import { createLog } from "../log.ts";
import type { OfficeContext } from "../office-context.ts";
import type { PublicLog } from "../public-log/open.ts";
import document from "./openapi.json" with { type: "json" };

type Operation = {
  readonly operationId: string;
  readonly "x-refusals"?: readonly string[];
  readonly responses: object;
  readonly parameters?: readonly { readonly $ref: string }[];
};
const paths = document.paths as unknown as { readonly [path: string]: { readonly [method: string]: Operation } };
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test("the document describes exactly what the server answers", () => {
  const described = operations.map(({ path, method }) => `${method} ${path}`);
  // Asked what it would answer, the application needs no office to answer from.
  const office = { record: createMemoryRecord() } as OfficeContext;
  const app = createPagesAndApi(
    office,
    { blobs: {} as Blobs, pages: new Map(), publicLog: { files: {}, running: {} } as PublicLog },
    createLog({ write: () => undefined }),
  );
  const answered = app.routes
    .filter(({ method, path }) => method !== "ALL" && (path.startsWith("/api/") || path === "/healthz"))
    .map(({ path, method }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, "{$1}")}`)
    // Hono answers HEAD by the handler of GET, and of evidence HEAD is all there is.
    .map((route) => (route === "get /api/evidence/{case}/{digest}" ? route.replace("get", "head") : route));
  const all = [...new Set([...answered, `post ${intakePath}`])];
  assert.deepEqual(described.sort(), all.sort());
});

test("every reference leads somewhere, and every place in an address is described", () => {
  const text = JSON.stringify(document);
  for (const [, path = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path.split("/").reduce<unknown>((at, name) => (at as { [name: string]: unknown })?.[name], document);
    assert.ok(found, path);
  }
  for (const { path, operation } of operations) {
    for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
      assert.ok(
        operation.parameters?.some(({ $ref }) => $ref.endsWith(`/${name}`)),
        `${path} ${name}`,
      );
    }
  }
  const ids = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(ids).size, ids.length);
});

/** Sources whose refusals the server hands on. */
const sources = ["../", "../../../../packages/casework/src/", "../../../../packages/office/src/"];

test("every code of refusal in the document stands in the source that refuses", async () => {
  const texts: string[] = [];
  for (const folder of sources) {
    for (const entry of await readdir(new URL(folder, import.meta.url), { withFileTypes: true, recursive: true })) {
      const isSource = entry.isFile() && /(?<!\.test|\.testing)\.ts$/.test(entry.name);
      // The statuses of answers.ts prove nothing: a code that nobody refuses with may stand there as well.
      if (isSource && entry.name !== "answers.ts")
        texts.push(await readFile(join(entry.parentPath, entry.name), "utf8"));
    }
  }
  const all = texts.join("\n");
  const unknown = operations.flatMap(({ path, method, operation }) =>
    (operation["x-refusals"] ?? [])
      .filter((code) => !all.includes(`"${code}"`))
      .map((code) => `${method} ${path}: ${code}`),
  );
  assert.deepEqual(unknown, []);
  const document = JSON.stringify(operations);
  const unsaid = [...all.matchAll(/refuse\(context, \{ code: "([a-z-]+)"/g)].filter(
    ([, code]) => !document.includes(`"${code}"`) && code !== "cannot-tell" && code !== "not-found",
  );
  assert.deepEqual(
    unsaid.map(([, code]) => code),
    [],
  );
});
