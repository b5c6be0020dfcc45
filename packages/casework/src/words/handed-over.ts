import { fieldsOf, listOf, parsed, parseId, type Shape, type StaffId } from "@temwen/vocabulary";
import { type PartRef, partName, partRef } from "./part-ref.ts";

/** As many keys as the largest grant holds (docs/specs/parcel.md). */
export const mostKeys = 60;

export type Grant = {
  readonly to: StaffId;
  readonly keys: readonly string[];
  readonly grant: PartRef;
};

/** A message to the person, sealed to them, and the office's own copy. */
export type OutgoingMessage = { readonly message: PartRef; readonly copy: PartRef };

/** Reads the grants of an order. */
export const grantsShape: Shape<readonly Grant[]> = listOf(
  fieldsOf({ to: parsed((value) => parseId("staff", value)), keys: listOf(partName, mostKeys), grant: partRef }),
  32,
);
