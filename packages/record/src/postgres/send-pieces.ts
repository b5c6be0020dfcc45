import pg from "pg";

/** A prepared statement with two parameters: text, and bytes that are sent from where they lie. */
export type PiecesStatement = {
  readonly name: string;
  readonly text: string;
  readonly items: string;
  /** Must not change before the answer is there. */
  readonly sealed: Uint8Array;
};

/**
 * Runs such a statement. The driver copies all parameters into a message of its own, made anew each time: for a batch of
 * parcels, megabytes that wait for the collector. Only that one message is ours (PostgreSQL's manual, Message Formats,
 * *Bind*); what comes before and after it is the driver's.
 */
export function sendPieces<Row>(client: pg.ClientBase, statement: PiecesStatement): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query({ name: statement.name, text: statement.text, values: [] }, (error, result) => {
      if (error) reject(error);
      else resolve(result.rows as Row[]);
    });
    const { submit } = query;
    query.submit = (connection) => {
      const { bind } = connection;
      connection.bind = () => {
        for (const part of bindMessage(statement)) connection.stream.write(part);
      };
      try {
        return submit.call(query, connection);
      } finally {
        connection.bind = bind;
      }
    };
    client.query(query);
  });
}

/** Two parameters, the first as text and the second as bytes; every result as text; the unnamed portal. */
function bindMessage({ name, items, sealed }: PiecesStatement): readonly Uint8Array[] {
  const text = Buffer.from(items, "utf8");
  const tail = Buffer.from([0, 1, 0, 0]);
  const statement = Buffer.from(`\0${name}\0`, "utf8");
  const head = Buffer.alloc(5 + statement.length + 8 + 4);
  head.write("B");
  let at = 5 + statement.copy(head, 5);
  // Formats: how many, text, bytes; values: how many, and the first one's length.
  for (const number of [2, 0, 1, 2]) at = head.writeInt16BE(number, at);
  head.writeInt32BE(text.length, at);
  const length = Buffer.alloc(4);
  length.writeInt32BE(sealed.length);
  head.writeInt32BE(head.length - 1 + text.length + length.length + sealed.length + tail.length, 1);
  return [head, text, length, sealed, tail];
}
