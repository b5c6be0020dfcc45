import { createMailboxCourier } from "@temwen/courier";
import { parseReceipt, type Receipt } from "@temwen/sealing/receipt";
import type { Instant, Result } from "@temwen/vocabulary";
import { dayText, hourOf } from "@temwen/words/dates";
import type { ActName } from "../acts/main.ts";
import type { Room } from "../acts/room.ts";
import type { OwedName } from "../owed/main.ts";
import { type AnnexRefusal, loadAnnex } from "../page/annexes.ts";
import { breathe, byId, create, fillWith, groupDigits, inputOf, moveTo, onClick, show, tell } from "../page/dom.ts";
import { askBeforeLosing, leaveQuickly } from "../page/leaving.ts";
import { fetchOffice, type Office } from "../page/office.ts";
import { canSeal } from "../page/sealing.ts";
import { keepSaid, say, sayRefusal, switchInPlace } from "../page/words.ts";
import { asRead, doorsOf, type Entry, mayAskReview, nameOfChoice, sentenceOf } from "./entries.ts";
import { lend } from "./lending.ts";
import type { Opened } from "./mailbox.ts";

type MailboxAnnex = typeof import("../mailbox/main.ts");
type Acts = typeof import("../acts/main.ts");
type Owed = typeof import("../owed/main.ts");
type Steps = typeof import("../steps/main.ts");

/** The zone in which the mission's days begin; written here when the page is built. */
declare const missionZone: string;

const courier = createMailboxCourier({ base: "" });
let office: Office | undefined;
let reading: MailboxAnnex | undefined;
let opened: Opened | undefined;
let before: Instant | undefined;
let steps: Steps | undefined;
let wouldLose = (): boolean => false;

const doorNames = ["decided", "summary", "treated", "allowed"] as const;

const typed = (): string => byId<HTMLTextAreaElement>("message").value;

async function openBox(): Promise<void> {
  const receipt = parseReceipt(inputOf("digits").value);
  tell("digits-wrong", "");
  if (!receipt.ok) {
    const isProofNumber = groupDigits(inputOf("digits")).length === 12;
    tell("digits-wrong", isProofNumber ? say("proofTyped") : sayRefusal(receipt.refusal.code));
    return inputOf("digits").focus();
  }
  setBusy(true);
  await breathe();
  // Loaded whatever the mailbox holds: who watches the line must not learn from it whether there is an answer.
  const [found, loaded] = await Promise.all([findOffice(), loadAnnex<MailboxAnnex>("mailbox")]);
  const box = await openWith(found, loaded, receipt.value);
  setBusy(false);
  if (!box.ok) return tell("digits-wrong", sayRefusal(box.refusal.code));
  opened = box.value;
  inputOf("digits").value = "";
  sayEntries();
  before = box.value.before;
  tell("before", sayBefore());
  show("enter", false);
  show("box");
  moveTo(byId("box"));
}

async function openWith(
  found: Awaited<ReturnType<typeof findOffice>>,
  loaded: Result<MailboxAnnex, AnnexRefusal>,
  receipt: Receipt,
): Promise<Result<Opened, { readonly code: string }>> {
  if (!found.ok) return found;
  if (!loaded.ok) return loaded;
  reading = loaded.value;
  return reading.mailbox.openMailbox(courier, found.value, receipt);
}

async function findOffice(): ReturnType<typeof fetchOffice> {
  const found = office ? { ok: true as const, value: office } : await fetchOffice(courier);
  if (found.ok) office = found.value;
  return found;
}

function setBusy(isBusy: boolean): void {
  show("opening", isBusy);
  byId<HTMLButtonElement>("open").disabled = isBusy;
}

async function sendMessage(): Promise<void> {
  tell("sent", say("sending"));
  tell("message-wrong", "");
  if (!office || !opened) return;
  const { keys } = opened;
  const button = byId<HTMLButtonElement>("send");
  button.disabled = true;
  const acts = await loadAnnex<Acts>("acts");
  const wrong = acts.ok
    ? await acts.value.sendWords({ courier, office, keys }, typed())
    : sayRefusal(acts.refusal.code);
  // Closed meanwhile: nothing of it may come back.
  if (!opened) return;
  button.disabled = false;
  tell("message-wrong", wrong);
  tell("sent", wrong ? "" : say("sent"));
  if (wrong) return;
  byId<HTMLTextAreaElement>("message").value = "";
  await readAgain();
}

/** Reads the mailbox anew; what cannot be read leaves what was there. */
async function readAgain(): Promise<void> {
  if (!office || !opened || !reading) return;
  const { keys } = opened;
  const read = await reading.mailbox.readEntries(courier, office, keys);
  if (!read.ok || !opened) return;
  opened = { keys, ...read.value };
  sayEntries();
  // Something of theirs was taken: the digits are right, and nobody need doubt them before the first answer.
  show("nothing-hint", false);
}

/** Asks the public log for each line; only when somebody wants it, so that who watches the line learns nothing of an answer. */
async function checkSteps(): Promise<void> {
  const loaded = await loadAnnex<Steps>("steps");
  tell("check-wrong", loaded.ok ? "" : sayRefusal(loaded.refusal.code));
  if (!loaded.ok) return;
  steps = loaded.value;
  await steps.checkSteps({ opened: () => opened, readAgain, lines: byId("entries"), place: byId("checked") });
}

