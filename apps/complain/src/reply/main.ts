import { createMailboxCourier } from "@temwen/courier";
import { parseReceipt } from "@temwen/sealing/receipt";
import { breathe, byId, create, fillWith, groupDigits, inputOf, moveTo, onClick, show, tell } from "../page/dom.ts";
import { askBeforeLosing, leaveQuickly } from "../page/leaving.ts";
import { fetchOffice, type Office } from "../page/office.ts";
import { bytesOf, canSeal } from "../page/sealing.ts";
import { keepSaid, say, sayRefusal, switchInPlace } from "../page/words.ts";
import { type Entry, nameOfChoice, sentenceOf } from "./checking.ts";
import { createMessenger, type Opened, openMailbox, readEntries } from "./mailbox.ts";

/** Bytes of a message as it will be sealed; the rest of its one size is for what else a message holds. */
const roomForMessage = 7900;

const courier = createMailboxCourier({ base: "" });
const send = createMessenger(courier);
let office: Office | undefined;
let opened: Opened | undefined;
let before: string | undefined;

const typed = (): string => byId<HTMLTextAreaElement>("message").value;

async function openBox(): Promise<void> {
  const receipt = parseReceipt(inputOf("digits").value);
  tell("digits-wrong", receipt.ok ? "" : sayRefusal(receipt.refusal.code));
  if (!receipt.ok) return inputOf("digits").focus();
  setBusy(true);
  await breathe();
  const found = await findOffice();
  const box = found.ok ? await openMailbox(courier, found.value, receipt.value) : found;
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
  tell("sent", "");
  const over = bytesOf(typed()) - roomForMessage;
  const tooLong = over > 0 ? say("over", { n: over }) : "";
  const wrong = typed().trim() === "" ? say("empty") : tooLong;
  tell("message-wrong", wrong);
  if (wrong || !office || !opened) return;
  const { keys } = opened;
  const button = byId<HTMLButtonElement>("send");
  button.disabled = true;
  tell("sent", say("sending"));
  const sent = await send(office, keys, typed());
  // Closed meanwhile: nothing of it may come back.
  if (!opened) return;
  button.disabled = false;
  tell("sent", sent.ok ? say("sent") : "");
  if (!sent.ok) return tell("message-wrong", sayRefusal(sent.refusal.code));
  byId<HTMLTextAreaElement>("message").value = "";
  const read = await readEntries(courier, office, keys);
  if (!read.ok || !opened) return;
  opened = { keys, ...read.value };
  sayEntries();
}

/** Of the first look only: what is read again after sending would tell of oneself. */
function sayBefore(): string {
  if (!before) return "";
  const hour = new Date(before).getHours();
  return say("openedBefore", { date: dayOf(before), from: hour, to: hour + 1 });
}

function sayEntries(): void {
  const entries = opened?.entries ?? [];
  show("nothing", entries.length === 0);
  fillWith(byId("entries"), ...entries.map(lineOf));
}

const lookOf = {
  step: "office",
  office: "office",
  mine: "person",
  choice: "person",
  added: "person",
  late: "alarm",
  unverified: "alarm",
  unlawful: "alarm",
} as const;

function lineOf(entry: Entry): HTMLElement {
  const item = create("li", "", lookOf[entry.kind]);
  item.append(create("p", say(sentenceOf(entry), valuesOf(entry))));
  if (entry.kind === "unverified" || entry.kind === "unlawful") item.append(create("p", say(`${entry.kind}Hint`)));
  item.append(create("p", dayOf(entry.at), "hint"));
  if (entry.kind === "office") item.append(create("p", entry.text, "said"));
  return item;
}

function valuesOf(entry: Entry): Readonly<Record<string, string | number>> {
  if (entry.kind === "late") return { date: dayOf(entry.due) };
  if (entry.kind === "choice") return { choice: say(nameOfChoice(entry.choice)) };
  return entry.kind === "added" ? { n: entry.count } : {};
}

/** A day by the phone's own zone; the month's name is ours, because browsers do not know Creole. */
function dayOf(at: string): string {
  const day = new Date(at);
  const month = say("months").split(" ")[day.getMonth()] ?? "";
  return say("day", { day: day.getDate(), month, year: day.getFullYear() });
}

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

onClick("leave", leaveQuickly);
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
askBeforeLosing(() => opened !== undefined && typed().trim() !== "");
switchInPlace("/reply");
start();
