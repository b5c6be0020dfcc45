// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type ReplyWords = {
  readonly title: string;
  readonly digits: string;
  readonly digitsHint: string;
  readonly digitsMissing: string;
  readonly proofTyped: string;
  readonly open: string;
  readonly opening: string;
  readonly openingHint: string;
  readonly noScript: string;
  readonly noScriptStop: string;
  readonly noScriptOther: string;
  readonly box: string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly office: string;
  readonly yours: string;
  readonly unverified: string;
  readonly unverifiedHint: string;
  readonly unlawful: string;
  readonly unlawfulHint: string;
  readonly write: string;
  readonly writeHint: string;
  readonly send: string;
  readonly sending: string;
  readonly sent: string;
  readonly close: string;
  readonly closed: string;
  readonly late: string;
  readonly stepReceived: string;
  readonly stepAcknowledged: string;
  readonly stepAssessed: string;
  readonly stepNotAdmitted: string;
  readonly stepKeptOpen: string;
  readonly stepClosedUnread: string;
  readonly withdrawn: string;
  readonly choiceChanged: string;
  readonly "choice-help-only": string;
  readonly "choice-keep-words": string;
  readonly "choice-investigate-without-me": string;
  readonly "choice-investigate-with-me": string;
  readonly "choice-court": string;
  readonly added: string;
  readonly openedBefore: string;
  readonly nameAsked: string;
  readonly nameAllowed: string;
  readonly nameRefused: string;
  readonly nameSeen: string;
  readonly more: string;
  readonly consent: string;
  readonly add: string;
  readonly stop: string;
};

