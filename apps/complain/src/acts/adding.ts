import type { SealedAddition } from "@temwen/sealing/seal-added";
import type { Result } from "@temwen/vocabulary";
import type { EvidenceScreen, SealedPiece } from "../evidence/host.ts";
import { loadAnnex } from "../page/annexes.ts";
import { breathe, create } from "../page/dom.ts";
import { keepSaid, languageInUse } from "../page/words.ts";
import { prepareAddition } from "../reply/adding.ts";
import type { SendAct } from "../reply/person-acts.ts";
import { button, buttons, heading, status, wrong } from "./draw.ts";
import type { Flow, Screen } from "./flow.ts";
import type { Room } from "./room.ts";
import { sayAct, sayNo } from "./say.ts";

type Evidence = typeof import("../evidence/main.ts");

/** What was chosen outlives the screens: who goes back to the messages finds it again. */
const chooser = create("div", "", "stack");
let evidence: EvidenceScreen | undefined;
let sealings = 0;

/** Shows evidence to the office: chosen with the same code as on `/complain`, sealed, announced, and brought. */
export function openAdding(room: Room, flow: Flow, send: SendAct): void {
  let trouble = "";
  let progress = "";
  let isBusy = false;

  const choose: Screen = () => {
    const sent = button("act-confirm", sayAct("addSend"), () => void add(), "primary");
    const back = button("act-back", sayAct("toMessages"), flow.back);
    sent.disabled = isBusy || !evidence;
    back.disabled = isBusy;
    chooser.hidden = isBusy;
    return [
      heading(sayAct("add")),
      create("p", sayAct("addHint"), "hint"),
      chooser,
      wrong(trouble),
      status(progress),
      buttons(sent, back),
    ];
  };
  const open = async (): Promise<void> => {
    const loaded = await loadAnnex<Evidence>("evidence");
    if (loaded.ok) evidence ??= loaded.value.openEvidence(chooser, { language: languageInUse, whenSwitched: keepSaid });
    else trouble = sayNo(loaded.refusal.code);
    flow.draw();
  };
  const tell = (sentence: string): void => {
    progress = sentence;
    flow.draw();
  };

  const add = async (): Promise<void> => {
    if (!evidence) return;
    trouble = evidence.shown().length === 0 ? sayAct("addNothing") : "";
    if (trouble) return flow.draw();
    isBusy = true;
    flow.hold(true);
    const added = await announce(room, evidence, send, (done, total) => tell(sayAct("locking", { n: done, total })));
    isBusy = false;
    progress = "";
    if (added.ok) {
      const place = create("div", "", "stack");
      evidence.bring(place, added.value);
      room.keepFromLosing(evidence.isBringing);
      await room.readAgain();
      flow.finish(bringing(flow, evidence, place));
    } else {
      flow.hold(false);
      trouble = sayNo(added.refusal.code);
      flow.draw();
    }
  };

  flow.go(choose);
  if (!evidence) void open();
}

/** Seals what was chosen and announces it; what is to be brought then. Tried again, the same bytes are announced. */
async function announce(
  { courier, office, keys }: Room,
  { shown }: EvidenceScreen,
  send: SendAct,
  onProgress: (done: number, total: number) => void,
): Promise<Result<readonly SealedPiece[], { readonly code: string }>> {
  const files = shown();
  onProgress(0, files.length);
  if (pending?.files !== files) pending = { files, said: `addition ${++sealings}`, pieces: [] };
  const current = pending;
  const sent = await send(current.said, async () => {
    const prepared = await prepareAddition({ courier, office, keys }, files, async (done) => {
      if (done !== current.pieces.length) onProgress(done, files.length);
      await breathe();
    });
    if (!prepared.ok) return prepared;
    current.pieces = prepared.value.pieces;
    return { ok: true, value: prepared.value.act };
  });
  if (!sent.ok) return sent;
  pending = undefined;
  const { caseId } = keys;
  return { ok: true, value: current.pieces.map(({ digest, sealed }, i) => ({ caseId, part: i + 1, digest, sealed })) };
}

let pending:
  | { readonly files: ReturnType<EvidenceScreen["shown"]>; readonly said: string; pieces: SealedAddition["pieces"] }
  | undefined;

/** How far it is. Who goes before all has arrived is told first that the rest is lost. */
function bringing(flow: Flow, { isBringing, empty }: EvidenceScreen, place: HTMLElement): Screen {
  let isWarned = false;
  const watcher = new MutationObserver(() => {
    if (!isWarned || isBringing()) return;
    isWarned = false;
    flow.draw();
  });
  watcher.observe(place, { childList: true, subtree: true });
  const leave = (): void => {
    if (isBringing() && !isWarned) {
      isWarned = true;
      flow.draw();
      return;
    }
    watcher.disconnect();
    empty();
    flow.hold(false);
    flow.leave();
  };
  return () => {
    const isLoss = isWarned && isBringing();
    const done = button(
      "act-done",
      isLoss ? sayAct("leaveAll") : sayAct("toMessages"),
      leave,
      isLoss ? "alarm" : "quiet",
    );
    return [heading(sayAct("adding")), place, wrong(isLoss ? sayAct("addLost") : ""), buttons(done)];
  };
}
