import { openTileTree } from "@temwen/public-log/tiles";
import { type Exit, exits } from "../../exit.ts";
import type { Terminal } from "../../terminal.ts";
import { openHead } from "../open-head.ts";
import { openLogPlace } from "../place/open-place.ts";
import { readAhead } from "../place/read-ahead.ts";
import { primitives } from "../primitives.ts";
import { readPolicy } from "../read-policy.ts";
import { sayCosigned, sayHead } from "../say-head.ts";
import { reaching, sayFinding, toPlain } from "../speak.ts";
import { comparePages, type PageFinding } from "./compare-pages.ts";
import { findPageLeaves } from "./page-leaves.ts";

export type WatchOptions = { readonly site: URL; readonly log: string; readonly policy: string | null };

/** `temwen watch-page`: whether a site serves the pages that its log names. */
export async function watchPage(options: WatchOptions, terminal: Terminal): Promise<Exit> {
  const policy = options.policy === null ? null : await readPolicy(options.policy, primitives);
  if (policy?.ok === false) return sayFinding(terminal, policy.refusal);
  const place = await openLogPlace(options.log);
  return reaching(terminal, async () => {
    const bytes = await place.readFile("checkpoint");
    if (bytes === null) return sayFinding(terminal, { code: "no-checkpoint", place: place.name });
    const head = openHead(bytes, policy?.value ?? null);
    if (!head.ok) return sayFinding(terminal, head.refusal);
    const { size, root } = head.value.checkpoint;
    const readTile = place.isFar ? readAhead(place.readFile, size) : place.readFile;
    const tree = await openTileTree({ hasher: primitives.hasher, readTile, size, root });
    if (!tree.ok) return sayFinding(terminal, tree.refusal);
    const logged = await findPageLeaves(tree.value);
    if (!logged.ok) return sayFinding(terminal, logged.refusal);
    const facts = { site: options.site.href, ...sayHead(head.value) };
    if (logged.value.size === 0) return sayFinding(terminal, { code: "no-page-leaves", ...facts });
    const pages = await comparePages(options.site, logged.value);
    const wrong = pages.filter(({ verdict }) => verdict !== "as-logged");
    for (const one of wrong.slice(1)) terminal.progress(`temwen: ${one.path}: ${one.verdict}`);
    const [first] = wrong;
    if (first !== undefined) return sayFinding(terminal, { code: first.verdict, path: first.path, pages, ...facts });
    terminal.result(toPlain({ watched: true, pages, ...facts }), `${sentenceOf(pages)} ${sayCosigned(head.value)}`);
    return exits.done;
  });
}

const sentenceOf = (pages: readonly PageFinding[]): string =>
  `${pages.length} addresses serve what the log says: ${pages.map(({ path }) => path).join(", ")}.`;
