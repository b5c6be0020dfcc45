// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type ReferralWords = {
  readonly title: string;
  readonly readable: string;
  readonly sealedAtOnce: string;
  readonly lead: string;
  readonly code: string;
  readonly codeHint: string;
  readonly goOn: string;
  readonly unknownCode: string;
  readonly tooOld: string;
  readonly tooMany: string;
  readonly notRead: string;
  readonly notKept: string;
  readonly chooseFirst: string;
  readonly reasonFirst: string;
  readonly tooLong: string;
  readonly brokenText: string;
  readonly sentTo: string;
  readonly answerBy: string;
  readonly digestHead: string;
  readonly digestHint: string;
  readonly asksHead: string;
  readonly "ask-investigate": string;
  readonly "ask-prosecute": string;
  readonly "ask-preserve": string;
  readonly "ask-waive-immunity": string;
  readonly "ask-answer": string;
  readonly answerHead: string;
  readonly acknowledged: string;
  readonly investigating: string;
  readonly prosecuting: string;
  readonly "waiver-granted": string;
  readonly "waiver-refused": string;
  readonly declined: string;
  readonly yourWords: string;
  readonly yourWordsHint: string;
  readonly send: string;
  readonly taken: string;
  readonly takenHint: string;
  readonly nextHead: string;
  readonly nextHint: string;
};

