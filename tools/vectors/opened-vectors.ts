// A case that the office opened: the one event that begins it, as it is signed, recorded and committed to in the log.
import { foldCase, type OpenedFact, openedParts } from "@temwen/casework";
import { periodOf } from "@temwen/mission-pack";
import { recordBytes, vouchFor } from "@temwen/office";
import { committedLeaf, proofNumberOf } from "@temwen/sealing/leaf";
import { bytesToDigest, canonicalBytes, type Instant, type Json, utf8ToText } from "@temwen/vocabulary";
import { zone } from "./deadline-vectors.ts";
import { staffIdOf } from "./office-vectors.ts";
import type { SealedVectors } from "./sealed-vectors.ts";
import { base64, fromBase64, sha256, testSigner } from "./test-keys.ts";

const at = "2026-11-03T15:04:05.678Z" as Instant;

/** What an intake officer signs: from the press, with the sealed parts of the test parcel that such a case has. */
function openedFact({ manifest: { event } }: SealedVectors): OpenedFact {
  const { case: caseId, office, epoch, policy, labelKey, stops, bucket, storyRecipient } = event;
  return {
    ...{ type: "case.opened/1", case: caseId, office, epoch, by: staffIdOf("intake-1"), at },
    ...{ because: "press", forces: ["ken"], matter: [], from: "none", basis: "none" },
    ...{ policy, labelKey, stops, bucket, storyRecipient },
    parts: Object.fromEntries(
      openedParts.flatMap((name) => (event.parts[name] ? [[name, event.parts[name]] as const] : [])),
    ),
  };
}

/** The golden file of the event: the stream that it alone is, and the case that it gives. */
export function openedGolden(sealed: SealedVectors): Json {
  const fact = openedFact(sealed);
  const theCase = foldCase([{ fact, at, by: fact.by }]);
  return {
    ...{ spec: "docs/specs/opened-cases.md", type: fact.type, events: [{ at, body: fact as unknown as Json }] },
    case: theCase as unknown as Json,
  };
}

/** The event's signature, record, digest, leaf and proof number. */
export function openedVectors(sealed: SealedVectors): Json {
  const fact = openedFact(sealed);
  const body = canonicalBytes(fact as unknown as Json);
  const vouching = vouchFor(body, testSigner("intake-1"));
  const record = recordBytes({ at, body, index: 0, vouchings: [vouching] });
  const { labelKey, salt } = sealed.manifest;
  const keys = { labelKey: fromBase64(labelKey), salt: fromBase64(salt) };
  const leaf = committedLeaf({ ...keys, period: periodOf(at, zone), index: 0, record });
  return {
    spec: "docs/specs/opened-cases.md",
    body: textOf(body),
    vouching,
    record: textOf(record),
    digest: bytesToDigest(sha256(record)),
    ...{ labelKey, salt },
    leaf: base64(leaf),
    proofNumber: proofNumberOf(leaf),
  };
}

function textOf(bytes: Uint8Array): string {
  const text = utf8ToText(bytes);
  if (!text.ok) throw new Error("canonical bytes are UTF-8");
  return text.value;
}
