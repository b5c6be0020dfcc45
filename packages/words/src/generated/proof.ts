// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type ProofWords = {
  readonly promised: string;
  readonly promiseNone: string;
  readonly promiseWrong: string;
  readonly waits: string;
  readonly unreachable: string;
  readonly seenBy: string;
  readonly squares: string;
  readonly squaresHint: string;
};

export const proofWords: Readonly<Record<Language, ProofWords>> = {
  ht: {
    promised: "Biwo a siyen: pawòl ou ap nan jounal piblik la anvan {hour}.",
    promiseNone: "Biwo a pa bay okenn pwomès siyen pou jounal piblik la.",
    promiseWrong: "Pwomès biwo a pa bon. Montre yon moun ou fè konfyans sa.",
    waits: "Li poko nan jounal la. Paj sa a ap gade ankò poukont li.",
    unreachable: "Nou pa ka rive jwenn jounal piblik la kounye a. Paj sa a ap eseye ankò.",
    seenBy: "Men temwen ki wè l: {names}.",
    squares: "Montre prèv la kòm kare",
    squaresHint: "Yon lòt telefòn ka pran yo an foto. Pa gen okenn pawòl ou ladan yo.",
  },
  fr: {
    promised: "Le bureau a signé : vos mots seront dans le journal public avant le {hour}.",
    promiseNone: "Le bureau n’a donné aucune promesse signée pour le journal public.",
    promiseWrong: "La promesse du bureau n’est pas bonne. Montrez-le à quelqu’un de confiance.",
    waits: "Pas encore dans le journal. Cette page regarde de nouveau d’elle-même.",
    unreachable: "Le journal public est injoignable pour le moment. Cette page réessaie.",
    seenBy: "Témoins qui l’ont vu : {names}.",
    squares: "Montrer la preuve en carrés",
    squaresHint: "Un autre téléphone peut les photographier. Ils ne contiennent aucun de vos mots.",
  },
  en: {
    promised: "The office has signed: your words will be in the public log by {hour}.",
    promiseNone: "The office gave no signed promise for the public log.",
    promiseWrong: "The office’s promise is not right. Show this to somebody you trust.",
    waits: "Not in the log yet. This page looks again by itself.",
    unreachable: "The public log cannot be reached now. This page tries again.",
    seenBy: "Witnesses that saw it: {names}.",
    squares: "Show the proof as squares",
    squaresHint: "Another phone can photograph them. They hold none of your words.",
  },
  es: {
    promised: "La oficina ha firmado: sus palabras estarán en el registro público antes del {hour}.",
    promiseNone: "La oficina no dio ninguna promesa firmada para el registro público.",
    promiseWrong: "La promesa de la oficina no es correcta. Muéstrelo a alguien de confianza.",
    waits: "Aún no está en el registro. Esta página vuelve a mirar sola.",
    unreachable: "Ahora no se puede llegar al registro público. Esta página lo intenta otra vez.",
    seenBy: "Testigos que lo vieron: {names}.",
    squares: "Mostrar la prueba en cuadros",
    squaresHint: "Otro teléfono puede fotografiarlos. No contienen ninguna de sus palabras.",
  },
  sw: {
    promised: "Ofisi imetia sahihi: maneno yako yatakuwa kwenye kumbukumbu ya umma kabla ya {hour}.",
    promiseNone: "Ofisi haikutoa ahadi iliyotiwa sahihi kuhusu kumbukumbu ya umma.",
    promiseWrong: "Ahadi ya ofisi si sahihi. Mwonyeshe mtu unayemwamini.",
    waits: "Bado haiko kwenye kumbukumbu. Ukurasa huu unatazama tena wenyewe.",
    unreachable: "Kumbukumbu ya umma haipatikani sasa. Ukurasa huu unajaribu tena.",
    seenBy: "Mashahidi walioiona: {names}.",
    squares: "Onyesha uthibitisho kama miraba",
    squaresHint: "Simu nyingine inaweza kuipiga picha. Haina neno lako lolote.",
  },
};
