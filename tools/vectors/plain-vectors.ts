// Vectors of the smallest formats: ids, canonical bytes, signed events, stop labels.
import { eventMessage, type Vouching, vouchFor } from "@temwen/office";
import { stopLabel } from "@temwen/sealing/leaf";
import { canonicalBytes, canonicalText, createId, type IdKind, type Json, utf8 } from "@temwen/vocabulary";
import { base64, fromBase64, hex, sha256, testBytes, testSigner } from "./test-keys.ts";

const idBytes: readonly (readonly [IdKind, string])[] = [
  ["case", "00000000000000000000000000000000"],
  ["case", "ffffffffffffffffffffffffffffffff"],
  ["case", "00000000000000000000000000000001"],
  ["case", "80000000000000000000000000000000"],
  ["message", "000102030405060708090a0b0c0d0e0f"],
  ["office", "0123456789abcdef0123456789abcdef"],
  ["staff", "deadbeefdeadbeefdeadbeefdeadbeef"],
];

const refusedIds: readonly { readonly kind: IdKind; readonly text: string; readonly why: string }[] = [
  { kind: "case", text: "", why: "empty" },
  { kind: "case", text: "cas_", why: "prefix only" },
  { kind: "case", text: "00000000000000000000000000", why: "no prefix" },
  { kind: "case", text: "stf_00000000000000000000000000", why: "another kind" },
  { kind: "case", text: "CAS_00000000000000000000000000", why: "prefix in upper case" },
  { kind: "case", text: "cas_0000000000000000000000000", why: "25 characters" },
  { kind: "case", text: "cas_000000000000000000000000000", why: "27 characters" },
  { kind: "case", text: "cas_80000000000000000000000000", why: "more than 128 bits" },
  { kind: "case", text: "cas_0000000000000000000000000A", why: "upper case" },
  { kind: "case", text: "cas_0000000000000000000000000i", why: "i is not in the alphabet" },
  { kind: "case", text: "cas_0000000000000000000000000l", why: "l is not in the alphabet" },
  { kind: "case", text: "cas_0000000000000000000000000o", why: "o is not in the alphabet" },
  { kind: "case", text: "cas_0000000000000000000000000u", why: "u is not in the alphabet" },
  { kind: "case", text: "cas_00000000000000000000000000\n", why: "a line end after it" },
  { kind: "case", text: " cas_00000000000000000000000000", why: "a space before it" },
];

export function idVectors(): Json {
  const valid = idBytes.map(([kind, bytes]) => ({ kind, bytes, id: createId(kind, Buffer.from(bytes, "hex")) }));
  return { spec: "docs/specs/ids.md", valid, refused: refusedIds };
}

/** JSON texts in any spelling. */
const jsonTexts: readonly string[] = [
  "null",
  "true",
  "[]",
  "{}",
  '""',
  ' { "b" : 1 , "a" : [ 1 , 2.0 , -0 ] } ',
  '{"10":1,"9":2,"1":3}',
  '{"é":1,"e\\u0301":2,"z":3}',
  '{"\\ud83d\\ude00":"astral","\\ufb33":"BMP above the surrogates","\\u20ac":"euro"}',
  '{"":0,"\\u0000":1}',
  '"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\\u007f\\u0080"',
  '"\\u2028\\u2029\\ufeff\\/\\\\\\""',
  '"Chakrèt, Gwo Mòn, 7è seksyon \\ud83c\\udded\\ud83c\\uddf9"',
  '"\\u202eRTL \\u0627\\u0644\\u062d\\u0642"',
  '{"__proto__":1,"constructor":2}',
  "[1e0,1E1,10.0e-1,1e21,1e20,123456789012345680000,0.000001,0.0000001,1e-7]",
  '{"nested":{"b":[{"d":1,"c":[]}],"a":{}}}',
];

/** IEEE 754 bits; those of RFC 8785, appendix B. A number that JSON cannot say has no text. */
const numberBits: readonly string[] = [
  "0000000000000000",
  "8000000000000000",
  "0000000000000001",
  "8000000000000001",
  "7fefffffffffffff",
  "ffefffffffffffff",
  "4340000000000000",
  "c340000000000000",
  "4430000000000000",
  "7fffffffffffffff",
  "7ff0000000000000",
  "44b52d02c7e14af5",
  "44b52d02c7e14af6",
  "44b52d02c7e14af7",
  "444b1ae4d6e2ef4e",
  "444b1ae4d6e2ef4f",
  "444b1ae4d6e2ef50",
  "3eb0c6f7a0b5ed8c",
  "3eb0c6f7a0b5ed8d",
  "41b3de4355555553",
  "41b3de4355555554",
  "41b3de4355555555",
  "41b3de4355555556",
  "41b3de4355555557",
  "becbf647612f3696",
  "43143ff3c1cb0959",
];

