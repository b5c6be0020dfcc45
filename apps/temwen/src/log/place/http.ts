import { headAddress } from "@temwen/public-log/kept-heads";
import { fetchBounded } from "./fetch-bounded.ts";
import type { LogPlace } from "./log-place.ts";
import { longestFile } from "./longest-file.ts";

/** A log on the web. What stands behind the last slash of its address counts as a folder too. */
export function openAddress(address: URL): LogPlace {
  const base = new URL(address);
  base.search = "";
  base.hash = "";
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  const readFile = (path: string) => fetchBounded(new URL(path, base), longestFile(path));
  return { name: address.href, isFar: true, readFile, findHead: (atMost) => readFile(headAddress(atMost)) };
}
