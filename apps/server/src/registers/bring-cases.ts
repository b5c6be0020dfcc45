import type { BatchOutcome, ImportState, RegisterCase } from "@temwen/record";
import {
  fitsMapping,
  type ImportedCase,
  importedCaseShape,
  rowsBroughtShape,
  standingImports,
} from "@temwen/registers";
import { granted, parseCanonical, type RegisterId, type Result, refused } from "@temwen/vocabulary";
import type { SignedIn } from "../desk-api/session.ts";
import { digestOf } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import { judgeSigner, type Signed, type SignerRefusal } from "./judge-signer.ts";
import { readRegisterFile } from "./register-file.ts";
import { growTree, hashOfCase, type KeptTree, rootOfPeaks } from "./tree.ts";

/** The most cases that one request brings. */
export const mostCases = 2000;

/** How far an import has come: what its last statement counts to. */
export type Brought = Omit<ImportState, "peaks"> & { readonly root: string };

export type BringRefusal =
  | SignerRefusal
  | { readonly code: "import-not-open" | "root-differs" | "case-twice" | "malformed-statement" | "no-space" }
  /** One of the cases, by its place among those that came with it. */
  | { readonly code: "malformed-case" | "not-declared"; readonly place: number }
  | { readonly code: "conflict"; readonly expected: number; readonly actual: number };

/** Takes some cases of the import that is open: all of them or none. */
export async function bringCases(
  id: RegisterId,
  signed: Signed,
  bodies: readonly Uint8Array[],
  { office, who }: { readonly office: OfficeContext; readonly who: SignedIn },
): Promise<Result<Brought, BringRefusal>> {
  const value = parseCanonical(signed.body);
  const statement = value.ok ? rowsBroughtShape(value.value) : undefined;
  if (!statement || bodies.length === 0 || statement.size !== statement.from + bodies.length) {
    return refused({ code: "malformed-statement" });
  }
  const judged = judgeSigner(id, statement, signed, { office, who });
  if (!judged.ok) return judged;
  const { register } = await readRegisterFile(office.record, id);
  const { open } = register;
  if (open?.index !== statement.import) return refused({ code: "import-not-open" });
  const read = readCases(id, bodies, fitsMapping(open.mapping));
  if (!read.ok) return read;
  const { registers } = office.record;
  const before = (await registers.readImport(id, open.index)) ?? nothingYet;
  if (before.size !== statement.from) return judgeAgain(before, statement);
  const hashes = bodies.map(hashOfCase);
  const tree = growTree(before, hashes);
  if (rootOfPeaks(tree) !== statement.root) return refused({ code: "root-differs" });
  const outcome = await registers.bring({
    register: id,
    import: open.index,
    standing: standingImports(register),
    from: statement.from,
    statement: signed.body,
    vouching: signed.vouching,
    hashes: Buffer.concat(hashes),
    after: {
      peaks: tree.peaks,
      allegations: before.allegations + read.value.allegations,
      flagged: before.flagged + read.value.flagged,
    },
    cases: read.value.cases,
  });
  return judgeOutcome(outcome, statement);
}

function judgeOutcome(
  outcome: BatchOutcome,
  said: { readonly size: number; readonly from: number; readonly root: string },
): Result<Brought, BringRefusal> {
  switch (outcome.outcome) {
    case "brought":
      return granted(tell(outcome.state));
    case "overtaken":
      return judgeAgain(outcome.state, said);
    case "case-twice":
    case "no-space":
      return refused({ code: outcome.outcome });
  }
}

/** The same cases sent again, because an answer was lost, are there already; any other are not the next. */
function judgeAgain(
  state: ImportState,
  said: { readonly size: number; readonly from: number; readonly root: string },
): Result<Brought, BringRefusal> {
  if (state.size === said.size && rootOfPeaks(state) === said.root) return granted(tell(state));
  return refused({ code: "conflict", expected: said.from, actual: state.size });
}

/** How far an import has come, as an answer. */
export const tell = (state: ImportState): Brought => {
  const { peaks: _, ...counts } = state;
  return { ...counts, root: rootOfPeaks(state) };
};

const nothingYet: ImportState & KeptTree = {
  size: 0,
  peaks: new Uint8Array(0),
  allegations: 0,
  flagged: 0,
  added: 0,
  changed: 0,
};

type ReadCases = { readonly cases: readonly RegisterCase[]; readonly allegations: number; readonly flagged: number };

function readCases(
  id: RegisterId,
  bodies: readonly Uint8Array[],
  fits: (theCase: ImportedCase) => boolean,
): Result<ReadCases, BringRefusal> {
  const cases: RegisterCase[] = [];
  let [allegations, flagged] = [0, 0];
  for (const [place, body] of bodies.entries()) {
    const value = parseCanonical(body);
    const theCase = value.ok ? importedCaseShape(value.value) : undefined;
    if (theCase?.register !== id) return refused({ code: "malformed-case", place });
    if (!fits(theCase)) return refused({ code: "not-declared", place });
    allegations += theCase.allegations.length;
    if (isFlagged(theCase)) flagged += 1;
    cases.push({ caseId: theCase.case, body, digest: digestOf(body) });
  }
  return granted({ cases, allegations, flagged });
}

/** Whether anything is odd about a case or one of its allegations. */
const isFlagged = ({ flags, allegations }: ImportedCase): boolean =>
  flags !== undefined || allegations.some((one) => one.flags !== undefined);