/** Bytes that say something in JSON, or nearly, but not in the one spelling. */
const refusedTexts: readonly (readonly [string, string])[] = [
  ["", "nothing"],
  [" {}", "a space before"],
  ["{}\n", "a line end after"],
  ['{"a": 1}', "a space inside"],
  ['{"b":1,"a":2}', "keys out of order"],
  ['{"a":1,"a":1}', "a key twice"],
  ["1.0", "a number with a needless fraction"],
  ["-0", "minus zero"],
  ["1E2", "an exponent that is not needed"],
  ["1e21", "an exponent without its sign"],
  ["9007199254740993", "more digits than a double holds"],
  ['"\\u0041"', "an escape that is not needed"],
  ['"\\/"', "an escaped solidus"],
  ['"\\u000A"', "a long escape where a short one exists"],
  ['"\\u001F"', "an escape in upper case"],
  ['"\\ud800"', "half a surrogate pair"],
  ["nul", "not JSON"],
  ["[1,]", "a comma too many"],
  ["\ufeff{}", "a byte order mark"],
];
const refusedBytes: readonly (readonly [string, string])[] = [
  ["22ff22", "not UTF-8"],
  ["22c0af22", "overlong UTF-8"],
  ["22eda08022", "a surrogate in UTF-8"],
];

export function canonicalVectors(): Json {
  return {
    spec: "docs/specs/canonical-bytes.md",
    values: jsonTexts.map((json) => {
      const canonical = canonicalText(JSON.parse(json) as Json);
      return { json, canonical, sha256: hex(sha256(utf8(canonical))) };
    }),
    numbers: numberBits.map((bits) => {
      const number = Buffer.from(bits, "hex").readDoubleBE();
      return { bits, text: Number.isFinite(number) ? canonicalText(number) : null };
    }),
    refused: [
      ...refusedTexts.map(([text, why]) => ({ bytes: hex(new TextEncoder().encode(text)), why })),
      ...refusedBytes.map(([bytes, why]) => ({ bytes, why })),
    ],
  };
}

const eventBodies: readonly Json[] = [
  {},
  { type: "example.happened/1", number: 1 },
  { type: "example.happened/1", text: "Sa a se yon egzanp \u0000 \ud83d\ude00" },
];

export function eventVectors(): Json {
  const signer = testSigner("event signer");
  return {
    spec: "docs/specs/record.md",
    seed: hex(testBytes("event signer")),
    key: signer.key,
    events: eventBodies.map((event) => {
      const body = canonicalBytes(event);
      return { body: canonicalText(event), message: hex(eventMessage(body)), ...vouchFor(body, signer) };
    }),
    refused: [
      { why: "S is not below the group order", body: "{}", ...withLargerS(vouchFor(utf8("{}"), signer)) },
      // With the neutral element as key, R = SB fits every body: here S is 1 and R the base point.
      {
        why: "a key of small order",
        body: "{}",
        key: base64(Buffer.from(`01${"00".repeat(31)}`, "hex")),
        signature: base64(Buffer.from(`58${"66".repeat(31)}01${"00".repeat(31)}`, "hex")),
      },
    ],
  };
}

const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The same signature with the group order added to S: the same equation, in a second spelling. */
function withLargerS({ key, signature }: Vouching): Vouching {
  const bytes = fromBase64(signature);
  let s = groupOrder;
  for (let i = 0; i < 32; i++) s += BigInt(bytes[32 + i] ?? 0) << BigInt(8 * i);
  for (let i = 0; i < 32; i++) bytes[32 + i] = Number((s >> BigInt(8 * i)) & 255n);
  return { key, signature: base64(bytes) };
}

export function stopLabelVectors(): Json {
  const labelKey = testBytes("label key");
  const clocks = ["acknowledgement", "safety-assessment", "feedback", "review"];
  return {
    spec: "docs/specs/leaf.md",
    labelKey: hex(labelKey),
    stops: clocks.map((clock) => ({ clock, label: stopLabel(labelKey, clock) })),
  };
}
