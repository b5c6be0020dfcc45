// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import { type Language, numberText, pluralKind } from "../language.ts";

export type DeskWords = {
  readonly title: string;
  readonly queue: string;
  readonly queueCount: (values: { readonly n: number }) => string;
  readonly queueEmpty: string;
  readonly queueEmptyHint: string;
  readonly filter: string;
  readonly filterAll: string;
  readonly filterMine: string;
  readonly filterLate: string;
  readonly search: string;
  readonly case: string;
  readonly caseNumber: string;
  readonly received: string;
  readonly stage: string;
  readonly language: string;
  readonly nextDue: string;
  readonly open: string;
  readonly close: string;
  readonly back: string;
  readonly save: string;
  readonly cancel: string;
  readonly confirm: string;
  readonly edit: string;
  readonly "stage.received": string;
  readonly "stage.acknowledged": string;
  readonly "stage.assessed": string;
  readonly "stage.non-admission-proposed": string;
  readonly "stage.not-admitted": string;
  readonly "stage.admitted": string;
  readonly "stage.investigating": string;
  readonly "stage.found": string;
  readonly "stage.ruled": string;
  readonly "stage.settled": string;
  readonly "stage.closed": string;
  readonly "stage.transferred": string;
  readonly "stage.linked": string;
  readonly timeLeftDays: (values: { readonly n: number }) => string;
  readonly timeLeftHours: (values: { readonly n: number }) => string;
  readonly timeLateDays: (values: { readonly n: number }) => string;
  readonly clockStopped: string;
  readonly clockNone: string;
  readonly basisDefault: string;
  readonly basisFound: (values: { readonly source: string }) => string;
  readonly story: string;
  readonly storySealed: string;
  readonly storyOpened: (values: { readonly who: string; readonly date: string }) => string;
  readonly place: string;
  readonly force: string;
  readonly "force.unknown": string;
  readonly child: string;
  readonly "child.yes": string;
  readonly "child.no": string;
  readonly "child.doubt": string;
  readonly "child.unsaid": string;
  readonly consent: string;
  readonly "consent.help-only": string;
  readonly "consent.keep-words": string;
  readonly "consent.investigate-without-me": string;
  readonly "consent.investigate-with-me": string;
  readonly "consent.court": string;
  readonly consentAsked: string;
  readonly identity: string;
  readonly identitySealed: string;
  readonly identityNone: string;
  readonly support: string;
  readonly supportNone: string;
  readonly "need.medical": string;
  readonly "need.legal": string;
  readonly "need.shelter": string;
  readonly "need.psychosocial": string;
  readonly "need.other": string;
  readonly safety: string;
  readonly safetyBanner: string;
  readonly safeContact: string;
  readonly safeContactNone: string;
  readonly messages: string;
  readonly messagesEmpty: string;
  readonly messageWrite: string;
  readonly messageHint: string;
  readonly messageSend: string;
  readonly messageSent: string;
  readonly messageRead: (values: { readonly date: string }) => string;
  readonly messageNotRead: string;
  readonly fromPerson: string;
  readonly fromOffice: string;
  readonly timeline: string;
  readonly timelineEmpty: string;
  readonly by: (values: { readonly who: string }) => string;
  readonly acts: string;
  readonly actsNone: string;
  readonly "order.acknowledge-case": string;
  readonly "order.assess-case": string;
  readonly "order.send-message": string;
  readonly "order.propose-non-admission": string;
  readonly "order.confirm-non-admission": string;
  readonly "order.keep-open": string;
  readonly "order.grant-access": string;
  readonly actReason: string;
  readonly actReasonHint: string;
  readonly actSign: string;
  readonly actSigned: string;
  readonly actForever: string;
  readonly actAskTwice: string;
  readonly actTwoPeople: string;
  readonly actWaiting: string;
  readonly right: string;
  readonly "right.life": string;
  readonly "right.integrity": string;
  readonly "right.liberty": string;
  readonly "right.sexual-violence-and-exploitation": string;
  readonly "right.children": string;
  readonly "right.home-and-property": string;
  readonly "right.health-and-environment": string;
  readonly "right.equality": string;
  readonly "right.fair-treatment": string;
  readonly "right.failure-to-protect": string;
  readonly "right.other": string;
  readonly classLabel: string;
  readonly "class.serious-misconduct": string;
  readonly "class.minor-misconduct": string;
  readonly "class.sexual-exploitation-and-abuse": string;
  readonly "class.unclassified": string;
  readonly signIn: string;
  readonly signInKey: string;
  readonly signInPassphrase: string;
  readonly signInHint: string;
  readonly signOut: string;
  readonly signedInAs: (values: { readonly who: string; readonly role: string }) => string;
  readonly "role.intake": string;
  readonly "role.investigator": string;
  readonly "role.panel": string;
  readonly "role.support": string;
  readonly "role.child-protection": string;
  readonly "role.registrar": string;
  readonly "role.auditor": string;
  readonly "role.escrow-holder": string;
  readonly "role.civil-society": string;
  readonly "role.vetting-panel": string;
  readonly "role.liaison": string;
  readonly "role.operator": string;
  readonly offline: string;
  readonly online: string;
  readonly waitingActs: (values: { readonly n: number }) => string;
  readonly conflict: string;
  readonly conflictMine: string;
  readonly conflictTheirs: string;
  readonly working: string;
  readonly workingOf: (values: { readonly done: string; readonly total: string }) => string;
  readonly updated: (values: { readonly date: string }) => string;
  readonly export: string;
  readonly log: string;
  readonly proofNumber: string;
  readonly figures: string;
  readonly directory: string;
  readonly documents: string;
  readonly none: string;
  readonly reason: string;
  readonly "reason.not-about-the-mission": string;
  readonly "reason.same-complaint-already-open": string;
  readonly "reason.nothing-that-could-be-examined": string;
  readonly "reason.person-asked-for-help-only": string;
  readonly access: string;
  readonly "access.confirm-non-admission": string;
  readonly "access.reassigned": string;
  readonly "access.colleague-left": string;
  readonly "access.asked-to-help": string;
  readonly department: string;
  readonly "department.unknown": string;
  readonly month: string;
  readonly "month.unknown": string;
  readonly unanswered: (values: { readonly n: number }) => string;
  readonly withdrawalAsked: string;
  readonly consentExplainer: string;
  readonly "language.ht": string;
  readonly "language.fr": string;
  readonly "language.en": string;
  readonly "language.es": string;
  readonly "language.sw": string;
};

