import { type Exit, exits } from "../../exit.ts";
import type { Terminal } from "../../terminal.ts";
import { openLogPlace } from "../place/open-place.ts";
import { primitives } from "../primitives.ts";
import { readLog } from "../read-log.ts";
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
    const log = await readLog(place, policy?.value ?? null);
    if (!log.ok) return sayFinding(terminal, log.refusal);
    const { head, tree } = log.value;
    const logged = await findPageLeaves(tree);
    if (!logged.ok) return sayFinding(terminal, logged.refusal);
    const facts = { site: options.site.href, ...sayHead(head) };
    if (logged.value.size === 0) return sayFinding(terminal, { code: "no-page-leaves", ...facts });
    const pages = await comparePages(options.site, logged.value);
    const wrong = pages.filter(({ verdict }) => verdict !== "as-logged");
    for (const one of wrong.slice(1)) terminal.progress(`temwen: ${one.path}: ${one.verdict}`);
    const [first] = wrong;
    if (first !== undefined) return sayFinding(terminal, { code: first.verdict, path: first.path, pages, ...facts });
    terminal.result(toPlain({ watched: true, pages, ...facts }), `${sentenceOf(pages)} ${sayCosigned(head)}`);
    return exits.done;
  });
}

const sentenceOf = (pages: readonly PageFinding[]): string =>
  `${pages.length} addresses serve what the log says: ${pages.map(({ path }) => path).join(", ")}.`;
