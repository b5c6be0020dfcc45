import { parse, type Token } from "@messageformat/parser";
import { type Catalogue, type Surface, surfaces } from "../src/catalogues.ts";

/**
 * Typed TypeScript from catalogues: file name → source. Deterministic: the same catalogues give the same bytes.
 * A surface of the public pages becomes plain sentences with `{placeholders}`; the desk's become typed functions
 * wherever a message counts or names something.
 */
export function compileCatalogues(catalogues: readonly Catalogue[]): Readonly<Record<string, string>> {
  const files: Record<string, string> = { "languages.ts": languagesSource(catalogues) };
  for (const surface of surfaces) {
    files[`${surface}.ts`] = surfaceSource(surface, catalogues);
  }
  return files;
}

/** The names of a message's placeholders, each with the type its use asks for. */
export function placeholdersOf(message: string): ReadonlyMap<string, "string" | "number"> {
  const found = new Map<string, "string" | "number">();
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === "argument") found.set(token.arg, found.get(token.arg) ?? "string");
      else if (token.type === "plural") {
        found.set(token.arg, "number");
        for (const branch of token.cases) visit(branch.tokens);
      } else if (token.type !== "content" && token.type !== "octothorpe") {
        throw new Error(`a message may not use ${token.type}`);
      }
    }
  };
  visit(parse(message));
  return found;
}

/** Whether a message has only plain placeholders. */
export function isPlain(message: string): boolean {
  return parse(message).every((token) => token.type === "content" || token.type === "argument");
}

/** What only desks show: there a message may count and name. */
const countingSurfaces: readonly Surface[] = ["desk", "panel"];

const heading = "// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.\n";

function languagesSource(catalogues: readonly Catalogue[]): string {
  const rows = catalogues.map(
    ({ language, name, reviewed, months, dates }) =>
      `  ${language}: ${JSON.stringify({ name, reviewed, months, dates })},`,
  );
  return `${heading}import type { DateWords } from "../dates.ts";
import type { Language } from "../language.ts";

/** What each language calls itself, how it tells dates, and whether a native speaker has read its catalogue. */
export const languageFacts: Readonly<
  Record<Language, DateWords & { readonly name: string; readonly reviewed: boolean }>
> = {
${rows.join("\n")}
};
`;
}

function surfaceSource(surface: Surface, catalogues: readonly Catalogue[]): string {
  const typeName = `${surface.charAt(0).toUpperCase()}${surface.slice(1)}Words`;
  const first = catalogues[0]?.surfaces[surface] ?? {};
  const counts = countingSurfaces.includes(surface);
  const members = Object.entries(first).map(
    ([key, message]) => `  readonly ${property(key)}: ${typeOf(message, counts)};`,
  );
  const languages = catalogues.map((catalogue) => {
    const rows = Object.entries(catalogue.surfaces[surface]).map(
      ([key, message]) => `    ${property(key)}: ${sourceOf(message, catalogue.language, counts)},`,
    );
    return `  ${catalogue.language}: {\n${rows.join("\n")}\n  },`;
  });
  const imports = counts
    ? 'import { type Language, numberText, pluralKind } from "../language.ts";'
    : 'import type { Language } from "../language.ts";';
  return `${heading}${imports}

export type ${typeName} = {
${members.join("\n")}
};

export const ${surface}Words: Readonly<Record<Language, ${typeName}>> = {
${languages.join("\n")}
};
`;
}

function property(key: string): string {
  return /^[a-z]\w*$/i.test(key) ? key : JSON.stringify(key);
}

function typeOf(message: string, counts: boolean): string {
  const placeholders = [...placeholdersOf(message)];
  if (!counts || placeholders.length === 0) return "string";
  return `(values: { ${placeholders.map(([name, type]) => `readonly ${name}: ${type}`).join("; ")} }) => string`;
}

function sourceOf(message: string, language: string, counts: boolean): string {
  if (!counts || placeholdersOf(message).size === 0) return JSON.stringify(message);
  return `(values) => ${expressionOf(parse(message), language, undefined)}`;
}

function expressionOf(tokens: readonly Token[], language: string, counted: string | undefined): string {
  const parts = tokens.map((token): string => {
    switch (token.type) {
      case "content":
        return JSON.stringify(token.value);
      case "argument":
        return `String(values.${token.arg})`;
      case "octothorpe":
        return `numberText("${language}", values.${counted})`;
      case "plural":
        return pluralExpression(token, language);
      default:
        throw new Error(`a message may not use ${token.type}`);
    }
  });
  return parts.length === 1 ? (parts[0] as string) : parts.join(" + ");
}

function pluralExpression(
  token: Extract<Token, { type: "plural" | "select" | "selectordinal" }>,
  language: string,
): string {
  const other = token.cases.find((branch) => branch.key === "other");
  if (other === undefined) throw new Error("a plural needs the case `other`");
  const tests = token.cases
    .filter((branch) => branch !== other)
    .map((branch) => {
      const test = branch.key.startsWith("=")
        ? `values.${token.arg} === ${Number(branch.key.slice(1))}`
        : `pluralKind("${language}", values.${token.arg}) === ${JSON.stringify(branch.key)}`;
      return `${test} ? ${expressionOf(branch.tokens, language, token.arg)} : `;
    });
  return `(${tests.join("")}${expressionOf(other.tokens, language, token.arg)})`;
}
