// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type ActsWords = {
  readonly consent: string;
  readonly now: string;
  readonly nowSealed: string;
  readonly change: string;
  readonly toMessages: string;
  readonly whatNow: string;
  readonly whatNowHint: string;
  readonly chooseFirst: string;
  readonly fromNow: string;
  readonly keepRead: string;
  readonly confirmChange: string;
  readonly sending: string;
  readonly changed: string;
  readonly changedHint: string;
  readonly help: string;
  readonly examine: string;
  readonly ask: string;
  readonly court: string;
  readonly helpYes: string;
  readonly helpAsked: string;
  readonly examineYes: string;
  readonly examineNo: string;
  readonly askYes: string;
  readonly askNo: string;
  readonly courtYes: string;
  readonly courtNo: string;
  readonly "no-consent-unchanged": string;
  readonly "no-out-of-turn": string;
  readonly "no-too-long": string;
  readonly "no-broken-text": string;
  readonly "no-wrong-stage": string;
  readonly over: string;
  readonly "no-empty": string;
  readonly "note-help-only": string;
  readonly "note-keep-words": string;
  readonly "note-investigate-without-me": string;
  readonly "note-investigate-with-me": string;
  readonly "note-court": string;
  readonly noMore: string;
  readonly add: string;
  readonly addHint: string;
  readonly addSend: string;
  readonly addNothing: string;
  readonly locking: string;
  readonly adding: string;
  readonly addLost: string;
  readonly leaveAll: string;
  readonly "no-too-much-evidence": string;
};

