import { fieldsOf, oneOf, parseDigest, parsed, type Shape } from "@temwen/vocabulary";
import { partRef } from "../words/part-ref.ts";
import type { VaultOrder } from "./vault.ts";
import { identityReasons } from "./vault-facts.ts";

const digest = parsed(parseDigest);

/** How each order of the vault is read. */
export const vaultOrders: {
  readonly [O in VaultOrder["type"]]: Shape<Extract<VaultOrder, { readonly type: O }>>;
} = {
  "ask-identity": fieldsOf({
    type: oneOf("ask-identity"),
    reason: oneOf(...identityReasons),
    half: digest,
    explanation: partRef,
  }),
  "approve-identity": fieldsOf({ type: oneOf("approve-identity"), half: digest, grant: partRef }),
  "refuse-identity": fieldsOf({ type: oneOf("refuse-identity"), explanation: partRef }),
  "open-identity": fieldsOf({ type: oneOf("open-identity") }),
};
