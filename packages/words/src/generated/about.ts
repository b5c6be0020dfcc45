// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type AboutWords = {
  readonly title: string;
  readonly lead: string;
  readonly fictionHead: string;
  readonly fiction: string;
  readonly whoHead: string;
  readonly whoReaders: string;
  readonly whoPanel: string;
  readonly whoHolders: string;
  readonly freeHead: string;
  readonly freeMission: string;
  readonly freeTies: string;
  readonly freeKeys: string;
  readonly readHead: string;
  readonly readWho: string;
  readonly readCan: string;
  readonly readCannot: string;
  readonly staff: string;
  readonly staffCan: string;
  readonly staffCannot: string;
  readonly operator: string;
  readonly operatorCan: string;
  readonly operatorCannot: string;
  readonly holders: string;
  readonly holdersCan: string;
  readonly holdersCannot: string;
  readonly line: string;
  readonly lineCan: string;
  readonly lineCannot: string;
  readonly phone: string;
  readonly phoneCan: string;
  readonly phoneCannot: string;
  readonly receiptCan: string;
  readonly receipt: string;
  readonly limitsHead: string;
  readonly limitCourt: string;
  readonly limitRedress: string;
  readonly limitPage: string;
  readonly limitHide: string;
  readonly limitListen: string;
  readonly checkHead: string;
  readonly checkList: string;
  readonly checkReply: string;
  readonly checkSame: string;
  readonly checkFree: string;
  readonly checkOpen: string;
  readonly helpDoor: string;
  readonly tellDoor: string;
  readonly logDoor: string;
};

