import { createCourier } from "@temwen/courier";
import { granted, type Result, refused } from "@temwen/vocabulary";
import { byId, fillWith, onClick, show, showDigits, stageLook, tell } from "../page/dom.ts";
import { askBeforeLosing, leaveQuickly } from "../page/leaving.ts";
import { fetchOffice, type Office } from "../page/office.ts";
import { createScreens } from "../page/screens.ts";
import { canSeal } from "../page/sealing.ts";
import { keepSaid, sayRefusal, switchInPlace } from "../page/words.ts";
import { showAnswers } from "./check.ts";
import { readDraft, wordsTyped } from "./draft.ts";
import { offerForces } from "./forces.ts";
import { questions, startQuestions } from "./questions.ts";
import { showReceived } from "./received.ts";
import { createSender, type SendingRefusal, type Sent, type Stage } from "./sending.ts";

const courier = createCourier({ base: "" });
const sender = createSender(courier);
const screens = createScreens(["opening", ...questions, "check", "sending", "received", "finished"], (screen) => {
  asked.onShown(screen);
  if (screen === "check") sayAnswers();
});
const asked = startQuestions(screens);

let office: Office | undefined;
/** From when the receipt is on screen until the person says that it is noted. */
let isReceiptAtRisk = false;

/** Reads back; where an earlier sending may have arrived, sending what was changed since is said to be another complaint. */
function sayAnswers(): void {
  showAnswers(screens.go);
  const isSecond = office !== undefined && sender.wouldBeSecond(readDraft(office.directory));
  for (const id of ["earlier", "send-same", "send-other"]) show(id, isSecond);
  show("send", !isSecond);
}

/** Without the office's list nothing can be locked; a list that cannot be verified ends it here. */
async function findOffice(): Promise<Result<Office, { readonly code: string }>> {
  const found = await fetchOffice(courier);
  if (!found.ok) return found;
  if (!office) offerForces(found.value.directory.forces);
  office = found.value;
  return found;
}

async function start(): Promise<void> {
  show("loading", false);
  if (!canSeal()) {
    stopAtStart("cannot-seal-here");
    return;
  }
  show("start-acts");
  const found = await findOffice();
  // A broken line may heal while the person writes; it is asked again when sending.
  if (!found.ok && found.refusal.code !== "directory-missing") stopAtStart(found.refusal.code);
}

function stopAtStart(code: string): void {
  show("start-acts", false);
  show("opening-stopped");
  keepSaid(() => tell("opening-stopped", sayRefusal(code)));
  if (screens.current() !== "opening") screens.replace("opening");
}

async function sendBy(way: () => Promise<Result<Sent, SendingRefusal>>): Promise<void> {
  screens.hold(true);
  show("sending-failed", false);
  const sent = await way();
  if (sent.ok) return receive(sent.value);
  screens.hold(false);
  tellFailure(sent.refusal);
}

async function sealAndSend(): Promise<Result<Sent, SendingRefusal>> {
  showStage({ stage: "receipt" });
  const found = office ? granted(office) : await findOffice();
  if (!found.ok) return refused({ code: found.refusal.code, sent: "no" });
  return sender.send(readDraft(found.value.directory), found.value, showStage);
}

const sendSame = (): Promise<Result<Sent, SendingRefusal>> => sender.sendSame(showStage);

function showStage(stage: Stage): void {
  const order = ["receipt", "lock", "send"] as const;
  const now = order.indexOf(stage.stage);
  order.forEach((name, i) => {
    byId(`doing-${name}`).className = stageLook(i, now);
  });
  if (stage.stage === "lock") byId("sealed").textContent = `${stage.done} / ${stage.total}`;
  const said = byId("doing-said");
  const sentence = byId(`doing-${stage.stage}`).querySelector("[data-w]")?.textContent ?? "";
  if (said.textContent !== sentence) said.textContent = sentence;
}

function tellFailure({ code, sent, receipt }: SendingRefusal): void {
  for (const item of document.querySelectorAll(".doing .now")) item.className = "later";
  const isUnknown = sent === "unknown";
  for (const id of ["sending-unsure", "again-same"]) show(id, isUnknown);
  for (const id of ["sending-no", "again"]) show(id, !isUnknown);
  show("sending-failed");
  tell("sending-stopped", sayRefusal(code));
  show("unsure-receipt", receipt !== undefined);
  if (receipt) showDigits(byId("unsure-digits"), receipt);
}

function receive({ receipt, filing }: Sent): void {
  byId<HTMLFormElement>("form").reset();
  fillWith(byId("answers"));
  isReceiptAtRisk = true;
  showReceived(receipt, filing, () => {
    isReceiptAtRisk = false;
    for (const id of ["digits", "proof", "received"]) fillWith(byId(id));
    screens.replace("finished");
  });
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
keepSaid(() => {
  if (screens.current() === "check") sayAnswers();
});
askBeforeLosing(() => isReceiptAtRisk || wordsTyped().trim() !== "");
switchInPlace("/complain");
void start();
