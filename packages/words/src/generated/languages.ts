// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { DateWords } from "../dates.ts";
import type { Language } from "../language.ts";

/** What each language calls itself, how it tells dates, and whether a native speaker has read its catalogue. */
export const languageFacts: Readonly<
  Record<Language, DateWords & { readonly name: string; readonly reviewed: boolean }>
> = {
  ht: {"name":"Kreyòl","reviewed":false,"months":["janvye","fevriye","mas","avril","me","jen","jiyè","out","septanm","oktòb","novanm","desanm"],"dates":{"day":"{day} {month} {year}","month":"{month} {year}"}},
  fr: {"name":"Français","reviewed":false,"months":["janvier","février","mars","avril","mai","juin","juillet","août","septembre","octobre","novembre","décembre"],"dates":{"day":"{day} {month} {year}","month":"{month} {year}"}},
  en: {"name":"English","reviewed":false,"months":["January","February","March","April","May","June","July","August","September","October","November","December"],"dates":{"day":"{day} {month} {year}","month":"{month} {year}"}},
  es: {"name":"Español","reviewed":false,"months":["enero","febrero","marzo","abril","mayo","junio","julio","agosto","septiembre","octubre","noviembre","diciembre"],"dates":{"day":"{day} de {month} de {year}","month":"{month} de {year}"}},
  sw: {"name":"Kiswahili","reviewed":false,"months":["Januari","Februari","Machi","Aprili","Mei","Juni","Julai","Agosti","Septemba","Oktoba","Novemba","Desemba"],"dates":{"day":"{day} {month} {year}","month":"{month} {year}"}},
};
