// The law of imports, as one table. A zone is a folder (written without `src/`); the longest one that fits a file applies, and a
// file that no zone fits is an error: a new folder must say what it may know. Why each line stands: ARCHITECTURE.md.

export type Zone = {
  /** `packages/office`; fits `packages/office/src/roles.ts`, and `packages/record/postgres` fits `packages/record/src/postgres.ts` too. */
  readonly at: string;
  /** Workspaces by name; `sealing` means all its exports, `sealing/seal` only that one. */
  readonly imports: readonly string[] | "any";
  /** Workspaces of which only types may be named. */
  readonly types?: readonly string[];
  readonly npm?: readonly string[] | "any";
  /** `node:*` builtins: everywhere in the zone, or only in files called `…-node.ts`. */
  readonly node?: "everywhere" | "in -node files";
  /** Things that code in this zone may do although libraries generally may not. */
  readonly may?: readonly Power[];
  /** A rules folder: beside clock and chance it has no `await`, no timers, no fetch. */
  readonly isPure?: true;
  /** What no file of the zone may reach when it runs, however many imports away: `node:*`, a workspace, an export or a zone. */
  readonly neverReaches?: readonly string[];
};

export type Power = "read the clock" | "draw lots" | "write SQL" | "import apps";

const noble = ["@noble/curves", "@noble/hashes", "@noble/ed25519", "@noble/post-quantum"];
const rules = ["casework", "safeguards", "commitments"];
const pureRules = {
  imports: ["vocabulary", "mission-pack", "office"],
  isPure: true,
  neverReaches: ["node:*", "sealing", "record"],
} as const;
const serverMay = [
  ...["vocabulary", "mission-pack", "office", ...rules, "disclosure", "record", "public-log", "courier", "words", "ui"],
  "registers",
  ...["media", "sealing/inspect", "sealing/leaf", "sealing/parcel"],
];
const serverNpm = [
  ...[
    "hono",
    "@hono/node-server",
    "@hono/zod-openapi",
    "@remix-run/multipart-parser",
    "zod",
    "pino",
    "prom-client",
    "preact",
    "preact-render-to-string",
  ],
  ...[
    "@preact/signals",
    "@tus/server",
    "@tus/file-store",
    "@tus/s3-store",
    "aws4fetch",
    "rate-limiter-flexible",
    "altcha-lib",
  ],
  ...["d3-scale", "d3-shape", "d3-array", "uqr", ...noble],
];
const server = {
  imports: serverMay,
  npm: serverNpm,
  node: "everywhere",
  may: ["read the clock", "draw lots"],
  neverReaches: ["sealing/open", "sealing/lent", "sealing/matter"],
} as const;
const keeper = {
  imports: [
    ...[
      "vocabulary",
      "mission-pack",
      "office",
      ...rules,
      "disclosure",
      "public-log",
      "courier",
      "words",
      "ui",
      "media",
      "sealing",
    ],
  ],
  // What the panel found is one thing, whether a desk shows it or a dossier takes it along.
  types: ["dossier"],
  npm: [
    "@cantoo/pdf-lib",
    "age-encryption",
    "hono",
    "@hono/node-server",
    "zod",
    "pino",
    "preact",
    "preact-render-to-string",
    ...noble,
  ],
  node: "everywhere",
  may: ["read the clock", "draw lots"],
  neverReaches: ["record"],
} as const;

