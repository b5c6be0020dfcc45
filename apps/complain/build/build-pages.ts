import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { type Language, languageFacts, languages } from "@temwen/words";
import {
  aboutWords,
  apiWords,
  commonWords,
  complainWords,
  helpWords,
  homeWords,
  logWords,
  plainWords,
  referralWords,
  refusalsWords,
  replyWords,
  verifyWords,
} from "@temwen/words/pages";
import { build } from "esbuild";
import { type Annex, annexAddresses, buildAnnexes, chooseAnnexes } from "./annexes.ts";
import { bundleScript, engines, everywhere, textOf } from "./bundling.ts";
import { readForumNames, readMission } from "./mission.ts";
import { policyFor } from "./policy.ts";
import type { renderPage } from "./render-page.tsx";
import { usedStyle } from "./used-style.ts";
import { buildWorker, workerFile, workerPolicy } from "./worker.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The pages without script say much of what `/complain` and `/reply` say, and a few things more. */
const unsealed = (language: Language) => ({
  ...replyWords[language],
  ...complainWords[language],
  ...plainWords[language],
});
const unsealedWords = {
  ht: unsealed("ht"),
  fr: unsealed("fr"),
  en: unsealed("en"),
  es: unsealed("es"),
  sw: unsealed("sw"),
};

/**
 * A page: where it is served, and which sentences of refusal it may have to say. What seals holds the office's roots and
 * speaks with the server; what `reads` holds them too, and asks the server for the public log; what only tells is whole
 * without script and may connect nowhere; what `sends` is a form, filled by the server (docs/specs/pages.md).
 */
const pages = [
  { name: "home", words: homeWords, refusals: [], seals: false, hasScript: false },
  { name: "help", words: helpWords, refusals: [], seals: false, hasScript: true },
  { name: "about", words: aboutWords, refusals: [], seals: false, hasScript: false },
  { name: "log", words: logWords, refusals: [], seals: false, hasScript: false },
  {
    name: "verify",
    words: verifyWords,
    refusals: ["annex-missing", "annex-changed", "server-fault"],
    seals: false,
    reads: true,
    hasScript: true,
  },
  { name: "api", words: apiWords, refusals: [], seals: false, hasScript: false },
  {
    name: "plain",
    words: unsealedWords,
    seals: false,
    sends: true,
    hasScript: false,
    refusals: [
      "empty",
      "too-long",
      "unknown-force",
      "broken-text",
      "too-few-recipients",
      "no-space",
      "cannot-tell",
      "server-fault",
    ],
  },
  { name: "sent", words: unsealedWords, refusals: [], seals: false, sends: true, hasScript: false, titled: "received" },
  {
    name: "status",
    words: unsealedWords,
    refusals: ["malformed-receipt", "wrong-check-digits", "too-many-requests", "not-understood", "server-fault"],
    seals: false,
    sends: true,
    hasScript: false,
    titled: "statusTitle",
  },
  { name: "referral", words: referralWords, refusals: [], seals: false, sends: true, hasScript: false },
  {
    name: "complain",
    seals: true,
    hasScript: true,
    words: complainWords,
    refusals: [
      "empty",
      "too-long",
      "too-few-recipients",
      "unknown-force",
      "broken-text",
      "unreachable",
      "no-space",
      "cannot-tell",
      "not-understood",
      "directory-missing",
      "directory-not-trusted",
      "directory-too-old",
      "malformed-directory",
      "another-office",
      "sealing-failed",
      "cannot-seal-here",
      "another-digest",
      "crowded",
      "annex-missing",
      "annex-changed",
      "server-fault",
    ],
  },
  {
    name: "reply",
    seals: true,
    hasScript: true,
    words: replyWords,
    refusals: [
      "malformed-receipt",
      "wrong-check-digits",
      "unreachable",
      "cannot-tell",
      "crowded",
      "not-understood",
      "directory-missing",
      "directory-not-trusted",
      "directory-too-old",
      "malformed-directory",
      "another-office",
      "cannot-seal-here",
      "annex-missing",
      "annex-changed",
      "server-fault",
    ],
  },
] as const;

type Page = (typeof pages)[number];
export type PageName = Page["name"];

/** Which annexes a page may load when they are used. */
const annexesOf: { readonly [page in PageName]?: readonly string[] } = {
  complain: ["evidence", "keeping", "proof", "qr", "work"],
  reply: ["acts", "evidence", "law", "mailbox", "owed", "steps"],
  verify: ["checker"],
};

/** The page that may be kept on a phone, with a worker of its own. */
const keptPage: PageName = "complain";

/** What stands in the page until the server puts the office's trust there. */
export const trustMark = '<script type="application/json" id="trust">null</script>';

type Markup = { readonly renderPage: typeof renderPage };
type Sentences = { readonly [key: string]: string };

