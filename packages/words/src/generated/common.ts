// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type CommonWords = {
  readonly leave: string;
  readonly languages: string;
  readonly unreviewed: string;
  readonly loading: string;
  readonly languageStays: string;
  readonly firstPage: string;
  readonly next: string;
  readonly back: string;
  readonly cancel: string;
  readonly again: string;
  readonly demo: string;
};

export const commonWords: Readonly<Record<Language, CommonWords>> = {
  ht: {
    leave: "Sòti vit",
    languages: "Lang",
    unreviewed: "Tradiksyon sa a poko revize.",
    loading: "Paj la ap chaje. Si fraz sa a rete, eseye yon lòt navigatè.",
    languageStays: "Lang lan pa chanje. Sa w ekri a la toujou.",
    firstPage: "Ale nan premye paj sit la",
    next: "Suivan",
    back: "Retounen",
    cancel: "Anile",
    again: "Eseye ankò",
    demo: "Sa se yon egzanp. Pa voye yon vrè plent isit la.",
  },
  fr: {
    leave: "Quitter vite",
    languages: "Langue",
    unreviewed: "Cette traduction n’est pas encore relue.",
    loading: "La page se charge. Si cette phrase reste, essayez un autre navigateur.",
    languageStays: "La langue n’a pas changé. Votre texte est toujours là.",
    firstPage: "Aller à la première page du site",
    next: "Suivant",
    back: "Retour",
    cancel: "Annuler",
    again: "Réessayer",
    demo: "Ceci est une démonstration. N’envoyez pas de vraie plainte ici.",
  },
  en: {
    leave: "Leave quickly",
    languages: "Language",
    unreviewed: "This translation is not yet reviewed.",
    loading: "The page is loading. If this line stays, try another browser.",
    languageStays: "The language did not change. What you wrote is still here.",
    firstPage: "Go to the first page of this site",
    next: "Next",
    back: "Back",
    cancel: "Cancel",
    again: "Try again",
    demo: "This is a demonstration. Do not send a real complaint here.",
  },
  es: {
    leave: "Salir rápido",
    languages: "Idioma",
    unreviewed: "Esta traducción aún no está revisada.",
    loading: "La página se está cargando. Si esta línea no desaparece, pruebe otro navegador.",
    languageStays: "El idioma no cambió. Lo que usted escribió sigue aquí.",
    firstPage: "Ir a la primera página de este sitio",
    next: "Siguiente",
    back: "Atrás",
    cancel: "Cancelar",
    again: "Intentar de nuevo",
    demo: "Esto es una demostración. No envíe aquí una queja verdadera.",
  },
  sw: {
    leave: "Ondoka haraka",
    languages: "Lugha",
    unreviewed: "Tafsiri hii bado haijakaguliwa.",
    loading: "Ukurasa unafunguka. Mstari huu ukibaki, jaribu kivinjari kingine.",
    languageStays: "Lugha haikubadilika. Ulichoandika bado kipo hapa.",
    firstPage: "Nenda kwenye ukurasa wa kwanza wa tovuti hii",
    next: "Inayofuata",
    back: "Rudi",
    cancel: "Ghairi",
    again: "Jaribu tena",
    demo: "Hili ni onyesho tu. Usitume malalamiko ya kweli hapa.",
  },
};
