import type { TreeRefusal } from "@temwen/public-log/tiles";
import { edgeOf, edgeRoot, growEdge, readCheckedEntries, type TileTree } from "@temwen/public-log/tiles";
import { sameHash } from "@temwen/public-log/tree";
import { eventKey, type OpenableLeaf, type RecordedEvent, type TheRecord } from "@temwen/record";
import { granted, parseId, type Result, sameBytes } from "@temwen/vocabulary";
import { primitives } from "../log/primitives.ts";
import { isOfItsEvent } from "./of-its-event.ts";

/** A row of the office's own database that does not fit the log. */
export type WrongRow = {
  readonly code: /** The leaf in the row is not the one that the log shows. */
    | "row-differs"
    /** The log shows a leaf of which the database has no row. */
    | "row-missing"
    /** Leaf, and event or cover, are not of each other: the event, its key or its salt was changed. */
    | "row-not-opened"
    /** An event that the head says is in the log, and no leaf stands for it. */
    | "event-without-leaf"
    /** All rows together do not give the root that stands beside them. */
    | "head-differs";
  /** Of the leaf; undefined where there is none. */
  readonly index?: bigint;
  /** Table and place, as an operator finds it. */
  readonly row: string;
};

export type CheckedRows = { readonly leaves: bigint; readonly events: number; readonly wrong: readonly WrongRow[] };

type Own = { readonly record: Pick<TheRecord, "log" | "readAfter">; readonly tree: TileTree };

const eventsAtOnce = 1024;

/** Holds rows and events against the log: every row, and every event that is said to be in it. The first wrong file ends it. */
export async function checkRows({ record, tree }: Own): Promise<Result<CheckedRows, TreeRefusal>> {
  const { hasher } = primitives;
  const wrong: WrongRow[] = [];
  const head = await record.log.readHead();
  let edge = edgeOf(tree);
  for (let from = 0n; from < head.size || from < tree.size; from += 256n) {
    const entries = from < tree.size ? await readCheckedEntries(tree, from / 256n) : granted([]);
    if (!entries.ok) return entries;
    const rows = new Map((await record.log.readOpenable(from, from + 256n)).map((row) => [row.index, row]));
    const end = least(from + 256n, head.size > tree.size ? head.size : tree.size);
    for (let index = from; index < end; index += 1n) {
      const row = rows.get(index);
      const code = judgeRow(row, entries.value[Number(index - from)]);
      if (code) wrong.push({ code, index, row: nameOf(index, code, row) });
      // What is not shown yet is vouched for by the head alone.
      if (row && index >= tree.size) edge = growEdge(hasher, edge, [hasher.leaf(row.leaf)]).edge;
    }
  }
  if (!sameHash(edgeRoot(hasher, edge), head.root)) wrong.push({ code: "head-differs", row: "log_head" });
  const events = await checkEvents(record, head.followed, wrong);
  return granted({ leaves: head.size, events, wrong });
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function judgeRow(row: OpenableLeaf | undefined, entry: Uint8Array | undefined): WrongRow["code"] | undefined {
  if (!row) return "row-missing";
  if (entry && !sameBytes(row.leaf, entry)) return "row-differs";
  return isOfItsEvent(row) ? undefined : "row-not-opened";
}

function nameOf(index: bigint, code: WrongRow["code"], row: OpenableLeaf | undefined): string {
  const of = code === "row-not-opened" ? row?.of : undefined;
  const leaf = `log_leaf ${index}`;
  return of ? `${leaf}, or event ${of.event.index} of ${of.event.stream}` : leaf;
}

/** How many events were looked at; those without a leaf are put to what is wrong. */
async function checkEvents({ log, readAfter }: Own["record"], followed: number, wrong: WrongRow[]): Promise<number> {
  let events = 0;
  for (let after = 0; after < followed; ) {
    const read = (await readAfter(after, eventsAtOnce)).filter(({ position }) => position <= followed);
    const keys = await log.findKeys(read.map(({ position }) => eventKey(position, 0)));
    for (const event of read.filter(isLogged)) {
      events += 1;
      if (keys.has(eventKey(event.position, 0))) continue;
      wrong.push({ code: "event-without-leaf", row: `event ${event.index} of ${event.stream}` });
    }
    const last = read.at(-1);
    if (!last) break;
    after = last.position;
  }
  return events;
}

/** Of a register only the end of an import stands in the log (docs/specs/registers.md). */
const isLogged = ({ stream, type }: RecordedEvent): boolean =>
  !parseId("register", stream).ok || type === "register.import-finished/1";
