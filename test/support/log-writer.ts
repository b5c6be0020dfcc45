// A process that puts batches of ten leaves into a log for ever: `log-writer.ts FOLDER DATABASE_URL NAME [WITNESS_VKEY WITNESS_URL]`. It tells its parent the
// log's key, and of each batch when it is shown.
import { hash } from "node:crypto";
import { join } from "node:path";
import { createNodeSigner } from "@temwen/office/signing-node";
import { createVkey, formatVkey, parseVkey } from "@temwen/public-log/note";
import { primitivesOnNode } from "@temwen/public-log/primitives-node";
import { openPostgresRecord } from "@temwen/record/postgres";
import { proofNumberOf } from "@temwen/sealing/leaf";
import { openHeadSigner } from "../../apps/server/src/public-log/head-signer.ts";
import { openPublisher } from "../../apps/server/src/public-log/publisher.ts";
import { openTileFolder } from "../../apps/server/src/public-log/tile-folder.ts";
import { witnessesOf } from "../../apps/server/src/public-log/witnesses.ts";

const [folder = "", url = "", name = "", witnessKey, witnessUrl = null] = process.argv.slice(2);
const record = await openPostgresRecord({ url });
const decode = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));
const key = createNodeSigner(hash("sha256", "the key of a log in a test", "buffer"));
const vkey = createVkey(primitivesOnNode.hasher.sha256, {
  name: "log.example/temwen",
  type: "ed25519",
  publicKey: decode(key.key),
});
const witness = witnessKey === undefined ? undefined : parseVkey(primitivesOnNode.hasher.sha256, witnessKey);
const policy = {
  logs: [{ vkey, url: null }],
  witnesses: witness?.ok ? [{ name: "w1", vkey: witness.value, url: witnessUrl }] : [],
  groups: [],
  quorum: witness?.ok ? "w1" : null,
};
const publisher = openPublisher({
  rows: record.log,
  folder: openTileFolder(join(folder, "log")),
  headSigner: openHeadSigner(
    { vkey, sign: (message) => decode(key.sign(message)) },
    openTileFolder(join(folder, "memory")),
    primitivesOnNode,
  ),
  policy,
  witnesses: witnessesOf(policy, { log: vkey, primitives: primitivesOnNode }),
  primitives: primitivesOnNode,
  lock: join(folder, "memory/signing.lock"),
});
process.send?.({ vkey: formatVkey(vkey) });
process.once("disconnect", () => process.exit());

const standing = await publisher.finish();
if (!standing.ok && standing.refusal.code !== "behind-signed-head") throw new Error(standing.refusal.code);
for (let n = 0; ; n++) {
  const leaves = Array.from({ length: 10 }, (_, i) => {
    const leaf = new Uint8Array(hash("sha256", `${name} ${process.pid} ${n} ${i}`, "buffer"));
    return { leaf, proofNumber: proofNumberOf(leaf), key: `${name}/${n}/${i}`, salt: undefined };
  });
  const shown = leaves.map(({ leaf }) => Buffer.from(leaf).toString("hex"));
  for (;;) {
    const head = await record.log.readHead();
    const outcome = await publisher.publish(head, leaves, 0);
    if (outcome.ok) break;
    const taken = await record.log.findKeys(leaves.map(({ key: one }) => one));
    // Another process was quicker: it shows these too, or they were not taken and are put in behind its own.
    if (taken.size > 0) break;
    if (outcome.refusal.code !== "overtaken" && outcome.refusal.code !== "behind-signed-head") {
      throw new Error(outcome.refusal.code);
    }
  }
  process.send?.({ shown });
}
