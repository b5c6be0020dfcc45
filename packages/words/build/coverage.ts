import { type Catalogue, publicSurfaces, type Surface, surfaces } from "../src/catalogues.ts";

/** How far a language has come: counted in sentences, against those that any catalogue has. */
export type Coverage = {
  readonly language: string;
  readonly surfaces: readonly SurfaceCoverage[];
  /** How many of its sentences a native speaker has read. */
  readonly reviewed: number;
};

export type SurfaceCoverage = {
  readonly surface: Surface;
  readonly there: number;
  readonly wanted: number;
  /** The keys that this language has no sentence for. */
  readonly missing: readonly string[];
};

/** What each language says and lacks. A key that any one language has is wanted in all. */
export function coverageOf(catalogues: readonly Catalogue[]): readonly Coverage[] {
  return catalogues.map((catalogue) => {
    const counted = surfaces.map((surface) => surfaceCoverage(catalogue, surface, wantedKeys(catalogues, surface)));
    const there = counted.reduce((sum, one) => sum + one.there, 0);
    return { language: catalogue.language, surfaces: counted, reviewed: catalogue.reviewed ? there : 0 };
  });
}

/** The sentences that somebody who opens a public page would miss: `es help title`. */
export function publicGaps(catalogues: readonly Catalogue[]): readonly string[] {
  const isPublic = (surface: Surface): boolean => (publicSurfaces as readonly Surface[]).includes(surface);
  return coverageOf(catalogues).flatMap((one) =>
    one.surfaces
      .filter(({ surface }) => isPublic(surface))
      .flatMap(({ surface, missing }) => missing.map((key) => `${one.language} ${surface} ${key}`)),
  );
}

/** The report as lines: a table, and under it every sentence that is missing. */
export function coverageText(catalogues: readonly Catalogue[]): string {
  const rows = coverageOf(catalogues);
  const cells = (one: Coverage): readonly string[] => [
    one.language,
    ...one.surfaces.map(({ there, wanted }) => `${there}/${wanted}`),
    `${one.reviewed}/${one.surfaces.reduce((sum, { wanted }) => sum + wanted, 0)}`,
  ];
  const lines = [["", ...surfaces, "reviewed"], ...rows.map(cells)].map((line) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(2) : cell.padStart(9))).join("  "),
  );
  const missing = rows.flatMap((one) =>
    one.surfaces.flatMap(({ surface, missing: keys }) =>
      keys.map((key) => `missing: ${one.language} ${surface} ${key}`),
    ),
  );
  return `${[...lines, ...missing].join("\n")}\n`;
}

function surfaceCoverage(catalogue: Catalogue, surface: Surface, wanted: readonly string[]): SurfaceCoverage {
  const said = catalogue.surfaces[surface];
  const missing = wanted.filter((key) => (said[key] ?? "").trim() === "");
  return { surface, there: wanted.length - missing.length, wanted: wanted.length, missing };
}

function wantedKeys(catalogues: readonly Catalogue[], surface: Surface): readonly string[] {
  return [...new Set(catalogues.flatMap((catalogue) => Object.keys(catalogue.surfaces[surface])))];
}
