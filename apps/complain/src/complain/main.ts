import { createFilingCourier } from "@temwen/courier";
import type { Receipt } from "@temwen/sealing/receipt";
import { type Parcel, parcelToForm } from "@temwen/sealing/seal";
import { type CaseId, granted, type Result, refused } from "@temwen/vocabulary";
import { byId, fillWith, onClick, show, showDigits, stageLook, tell } from "../page/dom.ts";
import { offerKeeping, whenKept } from "../page/keeping.ts";
import { askBeforeLosing, leaveQuickly } from "../page/leaving.ts";
import { fetchOffice, type Office } from "../page/office.ts";
import { createScreens } from "../page/screens.ts";
import { canSeal } from "../page/sealing.ts";
import { leaveNoTrace } from "../page/traces.ts";
import { keepWaiting } from "../page/waiting.ts";
import { keepSaid, sayRefusal, switchInPlace } from "../page/words.ts";
import { showAnswers } from "./check.ts";
import { readDraft, wordsTyped } from "./draft.ts";
import { offerForces } from "./forces.ts";
import { pauseBetween, startOutbox } from "./outbox.ts";
import { questions, startQuestions } from "./questions.ts";
import { offerProof, sayArrived, showReceived } from "./received.ts";
import { createSender, type SendingRefusal, type Sent, type Stage } from "./sending.ts";
import { offerLeft, startShowing } from "./showing.ts";

const courier = createFilingCourier({ base: "" });
const sender = createSender(courier);
// Of the entry in the browser's history, before this opening writes its own.
const wasReceived = history.state?.screen === "received";
const screens = createScreens(["opening", ...questions, "check", "sending", "received", "finished"], (screen) => {
  asked.onShown(screen);
  if (screen === "check") sayAnswers();
  if (screen === "force") void findOffice().then(noteForces);
  show("keep-offer", screen === "opening" || screen === "finished");
});
const showing = startShowing();
const asked = startQuestions(screens, showing);

let office: Office | undefined;
let officeAsked: ReturnType<typeof fetchOffice> | undefined;
/** Whether the question about the force was on screen together with the forces. */
let wereForcesOffered = false;
/** From when the receipt is on screen until the person says that it is noted. */
let isReceiptAtRisk = false;
/** Whose receipt was put on screen; there is only one in the life of a page. */
let receivedCase: CaseId | undefined;

/** Reads back; where an earlier sending may have arrived, sending what was changed since is said to be another complaint. */
function sayAnswers(): void {
  showAnswers(screens.go, showing.said());
  const isSecond = office !== undefined && sender.wouldBeSecond(readDraft(office.directory, showing.shown()));
  for (const id of ["earlier", "send-same", "send-other"]) show(id, isSecond);
  show("send", !isSecond);
}

/** Without the office's list nothing can be locked; a list that cannot be verified ends it here. One asks at a time. */
async function findOffice(): Promise<Result<Office, { readonly code: string }>> {
  if (office) return granted(office);
  officeAsked ??= fetchOffice(courier).finally(() => {
    officeAsked = undefined;
  });
  const found = await officeAsked;
  if (!found.ok || office) return found;
  office = found.value;
  offerForces(office.directory.forces);
  noteForces();
  return found;
}

function noteForces(): void {
  if (office && screens.current() === "force") wereForcesOffered = true;
}

async function start(): Promise<void> {
  show("loading", false);
  if (!canSeal()) {
    stopAtStart("cannot-seal-here");
    return;
  }
  show("start-acts");
  const found = await findOffice();
  // A broken line may heal while the person writes; it is asked again when the forces are, and when sending.
  if (!found.ok && found.refusal.code !== "directory-missing") stopAtStart(found.refusal.code);
}

function stopAtStart(code: string): void {
  show("start-acts", false);
  show("opening-stopped");
  keepSaid(() => tell("opening-stopped", sayRefusal(code)));
  if (screens.current() !== "opening") screens.replace("opening");
}

/** A way of sending; nothing comes of it where the person has to be asked something first. */
type Way = () => Promise<Result<Sent, SendingRefusal> | undefined>;

async function sendBy(way: Way): Promise<void> {
  screens.hold(true);
  show("sending-failed", false);
  const sent = await way();
  if (!sent) return askForce();
  if (sent.ok) return receive(sent.value);
  // A try that crossed this one on the line brought the words: the receipt stays where it is.
  if (receivedCase) return;
  screens.hold(false);
  tellFailure(sent.refusal);
}

/** The forces came after their question had been passed: who reads the case hangs on the answer. */
function askForce(): void {
  screens.hold(false);
  show("force-late");
  screens.replace("force");
}

const sealAndSend: Way = async () => {
  showStage({ stage: "receipt" });
  const found = await findOffice();
  if (!found.ok) return refused({ code: found.refusal.code, sent: "no" });
  if (!wereForcesOffered && found.value.directory.forces.length > 0) return undefined;
  return sender.send(readDraft(found.value.directory, showing.shown()), found.value, showStage);
};

