import { createHmac } from "node:crypto";
import type { Hmac } from "@temwen/sealing/leaf";

/** Node's own is several times faster, and an audit computes one for every leaf. */
export const hmacOf: Hmac = (key, message) => new Uint8Array(createHmac("sha256", key).update(message).digest());