/** Opens the screens of an act in the place of the mailbox. */
async function openAct(name: ActName): Promise<void> {
  await openScreens(
    name,
    "act-wrong",
    () => loadAnnex<Acts>("acts"),
    (acts, room) => acts.openAct(name, room),
  );
}

/** The same for what the person may read and answer of what the office does. */
async function openDoor(name: OwedName): Promise<void> {
  await openScreens(
    name,
    "doors-wrong",
    () => loadAnnex<Owed>("owed"),
    (owed, room) => owed.openAct(name, room),
  );
}

async function openScreens<A>(
  name: string,
  wrong: "act-wrong" | "doors-wrong",
  load: () => Promise<Result<A, AnnexRefusal>>,
  open: (annex: A, room: Room) => void,
): Promise<void> {
  const button = byId<HTMLButtonElement>(name);
  button.disabled = true;
  tell(wrong, "");
  // Said of the message before; beside another act it would seem to be that one's.
  tell("sent", "");
  const annex = await load();
  button.disabled = false;
  if (!office || !opened) return;
  if (!annex.ok) return tell(wrong, sayRefusal(annex.refusal.code));
  show("box", false);
  show("act");
  open(annex.value, {
    courier,
    office,
    keys: opened.keys,
    entries: () => opened?.entries ?? [],
    readAgain,
    keepFromLosing: (isAtRisk) => {
      wouldLose = isAtRisk;
    },
    place: byId("act"),
    closed: () => {
      show("act", false);
      show("box");
      button.focus();
    },
  });
}

/** Of the first look only: what is read again after sending would tell of oneself. */
function sayBefore(): string {
  if (!before) return "";
  const hour = hourOf(before, missionZone);
  return say("openedBefore", { date: dayOf(before), from: hour, to: hour + 1 });
}

function sayEntries(): void {
  const entries = opened?.entries ?? [];
  show("nothing", entries.length === 0);
  show("check", entries.length > 0);
  show("review", opened !== undefined && mayAskReview(opened));
  const doors = doorsOf(opened ?? { entries: [], stage: "unknown" });
  for (const name of doorNames) show(name, doors[name]);
  show("doors", Object.values(doors).includes(true));
  fillWith(byId("entries"), ...entries.map(lineOf));
  steps?.drawSteps();
}

const lookOf = {
  step: "office",
  office: "office",
  mine: "person",
  choice: "person",
  added: "person",
  late: "alarm",
  moreTime: "office",
  unverified: "alarm",
  unlawful: "alarm",
} as const;

function lineOf(entry: Entry): HTMLElement {
  const item = create("li", "", lookOf[entry.kind]);
  item.append(create("p", say(sentenceOf(entry), valuesOf(entry))));
  if (entry.kind === "unverified" || entry.kind === "unlawful") item.append(create("p", say(`${entry.kind}Hint`)));
  item.append(create("p", dayOf(entry.at), "hint"));
  if (entry.kind === "office") item.append(create("p", asRead(entry.text), "said"));
  return item;
}

function valuesOf(entry: Entry): Readonly<Record<string, string | number>> {
  if (entry.kind === "late") return { date: dayOf(entry.due) };
  if (entry.kind === "moreTime") return { date: dayOf(entry.until) };
  if (entry.kind === "choice") return { choice: say(nameOfChoice(entry.choice)) };
  return entry.kind === "added" ? { n: entry.count } : {};
}

/** A day in the mission's zone, as the desk tells it. */
const dayOf = (at: string): string =>
  dayText({ months: say("months").split(" "), dates: { day: say("day"), month: "" } }, at as Instant, missionZone);

function start(): void {
  show("loading", false);
  show("enter-acts", canSeal());
  if (!canSeal()) {
    byId("cannot-seal").hidden = false;
    return;
  }
  inputOf("digits").addEventListener("input", (event) => {
    const count = groupDigits(event.target as HTMLInputElement).length;
    tell("digits-missing", count > 0 && count < 24 ? say("digitsMissing", { n: 24 - count }) : "");
    tell("digits-wrong", "");
  });
  byId("enter").addEventListener("submit", (event) => {
    event.preventDefault();
    void openBox();
  });
  byId("write").addEventListener("submit", (event) => {
    event.preventDefault();
    void sendMessage();
  });
}

lend();
onClick("leave", leaveQuickly);
onClick("check", () => void checkSteps());
for (const name of ["consent", "add", "review", "stop"] as const) onClick(name, () => void openAct(name));
for (const name of doorNames) onClick(name, () => void openDoor(name));
onClick("close", () => {
  opened = undefined;
  fillWith(byId("box"));
  show("box", false);
  show("closed");
  moveTo(byId("closed"));
});
keepSaid(() => {
  if (!opened) return;
  sayEntries();
  tell("before", sayBefore());
});
askBeforeLosing(() => opened !== undefined && (typed().trim() !== "" || wouldLose()));
switchInPlace("/reply");
start();