export const replyWords: Readonly<Record<Language, ReplyWords>> = {
  ht: {
    title: "Mesaj",
    digits: "Antre nimewo resi ou",
    digitsHint: "24 chif, kat pa kat.",
    digitsMissing: "Chif ki manke: {n}",
    proofTyped: "Sa sanble ak nimewo prèv la. Li pa louvri anyen. Antre resi a: 24 chif.",
    open: "Louvri",
    opening: "N ap louvri",
    openingHint: "Sa ka pran kèk segonn.",
    noScript: "Paj sa a bezwen JavaScript. JavaScript pa mache isit la.",
    noScriptStop: "Eseye yon lòt navigatè oswa yon lòt telefòn.",
    noScriptOther: "Gen yon lòt paj san JavaScript. Li montre etap dosye w sèlman.",
    box: "Mesaj ou",
    nothing: "Poko gen anyen isit la.",
    nothingHint: "Verifye chif yo, oswa tounen pita.",
    office: "Biwo a",
    yours: "Ou te voye yon mesaj.",
    unverified: "Yon mesaj pa verifye. Nou pa montre l.",
    unverifiedHint: "Nou pa ka konfime li soti nan biwo a.",
    unlawful: "Yon etap pa suiv règ yo. Nou pa montre l.",
    unlawfulHint: "Moun ki siyen l la pa t gen dwa fè l.",
    write: "Ekri yon mesaj",
    writeHint: "Mesaj la fèmen a kle anvan l ale.",
    send: "Voye mesaj la",
    sending: "N ap voye mesaj la",
    sent: "Mesaj ou rive.",
    close: "Fèmen",
    closed: "Fini. Paj la vid.",
    late: "Biwo a an reta. Li te dwe reponn anvan {date}.",
    stepReceived: "Nou resevwa pawòl ou.",
    stepAcknowledged: "Yon anplwaye li pawòl ou.",
    stepAssessed: "Biwo a etidye dosye w.",
    stepNotAdmitted: "Biwo a pa aksepte dosye w. Ou ka mande revizyon.",
    stepKeptOpen: "Biwo a kenbe dosye w louvri.",
    stepClosedUnread: "Twòp mesaj te rive yon sèl kou. Biwo a fèmen dosye w ansanm ak anpil lòt, san li yo. Ekri yon mesaj pou l louvri ankò.",
    withdrawn: "Ou mande pou biwo a sispann.",
    choiceChanged: "Ou chanje sa nou ka fè: {choice}.",
    "choice-help-only": "èd sèlman",
    "choice-keep-words": "konsève pawòl mwen",
    "choice-investigate-without-me": "ankèt san mwen",
    "choice-investigate-with-me": "ankèt avèk mwen",
    "choice-court": "tribinal",
    added: "Ou voye prèv: {n}.",
    openedBefore: "Yo te louvri bwat sa a anvan: {date}, ant {from}è ak {to}è.",
    nameAsked: "Yon anplwaye mande pou wè non ou.",
    nameAllowed: "Yon dezyèm anplwaye dakò pou yo wè non ou.",
    nameRefused: "Yon dezyèm anplwaye di non.",
    nameSeen: "Yon anplwaye wè non ou.",
    more: "Sa ou ka fè tou",
    consent: "Chanje sa nou ka fè",
    add: "Voye prèv",
    stop: "Mande pou sispann",
  },
  fr: {
    title: "Messages",
    digits: "Entrez votre numéro de reçu",
    digitsHint: "24 chiffres, quatre par quatre.",
    digitsMissing: "Chiffres manquants : {n}",
    proofTyped: "Cela ressemble au numéro de preuve. Il n’ouvre rien. Entrez le reçu : 24 chiffres.",
    open: "Ouvrir",
    opening: "Ouverture en cours",
    openingHint: "Cela peut prendre quelques secondes.",
    noScript: "Cette page a besoin de JavaScript. Il ne marche pas ici.",
    noScriptStop: "Essayez un autre navigateur ou un autre téléphone.",
    noScriptOther: "Il y a une autre page sans JavaScript. Elle montre seulement les étapes de votre dossier.",
    box: "Vos messages",
    nothing: "Rien ici pour le moment.",
    nothingHint: "Vérifiez les chiffres, ou revenez plus tard.",
    office: "Le bureau",
    yours: "Vous avez envoyé un message.",
    unverified: "Un message n’est pas vérifié. Nous ne le montrons pas.",
    unverifiedHint: "Nous ne pouvons pas confirmer qu’il vient du bureau.",
    unlawful: "Une étape ne suit pas les règles. Nous ne la montrons pas.",
    unlawfulHint: "La personne qui l’a signée n’en avait pas le droit.",
    write: "Écrire un message",
    writeHint: "Le message est verrouillé avant l’envoi.",
    send: "Envoyer le message",
    sending: "Envoi du message",
    sent: "Votre message est arrivé.",
    close: "Fermer",
    closed: "Terminé. La page est vide.",
    late: "Le bureau est en retard. Il devait répondre avant le {date}.",
    stepReceived: "Nous avons reçu vos mots.",
    stepAcknowledged: "Un membre du personnel a lu vos mots.",
    stepAssessed: "Le bureau a étudié votre dossier.",
    stepNotAdmitted: "Le bureau n’a pas accepté le dossier. Vous pouvez demander une révision.",
    stepKeptOpen: "Le bureau garde votre dossier ouvert.",
    stepClosedUnread: "Trop de messages sont arrivés d’un coup. Le bureau a fermé votre dossier avec beaucoup d’autres, sans les lire. Écrivez un message pour le rouvrir.",
    withdrawn: "Vous avez demandé au bureau d’arrêter.",
    choiceChanged: "Vous avez changé ce que nous pouvons faire : {choice}.",
    "choice-help-only": "aide seulement",
    "choice-keep-words": "conserver mes mots",
    "choice-investigate-without-me": "enquête sans moi",
    "choice-investigate-with-me": "enquête avec moi",
    "choice-court": "tribunal",
    added: "Vous avez envoyé des preuves : {n}.",
    openedBefore: "Cette boîte a été ouverte avant : {date}, entre {from} h et {to} h.",
    nameAsked: "Un membre du personnel demande à voir votre nom.",
    nameAllowed: "Un deuxième membre du personnel a dit oui.",
    nameRefused: "Un deuxième membre du personnel a dit non.",
    nameSeen: "Un membre du personnel a vu votre nom.",
    more: "Vous pouvez aussi",
    consent: "Changer ce que nous pouvons faire",
    add: "Envoyer des preuves",
    stop: "Demander d’arrêter",
  },
  en: {
    title: "Messages",
    digits: "Enter your receipt number",
    digitsHint: "24 digits, four by four.",
    digitsMissing: "Digits missing: {n}",
    proofTyped: "This looks like the proof number. It opens nothing. Type the receipt: 24 digits.",
    open: "Open",
    opening: "Opening",
    openingHint: "It may take a few seconds.",
    noScript: "This page needs JavaScript. JavaScript does not work here.",
    noScriptStop: "Try another browser or another phone.",
    noScriptOther: "There is another page without JavaScript. It shows only the steps of your case.",
    box: "Your messages",
    nothing: "Nothing here yet.",
    nothingHint: "Check the digits, or come back later.",
    office: "The office",
    yours: "You sent a message.",
    unverified: "One message is not verified. We do not show it.",
    unverifiedHint: "We cannot confirm that it comes from the office.",
    unlawful: "One step breaks the rules. We do not show it.",
    unlawfulHint: "Whoever signed it had no right to.",
    write: "Write a message",
    writeHint: "The message is locked before it leaves.",
    send: "Send the message",
    sending: "Sending the message",
    sent: "Your message arrived.",
    close: "Close",
    closed: "Done. The page is empty.",
    late: "The office is late. It had to answer before {date}.",
    stepReceived: "We received your words.",
    stepAcknowledged: "A staff member read your words.",
    stepAssessed: "The office studied your case.",
    stepNotAdmitted: "The office did not accept your case. You can ask for a review.",
    stepKeptOpen: "The office keeps your case open.",
    stepClosedUnread: "Too many messages came at once. The office closed your case with many others, unread. Write a message to open it again.",
    withdrawn: "You asked the office to stop.",
    choiceChanged: "You changed what we may do: {choice}.",
    "choice-help-only": "help only",
    "choice-keep-words": "keep my words",
    "choice-investigate-without-me": "investigate without me",
    "choice-investigate-with-me": "investigate with me",
    "choice-court": "court",
    added: "You sent evidence: {n}.",
    openedBefore: "This box was opened before: {date}, between {from}:00 and {to}:00.",
    nameAsked: "A staff member asked to see your name.",
    nameAllowed: "A second staff member said yes.",
    nameRefused: "A second staff member said no.",
    nameSeen: "A staff member saw your name.",
    more: "You can also",
    consent: "Change what we may do",
    add: "Send evidence",
    stop: "Ask us to stop",
  },
  es: {
    title: "Mensajes",
    digits: "Escriba su número de recibo",
    digitsHint: "24 dígitos, de cuatro en cuatro.",
    digitsMissing: "Dígitos que faltan: {n}",
    proofTyped: "Parece el número de prueba. No abre nada. Escriba el recibo: 24 dígitos.",
    open: "Abrir",
    opening: "Abriendo",
    openingHint: "Puede tardar unos segundos.",
    noScript: "Esta página necesita JavaScript. JavaScript no funciona aquí.",
    noScriptStop: "Pruebe otro navegador u otro teléfono.",
    noScriptOther: "Hay otra página sin JavaScript. Muestra solo los pasos de su caso.",
    box: "Sus mensajes",
    nothing: "Aún no hay nada aquí.",
    nothingHint: "Revise los dígitos, o vuelva más tarde.",
    office: "La oficina",
    yours: "Usted envió un mensaje.",
    unverified: "Un mensaje no está verificado. No lo mostramos.",
    unverifiedHint: "No podemos confirmar que viene de la oficina.",
    unlawful: "Un paso no sigue las reglas. No lo mostramos.",
    unlawfulHint: "Quien lo firmó no tenía derecho a hacerlo.",
    write: "Escribir un mensaje",
    writeHint: "El mensaje se cierra con llave antes de salir.",
    send: "Enviar el mensaje",
    sending: "Enviando el mensaje",
    sent: "Su mensaje llegó.",
    close: "Cerrar",
    closed: "Terminado. La página está vacía.",
    late: "La oficina está atrasada. Debía responder antes del {date}.",
    stepReceived: "Recibimos sus palabras.",
    stepAcknowledged: "Una persona de la oficina leyó sus palabras.",
    stepAssessed: "La oficina estudió su expediente.",
    stepNotAdmitted: "La oficina no aceptó su expediente. Puede pedir un recurso.",
    stepKeptOpen: "La oficina mantiene abierto su expediente.",
    stepClosedUnread: "Llegaron demasiados mensajes a la vez. La oficina cerró su caso con muchos otros, sin leerlos. Escriba un mensaje para abrirlo de nuevo.",
    withdrawn: "Usted pidió a la oficina que pare.",
    choiceChanged: "Usted cambió lo que podemos hacer: {choice}.",
    "choice-help-only": "solo ayuda",
    "choice-keep-words": "guardar mis palabras",
    "choice-investigate-without-me": "investigar sin mí",
    "choice-investigate-with-me": "investigar conmigo",
    "choice-court": "tribunal",
    added: "Usted envió pruebas: {n}.",
    openedBefore: "Este buzón se abrió antes: {date}, entre las {from} y las {to} h.",
    nameAsked: "Alguien del personal pidió ver su nombre.",
    nameAllowed: "Otra persona del personal dijo que sí.",
    nameRefused: "Otra persona del personal dijo que no.",
    nameSeen: "Alguien del personal vio su nombre.",
    more: "También puede",
    consent: "Cambiar lo que podemos hacer",
    add: "Enviar pruebas",
    stop: "Pedir que paremos",
  },
  sw: {
    title: "Ujumbe",
    digits: "Andika namba ya risiti yako",
    digitsHint: "Tarakimu 24, nne nne.",
    digitsMissing: "Tarakimu zinazokosekana: {n}",
    proofTyped: "Hii inaonekana kuwa namba ya uthibitisho. Haifungui chochote. Andika risiti: tarakimu 24.",
    open: "Fungua",
    opening: "Inafunguka",
    openingHint: "Inaweza kuchukua sekunde chache.",
    noScript: "Ukurasa huu unahitaji JavaScript. JavaScript haifanyi kazi hapa.",
    noScriptStop: "Jaribu kivinjari kingine au simu nyingine.",
    noScriptOther: "Kuna ukurasa mwingine bila JavaScript. Unaonyesha hatua za kesi yako tu.",
    box: "Ujumbe wako",
    nothing: "Bado hakuna kitu hapa.",
    nothingHint: "Angalia tarakimu, au rudi baadaye.",
    office: "Ofisi",
    yours: "Ulituma ujumbe.",
    unverified: "Ujumbe mmoja haujathibitishwa. Hatuuonyeshi.",
    unverifiedHint: "Hatuwezi kuthibitisha kwamba umetoka ofisini.",
    unlawful: "Hatua moja haifuati kanuni. Hatuionyeshi.",
    unlawfulHint: "Aliyeitia sahihi hakuwa na haki ya kufanya hivyo.",
    write: "Andika ujumbe",
    writeHint: "Ujumbe hufungwa kwa ufunguo kabla ya kutumwa.",
    send: "Tuma ujumbe",
    sending: "Tunatuma ujumbe",
    sent: "Ujumbe wako umefika.",
    close: "Funga",
    closed: "Tayari. Ukurasa ni mtupu.",
    late: "Ofisi imechelewa. Ilipaswa kujibu kabla ya {date}.",
    stepReceived: "Tumepokea maneno yako.",
    stepAcknowledged: "Mfanyakazi amesoma maneno yako.",
    stepAssessed: "Ofisi imechambua faili yako.",
    stepNotAdmitted: "Ofisi haikukubali faili yako. Unaweza kuomba rufaa.",
    stepKeptOpen: "Ofisi imeiacha faili yako wazi.",
    stepClosedUnread: "Ujumbe mwingi mno ulifika kwa pamoja. Ofisi ilifunga faili yako pamoja na nyingine nyingi, bila kuzisoma. Andika ujumbe ili ifunguliwe tena.",
    withdrawn: "Uliomba ofisi iache.",
    choiceChanged: "Umebadilisha tunachoweza kufanya: {choice}.",
    "choice-help-only": "msaada tu",
    "choice-keep-words": "hifadhini maneno yangu",
    "choice-investigate-without-me": "chunguzeni bila mimi",
    "choice-investigate-with-me": "chunguzeni pamoja nami",
    "choice-court": "mahakama",
    added: "Umetuma ushahidi: {n}.",
    openedBefore: "Sanduku hili lilifunguliwa kabla: {date}, kati ya saa {from}:00 na {to}:00.",
    nameAsked: "Mfanyakazi ameomba kuona jina lako.",
    nameAllowed: "Mfanyakazi wa pili amekubali.",
    nameRefused: "Mfanyakazi wa pili amekataa.",
    nameSeen: "Mfanyakazi ameona jina lako.",
    more: "Unaweza pia",
    consent: "Badilisha tunachoweza kufanya",
    add: "Tuma ushahidi",
    stop: "Omba tuache",
  },
};
