import { spawn } from "node:child_process";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createNodeSigner, drawSeed } from "@temwen/office/signing-node";
import { formatCheckpoint } from "@temwen/public-log/checkpoint";
import { createVkey, formatNote, formatVkey, type NoteSigner, signText } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { edgeRoot, emptyEdge, growEdge, openTileTree, proveConsistency, tilePath } from "@temwen/public-log/tiles";
import { formatAddCheckpoint } from "@temwen/public-log/witness";
import { makeFolder } from "../intake/office.ts";
import { quantile, round, spell } from "../numbers.ts";
import type { BenchContext, Part, PartReport } from "../report.ts";

/** What a witness answers: each checkpoint judged, its state durable, signed; one log growing, and eight at once. */
export const witnessing: Part = { name: "witness", run: measureWitness };

const { hasher } = primitivesOnNode;
const mainFile = fileURLToPath(new URL("../../apps/temwen/src/main.ts", import.meta.url));
/** Leaves between two heads. */
const stride = 64;

type GrowingLog = { readonly signer: NoteSigner; readonly bodies: readonly Uint8Array[] };
type Measured = { readonly logs: number; readonly perSecond: number; readonly p50: number; readonly p99: number };

async function measureWitness(context: BenchContext): Promise<PartReport> {
  const heads = context.quick ? 100 : 1000;
  context.say("signing the heads of nine logs");
  const logs: GrowingLog[] = [];
  for (let n = 0; n < 9; n++) logs.push(await growLog(`bench/log-${n}`, heads));
  const url = await startWitness(logs, context);
  const [alone = [], together] = [logs.slice(0, 1), logs.slice(1)];
  const runs: Measured[] = [];
  for (const some of [alone, together]) {
    const measured = await askAll(url, some);
    context.say(`${measured.logs} logs at once: ${spell(measured.perSecond)} checkpoints/s`);
    runs.push(measured);
  }
  return {
    tables: [
      {
        title: `add-checkpoint at \`temwen witness\`, ${heads} heads a log, ${stride} leaves apart; state durable before each answer`,
        head: ["logs at once", "checkpoints/s", "p50 ms", "p99 ms"],
        rows: runs.map((run) => [String(run.logs), spell(run.perSecond), spell(run.p50), spell(run.p99)]),
      },
    ],
    verdicts: [],
    figures: {
      witness: runs.map(({ logs: count, perSecond, p50, p99 }) => ({
        logs: count,
        perSecond: round(perSecond),
        p50: round(p50),
        p99: round(p99),
      })),
    },
  };
}

/** The requests of a log that grows, from its first head on, made before anything is measured. */
async function growLog(name: string, heads: number): Promise<GrowingLog> {
  const signer = drawSigner(name);
  const tiles = new Map<string, Uint8Array>();
  const bodies: Uint8Array[] = [];
  let edge = emptyEdge;
  for (let n = 0; n < heads; n++) {
    const oldSize = edge.size;
    const leaves = Array.from({ length: stride }, (_, i) => hasher.leaf(Buffer.from(`${name} ${n} ${i}`)));
    const grown = growEdge(hasher, edge, leaves);
    for (const { tile, bytes } of grown.tiles) tiles.set(tilePath(tile), bytes);
    edge = grown.edge;
    const head = { size: edge.size, root: edgeRoot(hasher, edge) };
    const text = formatCheckpoint({ origin: name, ...head, extensions: [] });
    const tree = await openTileTree({ hasher, readTile: async (path) => tiles.get(path) ?? null, ...head });
    const proof = tree.ok ? await proveConsistency(tree.value, oldSize) : tree;
    if (!proof.ok) throw new Error(proof.refusal.code);
    const checkpoint = formatNote({ text, signatures: [signText(signer, text)] });
    bodies.push(formatAddCheckpoint({ oldSize, proof: proof.value, checkpoint }));
  }
  return { signer, bodies };
}

function drawSigner(name: string): NoteSigner {
  const signer = createNodeSigner(drawSeed());
  const decode = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));
  const publicKey = decode(signer.key);
  return {
    vkey: createVkey(hasher.sha256, { name, type: "ed25519", publicKey }),
    sign: (message) => decode(signer.sign(message)),
  };
}

/** The command as an organisation runs it; its address. */
async function startWitness(logs: readonly GrowingLog[], { closing }: BenchContext): Promise<string> {
  const state = join(await makeFolder(closing), "witness");
  const keys = logs.flatMap(({ signer }) => ["--log", formatVkey(signer.vkey)]);
  const words = ["witness", "--state", state, "--name", "bench/witness", "--listen", "127.0.0.1:0", "--json", ...keys];
  const child = spawn(process.execPath, [mainFile, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  closing.defer(async () => {
    child.kill("SIGINT");
    await ended;
  });
  for await (const line of createInterface({ input: child.stdout })) return (JSON.parse(line) as { url: string }).url;
  throw new Error("the witness ended early");
}

/** Each log asks for its heads one after the other, as it must; all logs at once. */
async function askAll(url: string, logs: readonly GrowingLog[]): Promise<Measured> {
  const agent = new Agent({ keepAlive: true });
  const millis: number[] = [];
  const begun = performance.now();
  const askInTurn = async ({ bodies }: GrowingLog): Promise<void> => {
    for (const body of bodies) {
      const sent = performance.now();
      await post(`${url}/add-checkpoint`, body, agent);
      millis.push(performance.now() - sent);
    }
  };
  await Promise.all(logs.map(askInTurn));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return {
    logs: logs.length,
    perSecond: millis.length / seconds,
    p50: quantile(millis, 0.5),
    p99: quantile(millis, 0.99),
  };
}

function post(url: string, body: Uint8Array, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: "POST", agent, headers: { "content-length": body.length } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`the witness answered ${answer.statusCode}`));
      answer.resume();
      answer.once("end", resolve);
    });
    asked.once("error", reject);
    asked.end(body);
  });
}
