// `node tools/components.ts --out DIR`: writes a page for each language on which every component of packages/ui stands in every state,
// light beside dark. No server, no script: open it, look, mend. What it cannot show by itself are forced colours; the browser has them.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildComponents } from "./components/build-components.ts";

const { values } = parseArgs({ options: { out: { type: "string" } } });
if (values.out === undefined) {
  process.stderr.write("usage: node tools/components.ts --out DIR\n");
  process.exit(2);
}
await mkdir(values.out, { recursive: true });
const { files } = await buildComponents();
for (const [name, html] of files) await writeFile(join(values.out, name), html);
process.stdout.write(`${join(values.out, "ht.html")}\n`);
