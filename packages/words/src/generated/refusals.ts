// Made from src/catalogues by `node tools/build.ts words`. Do not edit: edit the catalogue.
import type { Language } from "../language.ts";

export type RefusalsWords = {
  readonly "malformed-receipt": string;
  readonly "wrong-check-digits": string;
  readonly "unknown-mailbox": string;
  readonly "too-long": string;
  readonly "too-few-recipients": string;
  readonly unreachable: string;
  readonly "no-space": string;
  readonly "too-many-requests": string;
  readonly "directory-missing": string;
  readonly "directory-not-trusted": string;
  readonly "directory-too-old": string;
  readonly "sealing-failed": string;
  readonly "cannot-seal-here": string;
  readonly "another-digest": string;
  readonly "already-filed": string;
  readonly "not-understood": string;
  readonly "cannot-tell": string;
  readonly "server-fault": string;
  readonly "wrong-passphrase": string;
  readonly "session-expired": string;
  readonly "wrong-role": string;
  readonly "not-assigned": string;
  readonly "tied-to-respondent": string;
  readonly "cannot-confirm-own-proposal": string;
  readonly "second-person-needed": string;
  readonly "reason-needed": string;
  readonly "wrong-stage": string;
  readonly conflict: string;
  readonly "clock-skew": string;
  readonly "bad-signature": string;
  readonly "unknown-case": string;
  readonly empty: string;
  readonly "unknown-force": string;
  readonly "broken-text": string;
  readonly "malformed-directory": string;
  readonly "another-office": string;
  readonly "cannot-open": string;
  readonly "handled-this-case": string;
  readonly "not-let-in": string;
  readonly "unlawful-escrow": string;
  readonly "key-not-new": string;
  readonly "key-would-be-lost": string;
  readonly "rekeyed-too-often": string;
  readonly "no-grants": string;
  readonly "grantee-not-eligible": string;
  readonly "unknown-department": string;
  readonly "nothing-assessed": string;
  readonly "out-of-turn": string;
  readonly "already-withdrawn": string;
};

