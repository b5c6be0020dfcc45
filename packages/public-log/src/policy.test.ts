import assert from "node:assert/strict";
import { test } from "node:test";
import { joinBytes, utf8 } from "@temwen/vocabulary";
import { formatCheckpoint } from "./checkpoint.ts";
import { hasher, testSigner } from "./log.testing.ts";
import { createMlDsa44Signer, verifyMlDsa44 } from "./ml-dsa.ts";
import { createVkey, formatNote, formatVkey, type NoteSigner, signText } from "./note.ts";
import { judgeCheckpoint, type LogPolicy, type PolicyFileRefusal, parseLogPolicy } from "./policy.ts";
import { primitivesOnNode } from "./primitives-node.ts";

const time = 1_750_000_600n;
const log = testSigner("log.example/mission");
const otherLog = testSigner("other.example/log");
const witness = (name: string) => testSigner(`${name}.example`, "ed25519-cosignature");
const [x1, x2, x3, y1, y2] = [witness("x1"), witness("x2"), witness("x3"), witness("y1"), witness("y2")];
const vkey = (signer: NoteSigner) => formatVkey(signer.vkey);

const twoLevels = `# The mission's log, and two organisations
log ${vkey(log)} https://log.example/

witness X1 ${vkey(x1)}
\twitness  X2\t${vkey(x2)}  https://x2.example/\t
witness X3 ${vkey(x3)}
group X 2 X1 X2 X3
witness Y1 ${vkey(y1)}
witness Y2 ${vkey(y2)}
group Y any Y1 Y2
group both all X Y
 # indented
quorum both
`;

function read(text: string): LogPolicy {
  const policy = parseLogPolicy(utf8(text), hasher.sha256);
  assert.ok(policy.ok);
  return policy.value;
}

const text = formatCheckpoint({ origin: "log.example/mission", size: 7n, root: hasher.emptyRoot, extensions: [] });
const signed = (signers: readonly NoteSigner[]) =>
  formatNote({ text, signatures: signers.map((signer) => signText(signer, text, time)) });
const judge = (bytes: Uint8Array, policy = read(twoLevels)) => judgeCheckpoint(bytes, policy, primitivesOnNode);

test("a cosignature of an hour that no calendar reaches counts for nothing, whoever signed it", () => {
  const latest = 253_402_300_799n;
  const cosignedAt = (later: bigint) => {
    const lines = [log, x1, x2].map((signer) => signText(signer, text, time));
    return judge(formatNote({ text, signatures: [...lines, signText(y1, text, later)] }));
  };
  const judged = cosignedAt(latest);
  assert.ok(judged.ok);
  assert.deepEqual(judged.value.cosigned.at(-1), { name: "Y1", time: latest });
  for (const beyond of [latest + 1n, 2n ** 62n]) {
    const refusal = cosignedAt(beyond);
    assert.ok(!refusal.ok && refusal.refusal.code === "quorum-missing");
  }
});

test("a quorum over two levels is met by two of three and one of two, and by nothing less", () => {
  const met: [readonly NoteSigner[], boolean][] = [
    [[log, x1, x2, y1], true],
    [[log, x1, x3, y2], true],
    [[y2, x3, x2, log], true],
    [[log, x1, x2, x3], false],
    [[log, x1, y1, y2], false],
    [[log], false],
  ];
  for (const [signers, isMet] of met) assert.equal(judge(signed(signers)).ok, isMet);
  const judged = judge(signed([log, x1, x2, y1]));
  assert.ok(judged.ok);
  assert.deepEqual(judged.value.cosigned, [
    { name: "X1", time },
    { name: "X2", time },
    { name: "Y1", time },
  ]);
});

test("witnesses without the log, or with another log's signature, are not enough", () => {
  const three = [x1, x2, y1];
  assert.deepEqual(judge(signed(three)), { ok: false, refusal: { code: "log-signature-missing" } });
  assert.deepEqual(judge(signed([otherLog, ...three])), { ok: false, refusal: { code: "log-signature-missing" } });
  const policy = read(twoLevels.replace(/^log .*$/m, `log ${vkey(log)}\nlog ${vkey(otherLog)}`));
  const refusal = { code: "origin-differs", origin: "log.example/mission" };
  assert.deepEqual(judge(signed([otherLog, ...three]), policy), { ok: false, refusal });
});

