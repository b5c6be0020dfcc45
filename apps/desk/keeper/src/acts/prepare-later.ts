import {
  addedBy,
  formOf,
  type LaterForm,
  openingOrders,
  personOf,
  type StaffCommand,
  seatsIn,
  staffCommandShape,
} from "@temwen/casework";
import { digestOf } from "@temwen/sealing/open";
import { granted, type Result, refused, utf8 } from "@temwen/vocabulary";
import { type CaseRoom, hasReadWords } from "../room/case-room.ts";
import { standingIn } from "../showing/opening-view.ts";
import type { LaterRequest } from "../views.ts";
import {
  explain,
  lacksNewestKey,
  type Office,
  type Prepared,
  type PrepareRefusal,
  sealGrants,
  withExplanation,
  withMessage,
} from "./prepare-act.ts";
import { prepareTaking, type SealedTaking } from "./take-evidence.ts";

/** Whoever has a tie steps back whether they can read the words or not; and who helps a person need not read them. */
const withoutStory: readonly string[] = [
  ...["recuse", "check-pressure", "record-consent", "offer-support"],
  // An opening is asked for because nobody can read them.
  ...openingOrders,
];

/** Seals what such an act needs; nothing is decided here. */
export async function prepareLater(
  { act, says: said, text, told, lets, files, isCopyMadeHere }: LaterRequest,
  room: CaseRoom,
  office: Office,
): Promise<Result<Prepared, PrepareRefusal>> {
  const form = formOf(act);
  if (!form) return refused({ code: "not-a-choice", field: "act" });
  if (!hasReadWords(room) && !withoutStory.includes(act)) return refused({ code: "not-granted" });
  const says = { ...addedBy(act), ...standingIn(act, room), ...said };
  const strange = Object.keys({ ...form.says, ...says }).find((name) => form.says[name]?.(says[name]) === undefined);
  if (strange !== undefined) return refused({ code: "not-a-choice", field: strange });
  // Only the desk knows that a file is a copy of what: it made it.
  if (form.brings && (says.source === "working-copy") !== (isCopyMadeHere === true))
    return refused({ code: "not-a-choice", field: "source" });
  const letIn = form.letsIn
    ? await sealFor(typeof says.to === "string" ? [says.to] : lets, room, office)
    : granted({ beside: {}, sealed: {} });
  if (!letIn.ok) return letIn;
  const brought = form.brings
    ? await prepareTaking(files ?? [], room, isCopyMadeHere === true)
    : granted(nothingBrought);
  if (!brought.ok) return brought;
  // A person can hold the words of the message against what was promised to be published, and nothing else.
  const summary = act === "show-summary" ? { summary: digestOf(utf8(text)) } : {};
  const order = (sealed: object): StaffCommand => {
    const command = staffCommandShape({
      type: act,
      ...says,
      ...summary,
      ...letIn.value.beside,
      ...brought.value.beside,
      ...sealed,
    });
    if (!command) throw new Error(`${act} was read field by field before`);
    return command;
  };
  const prepared = await withBoth(form, { text, told: told ?? "" }, room, order);
  if (!prepared.ok) return prepared;
  const { command, sealed } = prepared.value;
  const { pieces } = brought.value;
  const all = { ...letIn.value.sealed, ...brought.value.sealed, ...sealed };
  return granted({ command, sealed: all, ...(pieces.length > 0 && { pieces }) });
}

/** Words for colleagues, and beside them a message to the person where the act has one. */
async function withBoth(
  { words, tells }: LaterForm,
  { text, told }: { readonly text: string; readonly told: string },
  room: CaseRoom,
  order: (sealed: object) => StaffCommand,
): Promise<Result<Prepared, PrepareRefusal>> {
  if (!tells) return withWords(words, text, room, order);
  const isTelling = personOf(room.theCase) !== undefined;
  if ((told === "" && isTelling) || words !== "explanation") return refused({ code: "not-a-choice", field: "told" });
  const explained = await explain(text, room);
  if (!explained.ok) return explained;
  const { explanation, sealed } = explained.value;
  const prepared = await withMessage(told, room, (message) => order({ explanation, ...message }));
  if (!prepared.ok) return prepared;
  return granted({ ...prepared.value, sealed: { ...sealed, ...prepared.value.sealed } });
}
const nothingBrought: SealedTaking = { beside: {}, sealed: {}, pieces: [] };

function withWords(
  words: "explanation" | "message" | "dissent" | "none",
  text: string,
  room: CaseRoom,
  order: (sealed: object) => StaffCommand,
): Promise<Result<Prepared, PrepareRefusal>> {
  if (words === "message") return withMessage(text, room, order);
  if (words === "explanation") return withExplanation(text, room, (explanation) => order({ explanation }));
  if (words === "dissent" && text !== "")
    return withExplanation(text, room, (explanation) => order({ dissent: [explanation] }));
  const without = words === "dissent" ? { dissent: [] } : {};
  return Promise.resolve(granted({ command: order(without), sealed: {} }));
}

/** Keys for whoever is named; else for everybody of the panel who has a seat and may decide on the case. */
async function sealFor(to: readonly string[] | undefined, room: CaseRoom, { serving, listed }: Office) {
  const sit = seatsIn(room.theCase, { staff: serving.staff, listed });
  const members = serving.staff.filter(({ id }) => (to ?? sit).includes(id));
  // Whoever was named and serves no more is not left out in silence.
  if (members.length === 0 || members.length < (to ?? []).length)
    return refused({ code: "not-a-choice", field: "to" } as const);
  const lacking = lacksNewestKey(room, serving);
  if (lacking) return refused(lacking);
  const grants = await sealGrants(members, room);
  return grants.ok ? granted({ beside: { grants: grants.value.orders }, sealed: grants.value.sealed }) : grants;
}