export const zones: readonly Zone[] = [
  // libraries: no environment, no clock of their own
  { at: "packages/vocabulary", imports: [], npm: ["canonicalize", ...noble], node: "in -node files" },
  {
    at: "packages/mission-pack",
    imports: ["vocabulary"],
    npm: ["zod", "temporal-polyfill", "date-holidays"],
    node: "in -node files",
  },
  { at: "packages/office", imports: ["vocabulary"], npm: noble, node: "in -node files" },
  {
    at: "packages/sealing",
    imports: ["vocabulary", "office"],
    npm: ["age-encryption", "shamir-secret-sharing", "@scure/base", ...noble],
    node: "in -node files",
    may: ["draw lots"],
  },
  { at: "packages/casework", ...pureRules },
  { at: "packages/safeguards", ...pureRules },
  { at: "packages/commitments", ...pureRules },
  {
    at: "packages/disclosure",
    imports: ["vocabulary", "mission-pack"],
    types: [...rules, "office"],
    neverReaches: ["node:*", "sealing", "record"],
  },
  {
    at: "packages/dossier",
    imports: ["vocabulary", "mission-pack", "words"],
    npm: ["@cantoo/pdf-lib"],
    neverReaches: ["node:*", "sealing", "record"],
  },
  { at: "packages/registers", imports: ["vocabulary"], neverReaches: ["node:*", "sealing", "record", ...rules] },
  { at: "packages/record", imports: ["vocabulary"], types: [...rules, "office"], neverReaches: [...rules, "sealing"] },
  {
    at: "packages/record/contract",
    imports: ["vocabulary"],
    types: [...rules, "office"],
    npm: ["fast-check"],
    node: "everywhere",
    may: ["draw lots"],
  },
  {
    at: "packages/record/postgres",
    imports: ["vocabulary"],
    types: [...rules, "office"],
    npm: ["pg", "kysely"],
    node: "everywhere",
    may: ["write SQL", "read the clock", "draw lots"],
    neverReaches: [...rules, "sealing"],
  },
  {
    at: "packages/record/embedded",
    imports: ["vocabulary"],
    npm: ["pg"],
    node: "everywhere",
    may: ["read the clock", "draw lots"],
  },
  {
    at: "packages/record/test",
    imports: ["vocabulary"],
    npm: ["pg", "fast-check"],
    node: "everywhere",
    may: ["write SQL", "read the clock", "draw lots"],
  },
  // Who checks the system installs this without the system: neither what it seals with, nor whom it believes, is in it.
  {
    at: "packages/public-log",
    imports: ["vocabulary"],
    npm: noble,
    node: "in -node files",
    neverReaches: ["office", "sealing", "record"],
  },
  { at: "packages/public-log/build", imports: [], npm: ["esbuild"], node: "everywhere" },
  {
    at: "packages/courier",
    imports: ["vocabulary", "office", "sealing/parcel"],
    npm: noble,
    node: "in -node files",
    may: ["read the clock", "draw lots"],
  },
  { at: "packages/words", imports: ["vocabulary"], neverReaches: ["node:*"] },
  {
    at: "packages/words/build",
    imports: ["vocabulary"],
    npm: ["@messageformat/core", "@messageformat/parser"],
    node: "everywhere",
  },
  {
    at: "packages/ui",
    imports: ["vocabulary", "words"],
    npm: ["preact", "@preact/signals", "d3-scale", "d3-shape", "d3-array", "uqr"],
    neverReaches: ["node:*"],
  },
  { at: "packages/media", imports: [], neverReaches: ["node:*"] },

  // processes and pages
  { at: "apps/server", ...server },
  // What comes in readable is sealed here at once, and gets a receipt.
  { at: "apps/server/channels", ...server, imports: [...serverMay, "sealing/seal", "sealing/receipt"] },
  {
    at: "apps/complain",
    imports: [
      "vocabulary",
      "office",
      "casework",
      "mission-pack",
      "sealing",
      "courier",
      "words",
      "ui",
      "media",
      "public-log",
    ],
    npm: ["preact", "@preact/signals", "uqr", ...noble],
    may: ["read the clock", "draw lots"],
    neverReaches: ["node:*", "record"],
  },
  {
    at: "apps/complain/build",
    imports: ["vocabulary", "mission-pack", "words", "ui"],
    npm: ["esbuild", "preact", "preact-render-to-string"],
    node: "everywhere",
  },
  { at: "apps/desk", ...keeper },
  { at: "apps/desk/keeper", ...keeper },
  {
    at: "apps/desk/page",
    imports: ["vocabulary", "mission-pack", "office", ...rules, "disclosure", "words", "ui", "media"],
    npm: ["preact", "@preact/signals", "d3-scale", "d3-shape", "d3-array"],
    may: ["read the clock", "draw lots"],
    neverReaches: ["node:*", "record", "sealing", "apps/desk/keeper"],
  },
  { at: "apps/desk/page/viewer", imports: [], neverReaches: ["node:*"] },
  // Reads what strangers sent: nothing of the house comes in here but the few words that it and the page say to each other.
  { at: "apps/desk/page/viewer/document", imports: [], npm: ["pdfjs-dist"], neverReaches: ["node:*"] },
  {
    at: "apps/temwen",
    imports: "any",
    npm: "any",
    node: "everywhere",
    may: ["read the clock", "draw lots", "import apps"],
  },

  // outside the product
  ...["tools", "test", "bench"].map(
    (at): Zone => ({
      at,
      imports: "any",
      npm: "any",
      node: "everywhere",
      may: ["read the clock", "draw lots", "write SQL", "import apps"],
    }),
  ),
];

