// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type StepsWords = {
  readonly looking: string;
  readonly included: string;
  readonly includedAlone: string;
  readonly save: string;
  readonly saveHint: string;
  readonly waits: string;
  readonly missing: string;
  readonly missingSince: string;
  readonly missingByPhone: string;
  readonly another: string;
  readonly someMissing: string;
  readonly allIn: string;
  readonly someWait: string;
  readonly witnesses: string;
  readonly witnessNone: string;
  readonly keep: string;
  readonly askPartner: string;
  readonly how: string;
  readonly "log-unreachable": string;
  readonly "log-none": string;
  readonly "log-unjudged": string;
  readonly "log-wrong": string;
};

export const stepsWords: Readonly<Record<Language, StepsWords>> = {
  ht: {
    looking: "N ap gade nan jounal piblik la.",
    included: "Nan jounal piblik la. Gen temwen ki wè sa: {hour}.",
    includedAlone: "Nan jounal piblik la. Poko gen temwen ki siyen.",
    save: "Konsève prèv la",
    saveHint: "Prèv la pa gen pawòl ou ladan l. Fichye a rete sou telefòn sa a.",
    waits: "L ap tann jounal piblik la. Li dwe ladan l anvan {hour}.",
    missing: "Li pa nan jounal piblik la. Li ta dwe ladan l.",
    missingSince: "Biwo a te gen jiska {hour}.",
    missingByPhone: "Biwo a te gen jiska {hour}, dapre lè telefòn sa a.",
    another: "Jounal piblik la gen lòt bagay nan plas sa a.",
    someMissing: "Etap ki pa nan jounal piblik la jan yo ta dwe: {n} sou {all}.",
    allIn: "Etap ki nan jounal piblik la: {n} sou {all}.",
    someWait: "Etap k ap tann toujou: {n}.",
    witnesses: "Se biwo a ki chwazi temwen yo: {names}.",
    witnessNone: "Poko gen temwen deyò ki siyen. Se pawòl biwo a sèlman.",
    keep: "Kenbe resi ou. Konsève prèv ou wè isit la.",
    askPartner: "Mande yon òganizasyon ou fè konfyans verifye tou.",
    how: "Kijan pou w verifye",
    "log-unreachable": "Nou pa ka jwenn jounal piblik la. Mesaj ou yo toujou la. Eseye ankò.",
    "log-none": "Biwo sa a pa montre okenn jounal piblik. Pèsonn pa ka verifye etap sa yo.",
    "log-unjudged": "Telefòn sa a pa ka verifye temwen sa yo. Pwogram lib nou an kapab.",
    "log-wrong": "Siyati oswa pati jounal piblik la pa mache ansanm. Pa fè l konfyans.",
  },
  fr: {
    looking: "Lecture du journal public.",
    included: "Dans le journal public. Des témoins l’ont vu : {hour}.",
    includedAlone: "Dans le journal public. Aucun témoin n’a encore signé.",
    save: "Enregistrer la preuve",
    saveHint: "La preuve ne contient aucun de vos mots. Le fichier reste sur ce téléphone.",
    waits: "Attend le journal public. Doit y être avant le {hour}.",
    missing: "Absent du journal public, alors qu’il devrait y être.",
    missingSince: "Le bureau avait jusqu’au {hour}.",
    missingByPhone: "Le bureau avait jusqu’au {hour}, selon l’heure de ce téléphone.",
    another: "Le journal public contient autre chose à cette place.",
    someMissing: "Étapes qui ne sont pas dans le journal public comme il faut : {n} sur {all}.",
    allIn: "Étapes dans le journal public : {n} sur {all}.",
    someWait: "Étapes qui attendent encore : {n}.",
    witnesses: "C’est le bureau qui a choisi les témoins : {names}.",
    witnessNone: "Aucun témoin extérieur ne signe encore. C’est la seule parole du bureau.",
    keep: "Gardez votre reçu. Enregistrez les preuves que vous voyez ici.",
    askPartner: "Demandez à une organisation de confiance de vérifier aussi.",
    how: "Comment vérifier",
    "log-unreachable": "Le journal public ne répond pas. Vos messages sont toujours là. Réessayez.",
    "log-none": "Ce bureau ne montre aucun journal public. Personne ne peut vérifier ces étapes.",
    "log-unjudged": "Ce téléphone ne peut pas vérifier ces témoins. Notre programme libre le peut.",
    "log-wrong": "Des signatures ou des parties du journal public ne vont pas ensemble. Ne vous y fiez pas.",
  },
  en: {
    looking: "Looking in the public log.",
    included: "In the public log. Witnesses saw it: {hour}.",
    includedAlone: "In the public log. No witness has signed yet.",
    save: "Save the proof",
    saveHint: "The proof holds none of your words. The file stays on this phone.",
    waits: "Waits for the public log. It must be there by {hour}.",
    missing: "Not in the public log, although it should be.",
    missingSince: "The office had until {hour}.",
    missingByPhone: "The office had until {hour}, by this phone’s clock.",
    another: "The public log holds something else in this place.",
    someMissing: "Steps that are not in the public log as they should be: {n} of {all}.",
    allIn: "Steps in the public log: {n} of {all}.",
    someWait: "Steps that still wait: {n}.",
    witnesses: "The office chose the witnesses itself: {names}.",
    witnessNone: "No witness outside signs yet. This is the office’s word alone.",
    keep: "Keep your receipt. Save the proofs that you see here.",
    askPartner: "Ask an organisation that you trust to check too.",
    how: "How to check it",
    "log-unreachable": "The public log cannot be reached. Your messages are still here. Try again.",
    "log-none": "This office shows no public log. Nobody can check these steps.",
    "log-unjudged": "This phone cannot check these witnesses. Our free program can.",
    "log-wrong": "Signatures or parts of the public log do not fit. Do not rely on it.",
  },
  es: {
    looking: "Leyendo el registro público.",
    included: "En el registro público. Testigos lo vieron: {hour}.",
    includedAlone: "En el registro público. Ningún testigo ha firmado todavía.",
    save: "Guardar la prueba",
    saveHint: "La prueba no contiene sus palabras. El archivo queda en este teléfono.",
    waits: "Espera el registro público. Debe estar ahí antes del {hour}.",
    missing: "No está en el registro público, aunque debería.",
    missingSince: "La oficina tenía hasta el {hour}.",
    missingByPhone: "La oficina tenía hasta el {hour}, según la hora de este teléfono.",
    another: "El registro público tiene otra cosa en este lugar.",
    someMissing: "Pasos que no están en el registro público como deben: {n} de {all}.",
    allIn: "Pasos en el registro público: {n} de {all}.",
    someWait: "Pasos que aún esperan: {n}.",
    witnesses: "La oficina misma eligió a los testigos: {names}.",
    witnessNone: "Ningún testigo de fuera firma todavía. Es solo la palabra de la oficina.",
    keep: "Guarde su recibo. Guarde las pruebas que ve aquí.",
    askPartner: "Pida a una organización de confianza que compruebe también.",
    how: "Cómo comprobarlo",
    "log-unreachable": "No se puede llegar al registro público. Sus mensajes siguen aquí. Intente otra vez.",
    "log-none": "Esta oficina no muestra ningún registro público. Nadie puede comprobar estos pasos.",
    "log-unjudged": "Este teléfono no puede comprobar a estos testigos. Nuestro programa libre puede.",
    "log-wrong": "Hay firmas o partes del registro público que no encajan. No se fíe de él.",
  },
  sw: {
    looking: "Tunaangalia kumbukumbu ya umma.",
    included: "Imo kwenye kumbukumbu ya umma. Mashahidi waliiona: {hour}.",
    includedAlone: "Imo kwenye kumbukumbu ya umma. Bado hakuna shahidi aliyesaini.",
    save: "Hifadhi uthibitisho",
    saveHint: "Uthibitisho hauna maneno yako. Faili inabaki kwenye simu hii.",
    waits: "Inasubiri kumbukumbu ya umma. Lazima iwemo kabla ya {hour}.",
    missing: "Haimo kwenye kumbukumbu ya umma, ingawa inapaswa kuwemo.",
    missingSince: "Ofisi ilikuwa na muda hadi {hour}.",
    missingByPhone: "Ofisi ilikuwa na muda hadi {hour}, kwa saa ya simu hii.",
    another: "Kumbukumbu ya umma ina kitu kingine mahali hapa.",
    someMissing: "Hatua ambazo hazimo kwenye kumbukumbu ya umma kama inavyopaswa: {n} kati ya {all}.",
    allIn: "Hatua zilizomo kwenye kumbukumbu ya umma: {n} kati ya {all}.",
    someWait: "Hatua zinazosubiri bado: {n}.",
    witnesses: "Ofisi yenyewe ilichagua mashahidi: {names}.",
    witnessNone: "Bado hakuna shahidi wa nje anayesaini. Ni neno la ofisi tu.",
    keep: "Tunza risiti yako. Hifadhi uthibitisho unaouona hapa.",
    askPartner: "Omba shirika unaloliamini lithibitishe pia.",
    how: "Jinsi ya kuthibitisha",
    "log-unreachable": "Kumbukumbu ya umma haipatikani. Ujumbe wako bado upo. Jaribu tena.",
    "log-none": "Ofisi hii haionyeshi kumbukumbu ya umma. Hakuna anayeweza kuthibitisha hatua hizi.",
    "log-unjudged": "Simu hii haiwezi kuthibitisha mashahidi hawa. Programu yetu huru inaweza.",
    "log-wrong": "Saini au sehemu za kumbukumbu ya umma hazilingani. Usiitegemee.",
  },
};