const sendSame = (): Promise<Result<Sent, SendingRefusal>> => sender.sendSame(showStage);

let isSendingQuietly = false;

/** While somebody stands before "nobody knows whether it arrived", the same is sent again without their doing. */
async function sendQuietly(): Promise<void> {
  const isAsked = screens.current() === "sending" && !byId("sending-failed").hidden && !byId("again-same").hidden;
  if (isSendingQuietly || !isAsked) return;
  isSendingQuietly = true;
  const sent = await sender.sendSame(() => undefined);
  isSendingQuietly = false;
  if (sent.ok) receive(sent.value);
}

/** The person allowed that the locked message waits on this phone: from now on nothing else of it is here. */
async function letWait(): Promise<void> {
  let kept: Parcel | undefined;
  const receipt = await sender.handOver((parcel) => {
    kept = parcel;
    return showing.keep(parcel, () => keepWaiting(parcel.manifest.event.case, parcelToForm(parcel)));
  });
  show("wait-full", receipt === undefined);
  if (receipt === undefined || !kept) return;
  if (!receivedCase) {
    sayArrived(false);
    showing.bring(kept);
  }
  showReceipt(receipt, kept);
  await outbox.send();
}

function showStage(stage: Stage): void {
  const order = ["receipt", "lock", "work", "send"] as const;
  if (stage.stage === "work") show("doing-work");
  const now = order.indexOf(stage.stage);
  order.forEach((name, i) => {
    byId(`doing-${name}`).className = stageLook(i, now);
  });
  if (stage.stage === "lock") byId("sealed").textContent = `${stage.done} / ${stage.total}`;
  if (stage.stage === "work") byId("worked").textContent = `${Math.round(stage.share * 100)} %`;
  const said = byId("doing-said");
  const sentence = byId(`doing-${stage.stage}`).querySelector("[data-w]")?.textContent ?? "";
  if (said.textContent !== sentence) said.textContent = sentence;
}

function tellFailure({ code, sent, receipt }: SendingRefusal): void {
  for (const item of document.querySelectorAll(".doing .now")) item.className = "later";
  const isUnknown = sent === "unknown";
  for (const id of ["sending-unsure", "again-same"]) show(id, isUnknown);
  show("wait-offer", isUnknown && "caches" in window);
  for (const id of ["sending-no", "again"]) show(id, !isUnknown);
  show("sending-failed");
  tell("sending-stopped", sayRefusal(code));
  show("unsure-receipt", receipt !== undefined);
  if (receipt) showDigits(byId("unsure-digits"), receipt);
}

function receive({ receipt, filing, parcel }: Sent): void {
  // The words are there; what was shown follows while the person notes the receipt.
  if (!receivedCase) showing.bring(parcel);
  sayArrived(true, filing.proofNumber);
  if (office) offerProof({ manifest: parcel.manifest, filing, directory: office.directory });
  showReceipt(receipt, parcel);
}

function showReceipt(receipt: Receipt, { manifest }: Parcel): void {
  // Two tries that crossed on the line bring the same receipt twice.
  if (receivedCase) return;
  receivedCase = manifest.event.case;
  byId<HTMLFormElement>("form").reset();
  for (const id of ["answers", "unsure-digits"]) fillWith(byId(id));
  isReceiptAtRisk = true;
  const finish = (): void => {
    isReceiptAtRisk = false;
    showing.forget();
    offerProof(undefined);
    for (const id of ["digits", "proof", "received"]) fillWith(byId(id));
    screens.replace("finished");
  };
  showReceived(receipt, { isBringing: showing.isBringing, finish });
  screens.hold(true);
  screens.replace("received");
}

onClick("leave", leaveQuickly);
onClick("start", () => screens.go("words"));
for (const [id, way] of [
  ["send", sealAndSend],
  ["send-other", sealAndSend],
  ["send-same", sendSame],
] as const) {
  onClick(id, () => {
    screens.go("sending");
    void sendBy(way);
  });
}
onClick("again", () => void sendBy(sealAndSend));
onClick("again-same", () => void sendBy(sendSame));
onClick("wait", () => void letWait());
onClick("no-trace", () => leaveNoTrace(Promise.all([whenKept(), showing.settled()])));
window.addEventListener("online", () => {
  void findOffice();
  void sendQuietly();
});
setInterval(() => void sendQuietly(), pauseBetween);
keepSaid(() => {
  if (screens.current() === "check") sayAnswers();
});
askBeforeLosing(() => isReceiptAtRisk || wordsTyped().trim() !== "");
switchInPlace("/complain");
show("traces");
void offerKeeping();
void offerLeft(wasReceived);
const outbox = startOutbox(({ caseId, proofNumber }) => {
  // Never beside the receipt of another complaint, and above no receipt that still has to be written down.
  const isOwn = isReceiptAtRisk && caseId === receivedCase;
  if (isOwn) sayArrived(true, proofNumber);
  return isOwn;
});
void start();
