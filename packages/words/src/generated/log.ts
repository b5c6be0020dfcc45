// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type LogWords = {
  readonly title: string;
  readonly lead: string;
  readonly one: string;
  readonly two: string;
  readonly three: string;
  readonly four: string;
  readonly five: string;
  readonly six: string;
  readonly seven: string;
  readonly eight: string;
  readonly nine: string;
  readonly ten: string;
  readonly nowHead: string;
  readonly none: string;
  readonly tooFew: string;
  readonly lines: string;
  readonly root: string;
  readonly origin: string;
  readonly witnessHead: string;
  readonly witnessNone: string;
  readonly witnessSaw: string;
  readonly checkHead: string;
  readonly checkPerson: string;
  readonly checkAll: string;
  readonly checkOthers: string;
  readonly verifyDoor: string;
  readonly checkpoint: string;
  readonly policy: string;
  readonly aboutDoor: string;
};

export const logWords: Readonly<Record<Language, LogWords>> = {
  ht: {
    title: "Jounal piblik la",
    lead: "Yon lis ki sèlman grandi. Tout moun ka verifye pèsonn pa wete anyen ladan l.",
    one: "Jounal piblik la se lis tou sa ki fèt nan biwo sa a.",
    two: "Yo ajoute liy nèf. Yo pa chanje liy, yo pa wete liy.",
    three: "Chak plent tounen yon liy. Chak repons tounen yon liy tou.",
    four: "Liy sa yo pa montre anyen: ni non, ni pawòl, ni kote.",
    five: "Gen liy vid ladan l tou. Konsa pèsonn pa ka konte plent yo.",
    six: "Se resi ou ki jwenn liy pa ou yo. Biwo a konnen yo tou.",
    seven: "Delè biwo a ak paj sit sa a ladan l, klè pou tout moun.",
    eight: "Gen temwen deyò ki siyen lis la, ak lè a. Yo sonje sa yo te wè.",
    nine: "Si biwo a montre de lis diferan, siyati yo ap pwouve sa.",
    ten: "Ak yon prèv, ou ka montre nenpòt moun plent ou te rive.",
    nowHead: "Kote jounal la rive",
    none: "Jounal la poko gen anyen ladan l.",
    tooFew: "Nou pa ka montre jounal la kounye a. Pa gen ase temwen ki siyen l.",
    lines: "Liy",
    root: "Anprent",
    origin: "Non jounal la",
    witnessHead: "Ki temwen ki siyen",
    witnessNone: "Poko gen temwen deyò ki siyen. Se pawòl biwo a sèlman.",
    witnessSaw: "te wè l",
    checkHead: "Kijan pou w verifye",
    checkPerson: "Ak resi ou, pwogram lib nou an ekri prèv pa ou yo.",
    checkAll: "Menm pwogram nan verifye tout jounal la.",
    checkOthers: "Lòt pwogram ka verifye l tou. Fòma yo piblik (C2SP).",
    verifyDoor: "Verifye isit la, ak yon prèv",
    checkpoint: "Dènye eta a, siyen",
    policy: "Ki temwen biwo a chwazi",
    aboutDoor: "Kiyès nou ye",
  },
  fr: {
    title: "Le journal public",
    lead: "Une liste qui ne fait que grandir. Chacun peut vérifier que rien n’en est retiré.",
    one: "Le journal public est la liste de ce qui se passe dans ce bureau.",
    two: "On ajoute des lignes. On n’en change et n’en retire aucune.",
    three: "Chaque plainte devient une ligne. Chaque réponse aussi.",
    four: "Ces lignes ne montrent rien : ni nom, ni mot, ni lieu.",
    five: "Il y a aussi des lignes vides. Ainsi personne ne peut compter les plaintes.",
    six: "Votre reçu retrouve vos propres lignes. Le bureau les connaît aussi.",
    seven: "Les délais du bureau et les pages de ce site y figurent, lisibles.",
    eight: "Des témoins extérieurs signent la liste, avec l’heure. Ils gardent ce qu’ils ont vu.",
    nine: "Si le bureau montrait deux listes, ces signatures le prouveraient.",
    ten: "Avec une preuve, vous montrez à chacun que votre plainte est arrivée.",
    nowHead: "Où en est le journal",
    none: "Le journal est encore vide.",
    tooFew: "Le journal ne peut pas être montré. Trop peu de témoins l’ont signé.",
    lines: "Lignes",
    root: "Empreinte",
    origin: "Nom du journal",
    witnessHead: "Témoins qui ont signé",
    witnessNone: "Aucun témoin extérieur ne signe encore. C’est la seule parole du bureau.",
    witnessSaw: "l’a vu le",
    checkHead: "Comment vérifier",
    checkPerson: "Avec votre reçu, notre programme libre écrit vos preuves.",
    checkAll: "Le même programme vérifie tout le journal.",
    checkOthers: "D’autres programmes le peuvent aussi. Les formats sont publics (C2SP).",
    verifyDoor: "Vérifier ici, avec une preuve",
    checkpoint: "Le dernier état, signé",
    policy: "Quels témoins le bureau a choisis",
    aboutDoor: "Qui nous sommes",
  },
  en: {
    title: "The public log",
    lead: "A list that only grows. Anybody can check that nothing is taken out.",
    one: "The public log is the list of what happens at this office.",
    two: "Lines are added. No line is changed, and none is taken out.",
    three: "Every complaint becomes a line. Every answer does too.",
    four: "These lines show nothing: no name, no word, no place.",
    five: "Some lines are empty. So nobody can count the complaints.",
    six: "Your receipt finds your own lines. The office knows them too.",
    seven: "The office’s deadlines and the pages of this site stand in it, readable.",
    eight: "Witnesses outside sign the list, with the hour. They remember what they saw.",
    nine: "If the office showed two lists, these signatures would prove it.",
    ten: "With a proof you can show anybody that your complaint arrived.",
    nowHead: "Where the log stands",
    none: "The log is still empty.",
    tooFew: "The log cannot be shown now. Too few witnesses signed it.",
    lines: "Lines",
    root: "Fingerprint",
    origin: "Name of the log",
    witnessHead: "Witnesses who signed",
    witnessNone: "No witness outside signs yet. This is the office’s word alone.",
    witnessSaw: "saw it at",
    checkHead: "How to check it",
    checkPerson: "With your receipt, our free program writes your own proofs.",
    checkAll: "The same program checks the whole log.",
    checkOthers: "Other programs can check it too. The formats are public (C2SP).",
    verifyDoor: "Check here, with a proof",
    checkpoint: "The latest state, signed",
    policy: "Which witnesses the office chose",
    aboutDoor: "Who we are",
  },
  es: {
    title: "El registro público",
    lead: "Una lista que solo crece. Cualquiera puede comprobar que nada se quita.",
    one: "El registro público es la lista de lo que pasa en esta oficina.",
    two: "Se añaden líneas. Ninguna se cambia y ninguna se quita.",
    three: "Cada queja se vuelve una línea. Cada respuesta también.",
    four: "Esas líneas no muestran nada: ni nombre, ni palabra, ni lugar.",
    five: "También hay líneas vacías. Así nadie puede contar las quejas.",
    six: "Su recibo encuentra sus propias líneas. La oficina también las conoce.",
    seven: "Los plazos de la oficina y las páginas de este sitio están ahí, legibles.",
    eight: "Testigos de fuera firman la lista, con la hora. Recuerdan lo que vieron.",
    nine: "Si la oficina mostrara dos listas, esas firmas lo probarían.",
    ten: "Con una prueba puede mostrar a cualquiera que su queja llegó.",
    nowHead: "Cómo está el registro",
    none: "El registro aún está vacío.",
    tooFew: "El registro no se puede mostrar ahora. Muy pocos testigos lo firmaron.",
    lines: "Líneas",
    root: "Huella",
    origin: "Nombre del registro",
    witnessHead: "Testigos que firmaron",
    witnessNone: "Ningún testigo de fuera firma todavía. Es solo la palabra de la oficina.",
    witnessSaw: "lo vio el",
    checkHead: "Cómo comprobarlo",
    checkPerson: "Con su recibo, nuestro programa libre escribe sus pruebas.",
    checkAll: "El mismo programa comprueba todo el registro.",
    checkOthers: "Otros programas también pueden. Los formatos son públicos (C2SP).",
    verifyDoor: "Comprobar aquí, con una prueba",
    checkpoint: "El último estado, firmado",
    policy: "Qué testigos eligió la oficina",
    aboutDoor: "Quiénes somos",
  },
  sw: {
    title: "Kumbukumbu ya umma",
    lead: "Orodha inayokua tu. Kila mtu anaweza kuthibitisha kuwa hakuna kilichoondolewa.",
    one: "Kumbukumbu ya umma ni orodha ya yanayotokea katika ofisi hii.",
    two: "Mistari huongezwa. Hakuna mstari unaobadilishwa wala kuondolewa.",
    three: "Kila lalamiko huwa mstari. Kila jibu pia.",
    four: "Mistari hiyo haionyeshi chochote: si jina, si neno, si mahali.",
    five: "Kuna mistari mitupu pia. Kwa hiyo hakuna anayeweza kuhesabu malalamiko.",
    six: "Risiti yako hupata mistari yako. Ofisi pia inaijua.",
    seven: "Muda wa ofisi wa kujibu na kurasa za tovuti hii zimo, wazi kwa wote.",
    eight: "Mashahidi wa nje husaini orodha, pamoja na saa. Hukumbuka walichoona.",
    nine: "Ofisi ikionyesha orodha mbili, saini hizo zitathibitisha.",
    ten: "Kwa uthibitisho unaweza kumwonyesha yeyote kuwa lalamiko lako lilifika.",
    nowHead: "Kumbukumbu ilipofikia",
    none: "Kumbukumbu bado ni tupu.",
    tooFew: "Kumbukumbu haiwezi kuonyeshwa sasa. Mashahidi waliosaini hawatoshi.",
    lines: "Mistari",
    root: "Alama",
    origin: "Jina la kumbukumbu",
    witnessHead: "Mashahidi waliosaini",
    witnessNone: "Bado hakuna shahidi wa nje anayesaini. Ni neno la ofisi tu.",
    witnessSaw: "aliiona",
    checkHead: "Jinsi ya kuthibitisha",
    checkPerson: "Kwa risiti yako, programu yetu huru huandika uthibitisho wako.",
    checkAll: "Programu hiyo hiyo hukagua kumbukumbu yote.",
    checkOthers: "Programu nyingine zinaweza pia. Miundo ni ya umma (C2SP).",
    verifyDoor: "Kagua hapa, kwa uthibitisho",
    checkpoint: "Hali ya mwisho, imesainiwa",
    policy: "Mashahidi waliochaguliwa na ofisi",
    aboutDoor: "Sisi ni nani",
  },
};
