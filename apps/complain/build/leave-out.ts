import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import { fault, leftOut } from "./left-out.ts";

/**
 * An esbuild plugin that leaves out of the bundle what `left-out.ts` lists. Each text must be found exactly once, so that an
 * upgrade of a library is noticed here.
 */
export const leaveOut: Plugin = {
  name: "leave-out",
  setup(build) {
    build.onResolve({ filter: /^(age-encryption|shamir-secret-sharing)$/ }, async ({ path, ...rest }) => {
      if (rest.pluginData === "resolved") return undefined;
      const { importer, resolveDir, kind } = rest;
      const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: "resolved" });
      return { ...found, sideEffects: false };
    });
    build.onResolve({ filter: /^\.\// }, async ({ path, ...rest }) => {
      if (rest.pluginData === "resolved" || !/[\\/]age-encryption[\\/]/.test(rest.importer)) return undefined;
      const { importer, resolveDir, kind } = rest;
      const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: "resolved" });
      return { ...found, sideEffects: false };
    });
    for (const { file, changes = [], workedOut = [], bodies = [] } of leftOut) {
      build.onLoad({ filter: file }, async ({ path }) => {
        let contents = await readFile(path, "utf8");
        for (const [found, put] of changes) contents = replaceOnly(contents, found, put, path);
        for (const [from, to, put] of workedOut) contents = workOut(contents, [from, to, put], path);
        for (const head of bodies) contents = cutBody(contents, head, path);
        return { contents, loader: "js" };
      });
    }
  },
};

function replaceOnly(contents: string, found: string, put: string, path: string): string {
  if (contents.split(found).length !== 2) throw new Error(`${path} no longer holds exactly one “${found}”`);
  return contents.replace(found, () => put);
}

/** What stands from one text up to another, in whose place something else comes. */
function workOut(contents: string, [from, to, put]: readonly [string, string, string], path: string): string {
  const start = contents.indexOf(from);
  const end = contents.indexOf(to, start);
  if (start === -1 || end === -1) throw new Error(`${path} no longer holds “${from}” before “${to}”`);
  return replaceOnly(contents, contents.slice(start, end), put, path);
}

/** A body ends with the first line that begins with a brace at its own head's indentation. */
export function cutBody(contents: string, head: string, path: string): string {
  const indentation = head.slice(0, head.length - head.trimStart().length);
  const from = contents.indexOf(`\n${head}\n`) + 1 + head.length;
  const to = contents.indexOf(`\n${indentation}}`, from);
  if (to === -1) throw new Error(`${path}: “${head}” has no end`);
  return replaceOnly(contents, `\n${contents.slice(from - head.length, to)}`, `\n${head} ${fault};`, path);
}
