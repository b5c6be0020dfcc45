// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type ComplainWords = {
  readonly title: string;
  readonly lead: string;
  readonly notCourt: string;
  readonly helpFirst: string;
  readonly readerHead: string;
  readonly reader: string;
  readonly limitsHead: string;
  readonly limits: string;
  readonly limitsExcept: string;
  readonly afterHead: string;
  readonly afterReceipt: string;
  readonly afterDays: string;
  readonly lockHead: string;
  readonly lock: string;
  readonly lockNotHead: string;
  readonly lockPage: string;
  readonly lockPhone: string;
  readonly lockShared: string;
  readonly lockPaper: string;
  readonly start: string;
  readonly startHint: string;
  readonly noScript: string;
  readonly noScriptStop: string;
  readonly step: string;
  readonly skip: string;
  readonly words: string;
  readonly wordsHint: string;
  readonly wordsKept: string;
  readonly room: string;
  readonly over: string;
  readonly place: string;
  readonly force: string;
  readonly forceHint: string;
  readonly forceUnknown: string;
  readonly child: string;
  readonly childHint: string;
  readonly childYes: string;
  readonly childNo: string;
  readonly childDoubt: string;
  readonly wish: string;
  readonly wishHint: string;
  readonly wishHelp: string;
  readonly wishHelpNote: string;
  readonly wishKeep: string;
  readonly wishKeepNote: string;
  readonly wishWithout: string;
  readonly wishWithoutNote: string;
  readonly wishWith: string;
  readonly wishWithNote: string;
  readonly wishCourt: string;
  readonly wishCourtNote: string;
  readonly help: string;
  readonly helpHint: string;
  readonly helpMedical: string;
  readonly helpLegal: string;
  readonly helpShelter: string;
  readonly helpListen: string;
  readonly helpOther: string;
  readonly helpWords: string;
  readonly contact: string;
  readonly contactHint: string;
  readonly contactName: string;
  readonly contactWay: string;
  readonly contactSafe: string;
  readonly contactSafeHint: string;
  readonly check: string;
  readonly edit: string;
  readonly skipped: string;
  readonly wishSkipped: string;
  readonly send: string;
  readonly sending: string;
  readonly sendingHint: string;
  readonly sendingReceipt: string;
  readonly sendingLock: string;
  readonly sendingSend: string;
  readonly stopped: string;
  readonly unsure: string;
  readonly stillHere: string;
  readonly received: string;
  readonly receipt: string;
  readonly receiptKeep: string;
  readonly receiptUse: string;
  readonly receiptWhere: string;
  readonly copy: string;
  readonly copied: string;
  readonly print: string;
  readonly proof: string;
  readonly proofHint: string;
  readonly rehearse: string;
  readonly rehearseHint: string;
  readonly rehearsed: string;
  readonly rehearsedNot: string;
  readonly finish: string;
  readonly finishAsk: string;
  readonly finishYes: string;
  readonly finished: string;
  readonly cannotStart: string;
  readonly unsureReceipt: string;
  readonly earlierHead: string;
  readonly earlier: string;
  readonly earlierOther: string;
  readonly sendSame: string;
  readonly sendOther: string;
};

