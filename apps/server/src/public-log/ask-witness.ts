/** What came back from a witness. */
export type Answer = { readonly status: number; readonly body: Uint8Array };

/** Some lines, or a checkpoint with lines. */
const longestAnswer = 65_536;

/** Requests to one witness, all of which end with one signal: it cannot take its time for each. Throws when cut off. */
export const createAsking =
  (signal: AbortSignal) =>
  /** With a body it is sent, without one it is asked for. */
  async (url: string, body?: Uint8Array): Promise<Answer> => {
    const response = await fetch(url, {
      ...(body === undefined ? {} : { method: "POST", body: Buffer.from(body) }),
      redirect: "error",
      signal,
    });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > longestAnswer) throw new Error("a witness's answer is too long");
      chunks.push(chunk);
    }
    return { status: response.status, body: Buffer.concat(chunks) };
  };