export const actsWords: Readonly<Record<Language, ActsWords>> = {
  ht: {
    consent: "Sa nou ka fè",
    now: "Kounye a, ou pèmèt: {choice}.",
    nowSealed: "Sa ou te chwazi a fèmen a kle ak pawòl ou. Paj sa a pa ka louvri l. Ou ka chwazi ankò.",
    change: "Chanje l",
    toMessages: "Retounen nan mesaj yo",
    whatNow: "Kisa nou ka fè kounye a?",
    whatNowHint: "Ou ka chanje lide ankò pita.",
    chooseFirst: "Chwazi youn anvan.",
    fromNow: "Apati kounye a",
    keepRead: "Moun biwo a ki te li pawòl ou deja pa ka bliye yo.",
    confirmChange: "Wi, chanje l",
    sending: "N ap voye l…",
    changed: "Nou chanje l",
    changedHint: "Biwo a wè sa ou chwazi. Se sa ki konte kounye a.",
    help: "Èd",
    examine: "Ankèt",
    ask: "Kesyon",
    court: "Tribinal",
    helpYes: "Nou chèche èd pou ou.",
    helpAsked: "Nou chèche èd si ou mande l.",
    examineYes: "Nou ka fè ankèt.",
    examineNo: "Nou pa fè ankèt.",
    askYes: "Anketè a ka poze w kesyon.",
    askNo: "Pa gen anketè k ap mande w pale.",
    courtYes: "Biwo a ka voye dosye a bay tribinal.",
    courtNo: "Dosye a pa ale nan tribinal.",
    "no-consent-unchanged": "Se sa ou te chwazi deja.",
    "no-out-of-turn": "Yon lòt mesaj rive anvan. Louvri bwat la ankò.",
    "no-too-long": "Tèks la twò long. Retire kèk fraz, epi eseye ankò.",
    "no-broken-text": "Tèks la gen yon siy ki kase. Efase l, epi ekri l ankò.",
    "no-wrong-stage": "Dosye a fini. Kounye a ou ka sèlman pèmèt mwens.",
    over: "Tèks la twò long. Retire {n} lèt.",
    "no-empty": "Ekri kèk mo anvan ou voye l.",
    "note-help-only": "Nou chèche èd pou ou. Nou pa fè ankèt.",
    "note-keep-words": "Nou pa fè lòt bagay anvan ou mande l.",
    "note-investigate-without-me": "Anketè a p ap mande w pale.",
    "note-investigate-with-me": "Anketè a ka poze w kesyon.",
    "note-court": "Nou fè ankèt. Apre sa, biwo a ka voye dosye a.",
    noMore: "Nou p ap kite lòt moun antre pou fè ankèt.",
    add: "Voye prèv",
    addHint: "Foto, fichye oswa vwa ou. Sèl moun ki ka li dosye w la ka louvri yo.",
    addSend: "Voye yo",
    addNothing: "Chwazi omwen yon foto, yon fichye oswa yon vwa.",
    locking: "N ap fèmen yo a kle: {n} sou {total}",
    adding: "Prèv ou",
    addLost: "Tout bagay poko rive. Si w retounen kounye a, rès la ap pèdi.",
    leaveAll: "Retounen kanmenm",
    "no-too-much-evidence": "Dosye sa a gen twòp prèv deja. Ekri biwo a.",
  },
  fr: {
    consent: "Ce que nous pouvons faire",
    now: "Maintenant, vous permettez : {choice}.",
    nowSealed: "Votre choix est verrouillé avec vos mots. Cette page ne peut pas l’ouvrir. Vous pouvez choisir à nouveau.",
    change: "Changer",
    toMessages: "Retour aux messages",
    whatNow: "Que pouvons-nous faire maintenant ?",
    whatNowHint: "Vous pourrez encore changer d’avis.",
    chooseFirst: "Choisissez d’abord.",
    fromNow: "À partir de maintenant",
    keepRead: "Qui a déjà lu vos mots ne peut pas les oublier.",
    confirmChange: "Oui, changer",
    sending: "Envoi en cours…",
    changed: "C’est changé",
    changedHint: "Le bureau voit votre choix. C’est lui qui compte maintenant.",
    help: "Aide",
    examine: "Enquête",
    ask: "Questions",
    court: "Tribunal",
    helpYes: "Nous cherchons de l’aide pour vous.",
    helpAsked: "Nous cherchons de l’aide si vous la demandez.",
    examineYes: "Nous pouvons enquêter.",
    examineNo: "Nous n’enquêtons pas.",
    askYes: "L’enquêteur peut vous poser des questions.",
    askNo: "Aucun enquêteur ne vous demande de parler.",
    courtYes: "Le bureau peut envoyer le dossier à un tribunal.",
    courtNo: "Le dossier ne va pas au tribunal.",
    "no-consent-unchanged": "C’est déjà votre choix.",
    "no-out-of-turn": "Un autre message est arrivé avant. Rouvrez la boîte.",
    "no-too-long": "Le texte est trop long. Retirez quelques phrases, puis réessayez.",
    "no-broken-text": "Le texte contient un signe abîmé. Effacez-le et récrivez-le.",
    "no-wrong-stage": "Le dossier est fini. Vous pouvez seulement permettre moins.",
    over: "Le texte est trop long. Retirez {n} lettres.",
    "no-empty": "Écrivez quelques mots avant d’envoyer.",
    "note-help-only": "Nous cherchons de l’aide pour vous. Nous n’enquêtons pas.",
    "note-keep-words": "Nous ne faisons rien d’autre avant votre demande.",
    "note-investigate-without-me": "L’enquêteur ne vous demandera pas de parler.",
    "note-investigate-with-me": "L’enquêteur peut vous poser des questions.",
    "note-court": "Nous enquêtons. Ensuite, le bureau peut envoyer le dossier.",
    noMore: "Personne d’autre n’entre pour enquêter.",
    add: "Envoyer des preuves",
    addHint: "Photos, fichiers ou votre voix. Seules les personnes qui peuvent lire votre dossier les ouvrent.",
    addSend: "Envoyer",
    addNothing: "Choisissez au moins une photo, un fichier ou une voix.",
    locking: "Verrouillage : {n} sur {total}",
    adding: "Vos preuves",
    addLost: "Tout n’est pas arrivé. Si vous revenez maintenant, le reste est perdu.",
    leaveAll: "Revenir quand même",
    "no-too-much-evidence": "Ce dossier a déjà trop de preuves. Écrivez au bureau.",
  },
  en: {
    consent: "What we may do",
    now: "Now you allow: {choice}.",
    nowSealed: "Your choice is locked with your words. This page cannot open it. You can choose again.",
    change: "Change it",
    toMessages: "Back to the messages",
    whatNow: "What may we do now?",
    whatNowHint: "You can change your mind again later.",
    chooseFirst: "Choose one first.",
    fromNow: "From now on",
    keepRead: "Staff who have read your words cannot forget them.",
    confirmChange: "Yes, change it",
    sending: "Sending…",
    changed: "It is changed",
    changedHint: "The office sees your choice. It is what counts now.",
    help: "Help",
    examine: "Investigation",
    ask: "Questions",
    court: "Court",
    helpYes: "We look for help for you.",
    helpAsked: "We look for help if you ask for it.",
    examineYes: "We may investigate.",
    examineNo: "We do not investigate.",
    askYes: "The investigator may ask you questions.",
    askNo: "No investigator asks you to talk.",
    courtYes: "The office may send the case to a court.",
    courtNo: "The case does not go to a court.",
    "no-consent-unchanged": "This is your choice already.",
    "no-out-of-turn": "Another message arrived first. Open the mailbox again.",
    "no-too-long": "The text is too long. Take out some sentences, then try again.",
    "no-broken-text": "The text holds a broken character. Delete it and write it again.",
    "no-wrong-stage": "The case has ended. Now you can only allow less.",
    over: "The text is too long. Take out {n} letters.",
    "no-empty": "Write a few words before you send.",
    "note-help-only": "We look for help for you. We do not investigate.",
    "note-keep-words": "We do nothing else before you ask.",
    "note-investigate-without-me": "The investigator will not ask you to talk.",
    "note-investigate-with-me": "The investigator may ask you questions.",
    "note-court": "We investigate. Then the office may send the case.",
    noMore: "Nobody else is let in to investigate.",
    add: "Send evidence",
    addHint: "Photos, files or your voice. Only those who may read your case can open them.",
    addSend: "Send them",
    addNothing: "Choose at least one photo, file or voice.",
    locking: "Locking: {n} of {total}",
    adding: "Your evidence",
    addLost: "Not everything has arrived. If you go back now, the rest is lost.",
    leaveAll: "Go back all the same",
    "no-too-much-evidence": "This case has too much evidence already. Write to the office.",
  },
  es: {
    consent: "Lo que podemos hacer",
    now: "Ahora usted permite: {choice}.",
    nowSealed: "Lo que eligió está cerrado con sus palabras. Esta página no puede abrirlo. Puede elegir otra vez.",
    change: "Cambiar",
    toMessages: "Volver a los mensajes",
    whatNow: "¿Qué podemos hacer ahora?",
    whatNowHint: "Puede volver a cambiar de idea más tarde.",
    chooseFirst: "Elija una primero.",
    fromNow: "A partir de ahora",
    keepRead: "Quien ya leyó sus palabras no puede olvidarlas.",
    confirmChange: "Sí, cambiar",
    sending: "Enviando…",
    changed: "Está cambiado",
    changedHint: "La oficina ve lo que eligió. Eso es lo que cuenta ahora.",
    help: "Ayuda",
    examine: "Investigación",
    ask: "Preguntas",
    court: "Tribunal",
    helpYes: "Buscamos ayuda para usted.",
    helpAsked: "Buscamos ayuda si usted la pide.",
    examineYes: "Podemos investigar.",
    examineNo: "No investigamos.",
    askYes: "La persona que investiga puede hacerle preguntas.",
    askNo: "Nadie que investiga le pide hablar.",
    courtYes: "La oficina puede enviar el expediente a un tribunal.",
    courtNo: "El expediente no va a un tribunal.",
    "no-consent-unchanged": "Esa ya es su elección.",
    "no-out-of-turn": "Otro mensaje llegó antes. Abra el buzón de nuevo.",
    "no-too-long": "El texto es demasiado largo. Quite algunas frases e intente de nuevo.",
    "no-broken-text": "El texto tiene un signo dañado. Bórrelo y escríbalo otra vez.",
    "no-wrong-stage": "El expediente terminó. Ahora solo puede permitir menos.",
    over: "El texto es demasiado largo. Quite {n} letras.",
    "no-empty": "Escriba unas palabras antes de enviar.",
    "note-help-only": "Buscamos ayuda para usted. No investigamos.",
    "note-keep-words": "No hacemos nada más antes de que usted lo pida.",
    "note-investigate-without-me": "La persona que investiga no le pedirá que hable.",
    "note-investigate-with-me": "La persona que investiga puede hacerle preguntas.",
    "note-court": "Investigamos. Después, la oficina puede enviar el expediente.",
    noMore: "Nadie más entra para investigar.",
    add: "Enviar pruebas",
    addHint: "Fotos, archivos o su voz. Solo quienes pueden leer su expediente pueden abrirlos.",
    addSend: "Enviar",
    addNothing: "Elija al menos una foto, un archivo o una voz.",
    locking: "Cerrando con llave: {n} de {total}",
    adding: "Sus pruebas",
    addLost: "No ha llegado todo. Si vuelve ahora, lo demás se pierde.",
    leaveAll: "Volver de todos modos",
    "no-too-much-evidence": "Este expediente ya tiene demasiadas pruebas. Escriba a la oficina.",
  },
  sw: {
    consent: "Tunachoweza kufanya",
    now: "Sasa unaruhusu: {choice}.",
    nowSealed: "Ulichochagua kimefungwa pamoja na maneno yako. Ukurasa huu hauwezi kukifungua. Unaweza kuchagua tena.",
    change: "Badilisha",
    toMessages: "Rudi kwenye ujumbe",
    whatNow: "Tunaweza kufanya nini sasa?",
    whatNowHint: "Unaweza kubadilisha nia tena baadaye.",
    chooseFirst: "Chagua moja kwanza.",
    fromNow: "Kuanzia sasa",
    keepRead: "Waliokwisha kusoma maneno yako hawawezi kuyasahau.",
    confirmChange: "Ndiyo, badilisha",
    sending: "Tunatuma…",
    changed: "Imebadilishwa",
    changedHint: "Ofisi inaona ulichochagua. Hicho ndicho kinachohesabiwa sasa.",
    help: "Msaada",
    examine: "Uchunguzi",
    ask: "Maswali",
    court: "Mahakama",
    helpYes: "Tunakutafutia msaada.",
    helpAsked: "Tunatafuta msaada ukiuomba.",
    examineYes: "Tunaweza kuchunguza.",
    examineNo: "Hatufanyi uchunguzi.",
    askYes: "Mchunguzi anaweza kukuuliza maswali.",
    askNo: "Hakuna mchunguzi atakayekuomba uzungumze.",
    courtYes: "Ofisi inaweza kupeleka faili mahakamani.",
    courtNo: "Faili haliendi mahakamani.",
    "no-consent-unchanged": "Hili ndilo chaguo lako tayari.",
    "no-out-of-turn": "Ujumbe mwingine ulifika kwanza. Fungua sanduku la ujumbe tena.",
    "no-too-long": "Maandishi ni marefu mno. Ondoa sentensi kadhaa, kisha jaribu tena.",
    "no-broken-text": "Maandishi yana alama iliyoharibika. Ifute, kisha uandike tena.",
    "no-wrong-stage": "Faili imekwisha. Sasa unaweza tu kuruhusu kidogo zaidi.",
    over: "Maandishi ni marefu mno. Ondoa herufi {n}.",
    "no-empty": "Andika maneno machache kabla ya kutuma.",
    "note-help-only": "Tunakutafutia msaada. Hatufanyi uchunguzi.",
    "note-keep-words": "Hatufanyi jambo lingine kabla hujaomba.",
    "note-investigate-without-me": "Mchunguzi hatakuomba uzungumze.",
    "note-investigate-with-me": "Mchunguzi anaweza kukuuliza maswali.",
    "note-court": "Tunachunguza. Kisha ofisi inaweza kupeleka faili.",
    noMore: "Hakuna mwingine ataruhusiwa kuchunguza.",
    add: "Tuma ushahidi",
    addHint: "Picha, faili au sauti yako. Ni wanaoweza kusoma faili yako tu wanaoweza kuvifungua.",
    addSend: "Tuma",
    addNothing: "Chagua angalau picha, faili au sauti moja.",
    locking: "Tunafunga: {n} kati ya {total}",
    adding: "Ushahidi wako",
    addLost: "Si vyote vimefika. Ukirudi sasa, vilivyobaki vitapotea.",
    leaveAll: "Rudi hata hivyo",
    "no-too-much-evidence": "Faili hii ina ushahidi mwingi tayari. Andikia ofisi.",
  },
};