/** The folders of a package, lowest first: a file that is no test imports from its own folder and from those named before it. */
export type Downhill = { readonly within: string; readonly folders: readonly string[] };

export const downhill: readonly Downhill[] = [
  {
    within: "packages/casework/src",
    folders: [
      // what is said
      ...["words", "vault", "custody", "acts", "facts"],
      // what a case is, and what may be ordered
      "case",
      // whether anybody brought it
      "opened",
      // the law of each family
      ...["consent", "intake", "inquiry", "protection", "taking-in", "owed", "panel", "referral", "escrow"],
      ...["erasure", "flood", "clocks"],
      // all of them together
      ...["law", "history", "seen"],
      // streams of their own, by the same mechanism
      "matters",
    ],
  },
];

/** The environment is read in these files and handed on as arguments. */
export const readsEnvironment = /(^|\/)main\.tsx?$|^(tools|test|bench)\//;

/** Tests, and what only tests use. They may name any library their workspace declares, `node:*`, fast-check and tools. */
export const isTestFile = (path: string): boolean =>
  /\.(test|testing)\.tsx?$/.test(path) || /\/testing\//.test(path) || path.startsWith("test/");

export const testNpm = ["fast-check", "pg", "playwright-core", "axe-core", "preact-render-to-string"];

/** Signs in running code that a power is used. String literals are blanked first, except for SQL, which lives in them. */
export const signsOfPower = {
  "read the clock": /\bDate\.now\b|\bnew Date\(\)|(?<!new )\bDate\(\)|\bperformance\.now\b|\bTemporal\.Now\b/,
  "draw lots": /\bMath\.random\b|\bcrypto\.\w+|\brandom(?:Bytes|UUID|Int)\(/,
} as const;

export const signsOfImpurity = /\bawait\b|\b(?:fetch|setTimeout|setInterval|setImmediate|queueMicrotask)\(/;

export const signsOfEnvironment =
  /\bprocess\.env\b|\bimport\.meta\.env\b|import \{[^}]*\benv\b[^}]*\} from "(?:node:)?process"/;

/** A literal that begins like a statement, in lower or upper case: prose that begins with "Select" is not SQL. */
export const signsOfSql = new RegExp(
  `["'\`]\\s*(?:${[
    "select\\s[^\"'`]*\\sfrom\\s",
    "select\\s+\\w+\\(",
    "insert\\s+into\\s",
    "update\\s+\\w+\\s+set\\s",
    "delete\\s+from\\s",
    "with\\s+\\w+\\s+as\\s+\\(",
    "(?:create|alter|drop)\\s+(?:or\\s+replace\\s+)?(?:table|index|unique|function|trigger|database|role|schema|type|view|materialized)\\s",
    "truncate\\s+(?:table\\s+)?\\w+",
  ]
    .flatMap((sign) => [sign, shoutWords(sign)])
    .join("|")})`,
);

/** `select\s` → `SELECT\s`: letters are raised, escapes and group marks are not. */
function shoutWords(sign: string): string {
  return sign.replace(/\\.|[a-z]+/g, (part) => (part.startsWith("\\") ? part : part.toUpperCase()));
}
