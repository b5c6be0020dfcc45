import type { Vouching } from "@temwen/office";
import {
  bytesToBase64,
  type Digest,
  fieldsOf,
  granted,
  type Json,
  listOf,
  type MatterId,
  type MatterKind,
  parseBase64,
  parseDigest,
  parsed,
  parseId,
  parseMatterId,
  type Result,
  type Shape,
  type StaffId,
  tableOf,
  textUpTo,
  wholeUpTo,
} from "@temwen/vocabulary";
import type { CallRefusal } from "./line.ts";
import { eventShape, type ServedEvent, toEvent } from "./served.ts";

/** A matter as the desk gets it: every event, and which sealed parts there are. */
export type ServedMatter = {
  readonly events: readonly ServedEvent[];
  readonly parts: readonly { readonly name: string; readonly digest: Digest; readonly grantee?: StaffId }[];
};

/** An act in a matter on its way: the order, the one statement it led to here, and the sealed parts that names. */
export type MatterAct = {
  readonly expected: number;
  readonly command: Json;
  readonly statement: { readonly body: Uint8Array; readonly vouching: Vouching };
  readonly sealed: { readonly [part: string]: Uint8Array };
};

/** Calls about what the office follows beside its cases. */
export type MatterCalls = {
  /** Which there are of a kind, as far as this person may see them. What is clear of them is in their own events. */
  readonly list: (kind: MatterKind) => Promise<Result<readonly MatterId[], CallRefusal>>;
  readonly read: (id: MatterId) => Promise<Result<ServedMatter, CallRefusal>>;
  readonly readParts: (
    id: MatterId,
    names: readonly string[],
  ) => Promise<Result<{ readonly [part: string]: Uint8Array }, CallRefusal>>;
  readonly send: (id: MatterId, act: MatterAct) => Promise<Result<{ readonly version: number }, CallRefusal>>;
};

type Ask = <T>(method: string, path: string, body: unknown, shape: Shape<T>) => Promise<Result<T, CallRefusal>>;

const matterId = parsed(parseMatterId);
const rowShape: Shape<MatterId> = (value) =>
  typeof value === "object" && value !== null && "matter" in value ? matterId(value.matter) : undefined;
const listAnswer = fieldsOf({ rows: listOf(rowShape, 10_000) });
const partShape = fieldsOf(
  { name: textUpTo(80), digest: parsed(parseDigest), size: wholeUpTo(1e9) },
  { grantee: parsed((value) => parseId("staff", value)) },
);
const matterAnswer = fieldsOf({ events: listOf(eventShape, 10_000), parts: listOf(partShape, 10_000) });
const partsAnswer = fieldsOf({ parts: tableOf(/^[a-z0-9-]{1,64}$/, parsed(parseBase64), 1000) });
const actAnswer = fieldsOf({ version: wholeUpTo(1e9) });

/** The calls over a line that is signed in. */
export function createMatterCalls(ask: Ask): MatterCalls {
  const path = (id: MatterId): string => `/api/desk/matters/${id}`;
  return {
    list: async (kind) => {
      const answer = await ask("POST", "/api/desk/matters", { kind }, listAnswer);
      return answer.ok ? granted(answer.value.rows) : answer;
    },
    read: async (id) => {
      const answer = await ask("GET", path(id), undefined, matterAnswer);
      return answer.ok ? granted({ ...answer.value, events: answer.value.events.map(toEvent) }) : answer;
    },
    readParts: async (id, names) => {
      const answer = await ask("POST", `${path(id)}/parts`, { names }, partsAnswer);
      return answer.ok ? granted(answer.value.parts) : answer;
    },
    send: (id, { expected, command, statement: { body, vouching }, sealed }) => {
      const spelled = Object.entries(sealed).map(([name, bytes]) => [name, bytesToBase64(bytes)]);
      const statement = { body: bytesToBase64(body), vouching };
      return ask(
        "POST",
        `${path(id)}/acts`,
        { expected, command, statement, sealed: Object.fromEntries(spelled) },
        actAnswer,
      );
    },
  };
}