test("a cosignature without a time is no witness's word, and is never made", () => {
  assert.throws(() => signText(x1, text, 0n));
  const timeless = ({ vkey: { name, keyId }, sign }: NoteSigner) => {
    const signature = sign(utf8(`cosignature/v1\ntime 0\n${text}`));
    return { name, keyId, signature: joinBytes(new Uint8Array(8), signature) };
  };
  const judged = judge(formatNote({ text, signatures: [signText(log, text), ...[x1, x2, y1].map(timeless)] }));
  assert.ok(!judged.ok && judged.refusal.code === "quorum-missing");
});

test("a policy may ask for one witness, or for none", () => {
  const lines = `log ${vkey(log)}\nwitness X1 ${vkey(x1)}\n`;
  assert.equal(judge(signed([log]), read(`${lines}quorum none\n`)).ok, true);
  assert.equal(judge(signed([log]), read(`${lines}quorum X1\n`)).ok, false);
  assert.equal(judge(signed([log, x1]), read(`${lines}quorum X1\n`)).ok, true);
  assert.equal(judge(signed([x1]), read(`${lines}quorum none\n`)).ok, false);
});

test("a witness whose signature cannot be computed here is named and not counted", () => {
  const key = createMlDsa44Signer(hasher.sha256(utf8("the key of the careful")));
  const careful: NoteSigner = {
    vkey: createVkey(hasher.sha256, { name: "pq.example", type: "ml-dsa-44", publicKey: key.publicKey }),
    sign: key.sign,
  };
  const policy = read(`log ${vkey(log)}\nwitness PQ ${vkey(careful)}\nquorum PQ\n`);
  const without = judge(signed([log, careful]), policy);
  assert.deepEqual(without, { ok: false, refusal: { code: "quorum-missing", cosigned: [], unjudged: ["PQ"] } });
  assert.ok(judgeCheckpoint(signed([log, careful]), policy, { ...primitivesOnNode, verifyMlDsa44 }).ok);
});

test("a policy that is not clear is refused, with what is wrong and on which line", () => {
  const [l, w] = [`log ${vkey(log)}\n`, `witness X1 ${vkey(x1)}\n`];
  const renamed = formatVkey(createVkey(hasher.sha256, { ...x1.vkey, name: "alias.example" }));
  const wrong: [string, PolicyFileRefusal["code"], number][] = [
    [`${l}quorum none`, "unfinished-line", 2],
    [`${l}\r\nquorum none\n`, "malformed-text", 1],
    [`${l}\u007f\nquorum none\n`, "malformed-text", 1],
    [l, "quorum-missing", 1],
    ["", "quorum-missing", 1],
    [`${l}quorum none\nquorum none\n`, "quorum-twice", 3],
    [`quorum X1\n${w}`, "unknown-name", 1],
    [`${w}group g all X1 X9\nquorum g\n`, "unknown-name", 2],
    [`${w}group g all g\nquorum g\n`, "unknown-name", 2],
    [`${w}group g all none\nquorum g\n`, "unknown-name", 2],
    [`${w}group g all X1 X1\nquorum g\n`, "member-twice", 2],
    [`${w}group g all X1\ngroup h all X1\nquorum h\n`, "member-twice", 3],
    [`${w}group g all\nquorum g\n`, "unknown-line", 2],
    ...["0", "2", "01", "-1", "some"].map((k): [string, "malformed-threshold", number] => [
      `${w}group g ${k} X1\nquorum g\n`,
      "malformed-threshold",
      2,
    ]),
    [`${w}witness X2 ${renamed}\nquorum X1\n`, "duplicate-key", 2],
    [`${l}${l}quorum none\n`, "duplicate-key", 2],
    [`${w}witness X1 ${vkey(x2)}\nquorum X1\n`, "duplicate-name", 2],
    [`witness none ${vkey(x2)}\nquorum none\n`, "duplicate-name", 1],
    [`${w}group X1 all X1\nquorum X1\n`, "duplicate-name", 2],
    [`log ${vkey(x1)}\nquorum none\n`, "wrong-key-type", 1],
    [`witness X1 ${vkey(log)}\nquorum none\n`, "wrong-key-type", 1],
    [`log ${"ab".repeat(32)} https://old.example\nquorum none\n`, "malformed-vkey", 1],
    [`log ${vkey(log)} https://a https://b\nquorum none\n`, "unknown-line", 1],
    ["logs x\n", "unknown-line", 1],
    ["quorum none none\n", "unknown-line", 1],
  ];
  for (const [file, code, line] of wrong) {
    assert.deepEqual(parseLogPolicy(utf8(file), hasher.sha256), { ok: false, refusal: { code, line } }, file);
  }
});
