import type { Vouching } from "@temwen/office";
import {
  bytesToBase64,
  type Digest,
  fieldsOf,
  parseBase64,
  parseDigest,
  parsed,
  type RegisterId,
  type Result,
  type Shape,
  textLike,
  wholeUpTo,
} from "@temwen/vocabulary";
import type { CallRefusal } from "./line.ts";

/** How far an import has come, as the server counts it. */
export type BroughtSoFar = {
  readonly size: number;
  readonly root: string;
  readonly allegations: number;
  readonly flagged: number;
  readonly added: number;
  readonly changed: number;
};

/** A register as the server knows it; statements as the bytes that were signed. */
export type ServedRegister = {
  readonly events: number;
  /** Digest of its last event's record. */
  readonly previous?: Digest;
  /** The import that was begun and is not whole; numbers are absent while nothing came. */
  readonly open?: { readonly import: number; readonly statement: Uint8Array } & Partial<BroughtSoFar>;
  readonly last?: { readonly begun: Uint8Array; readonly finished: Uint8Array };
};

type Signed = { readonly body: Uint8Array; readonly vouching: Vouching };

/** A registrar's calls about registers from before this office. */
export type RegisterCalls = {
  readonly readRegister: (id: RegisterId) => Promise<Result<ServedRegister, CallRefusal>>;
  readonly sendStatement: (id: RegisterId, signed: Signed) => Promise<Result<{ readonly events: number }, CallRefusal>>;
  readonly bringCases: (
    id: RegisterId,
    signed: Signed,
    bodies: readonly Uint8Array[],
  ) => Promise<Result<BroughtSoFar, CallRefusal>>;
};

const count = wholeUpTo(1e12);
const bytes = parsed(parseBase64);
const sums = {
  size: count,
  root: textLike(/^[A-Za-z0-9+/]{43}=$/),
  allegations: count,
  flagged: count,
  added: count,
  changed: count,
} as const;
const brought: Shape<BroughtSoFar> = fieldsOf(sums);
const register: Shape<ServedRegister> = fieldsOf(
  { events: count },
  {
    previous: parsed(parseDigest),
    open: fieldsOf({ import: count, statement: bytes }, sums),
    last: fieldsOf({ begun: bytes, finished: bytes }),
  },
);
const taken = fieldsOf({ events: count });

type Ask = <T>(
  method: string,
  path: string,
  body: Uint8Array<ArrayBuffer> | object | undefined,
  shape: Shape<T>,
) => Promise<Result<T, CallRefusal>>;

/** The calls, over whatever asks within a session: objects as JSON, bytes as they are. */
export function createRegisterCalls(ask: Ask): RegisterCalls {
  const at = (id: RegisterId, more = ""): string => `/api/desk/registers/${id}${more}`;
  return {
    readRegister: (id) => ask("GET", at(id), undefined, register),
    sendStatement: (id, signed) => ask("POST", at(id, "/statements"), spell(signed), taken),
    bringCases: (id, signed, bodies) => {
      // Each body is one line, as it was hashed: nothing on the way writes it anew.
      const lines = [new TextEncoder().encode(JSON.stringify(spell(signed))), ...bodies];
      return ask("POST", at(id, "/cases"), joinLines(lines), brought);
    },
  };
}

const spell = ({ body, vouching }: Signed) => ({ body: bytesToBase64(body), vouching });

function joinLines(lines: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(lines.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const line of lines) {
    all.set(line, at);
    all[at + line.length] = 10;
    at += line.length + 1;
  }
  return all;
}
