import { readFile } from "node:fs/promises";
import { formatHash, parseHash } from "@temwen/public-log/tree";
import type { WitnessState } from "@temwen/public-log/witness";
import { canonicalText, fieldsOf, parseCanonical, parsed, tableOf, textLike, utf8 } from "@temwen/vocabulary";
import { isAbsent } from "../../running/error-codes.ts";
import { writeDurably } from "../write-durably.ts";
import { WitnessFault } from "./witness-fault.ts";

/** The last tree that was cosigned of each log, by origin. */
export type WitnessStates = ReadonlyMap<string, WitnessState>;

/** Of all logs one file: it is there or it is lost, and no log's part of it can be lost alone. Null where there is none. */
export async function readStates(place: string): Promise<WitnessStates | null> {
  const bytes = await readFile(place).catch((error) => {
    if (isAbsent(error)) return null;
    throw error;
  });
  if (bytes === null) return null;
  const json = bytes.at(-1) === 0x0a ? parseCanonical(new Uint8Array(bytes.subarray(0, -1))) : null;
  const file = json?.ok ? fileShape(json.value) : undefined;
  if (file === undefined) throw new WitnessFault("witness-state-damaged", `${place} cannot be read`);
  return new Map(Object.entries(file.logs).map(([origin, { size, root }]) => [origin, { size: BigInt(size), root }]));
}

/** Durable when it returns. The caller lets nobody else write meanwhile. */
export async function writeStates(place: string, states: WitnessStates): Promise<void> {
  const logs = Object.fromEntries(
    [...states].map(([origin, { size, root }]) => [origin, { size: size.toString(), root: formatHash(root) }]),
  );
  await writeDurably(place, utf8(`${canonicalText({ type: "temwen.witness-state/1", logs })}\n`), 0o600);
}

const fileShape = fieldsOf({
  type: textLike(/^temwen\.witness-state\/1$/),
  logs: tableOf(
    /^[^\n]+$/,
    fieldsOf({
      size: textLike(/^(?:0|[1-9]\d{0,19})$/),
      root: parsed((text) => parseHash(typeof text === "string" ? text : "")),
    }),
    10_000,
  ),
});
