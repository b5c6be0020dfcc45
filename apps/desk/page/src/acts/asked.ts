import type { Fact } from "@temwen/ui";
import type { ComponentChildren } from "preact";
import type { CaseView } from "../../../keeper/src/views.ts";
import type { Words } from "../say.ts";

// An act's sheet asks one thing after the other. Each such thing is an `Asked`: what it holds at first, how it is shown, and
// what the order then says. A sheet is a row of them (`sheet.ts`), so a new order needs a declaration and no new form.

/** What somebody wrote and chose in a sheet, by the sheet's own names; a draft keeps it (`drafts.ts`). */
export type Written = { readonly [field: string]: string | readonly string[] };

/** The case a sheet is about, what was written so far, and what the order calls this one thing. */
export type Asking = { readonly view: CaseView; readonly written: Written; readonly name: string };

/** The same on screen: how to write, and whether somebody has tried to sign already. */
export type Shown = Asking & { readonly write: (part: Written) => void; readonly isTried: boolean };

/** One thing that a sheet asks for. */
export type Asked<V> = {
  /** What is written at first. */
  readonly starts: (at: Omit<Asking, "written">) => Written;
  readonly show: (at: Shown) => ComponentChildren;
  /** What the order says; undefined as long as it is not answered. */
  readonly read: (at: Asking) => V | undefined;
  /** What was answered, in words, for whoever compares two versions; undefined where there is nothing to compare. */
  readonly tell: (at: Asking) => Fact | undefined;
};

/** A word of the desk that needs nothing filled in. */
export type PlainWord = { readonly [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words];

/** The one thing written under a name; empty where nothing is. */
export function textIn(written: Written, field: string): string {
  const found = written[field];
  return typeof found === "string" ? found : "";
}

/** The list written under a name. */
export function listIn(written: Written, field: string): readonly string[] {
  const found = written[field];
  return found === undefined || typeof found === "string" ? [] : found;
}

/** Where a question stands on the page; who tries to sign too early is brought there. */
export const placeOf = (name: string): string => `ask-${name.replaceAll(".", "-")}`;
