// The same judging in a page: files come in as base64, differences go out as lines.
import { primitivesInBrowser } from "@temwen/public-log/primitives-web";
import { parseBase64 } from "@temwen/vocabulary";
import { differences, judgeOutside } from "./outside-log-vectors.ts";

type Handed = { readonly [path: string]: string };
type Answer = { readonly judged: number; readonly differences: readonly string[] };

declare global {
  var judgeLogVectors: (handed: Handed) => Promise<Answer>;
}

globalThis.judgeLogVectors = async (handed) => {
  const files = new Map<string, Uint8Array>();
  for (const [path, text] of Object.entries(handed)) {
    const bytes = parseBase64(text);
    if (bytes.ok) files.set(path, bytes.value);
  }
  const all = await judgeOutside(files, primitivesInBrowser);
  return { judged: all.length, differences: differences(all) };
};