export const refusalsWords: Readonly<Record<Language, RefusalsWords>> = {
  ht: {
    "malformed-receipt": "Yon resi gen 24 chif. Gade yo ankò.",
    "wrong-check-digits": "Gen yon chif ki pa bon. Gade yo youn pa youn.",
    "unknown-mailbox": "Poko gen anyen isit la. Verifye chif yo, oswa tounen pita.",
    "too-long": "Tèks la twò long. Retire kèk fraz, epi eseye ankò.",
    "too-few-recipients": "Pa gen ase moun ki ka li dosye sa a. Nou pa voye anyen.",
    unreachable: "Liy lan koupe. Nou ka eseye ankò ak menm resi a.",
    "no-space": "Sistèm nan plen kounye a. Eseye ankò pita.",
    "too-many-requests": "Gen twòp demann kounye a. Tann yon minit.",
    "directory-missing": "Nou pa jwenn lis anplwaye yo. Verifye liy lan.",
    "directory-not-trusted": "Nou pa ka verifye lis anplwaye yo. Nou kanpe isit la.",
    "directory-too-old": "Lis anplwaye a twò ansyen. Nou kanpe isit la.",
    "sealing-failed": "Nou pa ka fèmen pawòl ou a kle. Nou pa voye anyen.",
    "cannot-seal-here": "Navigatè sa a pa ka fèmen pawòl ou a kle. Eseye yon lòt.",
    "another-digest": "Yon lòt pawòl te rive deja ak menm nimewo a. Rekòmanse.",
    "already-filed": "Pawòl sa yo te rive deja.",
    "not-understood": "Sistèm nan pa aksepte voye sa a. Pawòl ou la toujou.",
    "cannot-tell": "Nou pa konnen si l rive. Eseye ankò: l ap rive yon sèl fwa.",
    "server-fault": "Sistèm nan pa mache kounye a. Eseye ankò pita.",
    "wrong-passphrase": "Fraz sekrè a pa bon.",
    "session-expired": "Sesyon an fini. Antre ankò.",
    "wrong-role": "Wòl ou pa pèmèt aksyon sa a.",
    "not-assigned": "Dosye sa a pa nan men w.",
    "tied-to-respondent": "Ou gen lyen ak fòs ki nan dosye sa a.",
    "cannot-confirm-own-proposal": "Pèsonn pa ka apwouve pwòp aksyon pa l.",
    "second-person-needed": "Yon dezyèm moun dwe konfime.",
    "reason-needed": "Ekri rezon an.",
    "wrong-stage": "Dosye a pa nan etap sa a.",
    conflict: "Yon lòt moun te aji anvan. Gade nouvo vèsyon an.",
    "clock-skew": "Lè òdinatè sa a pa bon. Ranje l, epi eseye ankò.",
    "bad-signature": "Siyati a pa bon. Anyen pa anrejistre.",
    "unknown-case": "Pa gen dosye ak nimewo sa a.",
    empty: "Ekri kèk mo anvan ou voye l.",
    "unknown-force": "Fòs sa a pa nan lis la ankò. Chwazi ankò.",
    "broken-text": "Tèks la gen yon siy ki kase. Efase l, epi ekri l ankò.",
    "malformed-directory": "Nou pa ka li lis anplwaye yo. Nou kanpe isit la.",
    "another-office": "Lis sa a se pou yon lòt biwo. Nou kanpe isit la.",
    "cannot-open": "Kle sa a pa louvri pati sa a.",
    "handled-this-case": "Ou te travay sou dosye sa a deja.",
    "not-let-in": "Pèsonn pa ba ou aksè nan dosye sa a.",
    "unlawful-escrow": "Gadyen kle yo pa respekte règ la.",
    "key-not-new": "Kle sa a te sèvi deja. Eseye ankò.",
    "key-would-be-lost": "Chwazi omwen yon lòt moun.",
    "rekeyed-too-often": "Dosye sa a gen twòp kle deja. Mande grefye a.",
    "no-grants": "Chwazi omwen yon moun.",
    "grantee-not-eligible": "Moun sa a pa ka jwenn aksè.",
    "unknown-department": "Depatman sa a pa nan lis la.",
    "nothing-assessed": "Chwazi omwen yon dwa ak yon fòs.",
    "out-of-turn": "Yon lòt mesaj rive anvan. Louvri bwat la ankò.",
    "already-withdrawn": "Demann sa a te rive deja.",
  },
  fr: {
    "malformed-receipt": "Un reçu a 24 chiffres. Regardez encore.",
    "wrong-check-digits": "Un chiffre n’est pas bon. Vérifiez-les un par un.",
    "unknown-mailbox": "Rien ici pour le moment. Vérifiez les chiffres, ou revenez plus tard.",
    "too-long": "Le texte est trop long. Retirez quelques phrases, puis réessayez.",
    "too-few-recipients": "Trop peu de personnes peuvent lire ce dossier. Rien n’a été envoyé.",
    unreachable: "La connexion est coupée. Nous pouvons réessayer avec le même reçu.",
    "no-space": "Le système est plein en ce moment. Réessayez plus tard.",
    "too-many-requests": "Il y a trop de demandes. Attendez une minute.",
    "directory-missing": "La liste du personnel est introuvable. Vérifiez la connexion.",
    "directory-not-trusted": "Nous ne pouvons pas vérifier la liste du personnel. Nous nous arrêtons ici.",
    "directory-too-old": "La liste du personnel est trop ancienne. Nous nous arrêtons ici.",
    "sealing-failed": "Nous ne pouvons pas verrouiller vos mots. Rien n’a été envoyé.",
    "cannot-seal-here": "Ce navigateur ne peut pas verrouiller vos mots. Essayez un autre.",
    "another-digest": "Un autre texte est déjà arrivé sous ce numéro. Recommencez.",
    "already-filed": "Ces mots sont déjà arrivés.",
    "not-understood": "Le système n’a pas accepté cet envoi. Vos mots sont toujours là.",
    "cannot-tell": "Nous ne savons pas si c’est arrivé. Réessayez : cela n’arrivera qu’une fois.",
    "server-fault": "Le système ne marche pas en ce moment. Réessayez plus tard.",
    "wrong-passphrase": "La phrase secrète n’est pas la bonne.",
    "session-expired": "La session est terminée. Connectez-vous de nouveau.",
    "wrong-role": "Votre rôle ne permet pas cet acte.",
    "not-assigned": "Ce dossier ne vous est pas confié.",
    "tied-to-respondent": "Vous avez un lien avec une force visée par ce dossier.",
    "cannot-confirm-own-proposal": "Personne n’approuve son propre acte.",
    "second-person-needed": "Une deuxième personne doit confirmer.",
    "reason-needed": "Écrivez la raison.",
    "wrong-stage": "Le dossier n’est pas à cette étape.",
    conflict: "Quelqu’un a agi avant vous. Voyez la nouvelle version.",
    "clock-skew": "L’heure de cet ordinateur est fausse. Corrigez-la, puis réessayez.",
    "bad-signature": "La signature n’est pas bonne. Rien n’a été enregistré.",
    "unknown-case": "Aucun dossier ne porte ce numéro.",
    empty: "Écrivez quelques mots avant d’envoyer.",
    "unknown-force": "Cette force n’est plus dans la liste. Choisissez encore.",
    "broken-text": "Le texte contient un signe abîmé. Effacez-le et récrivez-le.",
    "malformed-directory": "La liste du personnel est illisible. Nous nous arrêtons ici.",
    "another-office": "Cette liste est celle d’un autre bureau. Nous nous arrêtons ici.",
    "cannot-open": "Cette clé n’ouvre pas cette partie.",
    "handled-this-case": "Vous avez déjà travaillé sur ce dossier.",
    "not-let-in": "Personne ne vous a donné accès à ce dossier.",
    "unlawful-escrow": "Le choix des gardiens de clé n’est pas conforme.",
    "key-not-new": "Cette clé a déjà servi. Réessayez.",
    "key-would-be-lost": "Choisissez au moins une autre personne.",
    "rekeyed-too-often": "Ce dossier a eu trop de clés. Demandez au greffe.",
    "no-grants": "Choisissez au moins une personne.",
    "grantee-not-eligible": "Cette personne ne peut pas recevoir l’accès.",
    "unknown-department": "Ce département n’est pas dans la liste.",
    "nothing-assessed": "Choisissez au moins un droit et une force.",
    "out-of-turn": "Un autre message est arrivé avant. Rouvrez la boîte.",
    "already-withdrawn": "Cette demande est déjà arrivée.",
  },
  en: {
    "malformed-receipt": "A receipt has 24 digits. Look again.",
    "wrong-check-digits": "One digit is not right. Check them one by one.",
    "unknown-mailbox": "Nothing here yet. Check the digits, or come back later.",
    "too-long": "The text is too long. Take out some sentences, then try again.",
    "too-few-recipients": "Too few people may read this case. Nothing was sent.",
    unreachable: "The line broke. We can try again with the same receipt.",
    "no-space": "The system is full now. Try again later.",
    "too-many-requests": "There are too many requests. Wait a minute.",
    "directory-missing": "We cannot find the list of staff. Check your connection.",
    "directory-not-trusted": "We cannot verify the list of staff. We stop here.",
    "directory-too-old": "The list of staff is too old. We stop here.",
    "sealing-failed": "We cannot lock your words. Nothing was sent.",
    "cannot-seal-here": "This browser cannot lock your words. Try another one.",
    "another-digest": "Other words arrived already under this number. Start again.",
    "already-filed": "These words arrived already.",
    "not-understood": "The system did not accept this. Your words are still here.",
    "cannot-tell": "We do not know whether it arrived. Try again: it arrives only once.",
    "server-fault": "The system does not work now. Try again later.",
    "wrong-passphrase": "That passphrase is not right.",
    "session-expired": "The session has ended. Sign in again.",
    "wrong-role": "Your role does not allow this act.",
    "not-assigned": "This case is not assigned to you.",
    "tied-to-respondent": "You are tied to a force in this case.",
    "cannot-confirm-own-proposal": "Nobody approves their own act.",
    "second-person-needed": "A second person must confirm.",
    "reason-needed": "Write the reason.",
    "wrong-stage": "The case is not at this stage.",
    conflict: "Someone acted before you. See the new version.",
    "clock-skew": "This computer’s clock is wrong. Set it, then try again.",
    "bad-signature": "The signature is not right. Nothing was recorded.",
    "unknown-case": "No case has this number.",
    empty: "Write a few words before you send.",
    "unknown-force": "This force is no longer in the list. Choose again.",
    "broken-text": "The text holds a broken character. Delete it and write it again.",
    "malformed-directory": "We cannot read the list of staff. We stop here.",
    "another-office": "This list is of another office. We stop here.",
    "cannot-open": "This key does not open this part.",
    "handled-this-case": "You worked on this case already.",
    "not-let-in": "Nobody let you into this case.",
    "unlawful-escrow": "The key holders do not follow the rule.",
    "key-not-new": "This key was used before. Try again.",
    "key-would-be-lost": "Choose at least one colleague besides you.",
    "rekeyed-too-often": "This case had too many keys. Ask the registrar.",
    "no-grants": "Choose at least one person.",
    "grantee-not-eligible": "This person may not be given access.",
    "unknown-department": "This department is not in the list.",
    "nothing-assessed": "Choose at least one right and one force.",
    "out-of-turn": "Another message arrived first. Open the mailbox again.",
    "already-withdrawn": "This request arrived already.",
  },
  es: {
    "malformed-receipt": "Un recibo tiene 24 dígitos. Mire otra vez.",
    "wrong-check-digits": "Hay un dígito equivocado. Revíselos uno por uno.",
    "unknown-mailbox": "Aún no hay nada aquí. Revise los dígitos, o vuelva más tarde.",
    "too-long": "El texto es demasiado largo. Quite algunas frases e intente de nuevo.",
    "too-few-recipients": "Muy pocas personas pueden leer este expediente. No se envió nada.",
    unreachable: "Se cortó la conexión. Podemos intentar de nuevo con el mismo recibo.",
    "no-space": "El sistema está lleno ahora. Intente de nuevo más tarde.",
    "too-many-requests": "Hay demasiadas solicitudes. Espere un minuto.",
    "directory-missing": "No encontramos la lista del personal. Revise la conexión.",
    "directory-not-trusted": "No podemos verificar la lista del personal. Nos detenemos aquí.",
    "directory-too-old": "La lista del personal es demasiado antigua. Nos detenemos aquí.",
    "sealing-failed": "No podemos cerrar sus palabras con llave. No se envió nada.",
    "cannot-seal-here": "Este navegador no puede cerrar sus palabras con llave. Pruebe otro.",
    "another-digest": "Ya llegaron otras palabras con este número. Empiece de nuevo.",
    "already-filed": "Estas palabras ya llegaron.",
    "not-understood": "El sistema no aceptó este envío. Sus palabras siguen aquí.",
    "cannot-tell": "No sabemos si llegó. Intente de nuevo: llegará una sola vez.",
    "server-fault": "El sistema no funciona ahora. Intente de nuevo más tarde.",
    "wrong-passphrase": "La frase secreta no es correcta.",
    "session-expired": "La sesión terminó. Entre de nuevo.",
    "wrong-role": "Su función no permite este acto.",
    "not-assigned": "Este expediente no está a su cargo.",
    "tied-to-respondent": "Usted tiene un vínculo con una fuerza de este expediente.",
    "cannot-confirm-own-proposal": "Nadie aprueba su propio acto.",
    "second-person-needed": "Una segunda persona debe confirmar.",
    "reason-needed": "Escriba la razón.",
    "wrong-stage": "El expediente no está en esta etapa.",
    conflict: "Alguien actuó antes que usted. Vea la nueva versión.",
    "clock-skew": "La hora de esta computadora no es correcta. Corríjala e intente de nuevo.",
    "bad-signature": "La firma no es correcta. No se registró nada.",
    "unknown-case": "Ningún expediente tiene este número.",
    empty: "Escriba unas palabras antes de enviar.",
    "unknown-force": "Esta fuerza ya no está en la lista. Elija de nuevo.",
    "broken-text": "El texto tiene un signo dañado. Bórrelo y escríbalo otra vez.",
    "malformed-directory": "No podemos leer la lista del personal. Nos detenemos aquí.",
    "another-office": "Esta lista es de otra oficina. Nos detenemos aquí.",
    "cannot-open": "Esta llave no abre esta parte.",
    "handled-this-case": "Usted ya trabajó en este expediente.",
    "not-let-in": "Nadie le dio acceso a este expediente.",
    "unlawful-escrow": "La elección de guardianes de la llave no sigue la regla.",
    "key-not-new": "Esta llave ya se usó. Intente de nuevo.",
    "key-would-be-lost": "Elija al menos a otra persona.",
    "rekeyed-too-often": "Este expediente tuvo demasiadas llaves. Pregunte en la secretaría.",
    "no-grants": "Elija al menos a una persona.",
    "grantee-not-eligible": "Esta persona no puede recibir acceso.",
    "unknown-department": "Este departamento no está en la lista.",
    "nothing-assessed": "Elija al menos un derecho y una fuerza.",
    "out-of-turn": "Otro mensaje llegó antes. Abra el buzón de nuevo.",
    "already-withdrawn": "Esta solicitud ya llegó.",
  },
  sw: {
    "malformed-receipt": "Risiti ina tarakimu 24. Tazama tena.",
    "wrong-check-digits": "Tarakimu moja si sahihi. Ziangalie moja moja.",
    "unknown-mailbox": "Bado hakuna kitu hapa. Angalia tarakimu, au rudi baadaye.",
    "too-long": "Maandishi ni marefu mno. Ondoa sentensi kadhaa, kisha jaribu tena.",
    "too-few-recipients": "Watu wanaoweza kusoma faili hii ni wachache mno. Hatukutuma chochote.",
    unreachable: "Mtandao umekatika. Tunaweza kujaribu tena kwa risiti ileile.",
    "no-space": "Mfumo umejaa sasa. Jaribu tena baadaye.",
    "too-many-requests": "Kuna maombi mengi mno. Subiri dakika moja.",
    "directory-missing": "Hatupati orodha ya wafanyakazi. Angalia mtandao wako.",
    "directory-not-trusted": "Hatuwezi kuthibitisha orodha ya wafanyakazi. Tunaishia hapa.",
    "directory-too-old": "Orodha ya wafanyakazi ni ya zamani mno. Tunaishia hapa.",
    "sealing-failed": "Hatuwezi kufunga maneno yako kwa ufunguo. Hatukutuma chochote.",
    "cannot-seal-here": "Kivinjari hiki hakiwezi kufunga maneno yako kwa ufunguo. Jaribu kingine.",
    "another-digest": "Maneno mengine tayari yamefika kwa namba hii. Anza upya.",
    "already-filed": "Maneno haya tayari yamefika.",
    "not-understood": "Mfumo haukukubali hili. Maneno yako bado yapo hapa.",
    "cannot-tell": "Hatujui kama yamefika. Jaribu tena: yatafika mara moja tu.",
    "server-fault": "Mfumo haufanyi kazi sasa. Jaribu tena baadaye.",
    "wrong-passphrase": "Sentensi ya siri si sahihi.",
    "session-expired": "Muda wako umeisha. Ingia tena.",
    "wrong-role": "Wadhifa wako hauruhusu kitendo hiki.",
    "not-assigned": "Faili hii haiko mikononi mwako.",
    "tied-to-respondent": "Una uhusiano na kikosi kilicho katika faili hii.",
    "cannot-confirm-own-proposal": "Hakuna anayeidhinisha kitendo chake mwenyewe.",
    "second-person-needed": "Mtu wa pili lazima athibitishe.",
    "reason-needed": "Andika sababu.",
    "wrong-stage": "Faili haiko katika hatua hii.",
    conflict: "Mtu mwingine alitenda kabla yako. Tazama toleo jipya.",
    "clock-skew": "Saa ya kompyuta hii si sahihi. Irekebishe, kisha jaribu tena.",
    "bad-signature": "Sahihi haifai. Hakuna kilichorekodiwa.",
    "unknown-case": "Hakuna faili yenye namba hii.",
    empty: "Andika maneno machache kabla ya kutuma.",
    "unknown-force": "Kikosi hiki hakiko tena kwenye orodha. Chagua tena.",
    "broken-text": "Maandishi yana alama iliyoharibika. Ifute, kisha uandike tena.",
    "malformed-directory": "Hatuwezi kusoma orodha ya wafanyakazi. Tunaishia hapa.",
    "another-office": "Orodha hii ni ya ofisi nyingine. Tunaishia hapa.",
    "cannot-open": "Ufunguo huu haufungui sehemu hii.",
    "handled-this-case": "Tayari ulishughulikia faili hii.",
    "not-let-in": "Hakuna aliyekupa ruhusa ya kuona faili hii.",
    "unlawful-escrow": "Uteuzi wa watunza ufunguo haufuati kanuni.",
    "key-not-new": "Ufunguo huu ulitumika awali. Jaribu tena.",
    "key-would-be-lost": "Chagua angalau mtu mwingine mmoja.",
    "rekeyed-too-often": "Faili hii imekuwa na funguo nyingi mno. Muulize msajili.",
    "no-grants": "Chagua angalau mtu mmoja.",
    "grantee-not-eligible": "Mtu huyu hawezi kupewa ruhusa.",
    "unknown-department": "Idara hii haiko kwenye orodha.",
    "nothing-assessed": "Chagua angalau haki moja na kikosi kimoja.",
    "out-of-turn": "Ujumbe mwingine ulifika kwanza. Fungua sanduku la ujumbe tena.",
    "already-withdrawn": "Ombi hili tayari limefika.",
  },
};
