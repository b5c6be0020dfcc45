import { createHash } from "node:crypto";
import type { CallRefusal, DeskCourier, ServedRegister } from "@temwen/courier/desk";
import { type Signer, vouchFor } from "@temwen/office";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { type CompactRange, emptyRange, formatHash, growRange, rangeRoot } from "@temwen/public-log/tree";
import { type ImportBegun, importBegunShape, type Mapping, type RowsBrought } from "@temwen/registers";
import {
  bytesToDigest,
  canonicalBytes,
  type Digest,
  granted,
  type Instant,
  type Json,
  type OfficeId,
  parseCanonical,
  type RegisterId,
  type Result,
  refused,
  type StaffId,
} from "@temwen/vocabulary";
import type { BuiltCase } from "./build-cases.ts";

/** Who imports into which register, and what says how far the line is. */
export type Importer = {
  readonly courier: DeskCourier;
  readonly signer: Signer;
  readonly office: OfficeId;
  readonly staff: StaffId;
  readonly epoch: number;
  readonly register: RegisterId;
  readonly now: () => Instant;
  readonly onProgress: (cases: number) => void;
};

export type ImportRefusal = CallRefusal | { readonly code: "another-history" };

/** How an import went. */
export type SentImport = {
  readonly import: number;
  readonly cases: number;
  readonly allegations: number;
  readonly flagged: number;
  readonly added: number;
  readonly changed: number;
  readonly root: string;
  readonly resumedAt: number;
};

const { hasher } = primitivesOnNode;
/** Few enough that nothing large is lost with a line, many enough that a signature and an answer cost little of it. */
const mostAtOnce = { cases: 1000, bytes: 1024 * 1024 };

type Files = ImportBegun["files"];

/** Whether this import stands already, whole: the same files by the same mapping. */
export function isImported({ last }: ServedRegister, mapping: Mapping, files: Files): boolean {
  const begun = last && readBegun(last.begun);
  return begun !== undefined && isSame(begun, mapping, files);
}

const readBegun = (body: Uint8Array): ImportBegun | undefined => {
  const value = parseCanonical(body);
  return value.ok ? importBegunShape(value.value) : undefined;
};

const isSame = (begun: ImportBegun, mapping: Mapping, files: Files): boolean =>
  digestOf(begun.mapping) === digestOf(mapping) && digestOf(begun.files) === digestOf(files);

const digestOf = (value: unknown): Digest =>
  bytesToDigest(
    createHash("sha256")
      .update(canonicalBytes(value as Json))
      .digest(),
  );

/** Begins an import, or finds the one that was stopped. */
export async function beginImport(
  importer: Importer,
  served: ServedRegister,
  { mapping, files }: { readonly mapping: Mapping; readonly files: Files },
): Promise<
  Result<{ readonly import: number; readonly size: number; readonly root?: string | undefined }, ImportRefusal>
> {
  const { open } = served;
  const begun = open && readBegun(open.statement);
  if (open && begun && begun.by === importer.staff && isSame(begun, mapping, files)) {
    return granted({ import: open.import, size: open.size ?? 0, root: open.root });
  }
  const statement: ImportBegun = {
    type: "register.import-begun/1",
    ...headerOf(importer),
    index: served.events,
    ...(served.previous && { previous: served.previous }),
    mapping,
    files,
  };
  const taken = await importer.courier.registers.sendStatement(importer.register, sign(importer, statement));
  return taken.ok ? granted({ import: statement.index, size: 0 }) : taken;
}

/**
 * Brings all cases, those left out that came before a stop: what was brought must be what comes now, or it is another import. One
 * batch is on its way while the next is built.
 */
export async function sendCases(
  importer: Importer,
  cases: AsyncIterable<BuiltCase>,
  begun: { readonly import: number; readonly size: number; readonly root?: string | undefined },
): Promise<Result<SentImport, ImportRefusal>> {
  let tree: CompactRange = emptyRange;
  let waiting: BuiltCase[] = [];
  let bytes = 0;
  const sums = { allegations: 0, flagged: 0 };
  let counted = { added: 0, changed: 0 };
  let underWay: ReturnType<typeof send> | undefined;

  const settle = async (): Promise<Result<true, ImportRefusal>> => {
    const answer = await underWay;
    underWay = undefined;
    if (answer && !answer.ok) return answer;
    if (answer) counted = { added: answer.value.added, changed: answer.value.changed };
    return granted(true);
  };
  const send = async (from: number, bodies: readonly Uint8Array[], root: string) => {
    const statement: RowsBrought = {
      type: "register.rows/1",
      ...headerOf(importer),
      import: begun.import,
      from,
      size: from + bodies.length,
      root,
    };
    return importer.courier.registers.bringCases(importer.register, sign(importer, statement), bodies);
  };
  const depart = async (): Promise<Result<true, ImportRefusal>> => {
    if (waiting.length === 0) return granted(true);
    const from = Number(tree.size) - waiting.length;
    const settled = await settle();
    if (!settled.ok) return settled;
    importer.onProgress(from);
    underWay = send(
      from,
      waiting.map(({ body }) => body),
      rootOf(tree),
    );
    waiting = [];
    bytes = 0;
    return granted(true);
  };

  for await (const one of cases) {
    tree = growRange(hasher, tree, [hasher.leaf(one.body)]);
    sums.allegations += one.allegations;
    if (one.isFlagged) sums.flagged += 1;
    const size = Number(tree.size);
    if (size === begun.size && rootOf(tree) !== begun.root) return refused({ code: "another-history" });
    if (size <= begun.size) continue;
    waiting.push(one);
    bytes += one.body.length;
    if (waiting.length < mostAtOnce.cases && bytes < mostAtOnce.bytes) continue;
    const departed = await depart();
    if (!departed.ok) return departed;
  }
  const departed = await depart();
  const settled = departed.ok ? await settle() : departed;
  if (!settled.ok) return settled;
  if (Number(tree.size) < begun.size) return refused({ code: "another-history" });
  const { import: number, size } = begun;
  return granted({
    ...{ import: number, cases: Number(tree.size), ...sums, ...counted },
    root: rootOf(tree),
    resumedAt: size,
  });
}

/** Says that the import is whole, with the numbers that the server counted too. */
export async function finishImport(
  importer: Importer,
  sent: SentImport,
  { mapping, rows, refused: left }: { readonly mapping: Mapping; readonly rows: number; readonly refused: number },
): Promise<Result<SentImport, ImportRefusal>> {
  const served = await importer.courier.registers.readRegister(importer.register);
  if (!served.ok) return served;
  const { events, previous, open } = served.value;
  // Of what came before a stop only the server knows how much was new.
  const { added = 0, changed = 0 } = open ?? {};
  const { resumedAt: _, ...counts } = { ...sent, added, changed };
  const statement = {
    type: "register.import-finished/1",
    ...headerOf(importer),
    index: events,
    ...(previous && { previous }),
    ...counts,
    mapping: digestOf(mapping),
    rows,
    refused: left,
  } as const;
  const taken = await importer.courier.registers.sendStatement(importer.register, sign(importer, statement));
  return taken.ok ? granted({ ...sent, added, changed }) : taken;
}

const rootOf = (tree: CompactRange): string => formatHash(rangeRoot(hasher, tree));

const headerOf = ({ office, register, epoch, staff, now }: Importer) => ({
  office,
  register,
  epoch,
  by: staff,
  at: now(),
});

function sign({ signer }: Importer, statement: object) {
  const body = canonicalBytes(statement as Json);
  return { body, vouching: vouchFor(body, signer) };
}
