// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type KeepingWords = {
  readonly keeping: string;
  readonly kept: string;
  readonly unkeep: string;
  readonly removed: string;
  readonly keptNot: string;
  readonly phoneFull: string;
};

export const keepingWords: Readonly<Record<Language, KeepingWords>> = {
  ht: {
    keeping: "N ap kenbe paj la. Tann yon ti moman.",
    kept: "Sou telefòn sa a kounye a: paj la, lang yo ak lis anplwaye yo. Pawòl ou pa ladan.",
    unkeep: "Retire paj la",
    removed: "Paj la pa sou telefòn nan ankò.",
    keptNot: "Nou pa rive kenbe paj la. Verifye liy lan, epi eseye ankò.",
    phoneFull: "Telefòn nan plen. Nou pa kenbe paj la. Anyen pa pèdi.",
  },
  fr: {
    keeping: "Nous gardons la page. Un instant.",
    kept: "Sur ce téléphone maintenant : la page, ses langues et la liste du personnel. Pas vos mots.",
    unkeep: "Retirer la page",
    removed: "La page n’est plus sur ce téléphone.",
    keptNot: "Nous n’avons pas pu garder la page. Vérifiez le réseau, puis réessayez.",
    phoneFull: "Le téléphone est plein. La page n’est pas gardée. Rien n’est perdu.",
  },
  en: {
    keeping: "Keeping the page. One moment.",
    kept: "Now on this phone: the page, its languages and the list of staff. Your words are not.",
    unkeep: "Remove the page",
    removed: "The page is no longer on this phone.",
    keptNot: "We could not keep the page. Check the line, then try again.",
    phoneFull: "The phone is full. The page is not kept. Nothing is lost.",
  },
  es: {
    keeping: "Estamos guardando la página. Un momento.",
    kept: "Ahora en este teléfono: la página, sus idiomas y la lista del personal. Sus palabras no.",
    unkeep: "Quitar la página",
    removed: "La página ya no está en este teléfono.",
    keptNot: "No pudimos guardar la página. Revise la línea e inténtelo otra vez.",
    phoneFull: "El teléfono está lleno. La página no se guardó. No se pierde nada.",
  },
  sw: {
    keeping: "Tunahifadhi ukurasa. Subiri kidogo.",
    kept: "Sasa kwenye simu hii: ukurasa, lugha zake na orodha ya wafanyakazi. Maneno yako hayamo.",
    unkeep: "Ondoa ukurasa",
    removed: "Ukurasa haupo tena kwenye simu hii.",
    keptNot: "Hatukuweza kuhifadhi ukurasa. Angalia mtandao, kisha jaribu tena.",
    phoneFull: "Simu imejaa. Ukurasa haukuhifadhiwa. Hakuna kilichopotea.",
  },
};
