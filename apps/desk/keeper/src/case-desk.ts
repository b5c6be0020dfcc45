import { type LinkReason, replayClocks, type StandingClock } from "@temwen/casework";
import type { Identity } from "@temwen/sealing/open";
import { type CaseId, granted, type Instant, type Result } from "@temwen/vocabulary";
import { type Linked, linkCases, unlinkCases } from "./acts/link-cases.ts";
import { type Desk, type Done, type Entered, sendAct } from "./acts/send-act.ts";
import { tellReasons, tellsReasons } from "./acts/tell-reasons.ts";
import { readIdentity } from "./acts/vault.ts";
import type { Entrance } from "./entrance.ts";
import { bringPieces, findWaiting } from "./evidence/bring-pieces.ts";
import { checkCustody, type PieceCheck } from "./evidence/check-custody.ts";
import type { DrawnSheet } from "./evidence/drawn-copy.ts";
import { type EvidenceUse, type OpenedEvidence, readEvidence } from "./evidence/evidence.ts";
import { makeCopy, takeDrawnCopy } from "./evidence/make-copy.ts";
import { type HandedOver, type HandOverWish, handOver } from "./handing-over/hand-over.ts";
import { exportRoom, type RawExport } from "./handing-over/raw-export.ts";
import { viewCase } from "./showing/case-view.ts";
import { findPublishable, type Publishable } from "./showing/publishable.ts";
import type { ActRequest, CaseView, KeeperRefusal, LaterRequest } from "./views.ts";

/** What a person does within one case of theirs. */
export type CaseDesk = {
  readonly readCase: (caseId: CaseId) => Promise<Result<CaseView, KeeperRefusal>>;
  /** What may be published of a case now, word for word; refused where the person may still object, or does. */
  readonly readPublishable: (caseId: CaseId) => Promise<Result<Publishable, KeeperRefusal>>;
  /** The clocks of a case as they stood at an hour; undefined where it was not filed yet. */
  readonly readClocks: (
    caseId: CaseId,
    at: Instant,
  ) => Promise<Result<readonly StandingClock[] | undefined, KeeperRefusal>>;
  readonly act: (
    caseId: CaseId,
    request: ActRequest | LaterRequest,
    expected?: number,
  ) => Promise<Result<Done, KeeperRefusal>>;
  /** Sends evidence that waits on this machine because a line broke; says how many pieces are left. */
  readonly bringEvidence: (caseId: CaseId) => Promise<Result<{ readonly left: number }, KeeperRefusal>>;
  /** Links two cases that this person reads, each in its own record; or takes that back. */
  readonly linkCases: (
    caseId: CaseId,
    other: CaseId,
    said: { readonly reason: LinkReason; readonly text: string },
  ) => Promise<Result<Linked, KeeperRefusal>>;
  readonly unlinkCases: (caseId: CaseId, other: CaseId, text: string) => Promise<Result<Linked, KeeperRefusal>>;
  /** Whether the office still has every piece as it was announced; nothing is opened. */
  readonly checkCustody: (caseId: CaseId) => Promise<Result<readonly PieceCheck[], KeeperRefusal>>;
  /** Opens a piece, to show it or to write it to a file; the record is told first. */
  readonly readEvidence: (
    caseId: CaseId,
    part: string,
    use?: EvidenceUse,
  ) => Promise<Result<OpenedEvidence, KeeperRefusal>>;
  /** Makes the working copy of a piece that has none, and takes it in beside its original. */
  readonly makeCopy: (caseId: CaseId, part: string, expected?: number) => Promise<Result<Done, KeeperRefusal>>;
  /** Takes in the working copy of a PDF, drawn page by page where it is shown. */
  readonly takeDrawnCopy: (
    caseId: CaseId,
    part: string,
    drawn: { readonly sheets: readonly DrawnSheet[]; readonly expected?: number },
  ) => Promise<Result<Done, KeeperRefusal>>;
  /** Shows name and contact to whoever asked and was allowed to; the record, and so the person, is told first. */
  readonly readIdentity: (caseId: CaseId) => Promise<Result<Identity, KeeperRefusal>>;
  /** Opens a case to be handed to somebody outside; the record is told of each piece first (docs/specs/dossier.md). */
  readonly handOver: (caseId: CaseId, wish: HandOverWish) => Promise<Result<HandedOver, KeeperRefusal>>;
  /** The checked case with its sealed parts as they lie on the server, for whoever wants to check with other tools. */
  readonly exportRaw: (caseId: CaseId) => Promise<Result<RawExport, KeeperRefusal>>;
};

/** Opens the desk's ways within a case; who acts is asked anew at each. */
export function createCaseDesk(desk: Desk, { enter }: Entrance): CaseDesk {
  const show = async ({ room, member: me, standing }: Entered): Promise<Result<CaseView, KeeperRefusal>> => {
    const { pack, courier } = desk;
    const waiting = new Set((await findWaiting(desk, room)).keys());
    return viewCase(room, { me, standing, pack, now: desk.now(), courier, waiting });
  };
  return {
    readCase: async (caseId) => {
      const entered = await enter(caseId);
      return entered.ok ? show(entered.value) : entered;
    },
    readPublishable: async (caseId) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      const view = await show(entered.value);
      return view.ok ? findPublishable(view.value, entered.value.room.theCase, desk.now()) : view;
    },
    readClocks: async (caseId, at) => {
      const entered = await enter(caseId);
      return entered.ok ? granted(replayClocks(entered.value.room.stream.happened, desk.pack, at)) : entered;
    },
    act: async (caseId, request, expected) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      if (!tellsReasons(request)) return sendAct(desk, entered.value, request, expected);
      const view = await show(entered.value);
      return view.ok ? sendAct(desk, entered.value, tellReasons(request, view.value), expected) : view;
    },
    bringEvidence: async (caseId) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      const { room } = entered.value;
      return granted(await bringPieces(desk, room, [...(await findWaiting(desk, room)).values()]));
    },
    linkCases: (caseId, other, said) => linkCases(desk, enter, [caseId, other], said),
    unlinkCases: (caseId, other, text) => unlinkCases(desk, enter, [caseId, other], text),
    checkCustody: async (caseId) => {
      const entered = await enter(caseId);
      return entered.ok ? checkCustody(desk, entered.value.room) : entered;
    },
    readEvidence: (caseId, part, use = { for: "showing" }) => readEvidence(desk, () => enter(caseId), part, use),
    makeCopy: async (caseId, part, expected) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      const view = await show(entered.value);
      return view.ok ? makeCopy(desk, () => enter(caseId), { part, view: view.value, expected }) : view;
    },
    takeDrawnCopy: async (caseId, part, { sheets, expected }) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      const view = await show(entered.value);
      if (!view.ok) return view;
      return takeDrawnCopy(desk, () => enter(caseId), { part, view: view.value, expected }, sheets);
    },
    readIdentity: (caseId) => readIdentity(desk, () => enter(caseId)),
    handOver: (caseId, wish) => handOver(desk, () => enter(caseId), wish),
    exportRaw: async (caseId) => {
      const entered = await enter(caseId);
      if (!entered.ok) return entered;
      return exportRoom(desk, entered.value.room);
    },
  };
}
