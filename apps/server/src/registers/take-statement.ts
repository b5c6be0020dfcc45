import { recordBytes } from "@temwen/office";
import type { ImportState } from "@temwen/record";
import { type ImportFinished, type RegisterStatement, registerIdOf, registerStatementShape } from "@temwen/registers";
import {
  canonicalBytes,
  granted,
  type Json,
  parseCanonical,
  type RegisterId,
  type Result,
  refused,
  sameBytes,
} from "@temwen/vocabulary";
import type { SignedIn } from "../desk-api/session.ts";
import { digestOf, sha256 } from "../digest.ts";
import type { OfficeContext } from "../office-context.ts";
import { judgeSigner, type Signed, type SignerRefusal } from "./judge-signer.ts";
import { type RegisterFile, readRegisterFile } from "./register-file.ts";
import { rootOfPeaks } from "./tree.ts";

export type StatementRefusal =
  | SignerRefusal
  | { readonly code: "conflict"; readonly expected: number; readonly actual: number }
  | { readonly code: "import-not-open" | "sums-differ" | "no-space" | "cannot-tell" };

/** Records that an import begins or is whole. What is said to be whole must be what came: every number, and the root. */
export async function takeStatement(
  id: RegisterId,
  signed: Signed,
  who: SignedIn,
  office: OfficeContext,
): Promise<Result<{ readonly events: number }, StatementRefusal>> {
  const value = parseCanonical(signed.body);
  const statement = value.ok ? registerStatementShape(value.value) : undefined;
  if (!statement) return refused({ code: "malformed-statement" });
  const judged = judgeSigner(id, statement, signed, { office, who });
  if (!judged.ok) return judged;
  const file = await readRegisterFile(office.record, id);
  const { events } = file;
  const standing = events[statement.index];
  // Sent again because an answer was lost.
  if (standing && sameBytes(standing.body, signed.body)) return granted({ events: events.length });
  const previous = events.at(-1)?.digest;
  if (statement.index !== events.length || statement.previous !== previous) {
    return refused({ code: "conflict", expected: statement.index, actual: events.length });
  }
  const lawful = await judge(id, statement, file, office);
  if (!lawful.ok) return lawful;
  const { at, type, index } = statement;
  const vouchings = [signed.vouching];
  const digest = digestOf(recordBytes({ at, body: signed.body, index, vouchings }));
  const outcome = await office.record.append({
    stream: id,
    expected: index,
    events: [{ type, at, body: signed.body, vouchings, digest }],
    parts: [],
  });
  switch (outcome.outcome) {
    case "appended":
      return granted({ events: outcome.version });
    case "conflict":
      return refused({ code: "conflict", expected: outcome.expected, actual: outcome.actual });
    case "no-space":
      return refused({ code: "no-space" });
    case "unknown":
      return refused({ code: "cannot-tell" });
  }
}

async function judge(
  id: RegisterId,
  statement: RegisterStatement,
  { register }: RegisterFile,
  { record, registry }: OfficeContext,
): Promise<Result<true, StatementRefusal>> {
  if (statement.type === "register.import-begun/1") {
    const isOurs = registerIdOf(registry.office, statement.mapping.register, sha256) === id;
    return isOurs ? granted(true) : refused({ code: "malformed-statement" });
  }
  const { open } = register;
  if (open?.index !== statement.import) return refused({ code: "import-not-open" });
  const mapping = digestOf(canonicalBytes(open.mapping as unknown as Json));
  const state = await record.registers.readImport(id, statement.import);
  const isSame = statement.mapping === mapping && agrees(statement, state);
  return isSame ? granted(true) : refused({ code: "sums-differ" });
}

function agrees(said: ImportFinished, state: ImportState | undefined): boolean {
  const { size = 0, allegations = 0, flagged = 0, added = 0, changed = 0, peaks = new Uint8Array(0) } = state ?? {};
  return (
    said.cases === size &&
    said.allegations === allegations &&
    said.flagged === flagged &&
    said.added === added &&
    said.changed === changed &&
    said.root === rootOfPeaks({ size, peaks })
  );
}
