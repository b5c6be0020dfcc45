import type { StreamId } from "@temwen/vocabulary";
import type pg from "pg";
import {
  emptyLogHead,
  type LoggedLeaf,
  type LogHead,
  type LogLeaf,
  type LogRows,
  type OpenableLeaf,
} from "../log-rows.ts";
import { failureToFault, readRows } from "./read.ts";
import { type EventRow, rowToEvent } from "./read-events.ts";

/** The public log's rows in PostgreSQL. `writing` extends it, `pool` reads. */
export function createLogRows(pool: pg.Pool, writing: pg.Pool): LogRows {
  return {
    async readHead() {
      const [row] = await readRows<{ size: string; root: Buffer; followed: string }>(pool, {
        name: "log_head",
        text: "select size::text, root, followed::text from log_head",
        values: [],
      });
      if (!row) return emptyLogHead;
      return { size: BigInt(row.size), root: row.root, followed: Number(row.followed) };
    },
    async extend({ from, leaves, head }) {
      try {
        const { rowCount } = await writing.query({
          name: "extend_log",
          text: extending,
          values: [from.toString(), ...headValues(head), ...leafValues(leaves)],
        });
        if (rowCount !== null && rowCount > 0 && rowCount !== leaves.length) throw new Error("a leaf was not written");
        return rowCount === leaves.length ? "extended" : "overtaken";
      } catch (error) {
        throw failureToFault(error);
      }
    },
    async readLeaves(from, to) {
      const rows = await readRows<{ leaf: Buffer }>(pool, {
        name: "log_leaves",
        text: "select leaf from log_leaf where index >= $1 and index < $2 order by index",
        values: [from.toString(), to.toString()],
      });
      return rows.map(({ leaf }) => leaf);
    },
    async findKeys(keys) {
      const rows = await readRows<{ key: string }>(pool, {
        name: "log_keys",
        text: "select key from log_leaf where key = any ($1)",
        values: [keys],
      });
      return new Set(rows.map(({ key }) => key));
    },
    async readOf(stream: StreamId) {
      const rows = await readRows<{ event: number; part: number; index: string; salt: Buffer | null }>(pool, {
        name: "log_leaves_of",
        text: `select e.index as event, split_part(l.key, '/', 2)::int as part, l.index::text as index, l.salt
          from event e cross join generate_series(0, 15) as part
          join log_leaf l on l.key = e.position || '/' || part
          where e.stream = $1 order by e.index, part`,
        values: [stream],
      });
      return rows.map(({ event, part, index, salt }): LoggedLeaf => {
        return { event, part, index: BigInt(index), salt: salt ?? undefined };
      });
    },
    async readOpenable(from, to) {
      const rows = await readRows<OpenableRow>(pool, {
        name: "log_openable",
        text: openable,
        values: [from.toString(), to.toString()],
      });
      return rows.map(({ place, leaf, part, opens, ...event }): OpenableLeaf => {
        const of = event.stream === null ? undefined : { event: rowToEvent(event), part: part ?? 0 };
        return { index: BigInt(place), leaf, of, salt: opens ?? undefined };
      });
    },
    async findNumber(proofNumber) {
      const rows = await readRows<{ index: string }>(pool, {
        name: "log_number",
        text: "select index::text from log_leaf where proof_number = $1 order by index limit 16",
        values: [proofNumber],
      });
      return rows.map(({ index }) => BigInt(index));
    },
  };
}

type OpenableRow = {
  readonly place: string;
  readonly leaf: Buffer;
  readonly part: number | null;
  readonly opens: Buffer | null;
} & (EventRow | { readonly stream: null });

// Only a key of two numbers is an event's; a filing keeps the salt of its own first leaf.
const openable = `
  select l.index::text as place, l.leaf, k.part, e.stream, e.index, e.position, e.type, e.at, e.body, e.vouchings,
    encode(e.digest, 'hex') as digest,
    coalesce(l.salt, case when e.index = 0 and k.part = 0 then f.salt end) as opens
  from log_leaf l
  cross join lateral (
    select case when l.key ~ '^[0-9]+/[0-9]+$' then split_part(l.key, '/', 1)::bigint end as position,
      case when l.key ~ '^[0-9]+/[0-9]+$' then split_part(l.key, '/', 2)::int end as part
  ) k
  left join event e on e.position = k.position
  left join filing f on f.case_id = e.stream
  where l.index >= $1 and l.index < $2 order by l.index`;

// Leaves only where the head could be moved, and both in one statement: all or nothing.
const extending = `
  with moved as (
    insert into log_head as known (size, root, followed)
    select $2::bigint, $3::bytea, $4::bigint where $1::bigint = 0 or exists (select from log_head)
    on conflict (one) do update set size = excluded.size, root = excluded.root, followed = excluded.followed
      where known.size = $1
    returning 1
  )
  insert into log_leaf (index, leaf, proof_number, key, salt)
  select $1::bigint + place - 1, substring($5::bytea from at for size), proof_number, key, salt
  from moved, unnest($6::int[], $7::int[], $8::bigint[], $9::text[], $10::bytea[])
    with ordinality as given(at, size, proof_number, key, salt, place)`;

const headValues = ({ size, root, followed }: LogHead): readonly unknown[] => [size.toString(), root, followed];

/** One value for all bytes: an array of a thousand would be spelled in hexadecimal. */
function leafValues(leaves: readonly LogLeaf[]): readonly unknown[] {
  const starts: number[] = [];
  let at = 1;
  for (const { leaf } of leaves) {
    starts.push(at);
    at += leaf.length;
  }
  return [
    Buffer.concat(leaves.map(({ leaf }) => leaf)),
    starts,
    leaves.map(({ leaf }) => leaf.length),
    leaves.map(({ proofNumber }) => proofNumber),
    leaves.map(({ key }) => key ?? null),
    leaves.map(({ salt }) => (salt ? Buffer.from(salt) : null)),
  ];
}
