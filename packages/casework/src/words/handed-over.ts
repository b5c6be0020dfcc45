import { fieldsOf, listOf, parsed, parseId, type Shape, type Shaped, type StaffId } from "@temwen/vocabulary";
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

/** What is told with an act: a message, or nothing where there is nobody to tell (`opened/nobody-to-tell.ts`). */
export type Told = OutgoingMessage | { readonly message?: never; readonly copy?: never };

/** Reads an order that a message goes with, where there is somebody to tell. */
export const withTold =
  <R extends { readonly [name: string]: Shape<unknown> }>(
    fields: R,
  ): Shape<{ readonly [N in keyof R]: Shaped<R[N]> } & Told> =>
  (value) =>
    (fieldsOf({ ...fields, message: partRef, copy: partRef })(value) ?? fieldsOf(fields)(value)) as
      | ({ readonly [N in keyof R]: Shaped<R[N]> } & Told)
      | undefined;

/** Reads the grants of an order. */
export const grantsShape: Shape<readonly Grant[]> = listOf(
  fieldsOf({ to: parsed((value) => parseId("staff", value)), keys: listOf(partName, mostKeys), grant: partRef }),
  32,
);