export const referralWords: Readonly<Record<Language, ReferralWords>> = {
  ht: {
    title: "Reponn biwo a",
    readable: "Òdinatè biwo a ka li sa ou ekri lè l rive.",
    sealedAtOnce: "Li fèmen l a kle touswit. Apre sa, se moun biwo a sèlman ki ka louvri l.",
    lead: "Biwo a voye yon dosye fèmen ba ou. Reponn isit la, san kont.",
    code: "Kòd ki nan lèt la",
    codeHint: "20 lèt ak chif, nan kat gwoup. Li sèvi yon sèl fwa.",
    goOn: "Kontinye",
    unknownCode: "Kòd sa a pa bon, oswa li sèvi deja. Gade lèt la ankò.",
    tooOld: "Paj la te louvri twò lontan. Ekri kòd la ankò.",
    tooMany: "Gen twòp demann kounye a. Tann yon minit.",
    notRead: "Nou pa ka li sa navigatè a voye. Eseye ankò.",
    notKept: "Gen yon pwoblèm bò kote pa nou. Repons lan ka rive oswa non. Voye l ankò.",
    chooseFirst: "Chwazi yon repons anvan.",
    reasonFirst: "Ekri rezon an anvan.",
    tooLong: "Tèks la twò long. Retire kèk fraz.",
    brokenText: "Gen siy nan tèks la nou pa ka li.",
    sentTo: "Voye bay",
    answerBy: "Reponn anvan",
    digestHead: "Siy dosye a",
    digestHint: "Konpare l ak SHA-256 tagmanifest-sha256.txt ki nan dosye ou resevwa a.",
    asksHead: "Sa nou mande",
    "ask-investigate": "fè ankèt",
    "ask-prosecute": "deside si gen pouswit",
    "ask-preserve": "konsève sa ou genyen",
    "ask-waive-immunity": "leve iminite a, oswa mande pou yo leve l",
    "ask-answer": "reponn nou",
    answerHead: "Repons ou",
    acknowledged: "Nou resevwa dosye a",
    investigating: "Nou ap fè ankèt",
    prosecuting: "Nou ap pouswiv",
    "waiver-granted": "Iminite a leve",
    "waiver-refused": "Iminite a pa leve, ak rezon an anba a",
    declined: "Nou refize, ak rezon an anba a",
    yourWords: "Pawòl ou, oswa rezon an",
    yourWordsHint: "Ou pa oblije ekri, sòf si repons lan se non.",
    send: "Voye repons lan",
    taken: "Repons ou rive",
    takenHint: "Moun biwo a ap li l epi ekri l nan dosye a.",
    nextHead: "Kòd pou yon lòt repons",
    nextHint: "Ekri kòd sa a yon kote ki an sekirite. Ansyen kòd la pa sèvi ankò.",
  },
  fr: {
    title: "Répondre au bureau",
    readable: "L’ordinateur du bureau peut lire ce que vous écrivez à son arrivée.",
    sealedAtOnce: "Il le ferme aussitôt à clé. Ensuite, seul le personnel du bureau peut l’ouvrir.",
    lead: "Le bureau vous a transmis un dossier scellé. Répondez ici, sans compte.",
    code: "Code de la lettre",
    codeHint: "20 lettres et chiffres, en quatre groupes. Il sert une fois.",
    goOn: "Continuer",
    unknownCode: "Ce code n’est pas bon, ou il a déjà servi. Vérifiez la lettre.",
    tooOld: "La page est restée ouverte trop longtemps. Écrivez encore le code.",
    tooMany: "Trop de demandes en ce moment. Attendez une minute.",
    notRead: "Nous ne pouvons pas lire ce que ce navigateur envoie. Réessayez.",
    notKept: "Il y a un problème chez nous. La réponse est peut-être arrivée. Envoyez-la encore.",
    chooseFirst: "Choisissez d’abord une réponse.",
    reasonFirst: "Écrivez d’abord la raison.",
    tooLong: "Le texte est trop long. Retirez quelques phrases.",
    brokenText: "Le texte contient des signes illisibles.",
    sentTo: "Transmis à",
    answerBy: "Réponse attendue jusqu’au",
    digestHead: "Empreinte du dossier",
    digestHint: "Comparez-la au SHA-256 de tagmanifest-sha256.txt dans le dossier reçu.",
    asksHead: "Ce que nous demandons",
    "ask-investigate": "enquêter",
    "ask-prosecute": "décider s’il y a lieu de poursuivre",
    "ask-preserve": "conserver ce que vous détenez",
    "ask-waive-immunity": "lever l’immunité, ou en demander la levée",
    "ask-answer": "nous répondre",
    answerHead: "Votre réponse",
    acknowledged: "Nous avons reçu le dossier",
    investigating: "Nous enquêtons",
    prosecuting: "Nous poursuivons en justice",
    "waiver-granted": "L’immunité est levée",
    "waiver-refused": "L’immunité n’est pas levée, pour la raison ci-dessous",
    declined: "Nous refusons, pour la raison ci-dessous",
    yourWords: "Vos mots, ou la raison",
    yourWordsHint: "Facultatif, sauf si la réponse est non.",
    send: "Envoyer la réponse",
    taken: "Votre réponse est arrivée",
    takenHint: "Le personnel du bureau la lira et la notera au dossier.",
    nextHead: "Code pour une autre réponse",
    nextHint: "Notez ce code en lieu sûr. L’ancien ne sert plus.",
  },
  en: {
    title: "Answer the office",
    readable: "The office’s computer can read what you write when it arrives.",
    sealedAtOnce: "It locks it at once. After that only the office’s staff can open it.",
    lead: "The office sent you a sealed case file. Answer here, without an account.",
    code: "Code from the letter",
    codeHint: "20 letters and digits, in four groups. It works once.",
    goOn: "Continue",
    unknownCode: "This code is not right, or was used already. Check the letter.",
    tooOld: "The page was open too long. Write the code again.",
    tooMany: "Too many requests now. Wait a minute.",
    notRead: "We cannot read what this browser sends. Try again.",
    notKept: "Something is wrong on our side. The answer may have arrived. Send it again.",
    chooseFirst: "Choose an answer first.",
    reasonFirst: "Write the reason first.",
    tooLong: "The text is too long. Take out some sentences.",
    brokenText: "The text holds signs that cannot be read.",
    sentTo: "Sent to",
    answerBy: "Answer by",
    digestHead: "Digest of the file",
    digestHint: "Compare it with the SHA-256 of tagmanifest-sha256.txt in the file you received.",
    asksHead: "What we ask",
    "ask-investigate": "investigate",
    "ask-prosecute": "decide whether to prosecute",
    "ask-preserve": "keep what you hold",
    "ask-waive-immunity": "waive the immunity, or ask for it",
    "ask-answer": "answer us",
    answerHead: "Your answer",
    acknowledged: "We received the file",
    investigating: "We are investigating",
    prosecuting: "We are prosecuting",
    "waiver-granted": "The immunity is waived",
    "waiver-refused": "The immunity is not waived, for the reason below",
    declined: "We decline, for the reason below",
    yourWords: "Your words, or the reason",
    yourWordsHint: "Not needed, unless the answer is no.",
    send: "Send the answer",
    taken: "Your answer arrived",
    takenHint: "The office’s staff read it and write it into the case.",
    nextHead: "Code for another answer",
    nextHint: "Write this code down and keep it safe. The old one is used.",
  },
  es: {
    title: "Responder a la oficina",
    readable: "El ordenador de la oficina puede leer lo que usted escribe cuando llega.",
    sealedAtOnce: "Lo cierra enseguida con llave. Después solo el personal de la oficina puede abrirlo.",
    lead: "La oficina le envió un expediente sellado. Responda aquí, sin cuenta.",
    code: "Código de la carta",
    codeHint: "20 letras y cifras, en cuatro grupos. Sirve una vez.",
    goOn: "Continuar",
    unknownCode: "Este código no es válido o ya se usó. Revise la carta.",
    tooOld: "La página estuvo abierta demasiado tiempo. Escriba otra vez el código.",
    tooMany: "Demasiadas solicitudes ahora. Espere un minuto.",
    notRead: "No podemos leer lo que envía este navegador. Inténtelo de nuevo.",
    notKept: "Hay un problema de nuestro lado. La respuesta pudo llegar. Envíela otra vez.",
    chooseFirst: "Elija primero una respuesta.",
    reasonFirst: "Escriba primero la razón.",
    tooLong: "El texto es demasiado largo. Quite algunas frases.",
    brokenText: "El texto contiene signos ilegibles.",
    sentTo: "Enviado a",
    answerBy: "Respuesta hasta el",
    digestHead: "Huella del expediente",
    digestHint: "Compárela con el SHA-256 de tagmanifest-sha256.txt en el expediente recibido.",
    asksHead: "Lo que pedimos",
    "ask-investigate": "investigar",
    "ask-prosecute": "decidir si hay que enjuiciar",
    "ask-preserve": "conservar lo que tenga",
    "ask-waive-immunity": "levantar la inmunidad, o pedirlo",
    "ask-answer": "respondernos",
    answerHead: "Su respuesta",
    acknowledged: "Recibimos el expediente",
    investigating: "Estamos investigando",
    prosecuting: "Hemos iniciado un proceso",
    "waiver-granted": "La inmunidad queda levantada",
    "waiver-refused": "La inmunidad no se levanta, por la razón de abajo",
    declined: "Rechazamos, por la razón de abajo",
    yourWords: "Sus palabras, o la razón",
    yourWordsHint: "No es necesario, salvo si la respuesta es no.",
    send: "Enviar la respuesta",
    taken: "Su respuesta llegó",
    takenHint: "El personal de la oficina la leerá y la anotará en el expediente.",
    nextHead: "Código para otra respuesta",
    nextHint: "Anote este código y guárdelo. El anterior ya no sirve.",
  },
  sw: {
    title: "Jibu ofisi",
    readable: "Kompyuta ya ofisi inaweza kusoma unachoandika kinapofika.",
    sealedAtOnce: "Inakifunga mara moja. Baada ya hapo wafanyakazi wa ofisi tu wanaweza kukifungua.",
    lead: "Ofisi ilikutumia faili iliyofungwa. Jibu hapa, bila akaunti.",
    code: "Namba kutoka kwenye barua",
    codeHint: "Herufi na tarakimu 20, makundi manne. Inatumika mara moja.",
    goOn: "Endelea",
    unknownCode: "Namba hii si sahihi, au imeshatumika. Angalia barua.",
    tooOld: "Ukurasa ulikuwa wazi muda mrefu. Andika namba tena.",
    tooMany: "Maombi mengi mno sasa. Subiri dakika moja.",
    notRead: "Hatuwezi kusoma kivinjari hiki kinachotuma. Jaribu tena.",
    notKept: "Kuna tatizo upande wetu. Jibu huenda lilifika. Litume tena.",
    chooseFirst: "Chagua jibu kwanza.",
    reasonFirst: "Andika sababu kwanza.",
    tooLong: "Maandishi ni marefu mno. Ondoa sentensi kadhaa.",
    brokenText: "Maandishi yana alama zisizosomeka.",
    sentTo: "Imetumwa kwa",
    answerBy: "Jibu kabla ya",
    digestHead: "Alama ya faili",
    digestHint: "Linganisha na SHA-256 ya tagmanifest-sha256.txt kwenye faili uliyopokea.",
    asksHead: "Tunachoomba",
    "ask-investigate": "kuchunguza",
    "ask-prosecute": "kuamua kama kushtaki",
    "ask-preserve": "kuhifadhi ulichonacho",
    "ask-waive-immunity": "kuondoa kinga, au kuiomba",
    "ask-answer": "kutujibu",
    answerHead: "Jibu lako",
    acknowledged: "Tumepokea faili",
    investigating: "Tunachunguza",
    prosecuting: "Tunashtaki",
    "waiver-granted": "Kinga imeondolewa",
    "waiver-refused": "Kinga haijaondolewa, kwa sababu iliyo hapa chini",
    declined: "Tunakataa, kwa sababu iliyo hapa chini",
    yourWords: "Maneno yako, au sababu",
    yourWordsHint: "Si lazima, isipokuwa jibu ni hapana.",
    send: "Tuma jibu",
    taken: "Jibu lako limefika",
    takenHint: "Wafanyakazi wa ofisi watalisoma na kuliandika kwenye faili.",
    nextHead: "Namba ya jibu lingine",
    nextHint: "Andika namba hii na uitunze. Ya zamani haitumiki tena.",
  },
};
