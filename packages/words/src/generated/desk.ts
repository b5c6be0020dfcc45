// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import { type Language, numberText, pluralKind } from "../language.ts";

export type DeskWords = {
  readonly title: string;
  readonly queue: string;
  readonly queueCount: (values: { readonly n: number }) => string;
  readonly queueEmpty: string;
  readonly queueEmptyHint: string;
  readonly queueNone: string;
  readonly queueNoneHint: string;
  readonly filter: string;
  readonly filterAll: string;
  readonly filterMine: string;
  readonly filterLate: string;
  readonly search: string;
  readonly case: string;
  readonly caseNumber: string;
  readonly caseNumberWrong: string;
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
  readonly consentLeast: string;
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
  readonly byPerson: string;
  readonly acts: string;
  readonly actsNone: string;
  readonly "order.acknowledge-case": string;
  readonly "order.assess-case": string;
  readonly "order.send-message": string;
  readonly "order.propose-non-admission": string;
  readonly "order.confirm-non-admission": string;
  readonly "order.keep-open": string;
  readonly "order.grant-access": string;
  readonly "order.rekey-case": string;
  readonly "order.deal-escrow": string;
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
  readonly signInKeyHint: string;
  readonly signInPassphrase: string;
  readonly signInHint: string;
  readonly signOut: string;
  readonly signedInAs: (values: { readonly who: string }) => string;
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
  readonly you: string;
  readonly staffGone: (values: { readonly who: string }) => string;
  readonly signInDemo: string;
  readonly signInWho: string;
  readonly signInChoose: string;
  readonly signInOther: string;
  readonly signInWorking: string;
  readonly signOutAsk: string;
  readonly signOutLose: string;
  readonly signOutYes: string;
  readonly ties: (values: { readonly ties: string }) => string;
  readonly print: string;
  readonly refresh: string;
  readonly refreshed: (values: { readonly hour: string }) => string;
  readonly queueEmptyStage: string;
  readonly queueMore: string;
  readonly queueKeys: string;
  readonly flagWithdrawal: string;
  readonly flagUnanswered: string;
  readonly flagUnsent: string;
  readonly "clock.acknowledgement": string;
  readonly "clock.safety-assessment": string;
  readonly "clock.feedback": string;
  readonly "clock.confirmation": string;
  readonly "clock.review": string;
  readonly dueOn: (values: { readonly date: string }) => string;
  readonly receivedOn: (values: { readonly date: string }) => string;
  readonly "channel.page": string;
  readonly "channel.command": string;
  readonly "channel.partner": string;
  readonly caseTitle: (values: { readonly name: string }) => string;
  readonly caseOpening: string;
  readonly alarmsHead: string;
  readonly alarmsDo: string;
  readonly "alarm.manifest-differs-from-story": string;
  readonly "alarm.event-not-vouched-for": (values: { readonly n: string }) => string;
  readonly "alarm.chain-broken": (values: { readonly n: string }) => string;
  readonly "alarm.unlawful-step": (values: { readonly n: string; readonly why: string }) => string;
  readonly "broken.wrong-role": string;
  readonly "broken.wrong-stage": string;
  readonly "broken.tied-to-respondent": string;
  readonly "broken.cannot-confirm-own-proposal": string;
  readonly "broken.handled-this-case": string;
  readonly "broken.not-let-in": string;
  readonly "broken.not-in-directory": string;
  readonly "broken.expired": string;
  readonly "broken.act-incomplete": string;
  readonly "broken.decision-differs": string;
  readonly "broken.clock-not-missed": string;
  readonly "alarm.part-differs": (values: { readonly part: string }) => string;
  readonly "alarm.sealed-with-old-directory": (values: { readonly epoch: string }) => string;
  readonly "alarm.message-to-old-key": (values: { readonly n: string }) => string;
  readonly "alarm.reader-left": (values: { readonly who: string }) => string;
  readonly "alarm.holder-left": (values: { readonly who: string }) => string;
  readonly childRule: string;
  readonly storyNone: string;
  readonly assessment: string;
  readonly proposalHead: string;
  readonly name: string;
  readonly contact: string;
  readonly identityHalf: string;
  readonly identityNoHalf: string;
  readonly evidence: string;
  readonly evidenceNone: string;
  readonly evidenceNotYet: string;
  readonly evidenceShow: string;
  readonly evidenceHide: string;
  readonly evidenceClear: string;
  readonly evidenceBlur: string;
  readonly evidenceSave: string;
  readonly evidenceSaveNote: string;
  readonly evidenceNotShown: string;
  readonly messageClosed: string;
  readonly byClock: string;
  readonly "event.case.received/1": string;
  readonly "event.case.acknowledged/1": string;
  readonly "event.case.consent-given/1": string;
  readonly "event.case.message-sent/1": string;
  readonly "event.case.message-received/1": string;
  readonly "event.case.access-granted/1": string;
  readonly "event.case.assessed/1": string;
  readonly "event.case.non-admission-proposed/1": string;
  readonly "event.case.not-admitted/1": string;
  readonly "event.case.kept-open/1": string;
  readonly "event.case.rekeyed/1": string;
  readonly "event.case.escrow-dealt/1": string;
  readonly "event.case.withdrawal-asked/1": string;
  readonly "event.case.clock-missed/1": string;
  readonly "key.story": string;
  readonly "key.support": string;
  readonly "key.identity": string;
  readonly accessHead: string;
  readonly accessFirst: (values: { readonly readers: string; readonly slots: string }) => string;
  readonly accessMine: string;
  readonly accessNotMine: string;
  readonly accessEscrow: (values: { readonly holders: string }) => string;
  readonly escrowByPage: string;
  readonly escrowByOfficer: (values: { readonly who: string }) => string;
  readonly notNow: string;
  readonly whyRole: (values: { readonly roles: string }) => string;
  readonly whyStage: (values: { readonly stages: string }) => string;
  readonly whyTied: (values: { readonly ties: string }) => string;
  readonly "why.cannot-confirm-own-proposal": string;
  readonly "why.handled-this-case": string;
  readonly "why.not-let-in": string;
  readonly "why.unknown-case": string;
  readonly receiptReminder: string;
  readonly templateHint: string;
  readonly templateNone: string;
  readonly templateLeft: string;
  readonly "template.acknowledge": string;
  readonly "template.confirm": string;
  readonly writeIn: (values: { readonly language: string }) => string;
  readonly assessHint: string;
  readonly forces: string;
  readonly forceTied: string;
  readonly year: string;
  readonly chooseRight: string;
  readonly chooseClass: string;
  readonly chooseForce: string;
  readonly chooseOne: string;
  readonly chooseReason: string;
  readonly chooseColleague: string;
  readonly explanation: string;
  readonly explanationHint: string;
  readonly keepOpenLabel: string;
  readonly confirmAsk: string;
  readonly confirmLose: string;
  readonly colleague: string;
  readonly grantHas: string;
  readonly grantYes: string;
  readonly grantAsk: (values: { readonly who: string }) => string;
  readonly grantLose: string;
  readonly grantSupport: string;
  readonly grantNobody: string;
  readonly laterKey: (values: { readonly n: string }) => string;
  readonly rekeyWho: string;
  readonly rekeyHint: string;
  readonly rekeyAsk: string;
  readonly rekeyLose: string;
  readonly rekeyYes: string;
  readonly dealHint: string;
  readonly dealAsk: string;
  readonly dealLose: string;
  readonly dealYes: string;
  readonly sealing: string;
  readonly sealingLong: string;
  readonly noLonger: string;
  readonly putAside: string;
  readonly draftKept: string;
  readonly draftClear: string;
  readonly conflictHead: string;
  readonly conflictOwn: string;
  readonly conflictYours: string;
  readonly lookAgain: string;
  readonly "refusal.empty": string;
  readonly "refusal.nobody-chosen": string;
  readonly "refusal.no-key-file": string;
  readonly "refusal.no-passphrase": string;
  readonly "refusal.wrong-passphrase": string;
  readonly "refusal.malformed-key-file": string;
  readonly "refusal.not-in-directory": string;
  readonly "refusal.suspended": string;
  readonly "refusal.expired": string;
  readonly "refusal.unreachable": string;
  readonly "refusal.cannot-tell": string;
  readonly "refusal.signed-out": string;
  readonly "refusal.not-launched": string;
  readonly "refusal.desk-gone": string;
  readonly "refusal.not-this-desk": string;
  readonly "refusal.keeper-fault": string;
  readonly "refusal.unknown-case": string;
  readonly "refusal.tied-to-respondent": string;
  readonly "refusal.grantee-not-eligible": string;
  readonly "refusal.case-not-trusted": string;
  readonly "refusal.manifest-differs-from-story": string;
  readonly "refusal.not-granted": string;
  readonly "refusal.part-differs": string;
  readonly "refusal.no-lawful-escrow": string;
  readonly "refusal.not-a-choice": string;
  readonly "refusal.another-office": string;
  readonly printed: (values: { readonly case: string; readonly who: string; readonly date: string }) => string;
};

