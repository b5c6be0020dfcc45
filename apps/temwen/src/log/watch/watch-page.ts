import { type Exit, exits } from "../../exit.ts";
import { readRelease } from "../../running/release.ts";
import type { Terminal } from "../../terminal.ts";
import { openLogPlace } from "../place/open-place.ts";
import { primitives } from "../primitives.ts";
import { readLog } from "../read-log.ts";
import { readPolicy } from "../read-policy.ts";
import { sayCosigned, sayHead } from "../say-head.ts";
import { reaching, sayFinding, toPlain } from "../speak.ts";
import { comparePages, type PageFinding } from "./compare-pages.ts";
import { findServedLeaves, type LoggedRelease } from "./page-leaves.ts";

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
    const logged = await findServedLeaves(tree);
    if (!logged.ok) return sayFinding(terminal, logged.refusal);
    const release = logged.value.release && (await compareRelease(logged.value.release));
    const facts = { site: options.site.href, ...(release && { release }), ...sayHead(head) };
    if (logged.value.pages.size === 0) return sayFinding(terminal, { code: "no-page-leaves", ...facts });
    const pages = await comparePages(options.site, logged.value.pages);
    const wrong = pages.filter(({ verdict }) => verdict !== "as-logged");
    for (const { path, verdict, encoding } of wrong.slice(1)) {
      terminal.progress(`temwen: ${path}: ${verdict} (${encoding})`);
    }
    const [first] = wrong;
    if (first !== undefined)
      return sayFinding(terminal, { code: first.verdict, path: first.path, encoding: first.encoding, pages, ...facts });
    terminal.result(
      toPlain({ watched: true, pages, ...facts }),
      `${sentenceOf(pages)} ${sayRelease(release)}${sayCosigned(head)}`,
    );
    return exits.done;
  });
}

const sentenceOf = (pages: readonly PageFinding[]): string =>
  `${pages.length} addresses serve what the log says: ${pages.map(({ path }) => path).join(", ")}.`;

type ComparedRelease = LoggedRelease & { readonly isThisProgram: boolean };

/** Whether the office says that it runs the program that asks. Its word alone: only the pages are looked at from outside. */
async function compareRelease(logged: LoggedRelease): Promise<ComparedRelease> {
  const { version, sources } = await readRelease();
  return { ...logged, isThisProgram: version === logged.version && sources === logged.sources };
}

function sayRelease(release: ComparedRelease | undefined): string {
  if (release === undefined) return "";
  const { version, sources, isThisProgram } = release;
  const whether = isThisProgram ? "the same as this one" : `other sources than this one's, ${sources}`;
  return `The office says that it runs version ${version}, ${whether}. `;
}