export const aboutWords: Readonly<Record<Language, AboutWords>> = {
  ht: {
    title: "Kiyès nou ye",
    lead: "Yon biwo endepandan. Li koute moun ki gen plent sou fòs misyon an.",
    fictionHead: "Biwo sa a se yon egzanp",
    fiction: "Moun li yo pa egziste. Pa gen moun k ap li plent ou isit la.",
    whoHead: "Kiyès k ap travay isit la",
    whoReaders: "Gen anplwaye ki li plent yo epi ki reponn.",
    whoPanel: "Yon sèl moun pa ka fèmen yon plent. Fòk yon dezyèm moun dakò.",
    whoHolders: "Senk moun kenbe moso kle sekou. Twa nan sosyete sivil, de lòt peyi.",
    freeHead: "Poukisa nou endepandan",
    freeMission: "Moun misyon an pa ka li plent yo.",
    freeTies: "Moun ki gen lyen ak yon fòs pa touche plent sou fòs sa a.",
    freeKeys: "Moun ki okipe òdinatè yo pa gen okenn kle ki louvri plent.",
    readHead: "Kiyès ki ka li kisa",
    readWho: "Kiyès",
    readCan: "Sa li ka fè",
    readCannot: "Sa li pa ka fè",
    staff: "Anplwaye ki resevwa plent ou",
    staffCan: "Li sa w ekri. Kopye sa li li.",
    staffCannot: "Wè non w pou kont li: fòk yo de.",
    operator: "Moun ki okipe òdinatè yo",
    operatorCan: "Wè lè yon plent rive ak gwosè li. Wè klas anplwaye bay dosye a.",
    operatorCannot: "Li sa w ekri oswa repons yo.",
    holders: "Senk moun ki kenbe moso kle yo",
    holdersCan: "Twa ansanm ka louvri yon plent.",
    holdersCannot: "De moun pa kapab.",
    line: "Konpayi telefòn ou",
    lineCan: "Wè ou vizite sit la, ak ki lè.",
    lineCannot: "Li sa w ekri.",
    phone: "Moun ki pran telefòn ou apre",
    phoneCan: "Wè nan istwa navigatè a ou vizite paj la.",
    phoneCannot: "Jwenn sa w ekri sou telefòn nan.",
    receiptCan: "Li repons yo. Yo ka montre sa w te di.",
    receipt: "Moun ki jwenn resi ou",
    limitsHead: "Sa nou pa ka fè",
    limitCourt: "Nou pa yon tribinal. Nou pa ka arete oswa jije pèsonn.",
    limitRedress: "Nou ka mande reparasyon. Nou pa ka fòse pèsonn bay li.",
    limitPage: "Yon moun ki chanje paj yo an kachèt ta ka li sa w ekri.",
    limitHide: "Biwo a ta ka kache yon plent ki poko nan jounal piblik la.",
    limitListen: "Pa gen anrejistreman paj sa yo pou koute.",
    checkHead: "Kijan pou w verifye",
    checkList: "Twa nan senk kle rasin siyen lis anplwaye yo. Paj yo verifye siyati yo.",
    checkReply: "Paj repons lan montre sèlman repons ki gen bon siyati.",
    checkSame: "Menm kòd toujou bay menm paj. Yon teknisyen ka konpare yo.",
    checkFree: "Kòd la lib (AGPL-3.0): tout moun gen dwa li l.",
    checkOpen: "Louvri lis siyen an (pou teknisyen)",
    helpDoor: "Jwenn èd",
    tellDoor: "Di sa k pase",
    logDoor: "Gade jounal piblik la",
  },
  fr: {
    title: "Qui nous sommes",
    lead: "Un bureau indépendant. Il écoute les plaintes sur les forces de la mission.",
    fictionHead: "Ce bureau est un exemple",
    fiction: "Ses membres n’existent pas. Personne ne lit vos plaintes ici.",
    whoHead: "Qui travaille ici",
    whoReaders: "Des agents lisent les plaintes et y répondent.",
    whoPanel: "Personne ne ferme seul une plainte. Une deuxième personne doit être d’accord.",
    whoHolders: "Cinq personnes gardent des morceaux d’une clé de secours. Trois viennent de la société civile, deux de l’étranger.",
    freeHead: "Pourquoi nous sommes indépendants",
    freeMission: "La mission ne peut pas lire les plaintes.",
    freeTies: "Qui est lié à une force ne traite pas les plaintes sur elle.",
    freeKeys: "Ceux qui tiennent les ordinateurs n’ont aucune clé des plaintes.",
    readHead: "Qui peut lire quoi",
    readWho: "Qui",
    readCan: "Peut",
    readCannot: "Ne peut pas",
    staff: "L’agent qui reçoit votre plainte",
    staffCan: "Lire vos mots. Copier ce qu’il lit.",
    staffCannot: "Voir seul votre nom : il faut être deux.",
    operator: "Ceux qui tiennent les ordinateurs",
    operatorCan: "Voir l’heure et la taille d’une plainte. Voir le classement du dossier.",
    operatorCannot: "Lire vos mots ou les réponses.",
    holders: "Les cinq gardiens de la clé",
    holdersCan: "À trois, ouvrir une plainte.",
    holdersCannot: "À deux, ils ne le peuvent pas.",
    line: "Votre opérateur de téléphone",
    lineCan: "Voir votre visite et son heure.",
    lineCannot: "Lire vos mots.",
    phone: "Qui prend votre téléphone ensuite",
    phoneCan: "Voir votre visite dans l’historique.",
    phoneCannot: "Trouver vos mots sur le téléphone.",
    receiptCan: "Lire les réponses. Elles peuvent montrer vos mots.",
    receipt: "Qui trouve votre reçu",
    limitsHead: "Ce que nous ne pouvons pas",
    limitCourt: "Nous ne sommes pas un tribunal. Nous n’arrêtons et ne jugeons personne.",
    limitRedress: "Nous pouvons demander réparation. Nous ne pouvons forcer personne à la donner.",
    limitPage: "Qui changerait ces pages en secret pourrait lire vos mots.",
    limitHide: "Le bureau pourrait cacher une plainte qui n’est pas encore dans le journal public.",
    limitListen: "Il n’y a pas d’enregistrement de ces pages à écouter.",
    checkHead: "Comment vérifier",
    checkList: "Trois clés racines sur cinq signent la liste du personnel. Les pages vérifient ces signatures.",
    checkReply: "La page des réponses ne montre que des réponses bien signées.",
    checkSame: "Le même code donne toujours les mêmes pages. Un technicien peut les comparer.",
    checkFree: "Le code est libre (AGPL-3.0) : chacun peut le lire.",
    checkOpen: "Ouvrir la liste signée (pour techniciens)",
    helpDoor: "Trouver de l’aide",
    tellDoor: "Dire ce qui s’est passé",
    logDoor: "Voir le journal public",
  },
  en: {
    title: "Who we are",
    lead: "An independent office. It hears complaints about the mission’s forces.",
    fictionHead: "This office is an example",
    fiction: "Its people do not exist. Nobody reads your complaint here.",
    whoHead: "Who works here",
    whoReaders: "Staff read the complaints and answer them.",
    whoPanel: "Nobody closes a complaint alone. A second person must agree.",
    whoHolders: "Five people hold pieces of a spare key. Three are from civil society, two from abroad.",
    freeHead: "Why we are independent",
    freeMission: "The mission cannot read the complaints.",
    freeTies: "Whoever is tied to a force may not work on complaints about it.",
    freeKeys: "Those who run the computers hold no key that opens complaints.",
    readHead: "Who can read what",
    readWho: "Who",
    readCan: "Can",
    readCannot: "Cannot",
    staff: "Staff who receive your complaint",
    staffCan: "Read your words. Copy what they read.",
    staffCannot: "See your name alone: it takes two.",
    operator: "Those who run the computers",
    operatorCan: "See when a complaint came, and its size. See how staff classed it.",
    operatorCannot: "Read your words or the answers.",
    holders: "The five who hold pieces of the key",
    holdersCan: "Three together can open a complaint.",
    holdersCannot: "Two cannot.",
    line: "Your phone company",
    lineCan: "See that you came here, and when.",
    lineCannot: "Read your words.",
    phone: "Whoever takes your phone later",
    phoneCan: "See your visit in the browser’s history.",
    phoneCannot: "Find your words on the phone.",
    receiptCan: "Read the answers. They may show what you said.",
    receipt: "Whoever finds your receipt",
    limitsHead: "What we cannot do",
    limitCourt: "We are no court. We cannot arrest or judge anybody.",
    limitRedress: "We can ask for redress. We cannot force anybody to give it.",
    limitPage: "Whoever secretly changed these pages could read what you write.",
    limitHide: "The office could hide a complaint that is not yet in the public log.",
    limitListen: "There is no recording of these pages to listen to.",
    checkHead: "How to check",
    checkList: "Three of five root keys sign the staff list. The pages check those signatures.",
    checkReply: "The answer page shows only answers with a good signature.",
    checkSame: "The same code always gives the same pages. A technician can compare them.",
    checkFree: "The code is free (AGPL-3.0): everybody may read it.",
    checkOpen: "Open the signed list (for technicians)",
    helpDoor: "Get help",
    tellDoor: "Tell what happened",
    logDoor: "See the public log",
  },
  es: {
    title: "Quiénes somos",
    lead: "Una oficina independiente. Escucha quejas sobre las fuerzas de la misión.",
    fictionHead: "Esta oficina es un ejemplo",
    fiction: "Su personal no existe. Nadie lee aquí su queja.",
    whoHead: "Quién trabaja aquí",
    whoReaders: "El personal lee las quejas y las responde.",
    whoPanel: "Nadie cierra una queja solo. Otra persona debe estar de acuerdo.",
    whoHolders: "Cinco personas guardan partes de una llave de reserva. Tres son de la sociedad civil, dos del extranjero.",
    freeHead: "Por qué somos independientes",
    freeMission: "La misión no puede leer las quejas.",
    freeTies: "Quien tiene vínculos con una fuerza no trata quejas sobre ella.",
    freeKeys: "Quienes manejan las computadoras no tienen llaves de las quejas.",
    readHead: "Quién puede leer qué",
    readWho: "Quién",
    readCan: "Puede",
    readCannot: "No puede",
    staff: "Personal que recibe su queja",
    staffCan: "Leer sus palabras. Copiar lo que lee.",
    staffCannot: "Ver su nombre a solas: hacen falta dos.",
    operator: "Quienes manejan las computadoras",
    operatorCan: "Ver la hora y el tamaño de una queja. Ver su clasificación.",
    operatorCannot: "Leer sus palabras o las respuestas.",
    holders: "Las cinco personas con partes de la llave",
    holdersCan: "Tres juntas pueden abrir una queja.",
    holdersCannot: "Dos no pueden.",
    line: "Su compañía de teléfono",
    lineCan: "Ver que entró aquí y cuándo.",
    lineCannot: "Leer sus palabras.",
    phone: "Quien tome después su teléfono",
    phoneCan: "Ver su visita en el historial.",
    phoneCannot: "Encontrar sus palabras en el teléfono.",
    receiptCan: "Leer las respuestas. Pueden mostrar lo que dijo.",
    receipt: "Quien encuentre su recibo",
    limitsHead: "Lo que no podemos hacer",
    limitCourt: "No somos un tribunal. No podemos arrestar ni juzgar a nadie.",
    limitRedress: "Podemos pedir reparación. No podemos obligar a nadie a darla.",
    limitPage: "Quien cambiara estas páginas en secreto podría leer sus palabras.",
    limitHide: "La oficina podría ocultar una queja que aún no está en el registro público.",
    limitListen: "No hay grabación de estas páginas para escuchar.",
    checkHead: "Cómo comprobarlo",
    checkList: "Tres de cinco llaves raíz firman la lista del personal. Las páginas comprueban esas firmas.",
    checkReply: "La página de respuestas solo muestra respuestas bien firmadas.",
    checkSame: "El mismo código da siempre las mismas páginas. Un técnico puede compararlas.",
    checkFree: "El código es libre (AGPL-3.0): cualquiera puede leerlo.",
    checkOpen: "Abrir la lista firmada (para técnicos)",
    helpDoor: "Encontrar ayuda",
    tellDoor: "Contar lo que pasó",
    logDoor: "Ver el registro público",
  },
  sw: {
    title: "Sisi ni nani",
    lead: "Ofisi huru. Inasikiliza malalamiko kuhusu vikosi vya ujumbe.",
    fictionHead: "Ofisi hii ni mfano",
    fiction: "Watu wake hawapo. Hakuna anayesoma malalamiko yako hapa.",
    whoHead: "Nani anafanya kazi hapa",
    whoReaders: "Wafanyakazi husoma malalamiko na kuyajibu.",
    whoPanel: "Hakuna anayefunga malalamiko peke yake. Mtu wa pili lazima akubali.",
    whoHolders: "Watu watano wana vipande vya ufunguo wa akiba. Watatu ni wa asasi za kiraia, wawili wako nje.",
    freeHead: "Kwa nini tuko huru",
    freeMission: "Ujumbe hauwezi kusoma malalamiko.",
    freeTies: "Mwenye uhusiano na kikosi hashughulikii malalamiko kukihusu.",
    freeKeys: "Wanaoendesha kompyuta hawana ufunguo wa kufungua malalamiko.",
    readHead: "Nani anaweza kusoma nini",
    readWho: "Nani",
    readCan: "Anaweza",
    readCannot: "Hawezi",
    staff: "Mfanyakazi anayepokea malalamiko yako",
    staffCan: "Kusoma maneno yako. Kunakili anachosoma.",
    staffCannot: "Kuona jina lako peke yake: wanahitajika wawili.",
    operator: "Wanaoendesha kompyuta",
    operatorCan: "Kuona wakati na ukubwa wa malalamiko. Kuona yalivyoainishwa.",
    operatorCannot: "Kusoma maneno yako au majibu.",
    holders: "Watano wenye vipande vya ufunguo",
    holdersCan: "Watatu pamoja wanaweza kufungua malalamiko.",
    holdersCannot: "Wawili hawawezi.",
    line: "Kampuni yako ya simu",
    lineCan: "Kuona ulitembelea hapa, na lini.",
    lineCannot: "Kusoma maneno yako.",
    phone: "Atakayechukua simu yako baadaye",
    phoneCan: "Kuona ziara yako kwenye historia.",
    phoneCannot: "Kupata maneno yako kwenye simu.",
    receiptCan: "Kusoma majibu. Yanaweza kuonyesha ulichosema.",
    receipt: "Atakayepata risiti yako",
    limitsHead: "Tusichoweza kufanya",
    limitCourt: "Sisi si mahakama. Hatuwezi kukamata wala kuhukumu mtu.",
    limitRedress: "Tunaweza kuomba fidia. Hatuwezi kumlazimisha mtu kuitoa.",
    limitPage: "Anayebadilisha kurasa hizi kwa siri angeweza kusoma maneno yako.",
    limitHide: "Ofisi ingeweza kuficha lalamiko ambalo bado halimo kwenye kumbukumbu ya umma.",
    limitListen: "Hakuna rekodi ya kurasa hizi ya kusikiliza.",
    checkHead: "Jinsi ya kuthibitisha",
    checkList: "Funguo tatu kati ya tano husaini orodha ya wafanyakazi. Kurasa hukagua saini hizo.",
    checkReply: "Ukurasa wa majibu huonyesha majibu yenye saini sahihi tu.",
    checkSame: "Msimbo uleule hutoa kurasa zilezile. Fundi anaweza kuzilinganisha.",
    checkFree: "Msimbo ni huru (AGPL-3.0): kila mtu anaweza kuusoma.",
    checkOpen: "Fungua orodha iliyosainiwa (kwa mafundi)",
    helpDoor: "Pata msaada",
    tellDoor: "Eleza kilichotokea",
    logDoor: "Tazama kumbukumbu ya umma",
  },
};
