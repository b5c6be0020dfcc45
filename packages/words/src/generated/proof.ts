// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type ProofWords = {
  readonly promiseNone: string;
  readonly waits: string;
  readonly unreachable: string;
  readonly seenBy: string;
  readonly squares: string;
  readonly squaresHint: string;
  readonly squaresTooLong: string;
};

export const proofWords: Readonly<Record<Language, ProofWords>> = {
  ht: {
    promiseNone: "Biwo a pa bay okenn pwomès siyen pou jounal piblik la.",
    waits: "Li poko nan jounal la. Paj sa a ap gade ankò poukont li.",
    unreachable: "Nou pa ka rive jwenn jounal piblik la kounye a. Paj sa a ap eseye ankò.",
    seenBy: "Men temwen ki wè l: {names}.",
    squares: "Montre prèv la kòm kare",
    squaresHint: "Yon lòt telefòn ka pran yo an foto. Pa gen okenn pawòl ou ladan yo.",
    squaresTooLong: "Prèv la twò long pou kare. Konsève l kòm fichye.",
  },
  fr: {
    promiseNone: "Le bureau n’a donné aucune promesse signée pour le journal public.",
    waits: "Pas encore dans le journal. Cette page regarde de nouveau d’elle-même.",
    unreachable: "Le journal public est injoignable pour le moment. Cette page réessaie.",
    seenBy: "Témoins qui l’ont vu : {names}.",
    squares: "Montrer la preuve en carrés",
    squaresHint: "Un autre téléphone peut les photographier. Ils ne contiennent aucun de vos mots.",
    squaresTooLong: "La preuve est trop longue pour des carrés. Enregistrez-la en fichier.",
  },
  en: {
    promiseNone: "The office gave no signed promise for the public log.",
    waits: "Not in the log yet. This page looks again by itself.",
    unreachable: "The public log cannot be reached now. This page tries again.",
    seenBy: "Witnesses that saw it: {names}.",
    squares: "Show the proof as squares",
    squaresHint: "Another phone can photograph them. They hold none of your words.",
    squaresTooLong: "The proof is too long for squares. Save it as a file.",
  },
  es: {
    promiseNone: "La oficina no dio ninguna promesa firmada para el registro público.",
    waits: "Aún no está en el registro. Esta página vuelve a mirar sola.",
    unreachable: "Ahora no se puede llegar al registro público. Esta página lo intenta otra vez.",
    seenBy: "Testigos que lo vieron: {names}.",
    squares: "Mostrar la prueba en cuadros",
    squaresHint: "Otro teléfono puede fotografiarlos. No contienen ninguna de sus palabras.",
    squaresTooLong: "La prueba es demasiado larga para cuadros. Guárdela como archivo.",
  },
  sw: {
    promiseNone: "Ofisi haikutoa ahadi iliyotiwa sahihi kuhusu kumbukumbu ya umma.",
    waits: "Bado haiko kwenye kumbukumbu. Ukurasa huu unatazama tena wenyewe.",
    unreachable: "Kumbukumbu ya umma haipatikani sasa. Ukurasa huu unajaribu tena.",
    seenBy: "Mashahidi walioiona: {names}.",
    squares: "Onyesha uthibitisho kama miraba",
    squaresHint: "Simu nyingine inaweza kuipiga picha. Haina neno lako lolote.",
    squaresTooLong: "Uthibitisho ni mrefu mno kwa miraba. Uhifadhi kama faili.",
  },
};