export const deskWords: Readonly<Record<Language, DeskWords>> = {
  ht: {
    title: "Biwo",
    queue: "Lis dosye",
    queueCount: (values) => (values.n === 0 ? "Pa gen dosye k ap tann" : numberText("ht", values.n) + " dosye k ap tann"),
    queueEmpty: "Pa gen anyen k ap tann.",
    queueEmptyHint: "Nouvo plent ap parèt isit la.",
    filter: "Filtre",
    filterAll: "Tout",
    filterMine: "Pa m yo",
    filterLate: "An reta",
    search: "Chèche",
    case: "Dosye",
    caseNumber: "Nimewo dosye",
    received: "Resevwa",
    stage: "Etap",
    language: "Lang",
    nextDue: "Pwochen dat limit",
    open: "Louvri",
    close: "Fèmen",
    back: "Retounen nan lis la",
    save: "Konsève",
    cancel: "Anile",
    confirm: "Konfime",
    edit: "Modifye",
    "stage.received": "Resevwa",
    "stage.acknowledged": "Akize resepsyon",
    "stage.assessed": "Etidye",
    "stage.non-admission-proposed": "Refi pwopoze",
    "stage.not-admitted": "Pa aksepte",
    "stage.admitted": "Aksepte",
    "stage.investigating": "Nan ankèt",
    "stage.found": "Gen konklizyon",
    "stage.ruled": "Gen desizyon",
    "stage.settled": "Regle",
    "stage.closed": "Fèmen",
    "stage.transferred": "Transfere",
    "stage.linked": "Mare ak yon lòt dosye",
    timeLeftDays: (values) => (values.n === 0 ? "dènye jou" : numberText("ht", values.n) + " jou ki rete"),
    timeLeftHours: (values) => (numberText("ht", values.n) + " èdtan ki rete"),
    timeLateDays: (values) => (values.n === 0 ? "an reta depi jodi a" : numberText("ht", values.n) + " jou an reta"),
    clockStopped: "respekte",
    clockNone: "pa gen dat limit",
    basisDefault: "Delè platfòm nan, li poko verifye",
    basisFound: (values) => "Sous: " + String(values.source),
    story: "Pawòl moun nan",
    storySealed: "Louvri ak kle ou",
    storyOpened: (values) => String(values.who) + " te louvri l " + String(values.date),
    place: "Kote",
    force: "Fòs",
    "force.unknown": "Li pa konnen",
    child: "Timoun",
    "child.yes": "Wi",
    "child.no": "Non",
    "child.doubt": "Dout: konte kòm timoun",
    "child.unsaid": "Li pa di",
    consent: "Konsantman",
    "consent.help-only": "Èd sèlman",
    "consent.keep-words": "Konsève pawòl yo sèlman",
    "consent.investigate-without-me": "Ankèt san moun nan",
    "consent.investigate-with-me": "Ankèt avèk moun nan",
    "consent.court": "Tribinal",
    consentAsked: "Moun nan chwazi sa. Pa depase l.",
    identity: "Idantite",
    identitySealed: "De moun dwe louvri idantite a ansanm.",
    identityNone: "Moun nan pa bay non.",
    support: "Èd li mande",
    supportNone: "Li pa mande èd.",
    "need.medical": "Swen lasante",
    "need.legal": "Avoka",
    "need.shelter": "Kote an sekirite",
    "need.psychosocial": "Sipò sikososyal",
    "need.other": "Lajan oswa lòt",
    safety: "Sekirite",
    safetyBanner: "Pa rele moun nan anvan ou li fason ki an sekirite.",
    safeContact: "Fason ki an sekirite",
    safeContactNone: "Pa gen fason. Sèvi ak bwat mesaj la sèlman.",
    messages: "Mesaj",
    messagesEmpty: "Poko gen mesaj.",
    messageWrite: "Ekri moun nan",
    messageHint: "Repons lan ka montre sa k te di. Ekri ti kras.",
    messageSend: "Siyen epi voye",
    messageSent: "Mesaj la voye.",
    messageRead: (values) => "Moun nan louvri bwat li " + String(values.date),
    messageNotRead: "Moun nan poko louvri bwat li.",
    fromPerson: "Moun nan",
    fromOffice: "Biwo a",
    timeline: "Istwa dosye a",
    timelineEmpty: "Poko gen aksyon.",
    by: (values) => "pa " + String(values.who),
    acts: "Sa ou ka fè kounye a",
    actsNone: "Ou pa ka fè anyen nan etap sa a.",
    "order.acknowledge-case": "Akize resepsyon",
    "order.assess-case": "Etidye dosye a",
    "order.send-message": "Reponn",
    "order.propose-non-admission": "Pwopoze pou pa aksepte",
    "order.confirm-non-admission": "Konfime: pa aksepte",
    "order.keep-open": "Kenbe louvri",
    "order.grant-access": "Bay yon lòt moun aksè",
    actReason: "Rezon, an mo senp",
    actReasonHint: "Moun nan ap li rezon sa a.",
    actSign: "Siyen",
    actSigned: "Siyen epi anrejistre.",
    actForever: "Aksyon sa a rete nan rejis la. Li pa ka efase.",
    actAskTwice: "Èske ou sèten?",
    actTwoPeople: "Yon dezyèm moun dwe konfime aksyon sa a.",
    actWaiting: "Ap tann yon dezyèm moun",
    right: "Dwa ki vyole",
    "right.life": "Lavi",
    "right.integrity": "Entegrite kò moun",
    "right.liberty": "Libète",
    "right.sexual-violence-and-exploitation": "Vyolans ak eksplwatasyon seksyèl",
    "right.children": "Timoun",
    "right.home-and-property": "Kay ak byen",
    "right.health-and-environment": "Sante ak anviwònman",
    "right.equality": "Egalite",
    "right.fair-treatment": "Bon tretman",
    "right.failure-to-protect": "Yo pa pwoteje",
    "right.other": "Lòt",
    classLabel: "Klas misyon an",
    "class.serious-misconduct": "Fot grav",
    "class.minor-misconduct": "Fot lejè",
    "class.sexual-exploitation-and-abuse": "Eksplwatasyon ak abi seksyèl",
    "class.unclassified": "Poko klase",
    signIn: "Antre",
    signInKey: "Fichye kle",
    signInPassphrase: "Fraz sekrè",
    signInHint: "Kle a rete sou òdinatè sa a.",
    signOut: "Sòti",
    signedInAs: (values) => String(values.who) + ", " + String(values.role),
    "role.intake": "akèy",
    "role.investigator": "anketè",
    "role.panel": "panèl",
    "role.support": "sipò",
    "role.child-protection": "pwoteksyon timoun",
    "role.registrar": "grefye",
    "role.auditor": "oditè",
    "role.escrow-holder": "gadyen kle",
    "role.civil-society": "sosyete sivil",
    "role.vetting-panel": "panèl verifikasyon",
    "role.liaison": "lyezon Eta a",
    "role.operator": "teknisyen",
    offline: "Pa gen liy. Ou wè dènye kopi a.",
    online: "Gen liy",
    waitingActs: (values) => (values.n === 0 ? "Pa gen aksyon k ap tann liy" : numberText("ht", values.n) + " aksyon ap tann liy"),
    conflict: "De vèsyon pa menm. Chwazi.",
    conflictMine: "Pa m nan",
    conflictTheirs: "Pa lòt la",
    working: "Ap travay",
    workingOf: (values) => String(values.done) + " sou " + String(values.total),
    updated: (values) => "Mizajou " + String(values.date),
    export: "Telechaje dosye a",
    log: "Rejis piblik",
    proofNumber: "Nimewo prèv",
    figures: "Chif",
    directory: "Lis anplwaye",
    documents: "Dokiman ak devwa",
    none: "Pa gen",
    reason: "Rezon",
    "reason.not-about-the-mission": "Se pa misyon an",
    "reason.same-complaint-already-open": "Menm plent lan louvri deja",
    "reason.nothing-that-could-be-examined": "Pa gen anyen pou egzamine",
    "reason.person-asked-for-help-only": "Moun nan mande èd sèlman",
    access: "Aksè",
    "access.confirm-non-admission": "Pou konfime desizyon an",
    "access.reassigned": "Dosye a chanje men",
    "access.colleague-left": "Yon kòlèg ale",
    "access.asked-to-help": "Yo mande l ede",
    department: "Depatman",
    "department.unknown": "Li pa konnen",
    month: "Mwa",
    "month.unknown": "Li pa konnen",
    unanswered: (values) => (values.n === 0 ? "Tout mesaj gen repons" : numberText("ht", values.n) + " mesaj san repons"),
    withdrawalAsked: "Moun nan mande pou sispann. Verifye si yo pa fòse l.",
    consentExplainer: "Eksplike sou",
    "language.ht": "Kreyòl",
    "language.fr": "Franse",
    "language.en": "Angle",
    "language.es": "Panyòl",
    "language.sw": "Swahili",
  },
  fr: {
    title: "Bureau",
    queue: "Dossiers",
    queueCount: (values) => (values.n === 0 ? "Aucun dossier en attente" : pluralKind("fr", values.n) === "one" ? numberText("fr", values.n) + " dossier en attente" : numberText("fr", values.n) + " dossiers en attente"),
    queueEmpty: "Rien en attente.",
    queueEmptyHint: "Les nouvelles plaintes apparaîtront ici.",
    filter: "Filtrer",
    filterAll: "Tous",
    filterMine: "Les miens",
    filterLate: "En retard",
    search: "Chercher",
    case: "Dossier",
    caseNumber: "Numéro de dossier",
    received: "Reçu",
    stage: "Étape",
    language: "Langue",
    nextDue: "Prochaine échéance",
    open: "Ouvrir",
    close: "Fermer",
    back: "Retour à la liste",
    save: "Enregistrer",
    cancel: "Annuler",
    confirm: "Confirmer",
    edit: "Modifier",
    "stage.received": "Reçu",
    "stage.acknowledged": "Accusé de réception",
    "stage.assessed": "Étudié",
    "stage.non-admission-proposed": "Non-admission proposée",
    "stage.not-admitted": "Non admis",
    "stage.admitted": "Admis",
    "stage.investigating": "En enquête",
    "stage.found": "Constats établis",
    "stage.ruled": "Décision rendue",
    "stage.settled": "Réglé",
    "stage.closed": "Fermé",
    "stage.transferred": "Transféré",
    "stage.linked": "Lié à un autre dossier",
    timeLeftDays: (values) => (values.n === 0 ? "dernier jour" : pluralKind("fr", values.n) === "one" ? numberText("fr", values.n) + " jour restant" : numberText("fr", values.n) + " jours restants"),
    timeLeftHours: (values) => (pluralKind("fr", values.n) === "one" ? numberText("fr", values.n) + " heure restante" : numberText("fr", values.n) + " heures restantes"),
    timeLateDays: (values) => (values.n === 0 ? "en retard depuis aujourd’hui" : pluralKind("fr", values.n) === "one" ? numberText("fr", values.n) + " jour de retard" : numberText("fr", values.n) + " jours de retard"),
    clockStopped: "respecté",
    clockNone: "aucune échéance",
    basisDefault: "Délai de la plateforme, non vérifié",
    basisFound: (values) => "Source : " + String(values.source),
    story: "Le récit",
    storySealed: "Ouvrir avec votre clé",
    storyOpened: (values) => "Ouvert par " + String(values.who) + " le " + String(values.date),
    place: "Lieu",
    force: "Force",
    "force.unknown": "Inconnue",
    child: "Enfant",
    "child.yes": "Oui",
    "child.no": "Non",
    "child.doubt": "Doute : compte comme enfant",
    "child.unsaid": "Non dit",
    consent: "Consentement",
    "consent.help-only": "Aide seulement",
    "consent.keep-words": "Conserver les mots seulement",
    "consent.investigate-without-me": "Enquête sans la personne",
    "consent.investigate-with-me": "Enquête avec la personne",
    "consent.court": "Tribunal",
    consentAsked: "La personne a choisi ceci. N’allez pas au-delà.",
    identity: "Identité",
    identitySealed: "Il faut deux personnes pour ouvrir l’identité.",
    identityNone: "La personne n’a pas donné de nom.",
    support: "Aide demandée",
    supportNone: "Aucune aide demandée.",
    "need.medical": "Soins",
    "need.legal": "Avocat",
    "need.shelter": "Lieu sûr",
    "need.psychosocial": "Soutien psychosocial",
    "need.other": "Argent ou autre",
    safety: "Sécurité",
    safetyBanner: "N’appelez pas avant d’avoir lu le moyen sûr.",
    safeContact: "Moyen sûr",
    safeContactNone: "Aucun moyen. Utilisez seulement la boîte de messages.",
    messages: "Messages",
    messagesEmpty: "Pas encore de message.",
    messageWrite: "Écrire à la personne",
    messageHint: "Une réponse peut révéler le récit. Écrivez peu.",
    messageSend: "Signer et envoyer",
    messageSent: "Message envoyé.",
    messageRead: (values) => "La personne a ouvert sa boîte le " + String(values.date),
    messageNotRead: "La personne n’a pas encore ouvert sa boîte.",
    fromPerson: "La personne",
    fromOffice: "Le bureau",
    timeline: "Histoire du dossier",
    timelineEmpty: "Aucun acte pour le moment.",
    by: (values) => "par " + String(values.who),
    acts: "Ce que vous pouvez faire",
    actsNone: "Vous ne pouvez rien faire à cette étape.",
    "order.acknowledge-case": "Accuser réception",
    "order.assess-case": "Étudier le dossier",
    "order.send-message": "Répondre",
    "order.propose-non-admission": "Proposer de ne pas admettre",
    "order.confirm-non-admission": "Confirmer la non-admission",
    "order.keep-open": "Garder ouvert",
    "order.grant-access": "Donner accès à un collègue",
    actReason: "La raison, en mots simples",
    actReasonHint: "La personne lira cette raison.",
    actSign: "Signer",
    actSigned: "Signé et enregistré.",
    actForever: "Cet acte reste au registre. Il ne peut pas être effacé.",
    actAskTwice: "Êtes-vous sûr ?",
    actTwoPeople: "Une deuxième personne doit confirmer cet acte.",
    actWaiting: "En attente d’une deuxième personne",
    right: "Droit atteint",
    "right.life": "Vie",
    "right.integrity": "Intégrité physique",
    "right.liberty": "Liberté",
    "right.sexual-violence-and-exploitation": "Violence et exploitation sexuelles",
    "right.children": "Enfants",
    "right.home-and-property": "Domicile et biens",
    "right.health-and-environment": "Santé et environnement",
    "right.equality": "Égalité",
    "right.fair-treatment": "Traitement équitable",
    "right.failure-to-protect": "Défaut de protection",
    "right.other": "Autre",
    classLabel: "Classe de la mission",
    "class.serious-misconduct": "Faute grave",
    "class.minor-misconduct": "Faute légère",
    "class.sexual-exploitation-and-abuse": "Exploitation et abus sexuels",
    "class.unclassified": "Pas encore classé",
    signIn: "Se connecter",
    signInKey: "Fichier de clé",
    signInPassphrase: "Phrase secrète",
    signInHint: "La clé reste sur cet ordinateur.",
    signOut: "Se déconnecter",
    signedInAs: (values) => String(values.who) + ", " + String(values.role),
    "role.intake": "accueil",
    "role.investigator": "enquête",
    "role.panel": "collège",
    "role.support": "soutien",
    "role.child-protection": "protection de l’enfant",
    "role.registrar": "greffe",
    "role.auditor": "audit",
    "role.escrow-holder": "gardien de clé",
    "role.civil-society": "société civile",
    "role.vetting-panel": "collège de vérification",
    "role.liaison": "liaison de l’État",
    "role.operator": "exploitation technique",
    offline: "Hors ligne. Vous voyez la dernière copie.",
    online: "En ligne",
    waitingActs: (values) => (values.n === 0 ? "Aucun acte en attente de connexion" : pluralKind("fr", values.n) === "one" ? numberText("fr", values.n) + " acte attend la connexion" : numberText("fr", values.n) + " actes attendent la connexion"),
    conflict: "Deux versions diffèrent. Choisissez.",
    conflictMine: "La mienne",
    conflictTheirs: "L’autre",
    working: "En cours",
    workingOf: (values) => String(values.done) + " sur " + String(values.total),
    updated: (values) => "Mis à jour le " + String(values.date),
    export: "Télécharger le dossier",
    log: "Registre public",
    proofNumber: "Numéro de preuve",
    figures: "Chiffres",
    directory: "Liste du personnel",
    documents: "Documents et obligations",
    none: "Néant",
    reason: "Raison",
    "reason.not-about-the-mission": "Ne concerne pas la mission",
    "reason.same-complaint-already-open": "La même plainte est déjà ouverte",
    "reason.nothing-that-could-be-examined": "Rien qui puisse être examiné",
    "reason.person-asked-for-help-only": "La personne ne demande que de l’aide",
    access: "Accès",
    "access.confirm-non-admission": "Pour confirmer la non-admission",
    "access.reassigned": "Dossier réattribué",
    "access.colleague-left": "Départ d’un collègue",
    "access.asked-to-help": "Appelé à aider",
    department: "Département",
    "department.unknown": "Inconnu",
    month: "Mois",
    "month.unknown": "Inconnu",
    unanswered: (values) => (values.n === 0 ? "Tous les messages ont une réponse" : pluralKind("fr", values.n) === "one" ? numberText("fr", values.n) + " message sans réponse" : numberText("fr", values.n) + " messages sans réponse"),
    withdrawalAsked: "La personne demande d’arrêter. Vérifiez l’absence de pression.",
    consentExplainer: "Expliqué par",
    "language.ht": "Créole",
    "language.fr": "Français",
    "language.en": "Anglais",
    "language.es": "Espagnol",
    "language.sw": "Swahili",
  },
  en: {
    title: "Desk",
    queue: "Cases",
    queueCount: (values) => (values.n === 0 ? "No case waiting" : pluralKind("en", values.n) === "one" ? numberText("en", values.n) + " case waiting" : numberText("en", values.n) + " cases waiting"),
    queueEmpty: "Nothing is waiting.",
    queueEmptyHint: "New complaints appear here.",
    filter: "Filter",
    filterAll: "All",
    filterMine: "Mine",
    filterLate: "Late",
    search: "Search",
    case: "Case",
    caseNumber: "Case number",
    received: "Received",
    stage: "Stage",
    language: "Language",
    nextDue: "Next due",
    open: "Open",
    close: "Close",
    back: "Back to the list",
    save: "Save",
    cancel: "Cancel",
    confirm: "Confirm",
    edit: "Change",
    "stage.received": "Received",
    "stage.acknowledged": "Acknowledged",
    "stage.assessed": "Assessed",
    "stage.non-admission-proposed": "Refusal proposed",
    "stage.not-admitted": "Not admitted",
    "stage.admitted": "Admitted",
    "stage.investigating": "Investigating",
    "stage.found": "Found",
    "stage.ruled": "Ruled",
    "stage.settled": "Settled",
    "stage.closed": "Closed",
    "stage.transferred": "Transferred",
    "stage.linked": "Linked to another case",
    timeLeftDays: (values) => (values.n === 0 ? "last day" : pluralKind("en", values.n) === "one" ? numberText("en", values.n) + " day left" : numberText("en", values.n) + " days left"),
    timeLeftHours: (values) => (pluralKind("en", values.n) === "one" ? numberText("en", values.n) + " hour left" : numberText("en", values.n) + " hours left"),
    timeLateDays: (values) => (values.n === 0 ? "late since today" : pluralKind("en", values.n) === "one" ? numberText("en", values.n) + " day late" : numberText("en", values.n) + " days late"),
    clockStopped: "met",
    clockNone: "no deadline",
    basisDefault: "Platform default, unverified",
    basisFound: (values) => "Source: " + String(values.source),
    story: "Their words",
    storySealed: "Open with your key",
    storyOpened: (values) => "Opened by " + String(values.who) + " on " + String(values.date),
    place: "Place",
    force: "Force",
    "force.unknown": "Unknown",
    child: "Child",
    "child.yes": "Yes",
    "child.no": "No",
    "child.doubt": "Doubt: counts as a child",
    "child.unsaid": "Not said",
    consent: "Consent",
    "consent.help-only": "Help only",
    "consent.keep-words": "Keep the words only",
    "consent.investigate-without-me": "Investigate without the person",
    "consent.investigate-with-me": "Investigate with the person",
    "consent.court": "Court",
    consentAsked: "The person chose this. Do not go beyond it.",
    identity: "Identity",
    identitySealed: "Two people are needed to open the identity.",
    identityNone: "The person gave no name.",
    support: "Help asked for",
    supportNone: "No help asked for.",
    "need.medical": "Medical care",
    "need.legal": "Lawyer",
    "need.shelter": "Safe place",
    "need.psychosocial": "Psychosocial support",
    "need.other": "Money or other",
    safety: "Safety",
    safetyBanner: "Do not call before you have read the safe way.",
    safeContact: "Safe way",
    safeContactNone: "No way given. Use the mailbox only.",
    messages: "Messages",
    messagesEmpty: "No messages yet.",
    messageWrite: "Write to the person",
    messageHint: "A reply can reveal the story. Write little.",
    messageSend: "Sign and send",
    messageSent: "Message sent.",
    messageRead: (values) => "The person opened the mailbox on " + String(values.date),
    messageNotRead: "The person has not opened the mailbox yet.",
    fromPerson: "The person",
    fromOffice: "The office",
    timeline: "History of the case",
    timelineEmpty: "No acts yet.",
    by: (values) => "by " + String(values.who),
    acts: "What you can do now",
    actsNone: "You can do nothing at this stage.",
    "order.acknowledge-case": "Acknowledge",
    "order.assess-case": "Assess",
    "order.send-message": "Reply",
    "order.propose-non-admission": "Propose not to admit",
    "order.confirm-non-admission": "Confirm non-admission",
    "order.keep-open": "Keep open",
    "order.grant-access": "Give a colleague access",
    actReason: "The reason, in plain words",
    actReasonHint: "The person will read this reason.",
    actSign: "Sign",
    actSigned: "Signed and recorded.",
    actForever: "This act stays in the record. It cannot be erased.",
    actAskTwice: "Are you sure?",
    actTwoPeople: "A second person must confirm this act.",
    actWaiting: "Waiting for a second person",
    right: "Right harmed",
    "right.life": "Life",
    "right.integrity": "Physical integrity",
    "right.liberty": "Liberty",
    "right.sexual-violence-and-exploitation": "Sexual violence and exploitation",
    "right.children": "Children",
    "right.home-and-property": "Home and property",
    "right.health-and-environment": "Health and environment",
    "right.equality": "Equality",
    "right.fair-treatment": "Fair treatment",
    "right.failure-to-protect": "Failure to protect",
    "right.other": "Other",
    classLabel: "The mission’s class",
    "class.serious-misconduct": "Serious misconduct",
    "class.minor-misconduct": "Minor misconduct",
    "class.sexual-exploitation-and-abuse": "Sexual exploitation and abuse",
    "class.unclassified": "Not yet classed",
    signIn: "Sign in",
    signInKey: "Key file",
    signInPassphrase: "Passphrase",
    signInHint: "The key stays on this computer.",
    signOut: "Sign out",
    signedInAs: (values) => String(values.who) + ", " + String(values.role),
    "role.intake": "intake",
    "role.investigator": "investigator",
    "role.panel": "panel",
    "role.support": "support",
    "role.child-protection": "child protection",
    "role.registrar": "registrar",
    "role.auditor": "auditor",
    "role.escrow-holder": "escrow holder",
    "role.civil-society": "civil society",
    "role.vetting-panel": "vetting panel",
    "role.liaison": "State liaison",
    "role.operator": "operator",
    offline: "Offline. You see the last copy.",
    online: "Online",
    waitingActs: (values) => (values.n === 0 ? "No act waits for the line" : pluralKind("en", values.n) === "one" ? numberText("en", values.n) + " act waits for the line" : numberText("en", values.n) + " acts wait for the line"),
    conflict: "Two versions differ. Choose.",
    conflictMine: "Mine",
    conflictTheirs: "Theirs",
    working: "Working",
    workingOf: (values) => String(values.done) + " of " + String(values.total),
    updated: (values) => "Updated " + String(values.date),
    export: "Download the case",
    log: "Public log",
    proofNumber: "Proof number",
    figures: "Figures",
    directory: "Staff directory",
    documents: "Documents and duties",
    none: "None",
    reason: "Reason",
    "reason.not-about-the-mission": "Not about the mission",
    "reason.same-complaint-already-open": "The same complaint is already open",
    "reason.nothing-that-could-be-examined": "Nothing that could be examined",
    "reason.person-asked-for-help-only": "The person asked for help only",
    access: "Access",
    "access.confirm-non-admission": "To confirm the non-admission",
    "access.reassigned": "Case reassigned",
    "access.colleague-left": "A colleague left",
    "access.asked-to-help": "Asked to help",
    department: "Department",
    "department.unknown": "Unknown",
    month: "Month",
    "month.unknown": "Unknown",
    unanswered: (values) => (values.n === 0 ? "Every message is answered" : pluralKind("en", values.n) === "one" ? numberText("en", values.n) + " message without an answer" : numberText("en", values.n) + " messages without an answer"),
    withdrawalAsked: "The person asks to stop. Check that nobody presses them.",
    consentExplainer: "Explained by",
    "language.ht": "Creole",
    "language.fr": "French",
    "language.en": "English",
    "language.es": "Spanish",
    "language.sw": "Swahili",
  },
};