export const deskWords: Readonly<Record<Language, DeskWords>> = {
  ht: {
    title: "Biwo",
    queue: "Lis dosye",
    queueCount: (values) => (values.n === 0 ? "Pa gen dosye k ap tann" : numberText("ht", values.n) + " dosye k ap tann"),
    queueEmpty: "Pa gen anyen k ap tann.",
    queueEmptyHint: "Dosye ki tann wòl ou ap parèt isit la.",
    queueNone: "Wòl ou pa gen lis dosye.",
    queueNoneHint: "Yon kòlèg ka ba ou aksè nan yon dosye, epi di w nimewo a.",
    filter: "Filtre",
    filterAll: "Tout",
    filterMine: "Pa m yo",
    filterLate: "An reta",
    search: "Chèche",
    case: "Dosye",
    caseNumber: "Nimewo dosye",
    caseNumberWrong: "Se pa yon nimewo dosye. Li kòmanse ak cas_.",
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
    consentLeast: "Moun nan chwazi sa, oswa li pa reponn. Mande l anvan ou fè plis.",
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
    byPerson: "pa moun nan",
    acts: "Sa ou ka fè kounye a",
    actsNone: "Ou pa ka fè anyen nan etap sa a.",
    "order.acknowledge-case": "Akize resepsyon",
    "order.assess-case": "Etidye dosye a",
    "order.send-message": "Reponn",
    "order.propose-non-admission": "Pwopoze pou pa aksepte",
    "order.confirm-non-admission": "Konfime: pa aksepte",
    "order.keep-open": "Kenbe louvri",
    "order.grant-access": "Bay yon lòt moun aksè",
    "order.rekey-case": "Chanje kle a",
    "order.deal-escrow": "Separe moso kle yo ankò",
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
    signInKeyHint: "Fichye .age grefye a te ba ou a.",
    signInPassphrase: "Fraz sekrè",
    signInHint: "Kle a rete sou òdinatè sa a.",
    signOut: "Sòti",
    signedInAs: (values) => "Ou menm: " + String(values.who),
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
    you: "ou menm",
    staffGone: (values) => String(values.who) + ", ki pa la ankò",
    signInDemo: "Moun sa yo se pou demonstrasyon. Yo pa egziste.",
    signInWho: "Ki moun ou ye?",
    signInChoose: "Chwazi",
    signInOther: "Yon lòt moun, ak fichye kle li",
    signInWorking: "N ap louvri kle a. Sa pran kèk segonn.",
    signOutAsk: "Ou gen mo ki poko voye.",
    signOutLose: "Si ou sòti, mo sa yo pèdi.",
    signOutYes: "Sòti epi pèdi mo yo",
    ties: (values) => "Lyen ak: " + String(values.ties),
    print: "Enprime",
    refresh: "Gade ankò",
    refreshed: (values) => "Mizajou " + String(values.hour) + ". Gade ankò",
    queueEmptyStage: "Pa gen dosye nan etap sa a.",
    queueMore: "Montre plis",
    queueKeys: "j ak k: desann, monte. Enter: louvri.",
    flagWithdrawal: "Mande pou sispann",
    flagUnanswered: "Mesaj san repons",
    flagUnsent: "Mo ki poko voye",
    "clock.acknowledgement": "Akize resepsyon",
    "clock.safety-assessment": "Etidye sekirite moun nan",
    "clock.feedback": "Di sa k soti ladan",
    "clock.confirmation": "Panèl la reponn",
    "clock.review": "Revizyon",
    dueOn: (values) => "avan " + String(values.date),
    receivedOn: (values) => "resevwa " + String(values.date),
    "channel.page": "sou paj la",
    "channel.command": "pa kòmand",
    "channel.partner": "pa yon òganizasyon",
    caseTitle: (values) => "Dosye " + String(values.name),
    caseOpening: "N ap louvri sa ki sele.",
    alarmsHead: "Gen bagay ki pa mache ansanm",
    alarmsDo: "Pa fè anyen sou dosye sa a. Montre grefye a ak yon kòlèg sa.",
    "alarm.manifest-differs-from-story": "Kle resi a pa menm ak sa ki nan istwa a. Yon moun ka chanje adrès repons yo.",
    "alarm.event-not-vouched-for": (values) => "Aksyon " + String(values.n) + " pa gen bon siyati.",
    "alarm.chain-broken": (values) => "Chèn aksyon yo kase nan aksyon " + String(values.n) + ".",
    "alarm.unlawful-step": (values) => "Aksyon " + String(values.n) + " pa t gen dwa fèt: " + String(values.why) + ". Li pa konte.",
    "broken.wrong-role": "wòl moun ki siyen l la pa pèmèt li",
    "broken.wrong-stage": "se pa etap pou li",
    "broken.tied-to-respondent": "moun ki siyen l la gen lyen ak yon fòs nan dosye a",
    "broken.cannot-confirm-own-proposal": "se menm moun nan ki te pwopoze l",
    "broken.handled-this-case": "moun ki siyen l la te deja travay sou dosye a",
    "broken.not-let-in": "yo pa t bay moun ki siyen l la aksè",
    "broken.not-in-directory": "moun ki siyen l la pa nan lis anplwaye yo",
    "broken.expired": "kle moun ki siyen l la te ekspire",
    "broken.act-incomplete": "yon pati ladan l manke",
    "broken.decision-differs": "règ yo ta bay yon lòt bagay",
    "broken.clock-not-missed": "dat limit la pa t ko pase",
    "alarm.part-differs": (values) => "Pati “" + String(values.part) + "” pa menm ak sa rejis la di, oswa li pa louvri.",
    "alarm.sealed-with-old-directory": (values) => "Li te sele ak yon ansyen lis anplwaye (nimewo " + String(values.epoch) + "). Li pa pèdi.",
    "alarm.message-to-old-key": (values) => "Mesaj " + String(values.n) + " fèmen ak yon ansyen kle. Petèt li te deja nan wout, oswa sèvè a kache nouvo kle a. Yon moun ki ale ka petèt li l.",
    "alarm.reader-left": (values) => String(values.who) + " te gen kle dosye sa a, li pa la ankò. Chanje kle a pou li pa li sa k ap vini.",
    "alarm.holder-left": (values) => String(values.who) + " gen yon moso nan kle a, li pa la ankò. Separe moso yo ankò.",
    childRule: "Se sèl moun ki pwoteje timoun ki ka poze l kesyon.",
    storyNone: "Ou pa gen kle pou istwa sa a. Se tiraj ki chwazi premye lektè yo. Li nòmal si ou pa ladan.",
    assessment: "Sa biwo a jwenn",
    proposalHead: "Yo pwopoze pou pa aksepte l",
    name: "Non",
    contact: "Kontak",
    identityHalf: "Ou gen yon mwatye. Moun ki gen lòt mwatye a dwe louvri l avèk ou.",
    identityNoHalf: "Ou pa gen okenn mwatye.",
    evidence: "Prèv",
    evidenceNone: "Moun nan pa voye fichye.",
    evidenceNotYet: "li poko rive",
    evidenceShow: "Louvri epi montre",
    evidenceHide: "Fèmen l",
    evidenceClear: "Montre l klè",
    evidenceBlur: "Kache l",
    evidenceSave: "Sove yon kopi",
    evidenceSaveNote: "Yon kopi sou òdinatè a pa sele ankò.",
    evidenceNotShown: "Biwo a pa montre kalite fichye sa a. Yon kopi sou òdinatè a pa sele ankò.",
    messageClosed: "Ou pa gen kle pou mesaj sa a.",
    byClock: "revèy sistèm nan",
    "event.case.received/1": "Plent lan rive",
    "event.case.acknowledged/1": "Yo akize resepsyon",
    "event.case.consent-given/1": "Konsantman ekri",
    "event.case.message-sent/1": "Mesaj pou moun nan",
    "event.case.message-received/1": "Mesaj moun nan",
    "event.case.access-granted/1": "Aksè bay",
    "event.case.assessed/1": "Dosye a etidye",
    "event.case.non-admission-proposed/1": "Yo pwopoze pou pa aksepte l",
    "event.case.not-admitted/1": "Dosye a pa aksepte",
    "event.case.kept-open/1": "Dosye a rete louvri",
    "event.case.rekeyed/1": "Kle a chanje pou sa k ap vini",
    "event.case.escrow-dealt/1": "Moso kle yo separe ankò",
    "event.case.withdrawal-asked/1": "Moun nan mande pou sispann",
    "event.case.clock-missed/1": "Yon dat limit pase",
    "key.story": "istwa",
    "key.support": "èd",
    "key.identity": "idantite",
    accessHead: "Ki moun ki gen aksè, ak poukisa",
    accessFirst: (values) => "Paj la te chwazi " + String(values.readers) + " premye lektè pa tiraj. Yo kache nan " + String(values.slots) + " plas.",
    accessMine: "Ou se youn ladan yo.",
    accessNotMine: "Ou pa ladan yo. Sa nòmal.",
    accessEscrow: (values) => String(values.holders) + " gadyen kenbe moso kle a. Twa ansanm ka louvri l, nan yon seremoni ki ekri nan rejis la.",
    escrowByPage: "Gadyen yo kenbe moso kle a. Se paj la ki separe yo. Lè yo akize resepsyon, biwo a separe yo ankò.",
    escrowByOfficer: (values) => "Separe ankò pa " + String(values.who) + ".",
    notNow: "Sa ki pa posib kounye a",
    whyRole: (values) => "Sèlman: " + String(values.roles) + ".",
    whyStage: (values) => "Sèlman nan etap: " + String(values.stages) + ".",
    whyTied: (values) => "Ou gen lyen ak: " + String(values.ties) + ". Yon kòlèg san lyen dwe fè l.",
    "why.cannot-confirm-own-proposal": "Se ou ki pwopoze l. Yon lòt moun dwe deside.",
    "why.handled-this-case": "Ou te travay sou dosye sa a. Yon moun ki pa t ladan dwe deside.",
    "why.not-let-in": "Yo pa ba ou dosye sa a pou deside. Mande ekip akèy la aksè.",
    "why.unknown-case": "Dosye sa a pa egziste.",
    receiptReminder: "Nenpòt moun ki gen resi a ka li sa ou ekri la a.",
    templateHint: "Se yon modèl. Adapte l pou moun nan. Ranplase sa ki nan kwochè yo.",
    templateNone: "Pa gen modèl nan lang sa a. Ekri ak mo senp.",
    templateLeft: "Gen yon liy nan kwochè ki rete. Ranplase l.",
    "template.acknowledge": "Bonjou.\n\nNou resevwa pawòl ou. Mèsi dèske ou pale ak nou.\n\n[Di moun nan, nan de fraz, ou li sa l di a. Pa repete istwa a.]\n\nKounye a, n ap gade ki èd ou bezwen ak ki sekirite ou bezwen. Apre sa, n ap ekri ou isit la sa n ap fè.\n\n[Di ki lè w ap ekri ankò.]\n\nOu ka ekri nou isit la nenpòt lè. Si ou bezwen èd prese, pa tann repons nou.",
    "template.confirm": "Bonjou.\n\nDe moun nan biwo a li plent ou a, youn apre lòt. Nou pa ka kontinye avè l.\n\n[Di poukisa, ak mo senp.]\n\n[Di ki èd ki rete, ak ki lòt kote moun nan ka ale.]\n\nOu ka toujou ekri nou isit la.",
    writeIn: (values) => "Mesaj la (" + String(values.language) + ")",
    assessHint: "Se sèl bagay sa yo ki parèt klè nan rejis la. Moun ki gen lyen ak fòs yo p ap wè dosye a ankò.",
    forces: "Fòs ki responsab",
    forceTied: "Ou gen lyen ak fòs sa a: si ou chwazi l, y ap refize siyati ou.",
    year: "Ane",
    chooseRight: "Chwazi omwen yon dwa.",
    chooseClass: "Chwazi yon klas.",
    chooseForce: "Chwazi omwen yon fòs, oswa “Li pa konnen”.",
    chooseOne: "Chwazi yon repons.",
    chooseReason: "Chwazi yon rezon.",
    chooseColleague: "Chwazi yon kòlèg.",
    explanation: "Poukisa",
    explanationHint: "Panèl la ak kòlèg ki gen kle a ap li l. Moun nan p ap li l.",
    keepOpenLabel: "Poukisa dosye a rete louvri",
    confirmAsk: "Èske ou refize plent sa a?",
    confirmLose: "Moun nan ap resevwa mesaj la touswit. Ou pa ka reprann desizyon an.",
    colleague: "Kòlèg",
    grantHas: "gen aksè deja",
    grantYes: "Bay kle a",
    grantAsk: (values) => "Bay " + String(values.who) + " kle dosye sa a?",
    grantLose: "Moun nan ap ka li istwa a. Yon kle ou bay, ou pa ka reprann li.",
    grantSupport: "Moun nan ap wè èd yo mande a sèlman, pa istwa a. Yon kle ou bay, ou pa ka reprann li.",
    grantNobody: "Pa gen kòlèg ki ka jwenn aksè.",
    laterKey: (values) => "mesaj apre yo (kle " + String(values.n) + ")",
    rekeyWho: "Ki moun k ap kontinye li",
    rekeyHint: "Ou kenbe kle a tou. Sa yo te li deja pa ka reprann.",
    rekeyAsk: "Chanje kle dosye sa a?",
    rekeyLose: "Se ou menm ak moun ou chwazi yo sèlman k ap ka li sa k ap vini.",
    rekeyYes: "Chanje kle a",
    dealHint: "Règ la chwazi senk gadyen san lyen. Chak ap resevwa yon nouvo moso. Ansyen moso yo efase sou sèvè a.",
    dealAsk: "Separe moso kle yo ankò?",
    dealLose: "Ansyen moso yo disparèt sou sèvè a. Moun ki te kenbe yon kopi toujou genyen l.",
    dealYes: "Separe moso yo",
    sealing: "N ap sele, siyen epi voye.",
    sealingLong: "Liy lan dousman. Tann: anyen pa voye de fwa.",
    noLonger: "Aksyon sa a pa posib ankò. Mo ou yo rete la pou ou kopye yo.",
    putAside: "Mete l sou kote",
    draftKept: "Mo ou yo rete nan paj sa a jiskaske ou voye yo oswa ou sòti. Yo pa nan òdinatè a.",
    draftClear: "Rekòmanse",
    conflictHead: "Yon lòt moun aji pandan ou t ap ekri",
    conflictOwn: "Youn nan aksyon sa yo se pa ou: petèt li te rive deja.",
    conflictYours: "Sa ou t ap fè a anba a, li pa chanje. Li sa ki pase a, epi deside.",
    lookAgain: "Gade dosye a ankò",
    "refusal.empty": "Ekri kèk mo anvan.",
    "refusal.nobody-chosen": "Di ki moun ou ye.",
    "refusal.no-key-file": "Chwazi fichye kle ou.",
    "refusal.no-passphrase": "Ekri fraz sekrè ou.",
    "refusal.wrong-passphrase": "Fraz sekrè a pa bon, oswa se pa bon fichye a. Eseye ankò.",
    "refusal.malformed-key-file": "Se pa yon fichye kle. Chwazi yon lòt.",
    "refusal.not-in-directory": "Kle sa a pa nan lis anplwaye yo. Mande grefye a.",
    "refusal.suspended": "Yo sispann kle sa a. Mande grefye a.",
    "refusal.expired": "Kle sa a ekspire. Mande grefye a yon nouvo.",
    "refusal.unreachable": "Sèvè biwo a pa reponn. Gade liy ou, epi eseye ankò. Mo ou yo la toujou.",
    "refusal.cannot-tell": "Nou pa konnen si li rive. Gade dosye a ankò anvan ou refè l.",
    "refusal.signed-out": "Biwo a fèmen paske pèsonn pa t sèvi avè l. Kle ou bliye. Mo ou yo ap tann ou nan paj sa a.",
    "refusal.not-launched": "Louvri biwo a ak lyen li te ba ou lè li demare.",
    "refusal.desk-gone": "Biwo a pa mache sou òdinatè sa a ankò. Demare l, epi louvri nouvo lyen an.",
    "refusal.not-this-desk": "Paj sa a pa nan adrès biwo a. Louvri lyen li te bay la.",
    "refusal.keeper-fault": "Biwo a fè yon erè. Gade dosye a ankò anvan ou refè l.",
    "refusal.unknown-case": "Ou pa ka wè dosye sa a: li pa egziste, oswa ou gen lyen ak yon fòs ladan.",
    "refusal.tied-to-respondent": "Ou gen lyen ak yon fòs nan dosye a. Yon kòlèg san lyen dwe fè l.",
    "refusal.grantee-not-eligible": "Kòlèg sa a pa ka jwenn kle a: wòl li oswa lyen li pa pèmèt sa. Chwazi yon lòt.",
    "refusal.case-not-trusted": "Istwa dosye sa a pa tcheke: yon siyati oswa yon lyen manke. Pa aji. Montre grefye a sa.",
    "refusal.manifest-differs-from-story": "Kle resi a pa menm ak sa ki nan istwa a. Biwo a p ap voye anyen. Montre grefye a sa.",
    "refusal.not-granted": "Ou pa gen kle pou sa. Mande yon kòlèg ki genyen l ba ou aksè.",
    "refusal.part-differs": "Fichye sa a pa menm ak sa rejis la di. Pa sèvi avè l. Montre grefye a sa.",
    "refusal.no-lawful-escrow": "Pa gen ase gadyen kle san lyen. Mande grefye a nonmen lòt.",
    "refusal.not-a-choice": "Yon repons pa nan lis la ankò. Chwazi ankò.",
    "refusal.another-office": "Kle sa a se pou yon lòt biwo. Chwazi yon lòt.",
    printed: (values) => String(values.case) + ". Enprime pa " + String(values.who) + ", " + String(values.date) + ". Papye sa a pa sele: kache l, epi boule l lè ou fini.",
  },
  fr: {
    title: "Bureau",
    queue: "Dossiers",
    queueCount: (values) => (values.n === 0 ? "Aucun dossier en attente" : pluralKind("fr", values.n) === "one" ? numberText("fr", values.n) + " dossier en attente" : numberText("fr", values.n) + " dossiers en attente"),
    queueEmpty: "Rien en attente.",
    queueEmptyHint: "Les dossiers qui attendent votre rôle apparaîtront ici.",
    queueNone: "Votre rôle n’a pas de liste de dossiers.",
    queueNoneHint: "Un collègue peut vous donner accès à un dossier et vous en dire le numéro.",
    filter: "Filtrer",
    filterAll: "Tous",
    filterMine: "Les miens",
    filterLate: "En retard",
    search: "Chercher",
    case: "Dossier",
    caseNumber: "Numéro de dossier",
    caseNumberWrong: "Ce n’est pas un numéro de dossier. Il commence par cas_.",
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
    consentLeast: "Choisi par la personne, ou question passée. Demandez-lui avant d’en faire plus.",
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
    byPerson: "par la personne",
    acts: "Ce que vous pouvez faire",
    actsNone: "Vous ne pouvez rien faire à cette étape.",
    "order.acknowledge-case": "Accuser réception",
    "order.assess-case": "Étudier le dossier",
    "order.send-message": "Répondre",
    "order.propose-non-admission": "Proposer de ne pas admettre",
    "order.confirm-non-admission": "Confirmer la non-admission",
    "order.keep-open": "Garder ouvert",
    "order.grant-access": "Donner accès à un collègue",
    "order.rekey-case": "Changer la clé",
    "order.deal-escrow": "Redistribuer les parts",
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
    signInKeyHint: "Le fichier .age que le greffe vous a remis.",
    signInPassphrase: "Phrase secrète",
    signInHint: "La clé reste sur cet ordinateur.",
    signOut: "Se déconnecter",
    signedInAs: (values) => "Vous : " + String(values.who),
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
    you: "vous",
    staffGone: (values) => String(values.who) + ", plus en fonction",
    signInDemo: "Ces personnes servent à la démonstration. Elles n’existent pas.",
    signInWho: "Qui êtes-vous ?",
    signInChoose: "Choisissez",
    signInOther: "Une autre personne, avec son fichier de clé",
    signInWorking: "Ouverture de la clé. Cela prend quelques secondes.",
    signOutAsk: "Vous avez des mots non envoyés.",
    signOutLose: "Si vous sortez, ces mots seront perdus.",
    signOutYes: "Sortir et perdre ces mots",
    ties: (values) => "Liens avec : " + String(values.ties),
    print: "Imprimer",
    refresh: "Actualiser",
    refreshed: (values) => "État du " + String(values.hour) + ". Actualiser",
    queueEmptyStage: "Aucun dossier à cette étape.",
    queueMore: "Montrer la suite",
    queueKeys: "j et k : descendre, monter. Entrée : ouvrir.",
    flagWithdrawal: "Demande d’arrêter",
    flagUnanswered: "Message sans réponse",
    flagUnsent: "Mots non envoyés",
    "clock.acknowledgement": "Accusé de réception",
    "clock.safety-assessment": "Étudier la sécurité",
    "clock.feedback": "Dire l’issue",
    "clock.confirmation": "Réponse du collège",
    "clock.review": "Réexamen",
    dueOn: (values) => "avant le " + String(values.date),
    receivedOn: (values) => "reçu le " + String(values.date),
    "channel.page": "par la page",
    "channel.command": "par la commande",
    "channel.partner": "par un partenaire",
    caseTitle: (values) => "Dossier " + String(values.name),
    caseOpening: "Ouverture de ce qui est scellé.",
    alarmsHead: "Des éléments ne concordent pas",
    alarmsDo: "N’agissez pas sur ce dossier. Montrez ceci au greffe et à un collègue.",
    "alarm.manifest-differs-from-story": "La clé du reçu n’est pas celle du récit. Quelqu’un a pu changer l’adresse des réponses.",
    "alarm.event-not-vouched-for": (values) => "L’acte " + String(values.n) + " n’a pas de signature valable.",
    "alarm.chain-broken": (values) => "La chaîne des actes est rompue à l’acte " + String(values.n) + ".",
    "alarm.unlawful-step": (values) => "L’acte " + String(values.n) + " n’était pas permis : " + String(values.why) + ". Il ne compte pas.",
    "broken.wrong-role": "le rôle de qui l’a signé ne le permet pas",
    "broken.wrong-stage": "ce n’est pas l’étape",
    "broken.tied-to-respondent": "qui l’a signé est lié à une force du dossier",
    "broken.cannot-confirm-own-proposal": "c’est la personne qui l’avait proposé",
    "broken.handled-this-case": "qui l’a signé avait déjà traité le dossier",
    "broken.not-let-in": "qui l’a signé n’avait pas reçu d’accès",
    "broken.not-in-directory": "qui l’a signé n’est pas dans la liste du personnel",
    "broken.expired": "la clé de qui l’a signé avait expiré",
    "broken.act-incomplete": "il en manque une partie",
    "broken.decision-differs": "les règles donnent autre chose",
    "broken.clock-not-missed": "l’échéance n’était pas passée",
    "alarm.part-differs": (values) => "La partie « " + String(values.part) + " » n’est pas celle du registre, ou ne s’ouvre pas.",
    "alarm.sealed-with-old-directory": (values) => "Scellé avec une ancienne liste du personnel (numéro " + String(values.epoch) + "). Rien n’est perdu.",
    "alarm.message-to-old-key": (values) => "Le message " + String(values.n) + " est scellé avec une ancienne clé. Il était peut-être en route, ou le serveur a caché la nouvelle clé. Une personne partie peut peut-être le lire.",
    "alarm.reader-left": (values) => String(values.who) + " avait la clé de ce dossier et n’est plus en fonction. Changez la clé pour que cette personne ne lise pas la suite.",
    "alarm.holder-left": (values) => String(values.who) + " garde une part de la clé et n’est plus en fonction. Redistribuez les parts.",
    childRule: "Seule la protection de l’enfant peut l’interroger.",
    storyNone: "Vous n’avez pas de clé pour ce récit. Les premiers lecteurs sont tirés au sort. Il est normal de ne pas en être.",
    assessment: "Ce que le bureau a retenu",
    proposalHead: "Non-admission proposée",
    name: "Nom",
    contact: "Contact",
    identityHalf: "Vous avez une moitié. La personne qui a l’autre doit l’ouvrir avec vous.",
    identityNoHalf: "Vous n’avez aucune moitié.",
    evidence: "Preuves",
    evidenceNone: "La personne n’a pas envoyé de fichier.",
    evidenceNotYet: "pas encore arrivé",
    evidenceShow: "Ouvrir et montrer",
    evidenceHide: "Refermer",
    evidenceClear: "Montrer nettement",
    evidenceBlur: "Flouter",
    evidenceSave: "Enregistrer une copie",
    evidenceSaveNote: "Une copie sur cet ordinateur n’est plus scellée.",
    evidenceNotShown: "Ce type de fichier ne se montre pas ici. Une copie sur cet ordinateur n’est plus scellée.",
    messageClosed: "Vous n’avez pas de clé pour ce message.",
    byClock: "l’horloge du système",
    "event.case.received/1": "Plainte reçue",
    "event.case.acknowledged/1": "Réception accusée",
    "event.case.consent-given/1": "Consentement noté",
    "event.case.message-sent/1": "Message à la personne",
    "event.case.message-received/1": "Message de la personne",
    "event.case.access-granted/1": "Accès donné",
    "event.case.assessed/1": "Dossier étudié",
    "event.case.non-admission-proposed/1": "Non-admission proposée",
    "event.case.not-admitted/1": "Dossier non admis",
    "event.case.kept-open/1": "Dossier gardé ouvert",
    "event.case.rekeyed/1": "Clé changée pour la suite",
    "event.case.escrow-dealt/1": "Parts redistribuées",
    "event.case.withdrawal-asked/1": "La personne demande d’arrêter",
    "event.case.clock-missed/1": "Échéance manquée",
    "key.story": "récit",
    "key.support": "aide",
    "key.identity": "identité",
    accessHead: "Qui a accès, et pourquoi",
    accessFirst: (values) => "La page a tiré au sort " + String(values.readers) + " premiers lecteurs. Ils sont cachés parmi " + String(values.slots) + " places.",
    accessMine: "Vous êtes l’un d’eux.",
    accessNotMine: "Vous n’en êtes pas. C’est normal.",
    accessEscrow: (values) => String(values.holders) + " gardiens tiennent des parts de la clé. Trois ensemble peuvent ouvrir, dans une cérémonie inscrite au registre.",
    escrowByPage: "Des gardiens tiennent des parts de la clé, données par la page. Le bureau les donne à nouveau à l’accusé de réception.",
    escrowByOfficer: (values) => "Parts données à nouveau par " + String(values.who) + ".",
    notNow: "Pas possible maintenant",
    whyRole: (values) => "Seulement : " + String(values.roles) + ".",
    whyStage: (values) => "Seulement à l’étape : " + String(values.stages) + ".",
    whyTied: (values) => "Vous êtes lié à : " + String(values.ties) + ". Un collègue sans lien doit agir.",
    "why.cannot-confirm-own-proposal": "C’est votre proposition. Une autre personne doit décider.",
    "why.handled-this-case": "Vous avez traité ce dossier. Une personne extérieure doit décider.",
    "why.not-let-in": "Ce dossier ne vous a pas été confié. Demandez l’accès à l’accueil.",
    "why.unknown-case": "Ce dossier n’existe pas.",
    receiptReminder: "Quiconque tient le reçu peut lire ce que vous écrivez ici.",
    templateHint: "C’est un modèle. Adaptez-le à la personne. Remplacez ce qui est entre crochets.",
    templateNone: "Il n’y a pas de modèle dans cette langue. Écrivez en mots simples.",
    templateLeft: "Il reste une ligne entre crochets. Remplacez-la.",
    "template.acknowledge": "Bonjour.\n\nNous avons reçu vos mots. Merci de nous avoir parlé.\n\n[Dites en deux phrases que vous avez lu. Ne répétez pas le récit.]\n\nNous regardons d’abord l’aide et la sécurité dont vous avez besoin. Ensuite, nous vous écrirons ici ce que nous ferons.\n\n[Dites quand vous écrirez de nouveau.]\n\nVous pouvez nous écrire ici à tout moment. Si vous avez besoin d’aide urgente, n’attendez pas notre réponse.",
    "template.confirm": "Bonjour.\n\nDeux personnes du bureau ont lu votre plainte, l’une après l’autre. Nous ne pouvons pas la poursuivre.\n\n[Dites pourquoi, en mots simples.]\n\n[Dites quelle aide reste possible, et à qui d’autre s’adresser.]\n\nVous pouvez toujours nous écrire ici.",
    writeIn: (values) => "Le message (" + String(values.language) + ")",
    assessHint: "Seuls ces points figurent en clair au registre. Les personnes liées à ces forces ne verront plus le dossier.",
    forces: "Forces en cause",
    forceTied: "Vous y êtes lié : si vous la choisissez, votre signature sera refusée.",
    year: "Année",
    chooseRight: "Choisissez au moins un droit.",
    chooseClass: "Choisissez une classe.",
    chooseForce: "Choisissez au moins une force, ou « Inconnue ».",
    chooseOne: "Choisissez une réponse.",
    chooseReason: "Choisissez une raison.",
    chooseColleague: "Choisissez un collègue.",
    explanation: "Pourquoi",
    explanationHint: "Lu par le collège et les collègues qui ont la clé. Pas par la personne.",
    keepOpenLabel: "Pourquoi le dossier reste ouvert",
    confirmAsk: "Refuser d’admettre cette plainte ?",
    confirmLose: "La personne reçoit le message aussitôt. La décision ne peut pas être reprise.",
    colleague: "Collègue",
    grantHas: "a déjà accès",
    grantYes: "Donner la clé",
    grantAsk: (values) => "Donner à " + String(values.who) + " la clé de ce dossier ?",
    grantLose: "Cette personne pourra lire le récit. Une clé donnée ne se reprend pas.",
    grantSupport: "Cette personne verra l’aide demandée, pas le récit. Une clé donnée ne se reprend pas.",
    grantNobody: "Aucun collègue ne peut recevoir l’accès.",
    laterKey: (values) => "messages suivants (clé " + String(values.n) + ")",
    rekeyWho: "Qui continue à lire",
    rekeyHint: "Vous gardez aussi la clé. Ce qui a été lu ne peut pas être repris.",
    rekeyAsk: "Changer la clé de ce dossier ?",
    rekeyLose: "Vous et les personnes choisies serez seules à lire la suite.",
    rekeyYes: "Changer la clé",
    dealHint: "Cinq gardiens sans lien, désignés par la règle, reçoivent une nouvelle part. Les anciennes parts sont effacées du serveur.",
    dealAsk: "Redistribuer les parts ?",
    dealLose: "Les anciennes parts disparaissent du serveur. Qui a gardé une copie de la sienne l’a toujours.",
    dealYes: "Redistribuer les parts",
    sealing: "Scellement, signature, envoi.",
    sealingLong: "La ligne est lente. Attendez : rien n’est envoyé deux fois.",
    noLonger: "Cet acte n’est plus possible. Vos mots restent ici pour être copiés.",
    putAside: "Mettre de côté",
    draftKept: "Vos mots restent dans cette page jusqu’à l’envoi ou la sortie. Ils ne sont pas enregistrés.",
    draftClear: "Recommencer",
    conflictHead: "Quelqu’un a agi pendant que vous écriviez",
    conflictOwn: "L’un de ces actes est le vôtre : il est peut-être déjà arrivé.",
    conflictYours: "Ce que vous faisiez est ci-dessous, inchangé. Lisez ce qui s’est passé, puis décidez.",
    lookAgain: "Revoir le dossier",
    "refusal.empty": "Écrivez d’abord quelques mots.",
    "refusal.nobody-chosen": "Dites qui vous êtes.",
    "refusal.no-key-file": "Choisissez votre fichier de clé.",
    "refusal.no-passphrase": "Écrivez votre phrase secrète.",
    "refusal.wrong-passphrase": "La phrase secrète n’est pas la bonne, ou ce n’est pas le bon fichier. Essayez encore.",
    "refusal.malformed-key-file": "Ce n’est pas un fichier de clé. Choisissez-en un autre.",
    "refusal.not-in-directory": "Cette clé n’est pas dans la liste du personnel. Demandez au greffe.",
    "refusal.suspended": "Cette clé est suspendue. Demandez au greffe.",
    "refusal.expired": "Cette clé a expiré. Demandez-en une autre au greffe.",
    "refusal.unreachable": "Le serveur du bureau ne répond pas. Vérifiez la ligne et réessayez. Vos mots sont toujours là.",
    "refusal.cannot-tell": "On ne sait pas si c’est arrivé. Revoyez le dossier avant de recommencer.",
    "refusal.signed-out": "Le bureau s’est fermé faute d’usage. Votre clé est oubliée. Vos mots vous attendent dans cette page.",
    "refusal.not-launched": "Ouvrez le bureau par le lien donné à son démarrage.",
    "refusal.desk-gone": "Le bureau ne tourne plus sur cet ordinateur. Relancez-le, puis ouvrez son nouveau lien.",
    "refusal.not-this-desk": "Cette page n’est pas à l’adresse du bureau. Ouvrez son lien.",
    "refusal.keeper-fault": "Le bureau a fait une erreur. Revoyez le dossier avant de recommencer.",
    "refusal.unknown-case": "Vous ne pouvez pas voir ce dossier : il n’existe pas, ou vous êtes lié à une force en cause.",
    "refusal.tied-to-respondent": "Vous êtes lié à une force en cause. Un collègue sans lien doit agir.",
    "refusal.grantee-not-eligible": "Ce collègue ne peut pas recevoir la clé : son rôle ou ses liens l’interdisent. Choisissez-en un autre.",
    "refusal.case-not-trusted": "L’histoire de ce dossier ne se vérifie pas : une signature ou un maillon manque. N’agissez pas. Montrez-le au greffe.",
    "refusal.manifest-differs-from-story": "La clé du reçu n’est pas celle du récit. Le bureau n’envoie rien. Montrez-le au greffe.",
    "refusal.not-granted": "Vous n’avez pas la clé. Demandez l’accès à un collègue qui l’a.",
    "refusal.part-differs": "Ce fichier n’est pas celui du registre. Ne l’utilisez pas. Montrez-le au greffe.",
    "refusal.no-lawful-escrow": "Il manque des gardiens de clé sans lien. Demandez au greffe d’en nommer.",
    "refusal.not-a-choice": "Une réponse n’est plus dans la liste. Choisissez de nouveau.",
    "refusal.another-office": "Cette clé est celle d’un autre bureau. Choisissez-en une autre.",
    printed: (values) => String(values.case) + ". Imprimé par " + String(values.who) + ", " + String(values.date) + ". Ce papier n’est pas scellé : cachez-le, puis détruisez-le.",
  },
  en: {
    title: "Desk",
    queue: "Cases",
    queueCount: (values) => (values.n === 0 ? "No case waiting" : pluralKind("en", values.n) === "one" ? numberText("en", values.n) + " case waiting" : numberText("en", values.n) + " cases waiting"),
    queueEmpty: "Nothing is waiting.",
    queueEmptyHint: "Cases that wait for your role appear here.",
    queueNone: "Your role has no list of cases.",
    queueNoneHint: "A colleague can give you access to a case and tell you its number.",
    filter: "Filter",
    filterAll: "All",
    filterMine: "Mine",
    filterLate: "Late",
    search: "Search",
    case: "Case",
    caseNumber: "Case number",
    caseNumberWrong: "This is not a case number. It begins with cas_.",
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
    consentLeast: "The person chose this or skipped the question. Ask them before you do more.",
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
    byPerson: "by the person",
    acts: "What you can do now",
    actsNone: "You can do nothing at this stage.",
    "order.acknowledge-case": "Acknowledge",
    "order.assess-case": "Assess",
    "order.send-message": "Reply",
    "order.propose-non-admission": "Propose not to admit",
    "order.confirm-non-admission": "Confirm non-admission",
    "order.keep-open": "Keep open",
    "order.grant-access": "Give a colleague access",
    "order.rekey-case": "Change the key",
    "order.deal-escrow": "Deal the shares anew",
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
    signInKeyHint: "The .age file that the registrar gave you.",
    signInPassphrase: "Passphrase",
    signInHint: "The key stays on this computer.",
    signOut: "Sign out",
    signedInAs: (values) => "You: " + String(values.who),
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
    you: "you",
    staffGone: (values) => String(values.who) + ", no longer serving",
    signInDemo: "These people are for demonstration. They do not exist.",
    signInWho: "Who are you?",
    signInChoose: "Choose",
    signInOther: "Someone else, with a key file",
    signInWorking: "Opening the key. This takes a few seconds.",
    signOutAsk: "You have words that are not sent.",
    signOutLose: "If you sign out, these words are lost.",
    signOutYes: "Sign out and lose them",
    ties: (values) => "Tied to: " + String(values.ties),
    print: "Print",
    refresh: "Look again",
    refreshed: (values) => "As of " + String(values.hour) + ". Look again",
    queueEmptyStage: "No case is at this stage.",
    queueMore: "Show more",
    queueKeys: "j and k: down, up. Enter: open.",
    flagWithdrawal: "Asks to stop",
    flagUnanswered: "Unanswered message",
    flagUnsent: "Unsent words",
    "clock.acknowledgement": "Acknowledge",
    "clock.safety-assessment": "Assess safety",
    "clock.feedback": "Tell the outcome",
    "clock.confirmation": "Panel’s answer",
    "clock.review": "Review",
    dueOn: (values) => "due " + String(values.date),
    receivedOn: (values) => "received " + String(values.date),
    "channel.page": "by the page",
    "channel.command": "by the command",
    "channel.partner": "by a partner",
    caseTitle: (values) => "Case " + String(values.name),
    caseOpening: "Opening what is sealed.",
    alarmsHead: "Some things do not fit together",
    alarmsDo: "Do not act on this case. Show this to the registrar and a colleague.",
    "alarm.manifest-differs-from-story": "The receipt’s key is not the one in the story. Somebody may have changed where replies go.",
    "alarm.event-not-vouched-for": (values) => "Act " + String(values.n) + " has no valid signature.",
    "alarm.chain-broken": (values) => "The chain of acts is broken at act " + String(values.n) + ".",
    "alarm.unlawful-step": (values) => "Act " + String(values.n) + " was not allowed: " + String(values.why) + ". It does not count.",
    "broken.wrong-role": "the role of whoever signed it does not permit it",
    "broken.wrong-stage": "this is not its stage",
    "broken.tied-to-respondent": "whoever signed it is tied to a force in the case",
    "broken.cannot-confirm-own-proposal": "the same person had proposed it",
    "broken.handled-this-case": "whoever signed it had handled the case before",
    "broken.not-let-in": "whoever signed it had not been given access",
    "broken.not-in-directory": "whoever signed it is not in the staff list",
    "broken.expired": "the key of whoever signed it had expired",
    "broken.act-incomplete": "a part of it is missing",
    "broken.decision-differs": "the rules give something else",
    "broken.clock-not-missed": "the deadline had not passed",
    "alarm.part-differs": (values) => "Part “" + String(values.part) + "” is not the one in the record, or does not open.",
    "alarm.sealed-with-old-directory": (values) => "Sealed with an older staff list (number " + String(values.epoch) + "). Nothing is lost.",
    "alarm.message-to-old-key": (values) => "Message " + String(values.n) + " was sealed to an older key. It may have been on its way, or the server hid the new key. Somebody who left may be able to read it.",
    "alarm.reader-left": (values) => String(values.who) + " held the key to this case and no longer serves. Change the key, so that they cannot read what comes next.",
    "alarm.holder-left": (values) => String(values.who) + " holds a share of the key and no longer serves. Deal the shares anew.",
    childRule: "Only child protection may interview them.",
    storyNone: "You hold no key to this story. The first readers are drawn by lot. Not being one of them is ordinary.",
    assessment: "What the office found so far",
    proposalHead: "Proposed: not to admit",
    name: "Name",
    contact: "Contact",
    identityHalf: "You hold one half. The person with the other half must open it with you.",
    identityNoHalf: "You hold no half.",
    evidence: "Evidence",
    evidenceNone: "The person sent no file.",
    evidenceNotYet: "not arrived yet",
    evidenceShow: "Open and show",
    evidenceHide: "Close it",
    evidenceClear: "Show it clearly",
    evidenceBlur: "Blur it",
    evidenceSave: "Save a copy",
    evidenceSaveNote: "A copy on this computer is no longer sealed.",
    evidenceNotShown: "This kind of file is not shown here. A copy on this computer is no longer sealed.",
    messageClosed: "You hold no key to this message.",
    byClock: "the system’s clock",
    "event.case.received/1": "Complaint received",
    "event.case.acknowledged/1": "Acknowledged",
    "event.case.consent-given/1": "Consent written down",
    "event.case.message-sent/1": "Message to the person",
    "event.case.message-received/1": "Message from the person",
    "event.case.access-granted/1": "Access given",
    "event.case.assessed/1": "Assessed",
    "event.case.non-admission-proposed/1": "Non-admission proposed",
    "event.case.not-admitted/1": "Not admitted",
    "event.case.kept-open/1": "Kept open",
    "event.case.rekeyed/1": "Key changed for what comes next",
    "event.case.escrow-dealt/1": "Shares dealt anew",
    "event.case.withdrawal-asked/1": "The person asks to stop",
    "event.case.clock-missed/1": "A deadline was missed",
    "key.story": "story",
    "key.support": "help asked for",
    "key.identity": "identity",
    accessHead: "Who has access, and why",
    accessFirst: (values) => "The page drew " + String(values.readers) + " first readers by lot. They are hidden among " + String(values.slots) + " places.",
    accessMine: "You are one of them.",
    accessNotMine: "You are not one of them. That is ordinary.",
    accessEscrow: (values) => String(values.holders) + " holders keep shares of the key. Three together can open it, in a ceremony that the record shows.",
    escrowByPage: "Holders keep shares of the key, dealt by the page. Acknowledging deals them anew.",
    escrowByOfficer: (values) => "Dealt anew by " + String(values.who) + ".",
    notNow: "Not possible now",
    whyRole: (values) => "Only: " + String(values.roles) + ".",
    whyStage: (values) => "Only at the stage: " + String(values.stages) + ".",
    whyTied: (values) => "You are tied to: " + String(values.ties) + ". A colleague without that tie must act.",
    "why.cannot-confirm-own-proposal": "You proposed it. Someone else must decide.",
    "why.handled-this-case": "You handled this case. Someone who did not must decide.",
    "why.not-let-in": "You were not given this case to decide. Ask intake to give you access.",
    "why.unknown-case": "This case does not exist.",
    receiptReminder: "Whoever holds the receipt can read what you write here.",
    templateHint: "This is a pattern. Adapt it to the person. Replace what stands in brackets.",
    templateNone: "There is no pattern in this language. Write in plain words.",
    templateLeft: "A line in brackets is left. Replace it.",
    "template.acknowledge": "Hello.\n\nWe received your words. Thank you for telling us.\n\n[Say in two sentences that you have read them. Do not repeat the story.]\n\nFirst we look at the help and the safety you need. Then we will write here what we will do.\n\n[Say when you will write again.]\n\nYou can write to us here at any time. If you need help urgently, do not wait for our answer.",
    "template.confirm": "Hello.\n\nTwo people of the office read your complaint, one after the other. We cannot take it further.\n\n[Say why, in plain words.]\n\n[Say what help remains, and where else the person can turn.]\n\nYou can still write to us here.",
    writeIn: (values) => "The message (" + String(values.language) + ")",
    assessHint: "Only these points stand in clear in the record. People tied to these forces will no longer see the case.",
    forces: "Forces involved",
    forceTied: "You are tied to it: if you choose it, your signature is refused.",
    year: "Year",
    chooseRight: "Choose at least one right.",
    chooseClass: "Choose a class.",
    chooseForce: "Choose at least one force, or “Unknown”.",
    chooseOne: "Choose an answer.",
    chooseReason: "Choose a reason.",
    chooseColleague: "Choose a colleague.",
    explanation: "Why",
    explanationHint: "Read by the panel and colleagues who hold the key. Not by the person.",
    keepOpenLabel: "Why the case stays open",
    confirmAsk: "Refuse to admit this complaint?",
    confirmLose: "The person gets the message at once. The decision cannot be taken back.",
    colleague: "Colleague",
    grantHas: "has access already",
    grantYes: "Give the key",
    grantAsk: (values) => "Give " + String(values.who) + " the key to this case?",
    grantLose: "They will be able to read the story. A key that was given cannot be taken back.",
    grantSupport: "They will see the help asked for, not the story. A key that was given cannot be taken back.",
    grantNobody: "No colleague can be given access.",
    laterKey: (values) => "later words (key " + String(values.n) + ")",
    rekeyWho: "Who reads on",
    rekeyHint: "You keep the key too. What was read before cannot be taken back.",
    rekeyAsk: "Change the key of this case?",
    rekeyLose: "Only you and those you chose can read what comes next.",
    rekeyYes: "Change the key",
    dealHint: "Five holders without a tie, by the rule, get a new share each. The shares before are erased on the server.",
    dealAsk: "Deal the shares anew?",
    dealLose: "The shares before are gone from the server. Whoever kept a copy of theirs still has it.",
    dealYes: "Deal the shares",
    sealing: "Sealing, signing, sending.",
    sealingLong: "The line is slow. Wait: nothing is sent twice.",
    noLonger: "This act is no longer possible. Your words stay here for you to copy.",
    putAside: "Put aside",
    draftKept: "Your words stay in this page until you send them or sign out. They are not saved anywhere.",
    draftClear: "Start over",
    conflictHead: "Somebody acted while you were writing",
    conflictOwn: "One of these acts is yours: it may have arrived already.",
    conflictYours: "What you were doing stands below, unchanged. Read what happened, then decide.",
    lookAgain: "Look at the case again",
    "refusal.empty": "Write a few words first.",
    "refusal.nobody-chosen": "Say who you are.",
    "refusal.no-key-file": "Choose your key file.",
    "refusal.no-passphrase": "Write your passphrase.",
    "refusal.wrong-passphrase": "The passphrase is not right, or it is another key file. Try again.",
    "refusal.malformed-key-file": "This is not a key file. Choose another one.",
    "refusal.not-in-directory": "This key is not in the staff list. Ask the registrar.",
    "refusal.suspended": "This key is suspended. Ask the registrar.",
    "refusal.expired": "This key has expired. Ask the registrar for a new one.",
    "refusal.unreachable": "The office’s server does not answer. Check your line and try again. Your words are still here.",
    "refusal.cannot-tell": "We cannot tell whether it arrived. Look at the case again before you repeat it.",
    "refusal.signed-out": "The desk closed because nobody used it. Your key is forgotten. Your words wait for you in this page.",
    "refusal.not-launched": "Open the desk by the link it showed when it started.",
    "refusal.desk-gone": "The desk no longer runs on this computer. Start it again and open its new link.",
    "refusal.not-this-desk": "This page is not at the desk’s own address. Open its link.",
    "refusal.keeper-fault": "The desk made a mistake. Look at the case again before you repeat it.",
    "refusal.unknown-case": "You cannot see this case: it does not exist, or you are tied to a force in it.",
    "refusal.tied-to-respondent": "You are tied to a force in this case. A colleague without that tie must act.",
    "refusal.grantee-not-eligible": "This colleague may not get the key: their role or ties forbid it. Choose another one.",
    "refusal.case-not-trusted": "This case’s history does not check: a signature or a link is missing. Do not act. Show it to the registrar.",
    "refusal.manifest-differs-from-story": "The receipt’s key is not the one in the story. The desk sends nothing. Show it to the registrar.",
    "refusal.not-granted": "You hold no key to this. Ask a colleague who does to give you access.",
    "refusal.part-differs": "This file is not the one in the record. Do not use it. Show it to the registrar.",
    "refusal.no-lawful-escrow": "There are too few key holders without ties. Ask the registrar to name more.",
    "refusal.not-a-choice": "An answer is no longer in the list. Choose again.",
    "refusal.another-office": "This key belongs to another office. Choose another one.",
    printed: (values) => String(values.case) + ". Printed by " + String(values.who) + ", " + String(values.date) + ". This paper is not sealed: hide it, and destroy it when you are done.",
  },
};
