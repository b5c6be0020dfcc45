import { type Digest, fieldsOf, parseDigest, parsed, type Shape, textLike } from "@temwen/vocabulary";

/** A sealed part that an act adds or is about, by name and digest. */
export type PartRef = { readonly part: string; readonly digest: Digest };

/** How the name of a sealed part is spelled. */
export const partName: Shape<string> = textLike(/^[a-z][a-z0-9-]{1,63}$/);

/** Reads a reference to a sealed part. */
export const partRef: Shape<PartRef> = fieldsOf({ part: partName, digest: parsed(parseDigest) });
