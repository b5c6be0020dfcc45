import {
  chainFacts,
  type OpeningReason,
  openingHours,
  openingTerms,
  type StaffFact,
  staffStatementShape,
} from "@temwen/casework";
import type { AskedOpening } from "@temwen/courier/desk";
import { isVouchedFor, type StaffMember, type Standing, vouchFor } from "@temwen/office";
import { openShare, resealShare } from "@temwen/sealing/escrow";
import { digestOf } from "@temwen/sealing/open";
import {
  type CaseId,
  type Digest,
  granted,
  type Instant,
  type Json,
  parseCanonical,
  type Result,
  refused,
  type StaffId,
} from "@temwen/vocabulary";
import type { KeeperRefusal } from "../views.ts";
import type { Desk } from "./send-act.ts";

/** An opening that asks for one's own share, as a desk shows it to whoever holds one: nothing of what the case is about. */
export type OpeningView = {
  readonly caseId: CaseId;
  readonly opening: number;
  readonly terms: Digest;
  readonly because: OpeningReason;
  readonly proposedBy: StaffId;
  readonly role: string;
  readonly readers: readonly StaffId[];
  /** From when on it may be opened; until when it counts. */
  readonly from: Instant;
  readonly until: Instant;
  readonly agreed: number;
  readonly given: boolean;
};

export type OpeningsView = { readonly openings: readonly OpeningView[]; readonly now: Instant };

type Myself = { readonly member: StaffMember; readonly standing: Standing };
type Checked = { readonly view: OpeningView; readonly served: AskedOpening };

/** What asks for this person's shares. What nobody of the office signed is left out: it is the server's invention. */
export async function readOpenings(desk: Desk): Promise<Result<OpeningsView, KeeperRefusal>> {
  const served = await desk.courier.readOpenings();
  if (!served.ok) return served;
  const checked = await Promise.all(served.value.map((one) => checkOpening(desk, one)));
  return granted({ openings: checked.flatMap((one) => (one ? [one.view] : [])), now: desk.now() });
}

/** Gives one's share: opened here, sealed anew to each of those who are to read, bound to the terms that were shown. */
export async function giveShare(
  desk: Desk,
  { member, standing }: Myself,
  caseId: CaseId,
  terms: Digest | undefined,
): Promise<Result<{ readonly version: number }, KeeperRefusal>> {
  const served = await desk.courier.readOpenings();
  if (!served.ok) return served;
  const asked = served.value.find((one) => one.case === caseId);
  const checked = asked && (await checkOpening(desk, asked));
  if (!checked) return refused({ code: "no-opening" });
  const { view } = checked;
  if (terms !== undefined && terms !== view.terms) return refused({ code: "another-opening" });
  const readers = view.readers.flatMap((id) => standing.directory.staff.filter((one) => one.id === id));
  const share = await openShare(desk.key.identity, checked.served.share, caseId);
  if (!share || readers.length !== view.readers.length) return refused({ code: "case-not-trusted" });
  const index = checked.served.last.index + 1;
  const sealed: { [part: string]: Uint8Array } = {};
  const shares = [];
  for (const [i, { id, recipient }] of readers.entries()) {
    const part = `opening-${index}-${i + 1}`;
    const bytes = await resealShare(share, view.terms, recipient);
    sealed[part] = bytes;
    shares.push({ to: id, part, digest: digestOf(bytes) });
  }
  const said = { opening: view.opening, terms: view.terms, shares };
  const header = {
    case: caseId,
    office: desk.key.office,
    epoch: standing.directory.epoch,
    by: member.id,
    at: desk.now(),
  };
  const fact: StaffFact = { type: "case.opening-agreed/1", ...said };
  const vouch = (body: Uint8Array) => vouchFor(body, desk.signer);
  const statements = chainFacts([fact], header, checked.served.last, { vouch, digest: digestOf });
  const command = { type: "agree-opening", ...said } as unknown as Json;
  return desk.courier.sendAct(caseId, { expected: index, command, statements, sealed });
}

/** Roles that may propose an opening; whoever signed in another is none of them. */
const proposers: readonly string[] = ["intake", "investigator", "child-protection", "panel"];

/** The proposal as its signature proves it; undefined where it is not what the directory's people can have signed. */
async function checkOpening({ directories, key }: Desk, served: AskedOpening): Promise<Checked | undefined> {
  const { proposal } = served;
  const body = parseCanonical(proposal.body);
  const statement = body.ok ? staffStatementShape(body.value) : undefined;
  const [vouching, ...more] = proposal.vouchings;
  if (statement?.type !== "case.opening-proposed/1" || !vouching || more.length > 0) return undefined;
  const { by, at, epoch, opening: number, because, readers } = statement;
  const proposer = (await directories.findEpoch(epoch))?.staff.find(({ id }) => id === by);
  const isTheirs = proposer?.signingKey === vouching.key && isVouchedFor(proposal.body, vouching, directories.verify);
  if (!proposer || !isTheirs || !proposers.includes(proposer.role) || directories.isSuspended(by, epoch, at))
    return undefined;
  if (statement.case !== served.case || statement.office !== key.office || at !== proposal.at) return undefined;
  const proposed = { number, because, readers, proposedBy: by, proposedAt: at };
  const hours = openingHours({ ...proposed, ...(served.confirmed && { confirmedBy: by }) });
  const terms = openingTerms(served.case, proposed);
  const { agreed, given } = served;
  const whose = { proposedBy: by, role: proposer.role, readers };
  const view = { caseId: served.case, opening: number, terms, because, ...whose, ...hours, agreed, given };
  return { view, served };
}
