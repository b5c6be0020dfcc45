// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type HomeWords = {
  readonly title: string;
  readonly lead: string;
  readonly tell: string;
  readonly tellHint: string;
  readonly notCourt: string;
  readonly read: string;
  readonly readHint: string;
  readonly free: string;
  readonly help: string;
  readonly helpHint: string;
  readonly about: string;
};

export const homeWords: Readonly<Record<Language, HomeWords>> = {
  ht: {
    title: "Nou koute w",
    lead: "Yon biwo endepandan koute moun ki gen plent sou fòs misyon an.",
    tell: "Di sa k pase",
    tellHint: "Pawòl ou fèmen a kle sou telefòn ou anvan yo voye yo.",
    notCourt: "Sa se pa yon plent nan tribinal.",
    read: "Li repons",
    readHint: "Ak 24 chif resi ou a.",
    free: "Sa gratis. Ou pa bezwen bay non w.",
    help: "Jwenn èd",
    helpHint: "Swen, yon avoka, yon moun pou koute w. San plent.",
    about: "Kiyès nou ye",
  },
  fr: {
    title: "Nous vous écoutons",
    lead: "Un bureau indépendant écoute les plaintes sur les forces de la mission.",
    tell: "Dire ce qui s’est passé",
    tellHint: "Vos mots sont verrouillés sur votre téléphone avant l’envoi.",
    notCourt: "Ce n’est pas une plainte devant un tribunal.",
    read: "Lire la réponse",
    readHint: "Avec les 24 chiffres de votre reçu.",
    free: "C’est gratuit. Vous n’avez pas à donner votre nom.",
    help: "Trouver de l’aide",
    helpHint: "Soins, avocat, quelqu’un pour écouter. Sans plainte.",
    about: "Qui nous sommes",
  },
  en: {
    title: "We are listening",
    lead: "An independent office hears complaints about the forces of the mission.",
    tell: "Tell what happened",
    tellHint: "Your words are locked on your phone before they are sent.",
    notCourt: "This is not a complaint to a court.",
    read: "Read the answer",
    readHint: "With the 24 digits of your receipt.",
    free: "It is free. You need not give your name.",
    help: "Get help",
    helpHint: "Care, a lawyer, someone to listen. No complaint needed.",
    about: "Who we are",
  },
  es: {
    title: "Le escuchamos",
    lead: "Una oficina independiente escucha las quejas sobre las fuerzas de la misión.",
    tell: "Decir lo que pasó",
    tellHint: "Sus palabras se cierran con llave en su teléfono antes del envío.",
    notCourt: "No es una queja ante un tribunal.",
    read: "Leer la respuesta",
    readHint: "Con los 24 dígitos de su recibo.",
    free: "Es gratis. No tiene que dar su nombre.",
    help: "Encontrar ayuda",
    helpHint: "Atención médica, abogado, alguien que escuche. Sin queja.",
    about: "Quiénes somos",
  },
  sw: {
    title: "Tunakusikiliza",
    lead: "Ofisi huru inasikiliza malalamiko kuhusu vikosi vya misheni.",
    tell: "Eleza kilichotokea",
    tellHint: "Maneno yako hufungwa kwa ufunguo kwenye simu yako kabla ya kutumwa.",
    notCourt: "Haya si malalamiko kwa mahakama.",
    read: "Soma jibu",
    readHint: "Kwa tarakimu 24 za risiti yako.",
    free: "Ni bila malipo. Si lazima utaje jina lako.",
    help: "Pata msaada",
    helpHint: "Matibabu, wakili, mtu wa kukusikiliza. Bila malalamiko.",
    about: "Sisi ni nani",
  },
};
