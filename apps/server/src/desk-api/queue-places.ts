import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { QueueQuery, QueueRow } from "@temwen/record";
import { parseId, parseInstant, type StaffId, utf8 } from "@temwen/vocabulary";
import type { OfficeContext } from "../office-context.ts";

/** Behind which case a page of the queue goes on. */
export type Place = NonNullable<QueueQuery["after"]>;

/** Where a case stands in the queue. */
export const placeOf = ({ caseId, clock }: Pick<QueueRow, "caseId" | "clock">): Place => ({
  caseId,
  due: clock?.due ?? null,
});

/** Places as they are handed out and come back. */
export type Places = {
  readonly spell: (place: Place, reader: StaffId) => Promise<string>;
  /** Undefined for what this office did not give to this person. */
  readonly read: (spelled: string, reader: StaffId) => Promise<Place | undefined>;
};

const cipher = "aes-256-gcm";
const lotSize = 12;
const sealSize = 16;
/** A due hour, or blanks where no clock runs, and a case id: always as long, so that its length tells nothing. */
const hourSize = "2026-11-03T15:00:00.000Z".length;

/**
 * A page may end behind cases that its reader must not know of, and the place it ended at is one of them: its id and the
 * hour when something is due. So a place is sealed for the one person, under a secret that the record keeps.
 */
export function createPlaces({ record }: Pick<OfficeContext, "record">): Places {
  let agreed: Uint8Array | undefined;
  const readSecret = async (): Promise<Uint8Array> => {
    agreed ??= await record.agreeOnSecret("queue-places", randomBytes(32));
    return agreed;
  };
  const readerOf = (reader: StaffId): Uint8Array => utf8(`temwen/queue-place/1\n${reader}`);
  return {
    spell: async ({ due, caseId }, reader) => {
      const lot = randomBytes(lotSize);
      const sealing = createCipheriv(cipher, await readSecret(), lot).setAAD(readerOf(reader));
      const sealed = sealing.update((due ?? "").padEnd(hourSize) + caseId, "utf8");
      return Buffer.concat([lot, sealed, sealing.final(), sealing.getAuthTag()]).toString("base64url");
    },
    read: async (spelled, reader) => {
      const bytes = Buffer.from(spelled, "base64url");
      if (bytes.length <= lotSize + sealSize) return undefined;
      const opening = createDecipheriv(cipher, await readSecret(), bytes.subarray(0, lotSize))
        .setAAD(readerOf(reader))
        .setAuthTag(bytes.subarray(-sealSize));
      const text = opening.update(bytes.subarray(lotSize, -sealSize)).toString("utf8");
      try {
        opening.final();
      } catch {
        // Another office's, another person's, or nobody's: they look alike.
        return undefined;
      }
      return readPlace(text);
    },
  };
}

function readPlace(text: string): Place | undefined {
  const hour = text.slice(0, hourSize).trim();
  const caseId = parseId("case", text.slice(hourSize));
  if (!caseId.ok) return undefined;
  if (hour === "") return { due: null, caseId: caseId.value };
  const due = parseInstant(hour);
  return due.ok ? { due: due.value, caseId: caseId.value } : undefined;
}
