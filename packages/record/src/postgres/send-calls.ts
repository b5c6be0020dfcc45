import type pg from "pg";

/** A parameter: text, nothing, or bytes, perhaps still in pieces. Bytes must not change before the answer is there. */
export type Value = string | null | Uint8Array | readonly Uint8Array[];

/** A row as the database writes it, value by value; `timestampToInstant` and Number read what is not text. */
export type Row = readonly (string | null)[];

/** A prepared statement, and the values of each of its calls. Every call answers with one row. */
export type Calls = { readonly name: string; readonly text: string; readonly calls: readonly (readonly Value[])[] };

/**
 * Runs a statement once for each call: all on their way at once, all in one transaction, the rows in the order of the calls.
 * Such a pipeline is the protocol's own (PostgreSQL's manual, Message Flow, *Pipelining*). The driver's sends one transaction a
 * statement, copies all values into a message made anew each time, and asks again for each call what its columns are called.
 */
export async function sendCalls(client: pg.ClientBase, statement: Calls): Promise<readonly Row[]> {
  const { buffer, written } = writeMessages(statement);
  const rows = await new Promise<readonly Row[]>((resolve, reject) => {
    client.query(
      createPipeline(statement, written, (error, rows) => {
        if (rows) resolve(rows);
        else reject(error);
      }),
    );
  });
  // Not after a failure: the connection may still be sending it.
  giveBack(buffer);
  return rows;
}

/** What the driver keeps of a connection beside what its types say. */
type Parsed = { readonly parsedStatements: { readonly [name: string]: string | undefined } };

/** Somebody who submits messages and hears the answers, as the driver's own queries and cursors do. */
function createPipeline(
  { name, text, calls }: Calls,
  messages: Uint8Array,
  callback: (error: Error | undefined, rows?: readonly Row[]) => void,
): pg.Submittable {
  const rows: Row[] = [];
  const pipeline = {
    // Read by the driver: which statement was parsed, and whom to tell when the server says nothing for too long.
    name,
    text,
    callback,
    submit(connection: pg.Connection & Partial<Parsed>) {
      connection.stream.cork();
      if (connection.parsedStatements?.[name] === undefined) connection.parse({ name, text, types: [] }, false);
      connection.stream.write(messages);
      connection.sync();
      connection.stream.uncork();
    },
    handleDataRow: ({ fields }: { readonly fields: Row }) => rows.push(fields),
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => {
      if (rows.length === calls.length) pipeline.callback(undefined, rows);
      else pipeline.callback(new Error("the database answered another number of calls"));
    },
    handleError: (error: Error) => pipeline.callback(error),
  };
  return pipeline;
}

/** A batch of parcels and its last one, which may be as large as a parcel can be, with all that surrounds them. */
const slabSize = 2 * 1024 * 1024;
/** Slabs of earlier batches. Fresh ones would be collected, at great cost, as old memory. */
const slabs: Buffer[] = [];

function giveBack(slab: Buffer): void {
  if (slab.length === slabSize) slabs.push(slab);
}

/** Execute of the unnamed portal, all rows. */
const execute = Buffer.from("E\0\0\0\u0009\0\0\0\0\0", "latin1");
const noFormats = Buffer.from([0, 0]);

/** A Bind and an Execute for each call (PostgreSQL's manual, Message Formats). */
function writeMessages({ name, calls }: Calls): { readonly buffer: Buffer; readonly written: Buffer } {
  const room = calls.reduce((sum, call) => sum + roomOf(call) + name.length, 0);
  const buffer = room > slabSize ? Buffer.allocUnsafeSlow(room) : (slabs.pop() ?? Buffer.allocUnsafeSlow(slabSize));
  let at = 0;
  for (const call of calls) {
    at = writeBind(buffer, at, name, call);
    at += execute.copy(buffer, at);
  }
  return { buffer, written: buffer.subarray(0, at) };
}

/** Into the unnamed portal; text as text and bytes as bytes; every result as text. */
function writeBind(buffer: Buffer, start: number, name: string, call: readonly Value[]): number {
  let at = start + 5;
  at += buffer.write(`\0${name}\0`, at, "utf8");
  at = buffer.writeInt16BE(call.length, at);
  for (const value of call) at = buffer.writeInt16BE(isText(value) ? 0 : 1, at);
  at = buffer.writeInt16BE(call.length, at);
  for (const value of call) at = writeValue(buffer, at, value);
  at += noFormats.copy(buffer, at);
  buffer[start] = 0x42; // B
  // The length counts itself, and not the letter before it.
  buffer.writeInt32BE(at - start - 1, start + 1);
  return at;
}

function writeValue(buffer: Buffer, start: number, value: Value): number {
  const first = start + 4;
  if (value === null) return buffer.writeInt32BE(-1, start);
  let at = first;
  if (isText(value)) at += buffer.write(value, at, "utf8");
  for (const piece of isText(value) ? [] : piecesOf(value)) {
    buffer.set(piece, at);
    at += piece.length;
  }
  buffer.writeInt32BE(at - first, start);
  return at;
}

const isText = (value: Value): value is string => typeof value === "string";
const piecesOf = (value: Exclude<Value, string | null>): readonly Uint8Array[] =>
  value instanceof Uint8Array ? [value] : value;

/** At most so many bytes: a UTF-16 unit becomes three at most; and what surrounds the values. */
function roomOf(call: readonly Value[]): number {
  let room = execute.length + 16;
  for (const value of call) {
    room += 6;
    if (value === null) continue;
    if (isText(value)) room += value.length * 3;
    else for (const piece of piecesOf(value)) room += piece.length;
  }
  return room;
}
