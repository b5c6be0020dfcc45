// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type PlainWords = {
  readonly title: string;
  readonly readable: string;
  readonly sealedAtOnce: string;
  readonly otherPage: string;
  readonly sendHint: string;
  readonly tooOld: string;
  readonly crowded: string;
  readonly notRead: string;
  readonly tooLarge: string;
  readonly already: string;
  readonly printHint: string;
  readonly closeHint: string;
  readonly stepsDoor: string;
  readonly answersDoor: string;
  readonly statusTitle: string;
  readonly digitsReadable: string;
  readonly digitsKept: string;
  readonly stepsOnly: string;
  readonly show: string;
  readonly steps: string;
  readonly unchecked: string;
  readonly message: string;
  readonly stepNotAdmitted: string;
  readonly stepClosed: string;
  readonly stepReviewed: string;
  readonly stepSentBack: string;
  readonly checkSteps: string;
};

export const plainWords: Readonly<Record<Language, PlainWords>> = {
  ht: {
    title: "Di sa k pase san JavaScript",
    readable: "Òdinatè nou ka li pawòl ou lè yo rive. Konpayi telefòn ou ka wè ou louvri paj sa a.",
    sealedAtOnce: "Nou fèmen yo a kle touswit apre. Nou pa konsève yo san kle.",
    otherPage: "Sèvi ak paj ki fèmen pawòl ou a kle sou telefòn nan",
    sendHint: "Peze yon sèl fwa, epi tann resi a.",
    tooOld: "Paj la te louvri twò lontan. Pawòl ou la toujou: peze Voye ankò.",
    crowded: "Gen twòp moun k ap voye kounye a. Tann yon minit, epi peze Voye ankò.",
    notRead: "Navigatè sa a pa voye lèt yo byen. Retounen, epi eseye yon lòt navigatè.",
    tooLarge: "Tèks la twò long. Retounen, epi retire kèk fraz.",
    already: "Pawòl sa yo te rive deja. Se menm resi a.",
    printHint: "Si w enprime paj sa a, se resi a sèlman k ap sou papye a.",
    closeHint: "Lè w fini ekri chif yo, peze Sòti vit.",
    stepsDoor: "San JavaScript, gade etap dosye w sèlman",
    answersDoor: "Li repons ou ak JavaScript",
    statusTitle: "Etap dosye w san JavaScript",
    digitsReadable: "Òdinatè nou ka li chif ou yo lè yo rive. Konpayi telefòn ou ka wè ou louvri paj sa a.",
    digitsKept: "Ak chif yo, yon òdinatè ta ka li repons ou. Nou pa konsève chif yo.",
    stepsOnly: "Paj sa a montre etap yo sèlman. Li pa montre repons yo.",
    show: "Gade etap yo",
    steps: "Etap dosye w",
    unchecked: "Se òdinatè nou ki di sa. Paj sa a pa ka verifye siyati yo.",
    message: "Biwo a ekri w yon mesaj.",
    stepNotAdmitted: "Biwo a pa aksepte dosye w. Si ou pa dakò, ekri nou sou paj mesaj ou.",
    stepClosed: "Dosye w fèmen. Ou ka toujou ekri sou paj mesaj ou.",
    stepReviewed: "Lòt moun gade dosye w ankò. Repons yo sou paj mesaj ou.",
    stepSentBack: "Komisyon an mande pou yo mennen ankèt la pi lwen.",
    checkSteps: "Pou w verifye yo nan jounal piblik la, louvri paj mesaj ou ak JavaScript.",
  },
  fr: {
    title: "Dire ce qui s’est passé sans JavaScript",
    readable: "Notre ordinateur peut lire vos mots à l’arrivée. Votre opérateur peut voir que vous ouvrez cette page.",
    sealedAtOnce: "Nous les verrouillons aussitôt après. Nous ne les gardons pas sans verrou.",
    otherPage: "Prendre la page qui verrouille vos mots sur ce téléphone",
    sendHint: "Appuyez une seule fois, puis attendez le reçu.",
    tooOld: "La page était ouverte depuis trop longtemps. Vos mots sont là : appuyez encore sur Envoyer.",
    crowded: "Trop de gens envoient en ce moment. Attendez une minute, puis appuyez encore sur Envoyer.",
    notRead: "Ce navigateur n’envoie pas bien les lettres. Revenez, puis essayez un autre navigateur.",
    tooLarge: "Le texte est trop long. Revenez, puis enlevez quelques phrases.",
    already: "Ces mots étaient déjà arrivés. C’est le même reçu.",
    printHint: "Si vous imprimez cette page, seul le reçu sera sur le papier.",
    closeHint: "Quand vous avez noté les chiffres, appuyez sur Quitter vite.",
    stepsDoor: "Sans JavaScript, voir seulement les étapes du dossier",
    answersDoor: "Lire vos réponses avec JavaScript",
    statusTitle: "Les étapes de votre dossier sans JavaScript",
    digitsReadable: "Notre ordinateur peut lire vos chiffres à l’arrivée. Votre opérateur peut voir que vous ouvrez cette page.",
    digitsKept: "Avec les chiffres, un ordinateur pourrait lire vos réponses. Nous ne gardons pas les chiffres.",
    stepsOnly: "Cette page montre seulement les étapes. Elle ne montre pas les réponses.",
    show: "Voir les étapes",
    steps: "Les étapes de votre dossier",
    unchecked: "C’est notre ordinateur qui le dit. Cette page ne peut pas vérifier les signatures.",
    message: "Le bureau vous a écrit un message.",
    stepNotAdmitted: "Le bureau n’a pas accepté le dossier. Si vous n’êtes pas d’accord, écrivez-nous sur la page de vos messages.",
    stepClosed: "Votre dossier est fermé. Vous pouvez encore écrire sur la page de vos messages.",
    stepReviewed: "D’autres personnes ont revu votre dossier. Leur réponse est sur la page de vos messages.",
    stepSentBack: "La commission demande de poursuivre l’enquête.",
    checkSteps: "Pour les vérifier dans le journal public, ouvrez vos messages avec JavaScript.",
  },
  en: {
    title: "Tell what happened without JavaScript",
    readable: "Our computer can read your words when they arrive. Your phone company may see that you opened this page.",
    sealedAtOnce: "We lock them at once after that. We do not keep them unlocked.",
    otherPage: "Use the page that locks your words on this phone",
    sendHint: "Press once, then wait for the receipt.",
    tooOld: "The page was open too long. Your words are still here: press Send again.",
    crowded: "Too many people are sending now. Wait a minute, then press Send again.",
    notRead: "This browser does not send letters well. Go back, then try another browser.",
    tooLarge: "The text is too long. Go back, then take out some sentences.",
    already: "These words had arrived already. It is the same receipt.",
    printHint: "If you print this page, only the receipt is on the paper.",
    closeHint: "When you have written down the digits, press Leave quickly.",
    stepsDoor: "Without JavaScript, see only the steps of your case",
    answersDoor: "Read your answers with JavaScript",
    statusTitle: "The steps of your case without JavaScript",
    digitsReadable: "Our computer can read your digits when they arrive. Your phone company may see that you opened this page.",
    digitsKept: "With the digits, a computer could read your answers. We do not keep the digits.",
    stepsOnly: "This page shows only the steps. It does not show the answers.",
    show: "Show the steps",
    steps: "The steps of your case",
    unchecked: "Our computer says this. This page cannot check the signatures.",
    message: "The office wrote you a message.",
    stepNotAdmitted: "The office did not accept your case. If you do not agree, write to us on the page of your messages.",
    stepClosed: "Your case is closed. You can still write on the page of your messages.",
    stepReviewed: "Other people looked at your case again. Their answer is on the page of your messages.",
    stepSentBack: "The panel asks for more to be found out.",
    checkSteps: "To check them in the public log, open your messages with JavaScript.",
  },
  es: {
    title: "Contar lo que pasó sin JavaScript",
    readable: "Nuestra computadora puede leer sus palabras al llegar. Su compañía de teléfono puede ver que abrió esta página.",
    sealedAtOnce: "Las cerramos con llave enseguida. No las guardamos sin llave.",
    otherPage: "Usar la página que cierra sus palabras en este teléfono",
    sendHint: "Pulse una sola vez y espere el recibo.",
    tooOld: "La página estuvo abierta demasiado tiempo. Sus palabras siguen aquí: pulse Enviar otra vez.",
    crowded: "Demasiadas personas envían ahora. Espere un minuto y pulse Enviar otra vez.",
    notRead: "Este navegador no envía bien las letras. Vuelva y pruebe otro navegador.",
    tooLarge: "El texto es demasiado largo. Vuelva y quite algunas frases.",
    already: "Estas palabras ya habían llegado. Es el mismo recibo.",
    printHint: "Si imprime esta página, solo el recibo sale en el papel.",
    closeHint: "Cuando haya anotado los números, pulse Salir rápido.",
    stepsDoor: "Sin JavaScript, ver solo los pasos de su caso",
    answersDoor: "Leer sus respuestas con JavaScript",
    statusTitle: "Los pasos de su caso sin JavaScript",
    digitsReadable: "Nuestra computadora puede leer sus números al llegar. Su compañía de teléfono puede ver que abrió esta página.",
    digitsKept: "Con los números, una computadora podría leer sus respuestas. No guardamos los números.",
    stepsOnly: "Esta página muestra solo los pasos. No muestra las respuestas.",
    show: "Ver los pasos",
    steps: "Los pasos de su caso",
    unchecked: "Lo dice nuestra computadora. Esta página no puede verificar las firmas.",
    message: "La oficina le escribió un mensaje.",
    stepNotAdmitted: "La oficina no aceptó su expediente. Si no está de acuerdo, escríbanos en la página de sus mensajes.",
    stepClosed: "Su expediente está cerrado. Aún puede escribir en la página de sus mensajes.",
    stepReviewed: "Otras personas revisaron su expediente. Su respuesta está en la página de sus mensajes.",
    stepSentBack: "La comisión pide que se investigue más.",
    checkSteps: "Para comprobarlos en el registro público, abra sus mensajes con JavaScript.",
  },
  sw: {
    title: "Sema kilichotokea bila JavaScript",
    readable: "Kompyuta yetu inaweza kusoma maneno yako yanapofika. Kampuni yako ya simu inaweza kuona umefungua ukurasa huu.",
    sealedAtOnce: "Tunayafunga mara moja baada ya hapo. Hatuyahifadhi bila kufungwa.",
    otherPage: "Tumia ukurasa unaofunga maneno yako kwenye simu hii",
    sendHint: "Bonyeza mara moja tu, kisha subiri risiti.",
    tooOld: "Ukurasa ulikuwa wazi muda mrefu. Maneno yako bado yapo: bonyeza Tuma tena.",
    crowded: "Watu wengi mno wanatuma sasa. Subiri dakika moja, kisha bonyeza Tuma tena.",
    notRead: "Kivinjari hiki hakitumi herufi vizuri. Rudi, kisha jaribu kivinjari kingine.",
    tooLarge: "Maandishi ni marefu mno. Rudi, kisha ondoa sentensi kadhaa.",
    already: "Maneno haya yalikuwa yameshafika. Ni risiti ile ile.",
    printHint: "Ukichapisha ukurasa huu, risiti pekee itakuwa kwenye karatasi.",
    closeHint: "Ukishaandika tarakimu, bonyeza kitufe cha kuondoka haraka.",
    stepsDoor: "Bila JavaScript, ona hatua za kesi yako tu",
    answersDoor: "Soma majibu yako kwa JavaScript",
    statusTitle: "Hatua za kesi yako bila JavaScript",
    digitsReadable: "Kompyuta yetu inaweza kusoma tarakimu zako zinapofika. Kampuni yako ya simu inaweza kuona umefungua ukurasa huu.",
    digitsKept: "Kwa tarakimu, kompyuta inaweza kusoma majibu yako. Hatuhifadhi tarakimu.",
    stepsOnly: "Ukurasa huu unaonyesha hatua tu. Hauonyeshi majibu.",
    show: "Onyesha hatua",
    steps: "Hatua za kesi yako",
    unchecked: "Kompyuta yetu ndiyo inasema haya. Ukurasa huu hauwezi kuthibitisha saini.",
    message: "Ofisi imekuandikia ujumbe.",
    stepNotAdmitted: "Ofisi haikukubali faili yako. Usipokubali, tuandikie kwenye ukurasa wa ujumbe wako.",
    stepClosed: "Faili yako imefungwa. Bado unaweza kuandika kwenye ukurasa wa ujumbe wako.",
    stepReviewed: "Watu wengine wameangalia faili yako tena. Jibu lao liko kwenye ukurasa wa ujumbe wako.",
    stepSentBack: "Jopo linaomba uchunguzi uendelee.",
    checkSteps: "Ili kuzithibitisha kwenye kumbukumbu ya umma, fungua ujumbe wako kwa JavaScript.",
  },
};
