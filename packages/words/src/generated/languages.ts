// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

/** What each language calls itself and its months, and whether a native speaker has read its catalogue. */
export const languageFacts: Readonly<
  Record<Language, { readonly name: string; readonly reviewed: boolean; readonly months: readonly string[] }>
> = {
  ht: {"name":"Kreyòl","reviewed":false,"months":["janvye","fevriye","mas","avril","me","jen","jiyè","out","septanm","oktòb","novanm","desanm"]},
  fr: {"name":"Français","reviewed":false,"months":["janvier","février","mars","avril","mai","juin","juillet","août","septembre","octobre","novembre","décembre"]},
  en: {"name":"English","reviewed":false,"months":["January","February","March","April","May","June","July","August","September","October","November","December"]},
};
