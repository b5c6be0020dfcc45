import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToBase64, joinBytes, sameBytes, utf8 } from "@temwen/vocabulary";

/** What one event of a case commits to in the public log. Source: docs/specs/leaf.md. */
export type LeafFacts = {
  /** Months since January 2020 in the mission's zone. */
  readonly period: number;
  readonly labelKey: Uint8Array;
  /** Place of the event in its stream. */
  readonly index: number;
  /** 32 random bytes, kept with the record and erasable. */
  readonly salt: Uint8Array;
  /** The canonical record. */
  readonly record: Uint8Array;
};

/** HMAC-SHA-256 (RFC 2104) as the place offers it. */
export type Hmac = (key: Uint8Array, message: Uint8Array) => Uint8Array;

/** In browsers, and wherever a few more microseconds do not matter. */
const nobleHmac: Hmac = (key, message) => hmac(sha256, key, message);

const prefixes = {
  record: utf8("temwen/record/1\n"),
  stop: utf8("temwen/stop/1\n"),
  label: utf8("temwen/label/1\n"),
} as const;

/** Every committed leaf has this many bytes, cover leaves too. */
export const leafSize = 192;

/** A committed leaf: version, class, period, label, commitment, and 124 bytes of padding (zero for record 0). */
export function committedLeaf(facts: LeafFacts, mac: Hmac = nobleHmac): Uint8Array {
  return layOut(facts.period, eventLabel(facts.labelKey, facts.index, mac), commitTo(facts, mac));
}

/** The leaf by which an event bears the stop label of a clock that it stops; it commits to the same record. */
export function stopLeaf(
  facts: Omit<LeafFacts, "index"> & { readonly clock: string },
  mac: Hmac = nobleHmac,
): Uint8Array {
  return layOut(facts.period, stopBytes(facts.labelKey, facts.clock, mac), commitTo(facts, mac));
}

/** What a cover leaf commits to: nothing that happened, said so that an auditor can count it apart. */
export const coverRecord = utf8('{"type":"temwen.cover/1"}');

/** A leaf that stands for nothing; the label is drawn. Without the salt nobody can tell it from the others. */
export function coverLeaf(
  { period, label, salt }: Pick<LeafFacts, "period" | "salt"> & { readonly label: Uint8Array },
  mac: Hmac = nobleHmac,
): Uint8Array {
  return layOut(period, label, commitTo({ salt, record: coverRecord }, mac));
}

/** A leaf from its three parts: the label and the commitment of 32 bytes each may be drawn, and then it opens to nothing. */
export function layOut(period: number, label: Uint8Array, commitment: Uint8Array): Uint8Array {
  const leaf = new Uint8Array(leafSize);
  const view = new DataView(leaf.buffer);
  view.setUint8(0, 1);
  view.setUint8(1, 0);
  view.setUint16(2, period);
  leaf.set(label, 4);
  leaf.set(commitment, 36);
  return leaf;
}

const commitTo = ({ salt, record }: Pick<LeafFacts, "salt" | "record">, mac: Hmac): Uint8Array =>
  mac(salt, joinBytes(prefixes.record, record));

/** What everybody sees of a committed leaf that they did not write. */
export type LeafSeen = {
  /** Months since January 2020 in the mission's zone. */
  readonly period: number;
  readonly label: Uint8Array;
  readonly commitment: Uint8Array;
};

/** Reads a committed leaf of this version; undefined for anything else, public leaves among it. The pad may be anything. */
export function readCommittedLeaf(leaf: Uint8Array): LeafSeen | undefined {
  if (leaf.length !== leafSize || leaf[0] !== 1 || leaf[1] !== 0) return undefined;
  const period = new DataView(leaf.buffer, leaf.byteOffset).getUint16(2);
  return { period, label: leaf.subarray(4, 36), commitment: leaf.subarray(36, 68) };
}

/** Whether a leaf opens to a record with this salt. */
export function opensTo(
  leaf: Pick<LeafSeen, "commitment">,
  opening: Pick<LeafFacts, "salt" | "record">,
  mac: Hmac = nobleHmac,
): boolean {
  return sameBytes(leaf.commitment, commitTo(opening, mac));
}

/** The label of the leaf of one event of a case. */
export function eventLabel(labelKey: Uint8Array, index: number, mac: Hmac = nobleHmac): Uint8Array {
  const counter = new Uint8Array(8);
  new DataView(counter.buffer).setBigUint64(0, BigInt(index));
  return mac(labelKey, joinBytes(prefixes.label, counter));
}

/** The leaf hash of RFC 6962 §2.1, by which the log and the office's promise name a leaf. */
export const leafHashOf = (leaf: Uint8Array): Uint8Array => sha256(joinBytes(Uint8Array.of(0), leaf));

/** The digits by which anyone can ask a mirror "is it included?", by phone too. They open nothing. */
export function proofNumberOf(leaf: Uint8Array): string {
  const hash = leafHashOf(leaf);
  const first = new DataView(hash.buffer, hash.byteOffset).getBigUint64(0);
  return String(first % 1_000_000_000_000n).padStart(12, "0");
}

/** HMAC-SHA-256(label key, `temwen/stop/1\n` ‖ clock id), base64. */
export function stopLabel(labelKey: Uint8Array, clock: string, mac: Hmac = nobleHmac): string {
  return bytesToBase64(stopBytes(labelKey, clock, mac));
}

const stopBytes = (labelKey: Uint8Array, clock: string, mac: Hmac): Uint8Array =>
  mac(labelKey, joinBytes(prefixes.stop, utf8(clock)));