export const complainWords: Readonly<Record<Language, ComplainWords>> = {
  ht: {
    title: "Di sa k pase",
    lead: "Isit la ou ka di sa fòs misyon yo fè.",
    notCourt: "Sa se pa yon plent nan tribinal.",
    helpFirst: "Ou ka mande èd sèlman, san ankèt.",
    readerHead: "Ki moun k ap li sa w ekri",
    reader: "Anplwaye biwo endepandan an ap li l. Moun misyon an pa ka li l.",
    limitsHead: "Sa ki rete konfidansyèl",
    limits: "Nou pa bay non w san konsantman w.",
    limitsExcept: "Si yon timoun oswa yon lavi an danje touswit, nou ka oblije aji. De moun dwe dakò. Nou di w sa anvan.",
    afterHead: "Sa k ap pase apre",
    afterReceipt: "Ou jwenn yon resi touswit. Ak resi a ou ka li repons.",
    afterDays: "Yon anplwaye dwe reponn nan 7 jou. Se règ pa nou, se pa yon lwa.",
    lockHead: "Sa paj sa a ka pwoteje",
    lock: "Pawòl ou fèmen a kle sou telefòn sa a anvan yo voye yo. Òdinatè nou pa ka louvri yo.",
    lockNotHead: "Sa li pa ka pwoteje",
    lockPage: "Yon moun ki chanje paj sa a an kachèt ta ka li sa w ekri.",
    lockPhone: "Konpayi telefòn ou wè ou vizite paj la. Li ka devine ou voye yon bagay.",
    lockShared: "Telefòn nan ka sonje ou te vizite paj la. Li pa kenbe sa w ekri.",
    lockPaper: "Apèl, SMS ak papye pa fèmen a kle anvan yon anplwaye antre yo.",
    start: "Kòmanse",
    startHint: "Sis kesyon kout. Se premye a sèlman ki obligatwa.",
    noScript: "Paj sa a bezwen JavaScript pou l fèmen pawòl ou a kle. JavaScript pa mache isit la.",
    noScriptStop: "Nou p ap pran pawòl ou san kle. Eseye yon lòt navigatè oswa yon lòt telefòn.",
    step: "Kesyon {n} sou {total}",
    skip: "Pase kesyon sa a",
    words: "Kisa k pase?",
    wordsHint: "Ekri jan w vle. Di ki kote ak ki lè, si w konnen.",
    wordsKept: "Paj sa a pa konsève anyen sou telefòn nan.",
    room: "Plas ki rete: {n} lèt",
    over: "Tèks la twò long. Retire {n} lèt.",
    place: "Ki kote sa pase? (si w vle)",
    force: "Ki fòs ki fè sa?",
    forceHint: "Moun ki gen lyen ak fòs sa a p ap resevwa dosye a.",
    forceUnknown: "Mwen pa konnen",
    child: "Èske sa rive yon timoun?",
    childHint: "Yon timoun gen mwens pase 18 an.",
    childYes: "Wi",
    childNo: "Non",
    childDoubt: "Mwen pa sèten",
    wish: "Kisa nou ka fè?",
    wishHint: "Ou ka chanje lide pita.",
    wishHelp: "Ban m èd sèlman",
    wishHelpNote: "Nou chèche èd pou ou. Nou pa fè ankèt.",
    wishKeep: "Konsève pawòl mwen",
    wishKeepNote: "Nou pa fè lòt bagay anvan ou mande l.",
    wishWithout: "Fè ankèt san mwen",
    wishWithoutNote: "Anketè a p ap mande w pale.",
    wishWith: "Fè ankèt avèk mwen",
    wishWithNote: "Anketè a ka poze w kesyon.",
    wishCourt: "Voye dosye a bay tribinal",
    wishCourtNote: "Nou fè ankèt. Apre sa, biwo a ka voye dosye a.",
    help: "Ki èd ou bezwen?",
    helpHint: "Èd la pa depann de yon ankèt.",
    helpMedical: "Swen lasante",
    helpLegal: "Yon avoka",
    helpShelter: "Yon kote an sekirite pou dòmi",
    helpListen: "Yon moun pou koute w",
    helpOther: "Lajan oswa lòt èd",
    helpWords: "Di nou plis (si w vle)",
    contact: "Kijan nou ka jwenn ou san danje?",
    contactHint: "Ou pa oblije. Ou ka toujou li repons ak resi a.",
    contactName: "Non ou, jan w vle yo rele w",
    contactWay: "Nimewo telefòn oswa lòt fason",
    contactSafe: "Ki lè ak kijan ki an sekirite?",
    contactSafeHint: "Si w pa ekri anyen isit la, nou p ap rele w.",
    check: "Li l anvan ou voye l",
    edit: "Modifye",
    skipped: "Ou pase kesyon sa a.",
    wishSkipped: "Ou pa chwazi. Nou konsève pawòl ou sèlman.",
    send: "Voye",
    sending: "N ap voye pawòl ou",
    sendingHint: "Kite paj la louvri. Sa ka pran yon minit.",
    sendingReceipt: "N ap pare resi w",
    sendingLock: "N ap fèmen pawòl ou a kle",
    sendingSend: "N ap voye yo",
    stopped: "Pawòl ou pa pase",
    unsure: "Nou poko konnen si l rive",
    stillHere: "Pawòl ou la toujou.",
    received: "Pawòl ou rive",
    receipt: "Resi ou",
    receiptKeep: "Ekri 24 chif sa yo. Paj sa a p ap montre yo ankò.",
    receiptUse: "Ak resi a ou ka li repons. Pa bay pèsonn li.",
    receiptWhere: "Pou w li repons, louvri paj sa a:",
    copy: "Kopye",
    copied: "Li kopye. Lòt aplikasyon ka li sa w kopye.",
    print: "Enprime",
    proof: "Nimewo prèv",
    proofHint: "Nimewo sa a pa louvri anyen. Li sèvi pou pwouve pawòl ou rive.",
    rehearse: "Eseye: ekri resi a ankò",
    rehearseHint: "Konsa ou konnen ou byen ekri l.",
    rehearsed: "Se sa. Ou byen ekri l.",
    rehearsedNot: "Se pa menm chif yo. Gade yo ankò.",
    finish: "Fini",
    finishAsk: "Èske ou ekri resi a? Li pral disparèt.",
    finishYes: "Wi, fèmen paj la",
    finished: "Fini. Paj la vid.",
    cannotStart: "Nou pa ka kòmanse",
    unsureReceipt: "Si w dwe ale, ekri resi sa a anvan.",
    earlierHead: "Sa ou te voye a petèt rive",
    earlier: "Voye menm pawòl yo ankò. Yo p ap konte de fwa.",
    earlierOther: "Sa ou chanje a ta yon lòt plent, ak yon lòt resi.",
    sendSame: "Voye menm pawòl yo ankò",
    sendOther: "Voye sa ou chanje a kòm yon lòt plent",
  },
  fr: {
    title: "Dites ce qui s’est passé",
    lead: "Ici, vous pouvez dire ce que les forces de la mission ont fait.",
    notCourt: "Ce n’est pas une plainte devant un tribunal.",
    helpFirst: "Vous pouvez demander seulement de l’aide, sans enquête.",
    readerHead: "Qui lira ce que vous écrivez",
    reader: "Le personnel du bureau indépendant le lira. Personne de la mission ne peut le lire.",
    limitsHead: "Ce qui reste confidentiel",
    limits: "Nous ne donnons pas votre nom sans votre consentement.",
    limitsExcept: "Si un enfant ou une vie est en danger immédiat, nous devrons peut-être agir. Deux personnes doivent être d’accord. Nous vous prévenons avant.",
    afterHead: "Ce qui se passe ensuite",
    afterReceipt: "Vous recevez un reçu tout de suite. Avec le reçu, vous pouvez lire les réponses.",
    afterDays: "Un membre du personnel doit répondre sous 7 jours. C’est notre règle, pas une loi.",
    lockHead: "Ce que cette page peut protéger",
    lock: "Vos mots sont verrouillés sur ce téléphone avant l’envoi. Notre ordinateur ne peut pas les ouvrir.",
    lockNotHead: "Ce qu’elle ne peut pas protéger",
    lockPage: "Quelqu’un qui modifierait cette page en secret pourrait lire votre texte.",
    lockPhone: "Votre opérateur voit que vous visitez la page. Il peut deviner un envoi.",
    lockShared: "Le téléphone peut retenir votre visite. Il ne garde pas votre texte.",
    lockPaper: "Appels, SMS et papier ne sont verrouillés qu’après leur saisie par le personnel.",
    start: "Commencer",
    startHint: "Six questions courtes. Seule la première est nécessaire.",
    noScript: "Cette page a besoin de JavaScript pour verrouiller vos mots. Il ne marche pas ici.",
    noScriptStop: "Nous ne prenons pas vos mots sans verrou. Essayez un autre navigateur ou téléphone.",
    step: "Question {n} sur {total}",
    skip: "Passer cette question",
    words: "Que s’est-il passé ?",
    wordsHint: "Écrivez comme vous voulez. Dites où et quand, si vous le savez.",
    wordsKept: "Cette page ne garde rien sur le téléphone.",
    room: "Place restante : {n} lettres",
    over: "Le texte est trop long. Retirez {n} lettres.",
    place: "Où est-ce arrivé ? (si vous voulez)",
    force: "Quelle force a fait cela ?",
    forceHint: "Les personnes liées à cette force ne recevront pas le dossier.",
    forceUnknown: "Je ne sais pas",
    child: "Est-ce arrivé à un enfant ?",
    childHint: "Un enfant a moins de 18 ans.",
    childYes: "Oui",
    childNo: "Non",
    childDoubt: "Je ne suis pas sûr",
    wish: "Que pouvons-nous faire ?",
    wishHint: "Vous pourrez changer d’avis.",
    wishHelp: "Seulement m’aider",
    wishHelpNote: "Nous cherchons de l’aide pour vous. Nous n’enquêtons pas.",
    wishKeep: "Conserver mes mots",
    wishKeepNote: "Nous ne faisons rien d’autre avant votre demande.",
    wishWithout: "Enquêter sans moi",
    wishWithoutNote: "L’enquêteur ne vous demandera pas de parler.",
    wishWith: "Enquêter avec moi",
    wishWithNote: "L’enquêteur peut vous poser des questions.",
    wishCourt: "Envoyer le dossier à un tribunal",
    wishCourtNote: "Nous enquêtons. Ensuite, le bureau peut envoyer le dossier.",
    help: "De quelle aide avez-vous besoin ?",
    helpHint: "L’aide ne dépend pas d’une enquête.",
    helpMedical: "Des soins",
    helpLegal: "Un avocat ou une avocate",
    helpShelter: "Un lieu sûr où dormir",
    helpListen: "Quelqu’un qui vous écoute",
    helpOther: "De l’argent ou une autre aide",
    helpWords: "Dites-nous plus (si vous voulez)",
    contact: "Comment vous joindre sans danger ?",
    contactHint: "Ce n’est pas obligatoire. Le reçu permet toujours de lire les réponses.",
    contactName: "Votre nom, comme vous voulez qu’on vous appelle",
    contactWay: "Numéro de téléphone ou autre moyen",
    contactSafe: "Quand et comment est-ce sûr ?",
    contactSafeHint: "Si vous laissez ceci vide, nous n’appelons pas.",
    check: "Relisez avant d’envoyer",
    edit: "Modifier",
    skipped: "Vous avez passé cette question.",
    wishSkipped: "Vous n’avez pas choisi. Nous conservons seulement vos mots.",
    send: "Envoyer",
    sending: "Nous envoyons vos mots",
    sendingHint: "Laissez la page ouverte. Cela peut prendre une minute.",
    sendingReceipt: "Préparation du reçu",
    sendingLock: "Verrouillage de vos mots",
    sendingSend: "Envoi",
    stopped: "Vos mots ne sont pas passés",
    unsure: "Nous ne savons pas encore si c’est arrivé",
    stillHere: "Vos mots sont toujours là.",
    received: "Vos mots sont arrivés",
    receipt: "Votre reçu",
    receiptKeep: "Notez ces 24 chiffres. Cette page ne les montrera plus.",
    receiptUse: "Avec le reçu, vous lisez les réponses. Ne le donnez à personne.",
    receiptWhere: "Pour lire les réponses, ouvrez cette page :",
    copy: "Copier",
    copied: "Copié. D’autres applications peuvent lire ce qui est copié.",
    print: "Imprimer",
    proof: "Numéro de preuve",
    proofHint: "Ce numéro n’ouvre rien. Il sert à prouver que vos mots sont arrivés.",
    rehearse: "Essayez : écrivez encore le reçu",
    rehearseHint: "Ainsi, vous savez qu’il est bien noté.",
    rehearsed: "C’est exact. Il est bien noté.",
    rehearsedNot: "Ce ne sont pas les mêmes chiffres. Regardez encore.",
    finish: "Terminer",
    finishAsk: "Avez-vous noté le reçu ? Il va disparaître.",
    finishYes: "Oui, fermer la page",
    finished: "Terminé. La page est vide.",
    cannotStart: "Nous ne pouvons pas commencer",
    unsureReceipt: "Si vous devez partir, notez d’abord ce reçu.",
    earlierHead: "Votre envoi est peut-être arrivé",
    earlier: "Renvoyez les mêmes mots. Ils ne compteront pas deux fois.",
    earlierOther: "Ce que vous avez changé serait une autre plainte, avec un autre reçu.",
    sendSame: "Renvoyer les mêmes mots",
    sendOther: "Envoyer la version changée comme autre plainte",
  },
  en: {
    title: "Tell what happened",
    lead: "Here you can say what the mission’s forces did.",
    notCourt: "This is not a complaint in court.",
    helpFirst: "You can ask for help only, without an investigation.",
    readerHead: "Who reads what you write",
    reader: "Staff of the independent office read it. Nobody in the mission can read it.",
    limitsHead: "What stays confidential",
    limits: "We do not give your name without your consent.",
    limitsExcept: "If a child or a life is in immediate danger, we may have to act. Two people must agree. We tell you first.",
    afterHead: "What happens next",
    afterReceipt: "You get a receipt at once. With the receipt you can read answers.",
    afterDays: "A staff member must answer within 7 days. That is our rule, not a law.",
    lockHead: "What this page can protect",
    lock: "Your words are locked on this phone before they are sent. Our computer cannot open them.",
    lockNotHead: "What it cannot protect",
    lockPage: "Someone who secretly changed this page could read what you type.",
    lockPhone: "Your phone company sees that you visit. It may guess that you sent something.",
    lockShared: "The phone may remember your visit. It does not keep what you write.",
    lockPaper: "Calls, SMS and paper are not locked until a staff member enters them.",
    start: "Start",
    startHint: "Six short questions. Only the first is needed.",
    noScript: "This page needs JavaScript to lock your words. JavaScript does not work here.",
    noScriptStop: "We do not take your words unlocked. Try another browser or another phone.",
    step: "Question {n} of {total}",
    skip: "Skip this question",
    words: "What happened?",
    wordsHint: "Write it your way. Say where and when, if you know.",
    wordsKept: "This page keeps nothing on the phone.",
    room: "Room left: {n} letters",
    over: "The text is too long. Take out {n} letters.",
    place: "Where did it happen? (if you want)",
    force: "Which force did this?",
    forceHint: "People tied to this force will not receive the case.",
    forceUnknown: "I do not know",
    child: "Did this happen to a child?",
    childHint: "A child is under 18.",
    childYes: "Yes",
    childNo: "No",
    childDoubt: "I am not sure",
    wish: "What may we do?",
    wishHint: "You can change your mind later.",
    wishHelp: "Only help me",
    wishHelpNote: "We look for help for you. We do not investigate.",
    wishKeep: "Keep my words",
    wishKeepNote: "We do nothing else before you ask.",
    wishWithout: "Investigate without me",
    wishWithoutNote: "The investigator will not ask you to talk.",
    wishWith: "Investigate with me",
    wishWithNote: "The investigator may ask you questions.",
    wishCourt: "Send the case to a court",
    wishCourtNote: "We investigate. Then the office may send the case.",
    help: "Which help do you need?",
    helpHint: "Help does not depend on an investigation.",
    helpMedical: "Medical care",
    helpLegal: "A lawyer",
    helpShelter: "A safe place to sleep",
    helpListen: "Someone to listen to you",
    helpOther: "Money or other help",
    helpWords: "Tell us more (if you want)",
    contact: "How can we reach you safely?",
    contactHint: "You do not have to. The receipt always lets you read answers.",
    contactName: "Your name, as you want to be called",
    contactWay: "Phone number or another way",
    contactSafe: "When and how is it safe?",
    contactSafeHint: "If you leave this empty, we do not call.",
    check: "Read it before you send it",
    edit: "Change",
    skipped: "You skipped this question.",
    wishSkipped: "You did not choose. We only keep your words.",
    send: "Send",
    sending: "We are sending your words",
    sendingHint: "Keep this page open. It may take a minute.",
    sendingReceipt: "Preparing your receipt",
    sendingLock: "Locking your words",
    sendingSend: "Sending them",
    stopped: "Your words did not go through",
    unsure: "We do not know yet whether it arrived",
    stillHere: "Your words are still here.",
    received: "Your words arrived",
    receipt: "Your receipt",
    receiptKeep: "Write down these 24 digits. This page will not show them again.",
    receiptUse: "With the receipt you read answers. Give it to nobody.",
    receiptWhere: "To read answers, open this page:",
    copy: "Copy",
    copied: "Copied. Other apps can read what you copy.",
    print: "Print",
    proof: "Proof number",
    proofHint: "This number opens nothing. It serves to prove that your words arrived.",
    rehearse: "Try it: type the receipt again",
    rehearseHint: "So you know that you wrote it right.",
    rehearsed: "That is right. You wrote it well.",
    rehearsedNot: "These are not the same digits. Look again.",
    finish: "Finish",
    finishAsk: "Did you write down the receipt? It will disappear.",
    finishYes: "Yes, close the page",
    finished: "Done. The page is empty.",
    cannotStart: "We cannot start",
    unsureReceipt: "If you must leave, write down this receipt first.",
    earlierHead: "What you sent may have arrived",
    earlier: "Send the same words again. They will not count twice.",
    earlierOther: "What you changed would be another complaint, with another receipt.",
    sendSame: "Send the same words again",
    sendOther: "Send what I changed as another complaint",
  },
};
