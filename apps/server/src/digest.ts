import { hash } from "node:crypto";
import type { Digest } from "@temwen/vocabulary";

/** SHA-256 by node:crypto: on the filing path every millisecond is paid by somebody on a bad line. */
export const digestOf = (bytes: Uint8Array): Digest => hash("sha256", bytes, "hex") as Digest;
