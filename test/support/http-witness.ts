// A witness as the server meets it, over HTTP: honest, or as bad as a test says.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { formatNote, formatSignatureLine, type NoteSigner, signText } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { decideCosignature, parseAddCheckpoint, type WitnessState, witnessStatus } from "@temwen/public-log/witness";
import { signerCalled } from "../../apps/server/src/public-log/publishing.testing.ts";
import { witnessesOf } from "../../apps/server/src/public-log/witnesses.ts";

type Said = { readonly status: number; readonly body: string | Uint8Array };

export type HttpWitness = {
  readonly name: string;
  readonly signer: NoteSigner;
  readonly url: string;
  /** Says something else than its honest answer, which may be asked for; null answers never. Undefined: honest again. */
  turn: ((judge: () => Said) => Said | null) | undefined;
  /** How often it was asked to cosign. */
  asked: number;
  /** As a log asks it, and by which key it is known. */
  readonly of: (log: NoteSigner) => ReturnType<typeof witnessOf>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** Starts one for a log. */
export async function serveHttpWitness(name: string, log: NoteSigner): Promise<HttpWitness> {
  const signer = signerCalled(`${name}.example/witness`, "ed25519-cosignature");
  let last: WitnessState | null = null;
  let shown: Uint8Array | undefined;
  const judge = (body: Uint8Array): Said => {
    const request = parseAddCheckpoint(body);
    if (!request.ok) return { status: 400, body: "" };
    const question = { request: request.value, logKeys: [log.vkey], last, primitives: primitivesOnNode };
    const decided = decideCosignature(question);
    if (!decided.ok) {
      const { refusal } = decided;
      return {
        status: witnessStatus[refusal.code],
        body: refusal.code === "size-conflict" ? `${refusal.size}\n` : "",
      };
    }
    last = decided.value.next;
    const { note } = decided.value;
    const line = signText(signer, note.text, BigInt(Math.floor(Date.now() / 1000)));
    shown = formatNote({ text: note.text, signatures: [...note.signatures, line] });
    return { status: 200, body: formatSignatureLine(line) };
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.method === "GET") {
      response.writeHead(shown ? 200 : 404).end(shown);
      return;
    }
    const body = new Uint8Array(Buffer.concat(chunks));
    witness.asked += 1;
    const said = witness.turn ? witness.turn(() => judge(body)) : judge(body);
    if (said !== null) response.writeHead(said.status).end(said.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const witness: HttpWitness = {
    ...{ name, signer, url, asked: 0, turn: undefined },
    of: (asking) => witnessOf({ name, signer, url, log: asking }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return witness;
}

/** Half a second is patience enough within one machine. */
function witnessOf(at: { readonly name: string; readonly signer: NoteSigner; url: string; log: NoteSigner }) {
  const { vkey } = at.signer;
  const policy = { logs: [], witnesses: [{ name: at.name, vkey, url: at.url }], groups: [], quorum: null };
  const asking = { log: at.log.vkey, primitives: primitivesOnNode, patienceMillis: 500 };
  const [witness] = witnessesOf(policy, asking);
  if (!witness) throw new Error("a witness with an address is asked");
  return { witness, vkey };
}
