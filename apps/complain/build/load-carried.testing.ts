import { fileURLToPath } from "node:url";
import { bundleScript } from "./bundling.ts";

/** What `carried.testing.ts` exports, as a page carries it: bundled, and without what is left out of the libraries. */
export async function loadCarried(): Promise<typeof import("./carried.testing.ts").carried> {
  const entry = fileURLToPath(new URL("./carried.testing.ts", import.meta.url));
  const source = await bundleScript(entry, { globalName: "carried" });
  const module = await import(
    `data:text/javascript,${encodeURIComponent(`${source}\nexport default carried.carried;`)}`
  );
  return module.default;
}
