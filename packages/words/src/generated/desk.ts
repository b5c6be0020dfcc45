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
  readonly stageReceived: string;
  readonly stageAcknowledged: string;
  readonly stageAssessed: string;
  readonly stageNotAdmittedProposed: string;
  readonly stageNotAdmitted: string;
  readonly stageAdmitted: string;
  readonly stageInvestigating: string;
  readonly stageFound: string;
  readonly stageRuled: string;
  readonly stageSettled: string;
  readonly stageClosed: string;
  readonly stageTransferred: string;
  readonly stageLinked: string;
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
  readonly forceUnknown: string;
  readonly child: string;
  readonly childYes: string;
  readonly childNo: string;
  readonly childDoubt: string;
  readonly childUnsaid: string;
  readonly consent: string;
  readonly consentHelpOnly: string;
  readonly consentKeepWords: string;
  readonly consentInvestigateWithoutMe: string;
  readonly consentInvestigateWithMe: string;
  readonly consentCourt: string;
  readonly consentAsked: string;
  readonly identity: string;
  readonly identitySealed: string;
  readonly identityNone: string;
  readonly support: string;
  readonly supportNone: string;
  readonly helpMedical: string;
  readonly helpLegal: string;
  readonly helpShelter: string;
  readonly helpPsychosocial: string;
  readonly helpOther: string;
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
  readonly actAcknowledge: string;
  readonly actAssess: string;
  readonly actReply: string;
  readonly actProposeNotAdmitted: string;
  readonly actConfirm: string;
  readonly actKeepOpen: string;
  readonly actAssign: string;
  readonly actAdmit: string;
  readonly actRefer: string;
  readonly actProtect: string;
  readonly actReason: string;
  readonly actReasonHint: string;
  readonly actSign: string;
  readonly actSigned: string;
  readonly actForever: string;
  readonly actAskTwice: string;
  readonly actTwoPeople: string;
  readonly actWaiting: string;
  readonly right: string;
  readonly rightLife: string;
  readonly rightIntegrity: string;
  readonly rightLiberty: string;
  readonly rightSexualViolence: string;
  readonly rightChildren: string;
  readonly rightHomeProperty: string;
  readonly rightHealthEnvironment: string;
  readonly rightEquality: string;
  readonly rightFairTreatment: string;
  readonly rightFailureToProtect: string;
  readonly rightOther: string;
  readonly classLabel: string;
  readonly classSerious: string;
  readonly classMinor: string;
  readonly classSea: string;
  readonly classNone: string;
  readonly signIn: string;
  readonly signInKey: string;
  readonly signInPassphrase: string;
  readonly signInHint: string;
  readonly signOut: string;
  readonly signedInAs: (values: { readonly who: string; readonly role: string }) => string;
  readonly roleIntake: string;
  readonly roleInvestigator: string;
  readonly rolePanel: string;
  readonly roleSupport: string;
  readonly roleChildProtection: string;
  readonly roleRegistrar: string;
  readonly roleAuditor: string;
  readonly roleEscrowHolder: string;
  readonly roleCivilSociety: string;
  readonly roleVettingPanel: string;
  readonly roleLiaison: string;
  readonly roleOperator: string;
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
    stageReceived: "Resevwa",
    stageAcknowledged: "Akize resepsyon",
    stageAssessed: "Etidye",
    stageNotAdmittedProposed: "Refi pwopoze",
    stageNotAdmitted: "Pa aksepte",
    stageAdmitted: "Aksepte",
    stageInvestigating: "Nan ankèt",
    stageFound: "Gen konklizyon",
    stageRuled: "Gen desizyon",
    stageSettled: "Regle",
    stageClosed: "Fèmen",
    stageTransferred: "Transfere",
    stageLinked: "Mare ak yon lòt dosye",
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
    forceUnknown: "Li pa konnen",
    child: "Timoun",
    childYes: "Wi",
    childNo: "Non",
    childDoubt: "Dout: konte kòm timoun",
    childUnsaid: "Li pa di",
    consent: "Konsantman",
    consentHelpOnly: "Èd sèlman",
    consentKeepWords: "Konsève pawòl yo sèlman",
    consentInvestigateWithoutMe: "Ankèt san moun nan",
    consentInvestigateWithMe: "Ankèt avèk moun nan",
    consentCourt: "Tribinal",
    consentAsked: "Moun nan chwazi sa. Pa depase l.",
    identity: "Idantite",
    identitySealed: "De moun dwe louvri idantite a ansanm.",
    identityNone: "Moun nan pa bay non.",
    support: "Èd li mande",
    supportNone: "Li pa mande èd.",
    helpMedical: "Swen lasante",
    helpLegal: "Avoka",
    helpShelter: "Kote an sekirite",
    helpPsychosocial: "Sipò sikososyal",
    helpOther: "Lajan oswa lòt",
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
    actAcknowledge: "Akize resepsyon",
    actAssess: "Etidye dosye a",
    actReply: "Reponn",
    actProposeNotAdmitted: "Pwopoze pou pa aksepte",
    actConfirm: "Konfime",
    actKeepOpen: "Kenbe louvri",
    actAssign: "Bay yon anketè",
    actAdmit: "Aksepte",
    actRefer: "Voye bay yon lòt sèvis",
    actProtect: "Mande pwoteksyon",
    actReason: "Rezon, an mo senp",
    actReasonHint: "Moun nan ap li rezon sa a.",
    actSign: "Siyen",
    actSigned: "Siyen epi anrejistre.",
    actForever: "Aksyon sa a rete nan rejis la. Li pa ka efase.",
    actAskTwice: "Èske ou sèten?",
    actTwoPeople: "Yon dezyèm moun dwe konfime aksyon sa a.",
    actWaiting: "Ap tann yon dezyèm moun",
    right: "Dwa ki vyole",
    rightLife: "Lavi",
    rightIntegrity: "Entegrite kò moun",
    rightLiberty: "Libète",
    rightSexualViolence: "Vyolans ak eksplwatasyon seksyèl",
    rightChildren: "Timoun",
    rightHomeProperty: "Kay ak byen",
    rightHealthEnvironment: "Sante ak anviwònman",
    rightEquality: "Egalite",
    rightFairTreatment: "Bon tretman",
    rightFailureToProtect: "Yo pa pwoteje",
    rightOther: "Lòt",
    classLabel: "Klas misyon an",
    classSerious: "Fot grav",
    classMinor: "Fot lejè",
    classSea: "Eksplwatasyon ak abi seksyèl",
    classNone: "Poko klase",
    signIn: "Antre",
    signInKey: "Fichye kle",
    signInPassphrase: "Fraz sekrè",
    signInHint: "Kle a rete sou òdinatè sa a.",
    signOut: "Sòti",
    signedInAs: (values) => String(values.who) + ", " + String(values.role),
    roleIntake: "akèy",
    roleInvestigator: "anketè",
    rolePanel: "panèl",
    roleSupport: "sipò",
    roleChildProtection: "pwoteksyon timoun",
    roleRegistrar: "grefye",
    roleAuditor: "oditè",
    roleEscrowHolder: "gadyen kle",
    roleCivilSociety: "sosyete sivil",
    roleVettingPanel: "panèl verifikasyon",
    roleLiaison: "lyezon Eta a",
    roleOperator: "teknisyen",
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
    stageReceived: "Reçu",
    stageAcknowledged: "Accusé de réception",
    stageAssessed: "Étudié",
    stageNotAdmittedProposed: "Non-admission proposée",
    stageNotAdmitted: "Non admis",
    stageAdmitted: "Admis",
    stageInvestigating: "En enquête",
    stageFound: "Constats établis",
    stageRuled: "Décision rendue",
    stageSettled: "Réglé",
    stageClosed: "Fermé",
    stageTransferred: "Transféré",
    stageLinked: "Lié à un autre dossier",
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
    forceUnknown: "Inconnue",
    child: "Enfant",
    childYes: "Oui",
    childNo: "Non",
    childDoubt: "Doute : compte comme enfant",
    childUnsaid: "Non dit",
    consent: "Consentement",
    consentHelpOnly: "Aide seulement",
    consentKeepWords: "Conserver les mots seulement",
    consentInvestigateWithoutMe: "Enquête sans la personne",
    consentInvestigateWithMe: "Enquête avec la personne",
    consentCourt: "Tribunal",
    consentAsked: "La personne a choisi ceci. N’allez pas au-delà.",
    identity: "Identité",
    identitySealed: "Il faut deux personnes pour ouvrir l’identité.",
    identityNone: "La personne n’a pas donné de nom.",
    support: "Aide demandée",
    supportNone: "Aucune aide demandée.",
    helpMedical: "Soins",
    helpLegal: "Avocat",
    helpShelter: "Lieu sûr",
    helpPsychosocial: "Soutien psychosocial",
    helpOther: "Argent ou autre",
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
    actAcknowledge: "Accuser réception",
    actAssess: "Étudier le dossier",
    actReply: "Répondre",
    actProposeNotAdmitted: "Proposer de ne pas admettre",
    actConfirm: "Confirmer",
    actKeepOpen: "Garder ouvert",
    actAssign: "Confier à l’enquête",
    actAdmit: "Admettre",
    actRefer: "Transmettre à une autre autorité",
    actProtect: "Demander une protection",
    actReason: "La raison, en mots simples",
    actReasonHint: "La personne lira cette raison.",
    actSign: "Signer",
    actSigned: "Signé et enregistré.",
    actForever: "Cet acte reste au registre. Il ne peut pas être effacé.",
    actAskTwice: "Êtes-vous sûr ?",
    actTwoPeople: "Une deuxième personne doit confirmer cet acte.",
    actWaiting: "En attente d’une deuxième personne",
    right: "Droit atteint",
    rightLife: "Vie",
    rightIntegrity: "Intégrité physique",
    rightLiberty: "Liberté",
    rightSexualViolence: "Violence et exploitation sexuelles",
    rightChildren: "Enfants",
    rightHomeProperty: "Domicile et biens",
    rightHealthEnvironment: "Santé et environnement",
    rightEquality: "Égalité",
    rightFairTreatment: "Traitement équitable",
    rightFailureToProtect: "Défaut de protection",
    rightOther: "Autre",
    classLabel: "Classe de la mission",
    classSerious: "Faute grave",
    classMinor: "Faute légère",
    classSea: "Exploitation et abus sexuels",
    classNone: "Pas encore classé",
    signIn: "Se connecter",
    signInKey: "Fichier de clé",
    signInPassphrase: "Phrase secrète",
    signInHint: "La clé reste sur cet ordinateur.",
    signOut: "Se déconnecter",
    signedInAs: (values) => String(values.who) + ", " + String(values.role),
    roleIntake: "accueil",
    roleInvestigator: "enquête",
    rolePanel: "collège",
    roleSupport: "soutien",
    roleChildProtection: "protection de l’enfant",
    roleRegistrar: "greffe",
    roleAuditor: "audit",
    roleEscrowHolder: "gardien de clé",
    roleCivilSociety: "société civile",
    roleVettingPanel: "collège de vérification",
    roleLiaison: "liaison de l’État",
    roleOperator: "exploitation technique",
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
    stageReceived: "Received",
    stageAcknowledged: "Acknowledged",
    stageAssessed: "Assessed",
    stageNotAdmittedProposed: "Refusal proposed",
    stageNotAdmitted: "Not admitted",
    stageAdmitted: "Admitted",
    stageInvestigating: "Investigating",
    stageFound: "Found",
    stageRuled: "Ruled",
    stageSettled: "Settled",
    stageClosed: "Closed",
    stageTransferred: "Transferred",
    stageLinked: "Linked to another case",
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
    forceUnknown: "Unknown",
    child: "Child",
    childYes: "Yes",
    childNo: "No",
    childDoubt: "Doubt: counts as a child",
    childUnsaid: "Not said",
    consent: "Consent",
    consentHelpOnly: "Help only",
    consentKeepWords: "Keep the words only",
    consentInvestigateWithoutMe: "Investigate without the person",
    consentInvestigateWithMe: "Investigate with the person",
    consentCourt: "Court",
    consentAsked: "The person chose this. Do not go beyond it.",
    identity: "Identity",
    identitySealed: "Two people are needed to open the identity.",
    identityNone: "The person gave no name.",
    support: "Help asked for",
    supportNone: "No help asked for.",
    helpMedical: "Medical care",
    helpLegal: "Lawyer",
    helpShelter: "Safe place",
    helpPsychosocial: "Psychosocial support",
    helpOther: "Money or other",
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
    actAcknowledge: "Acknowledge",
    actAssess: "Assess",
    actReply: "Reply",
    actProposeNotAdmitted: "Propose not to admit",
    actConfirm: "Confirm",
    actKeepOpen: "Keep open",
    actAssign: "Assign to an investigator",
    actAdmit: "Admit",
    actRefer: "Refer to another authority",
    actProtect: "Ask for protection",
    actReason: "The reason, in plain words",
    actReasonHint: "The person will read this reason.",
    actSign: "Sign",
    actSigned: "Signed and recorded.",
    actForever: "This act stays in the record. It cannot be erased.",
    actAskTwice: "Are you sure?",
    actTwoPeople: "A second person must confirm this act.",
    actWaiting: "Waiting for a second person",
    right: "Right harmed",
    rightLife: "Life",
    rightIntegrity: "Physical integrity",
    rightLiberty: "Liberty",
    rightSexualViolence: "Sexual violence and exploitation",
    rightChildren: "Children",
    rightHomeProperty: "Home and property",
    rightHealthEnvironment: "Health and environment",
    rightEquality: "Equality",
    rightFairTreatment: "Fair treatment",
    rightFailureToProtect: "Failure to protect",
    rightOther: "Other",
    classLabel: "The mission’s class",
    classSerious: "Serious misconduct",
    classMinor: "Minor misconduct",
    classSea: "Sexual exploitation and abuse",
    classNone: "Not yet classed",
    signIn: "Sign in",
    signInKey: "Key file",
    signInPassphrase: "Passphrase",
    signInHint: "The key stays on this computer.",
    signOut: "Sign out",
    signedInAs: (values) => String(values.who) + ", " + String(values.role),
    roleIntake: "intake",
    roleInvestigator: "investigator",
    rolePanel: "panel",
    roleSupport: "support",
    roleChildProtection: "child protection",
    roleRegistrar: "registrar",
    roleAuditor: "auditor",
    roleEscrowHolder: "escrow holder",
    roleCivilSociety: "civil society",
    roleVettingPanel: "vetting panel",
    roleLiaison: "State liaison",
    roleOperator: "operator",
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
  },
};
