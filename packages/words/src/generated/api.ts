// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type ApiWords = {
  readonly title: string;
  readonly lead: string;
  readonly document: string;
  readonly sends: string;
  readonly refusals: string;
  readonly session: string;
};

export const apiWords: Readonly<Record<Language, ApiWords>> = {
  ht: {
    title: "Pou moun k ap ekri pwogram",
    lead: "Men sa sit sa a konprann lè yon pwogram pale avè l. Detay yo an angle.",
    document: "Dokiman pou pwogram (OpenAPI 3.1)",
    sends: "Sa ou voye",
    refusals: "Repons ki di non",
    session: "Pou anplwaye ki antre sèlman",
  },
  fr: {
    title: "Pour qui écrit des programmes",
    lead: "Voici ce que ce site comprend quand un programme lui parle. Les détails sont en anglais.",
    document: "Document pour les programmes (OpenAPI 3.1)",
    sends: "Ce que vous envoyez",
    refusals: "Réponses qui disent non",
    session: "Seulement pour le personnel connecté",
  },
  en: {
    title: "For people who write programs",
    lead: "This is what the site understands when a program speaks to it. The details are in English.",
    document: "Document for programs (OpenAPI 3.1)",
    sends: "What you send",
    refusals: "Answers that say no",
    session: "Only for staff who signed in",
  },
  es: {
    title: "Para quien escribe programas",
    lead: "Esto entiende el sitio cuando un programa le habla. Los detalles están en inglés.",
    document: "Documento para programas (OpenAPI 3.1)",
    sends: "Lo que envía",
    refusals: "Respuestas que dicen no",
    session: "Solo para el personal que entró",
  },
  sw: {
    title: "Kwa wanaoandika programu",
    lead: "Hivi ndivyo tovuti inavyoelewa programu inapoongea nayo. Maelezo ni kwa Kiingereza.",
    document: "Hati kwa programu (OpenAPI 3.1)",
    sends: "Unachotuma",
    refusals: "Majibu yanayokataa",
    session: "Kwa wafanyakazi walioingia tu",
  },
};
