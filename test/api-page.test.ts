// The page that tells people of the API, as it was built, says all that the document says.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { type Described, describeOperations } from "../apps/server/src/openapi/describe.ts";
import document from "../apps/server/src/openapi/openapi.json" with { type: "json" };
import { fillTemplate } from "../apps/server/src/portal/fill-template.ts";

const described = document as unknown as Described;

test("the page for people names every operation and every code of the document", async () => {
  const built = new URL("../apps/complain/dist/api.ht.html", import.meta.url);
  const page = fillTemplate(await readFile(built, "utf8"), describeOperations(described));
  const paths = document.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  for (const [path, methods] of Object.entries(paths)) {
    assert.ok(page.includes(path), path);
    for (const { "x-refusals": codes = [] } of Object.values(methods))
      for (const code of codes) assert.ok(page.includes(code), code);
  }
});

type Operation = { readonly "x-refusals"?: readonly string[] };
