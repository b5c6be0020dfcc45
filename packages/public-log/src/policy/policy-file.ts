import { granted, type Result, refused, sameBytes, utf8ToText } from "@temwen/vocabulary";
import { parseDecimal } from "../decimals.ts";
import { isSameKeyHint, type KeyType, parseVkey, type Vkey } from "../note/vkey.ts";
import type { Sha256 } from "../tree/hashing.ts";

/** Which logs are believed, and whose word a checkpoint needs beside theirs (C2SP tlog-policy). */
export type LogPolicy = {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  /** A witness's or a group's name; null where the log's own word is enough. */
  readonly quorum: string | null;
};

export type PolicyLog = { readonly vkey: Vkey; readonly url: string | null };

/** `name` is the policy's own, and need not be the key's. */
export type PolicyWitness = { readonly name: string; readonly vkey: Vkey; readonly url: string | null };

/** Witnesses a checkpoint when `threshold` of its members do. */
export type PolicyGroup = { readonly name: string; readonly threshold: number; readonly members: readonly string[] };

/** What is wrong with a policy file, and on which line, from 1; the last line where something is missing. */
export type PolicyFileRefusal = {
  readonly code:
    | "malformed-text"
    | "unfinished-line"
    | "unknown-line"
    | "malformed-vkey"
    | "wrong-key-type"
    | "duplicate-key"
    | "duplicate-name"
    | "unknown-name"
    | "member-twice"
    | "malformed-threshold"
    | "quorum-missing"
    | "quorum-twice";
  readonly line: number;
};

/** Some 500 ML-DSA-44 keys. */
const mostBytes = 1_048_576;

/** Reads a policy file. The older syntax, with bare keys in hexadecimal, is refused. */
export function parseLogPolicy(bytes: Uint8Array, sha256: Sha256): Result<LogPolicy, PolicyFileRefusal> {
  const text = bytes.length <= mostBytes ? utf8ToText(bytes) : null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the standard allows tab and line feed only
  const foreign = /[\u0000-\u0008\u000b-\u001f\u007f]/;
  if (!text?.ok || foreign.test(text.value)) return refused({ code: "malformed-text", line: 1 });
  const lines = text.value.split("\n");
  // A file that was cut short could end with the name of a weaker quorum.
  if (lines.pop() !== "") return refused({ code: "unfinished-line", line: lines.length + 1 });
  const draft: Draft = { logs: [], witnesses: [], groups: [], members: new Set(), quorum: undefined };
  for (const [i, line] of lines.entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== "");
    if (words.length === 0 || words[0]?.startsWith("#")) continue;
    const wrong = readLine(draft, words, sha256);
    if (wrong !== null) return refused({ code: wrong, line: i + 1 });
  }
  const { logs, witnesses, groups, quorum } = draft;
  if (quorum === undefined) return refused({ code: "quorum-missing", line: Math.max(lines.length, 1) });
  return granted({ logs, witnesses, groups, quorum });
}

type Wrong = PolicyFileRefusal["code"];
type Draft = {
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  readonly groups: PolicyGroup[];
  readonly members: Set<string>;
  quorum: string | null | undefined;
};

function readLine(draft: Draft, [kind, ...words]: readonly string[], sha256: Sha256): Wrong | null {
  switch (kind) {
    case "log":
      return readLog(draft, words, sha256);
    case "witness":
      return readWitness(draft, words, sha256);
    case "group":
      return readGroup(draft, words);
    case "quorum":
      return readQuorum(draft, words);
    default:
      return "unknown-line";
  }
}

const logTypes: readonly KeyType[] = ["ed25519", "ml-dsa-44"];
const witnessTypes: readonly KeyType[] = ["ed25519-cosignature", "ml-dsa-44"];

function readLog(draft: Draft, words: readonly string[], sha256: Sha256): Wrong | null {
  const [key = "", url = null] = words;
  if (words.length < 1 || words.length > 2) return "unknown-line";
  const vkey = parseVkey(sha256, key);
  if (!vkey.ok) return vkey.refusal === "malformed-vkey" ? "malformed-vkey" : "wrong-key-type";
  if (!logTypes.includes(vkey.value.type)) return "wrong-key-type";
  if (isKnownKey(draft, draft.logs, vkey.value)) return "duplicate-key";
  draft.logs.push({ vkey: vkey.value, url });
  return null;
}

function readWitness(draft: Draft, words: readonly string[], sha256: Sha256): Wrong | null {
  const [name = "", key = "", url = null] = words;
  if (words.length < 2 || words.length > 3) return "unknown-line";
  if (isTakenName(draft, name)) return "duplicate-name";
  const vkey = parseVkey(sha256, key);
  if (!vkey.ok) return vkey.refusal === "malformed-vkey" ? "malformed-vkey" : "wrong-key-type";
  if (!witnessTypes.includes(vkey.value.type)) return "wrong-key-type";
  if (isKnownKey(draft, draft.witnesses, vkey.value)) return "duplicate-key";
  draft.witnesses.push({ name, vkey: vkey.value, url });
  return null;
}

function readGroup(draft: Draft, [name = "", count = "", ...members]: readonly string[]): Wrong | null {
  if (members.length === 0) return "unknown-line";
  if (isTakenName(draft, name)) return "duplicate-name";
  if (members.some((member) => !isDefined(draft, member))) return "unknown-name";
  // Each witness may count in one way only, or one of them could be two voices.
  if (new Set(members).size < members.length || members.some((member) => draft.members.has(member))) {
    return "member-twice";
  }
  const threshold = readThreshold(count, members.length);
  if (threshold === undefined) return "malformed-threshold";
  for (const member of members) draft.members.add(member);
  draft.groups.push({ name, threshold, members });
  return null;
}

function readThreshold(count: string, members: number): number | undefined {
  if (count === "all") return members;
  if (count === "any") return 1;
  const parsed = parseDecimal(count);
  return parsed.ok && parsed.value >= 1n && parsed.value <= BigInt(members) ? Number(parsed.value) : undefined;
}

function readQuorum(draft: Draft, words: readonly string[]): Wrong | null {
  const [name = ""] = words;
  if (words.length !== 1) return "unknown-line";
  if (draft.quorum !== undefined) return "quorum-twice";
  if (name !== "none" && !isDefined(draft, name)) return "unknown-name";
  draft.quorum = name === "none" ? null : name;
  return null;
}

const isDefined = (draft: Draft, name: string) =>
  [...draft.witnesses, ...draft.groups].some((defined) => defined.name === name);

const isTakenName = (draft: Draft, name: string) => name === "none" || isDefined(draft, name);

/** The same key under two names would be two voices of one; two keys for the same lines could not be told apart. */
function isKnownKey(draft: Draft, alike: readonly { readonly vkey: Vkey }[], vkey: Vkey): boolean {
  return (
    alike.some((known) => sameBytes(known.vkey.publicKey, vkey.publicKey)) ||
    [...draft.logs, ...draft.witnesses].some((known) => isSameKeyHint(known.vkey, vkey))
  );
}