/** Builds every page in every language. The same sources give the same bytes. File name → content. */
export async function buildPages(): Promise<ReadonlyMap<string, Buffer>> {
  const markup = await loadMarkup();
  const styles = { seals: await bundleStyle("sealing"), tells: await bundleStyle("front") };
  const pack = await readMission();
  const annexes = await buildAnnexes({ ...pack, forumNames: await readForumNames(pack) });
  const files = new Map<string, Buffer>();
  for (const { file, source } of annexes) addWithBrotli(files, file, source);
  const policies: { [file: string]: string } = {};
  for (const page of pages) {
    const own = chooseAnnexes(annexes, annexesOf[page.name] ?? []);
    const script = page.hasScript ? await bundlePage(page.name, own, pack.zone) : undefined;
    const sends = "sends" in page;
    const sheet = page.seals || sends ? styles.seals : styles.tells;
    for (const language of languages) {
      const sentences = sentencesOf(page, language);
      const { body, said } = markup.renderPage({ page: page.name, language, words: sentences, pack });
      const style = usedStyle(sheet, [body, script ?? "", ...own.map(({ source }) => source)]);
      const unsaid = Object.fromEntries(Object.entries(sentences).filter(([key]) => !said.includes(key)));
      const policy = policyFor({
        seals: page.seals,
        reads: "reads" in page,
        sends,
        script,
        styles: [style, noScriptStyle],
        annexes: own,
        hasWorker: page.name === keptPage,
      });
      const title = sentences["titled" in page ? page.titled : "title"] ?? "";
      const html = pageSource({ page, language, title, policy, style, body, unsaid, script });
      addWithBrotli(files, `${page.name}.${language}.html`, html);
      policies[`${page.name}.${language}.html`] = `${policy}; frame-ancestors 'none'`;
      const catalogue = { reviewed: languageFacts[language].reviewed, sentences };
      if (!page.seals) continue;
      addWithBrotli(files, `${page.name}.words.${language}.json`, JSON.stringify(catalogue));
    }
  }
  addWithBrotli(files, workerFile, await buildWorker(...keptWith(files, annexes)));
  policies[workerFile] = workerPolicy;
  files.set("csp.json", Buffer.from(`${JSON.stringify(policies, null, 2)}\n`));
  return files;
}

/** What is kept beside the page, by address, and the files whose change makes another release. */
function keptWith(files: ReadonlyMap<string, Buffer>, annexes: readonly Annex[]) {
  const words = languages.map((language) => `/${keptPage}/words/${language}.json`);
  const own = chooseAnnexes(annexes, annexesOf[keptPage] ?? []).map(({ address }) => address);
  const pages = [...files].filter(([name]) => name.startsWith(`${keptPage}.`) && !name.endsWith(".br"));
  return [[...words, ...own], pages.map(([, bytes]) => bytes)] as const;
}

/** Builds the pages into `apps/complain/dist`. */
export async function writePages(): Promise<void> {
  const folder = new URL("../dist/", import.meta.url);
  const files = await buildPages();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of files) await writeFile(new URL(name, folder), bytes);
}

/** Every sentence of a page in one language, the refusals it may meet among them. */
function sentencesOf({ words, refusals }: Page, language: Language): Sentences {
  const told = refusals.map((code) => [code, refusalsWords[language][code]] as const);
  const { months, dates } = languageFacts[language];
  const dated = { months: months.join(" "), day: dates.day };
  return { ...commonWords[language], ...words[language], ...Object.fromEntries(told), ...dated };
}

const noScriptStyle = ".loading{display:none}";

type Source = {
  readonly page: Page;
  readonly language: Language;
  readonly title: string;
  readonly policy: string;
  readonly style: string;
  readonly body: string;
  readonly unsaid: Sentences;
  /** Absent on a page that is whole without. */
  readonly script: string | undefined;
};

/** Words before script: on a slow line the first screen is read while the rest still arrives. */
function pageSource({ page, language, title, policy, style, body, unsaid, script }: Source): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escapeText(title)}</title>
<style>${style}</style>
<noscript><style>${noScriptStyle}</style></noscript>
</head>
<body>
${body}
${page.seals || "reads" in page ? `${trustMark}\n` : ""}${script === undefined ? "" : scriptSource(script, unsaid)}</body>
</html>
`;
}

function scriptSource(script: string, unsaid: Sentences): string {
  const sentences = JSON.stringify(unsaid).replace(/</g, "\\u003c");
  return `<script type="application/json" id="sentences">${sentences}</script>
<script>${script}</script>
`;
}

const escapeText = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

function addWithBrotli(files: Map<string, Buffer>, name: string, text: string): void {
  const bytes = Buffer.from(text);
  files.set(name, bytes);
  files.set(`${name}.br`, compress(bytes));
}

/** As small as brotli goes; what the sizes are counted in. */
export function compress(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

const bundlePage = (page: PageName, annexes: readonly Annex[], zone: string): Promise<string> =>
  bundleScript(`${here}../src/${page}/main.ts`, {
    define: { annexAddresses: annexAddresses(annexes), missionZone: JSON.stringify(zone) },
  });

async function bundleStyle(kind: "sealing" | "front"): Promise<string> {
  const sheets = ["tokens", "paper", "controls", "records"].map((name) => `@import "@temwen/ui/styles/${name}.css";`);
  const contents = [...sheets, '@import "./pages.css";', `@import "./${kind}.css";`].join("\n");
  const result = await build({
    ...everywhere,
    stdin: { contents, resolveDir: here, loader: "css" },
    target: engines,
  });
  return textOf(result.outputFiles);
}

/** The markup is TSX, which Node does not run: bundled, then imported from a file, whose name a fault can show. */
async function loadMarkup(): Promise<Markup> {
  const result = await build({
    ...everywhere,
    minify: false,
    entryPoints: [`${here}render-page.tsx`],
    format: "esm",
    platform: "node",
  });
  const folder = await mkdtemp(join(tmpdir(), "temwen-markup-"));
  try {
    const file = join(folder, "markup.mjs");
    await writeFile(file, textOf(result.outputFiles));
    return (await import(pathToFileURL(file).href)) as Markup;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
