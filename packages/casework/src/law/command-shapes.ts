import { hybridRecipient } from "@temwen/office";
import { fieldsOf, oneOf, type Shape, wholeUpTo } from "@temwen/vocabulary";
import { laterShapes } from "../acts/later-acts.ts";
import type { StaffCommand } from "../case/commands.ts";
import { custodyOrders } from "../custody/custody-orders.ts";
import { erasureReasons, mostErasureDays } from "../facts/erasure-facts.ts";
import { staffFactFields } from "../facts/facts.ts";
import { floodOrders } from "../flood/flood-orders.ts";
import { vaultOrders } from "../vault/vault-orders.ts";
import { grantsShape as grants, withTold } from "../words/handed-over.ts";
import { partRef } from "../words/part-ref.ts";
import { accessReasons, nonAdmissionReasons } from "../words/vocabulary.ts";

// What an order says as its fact does is read as the fact is.
const { escrow } = staffFactFields["case.acknowledged/1"];
const consent = fieldsOf(staffFactFields["case.consent-given/1"]);

const shapes: { readonly [C in StaffCommand["type"]]: Shape<Extract<StaffCommand, { readonly type: C }>> } = {
  "acknowledge-case": (value) =>
    fieldsOf({ type: oneOf("acknowledge-case"), escrow, consent, message: partRef, copy: partRef })(value) ??
    fieldsOf({ type: oneOf("acknowledge-case"), escrow })(value),
  "assess-case": fieldsOf({
    type: oneOf("assess-case"),
    ...staffFactFields["case.assessed/3"],
  }),
  "send-message": fieldsOf({ type: oneOf("send-message"), message: partRef, copy: partRef }),
  "propose-non-admission": fieldsOf({
    type: oneOf("propose-non-admission"),
    reason: oneOf(...nonAdmissionReasons),
    explanation: partRef,
    grants,
  }),
  "confirm-non-admission": withTold({ type: oneOf("confirm-non-admission") }),
  "keep-open": fieldsOf({ type: oneOf("keep-open"), explanation: partRef }),
  "rekey-case": fieldsOf({ type: oneOf("rekey-case"), recipient: hybridRecipient, grants }),
  "deal-escrow": fieldsOf({ type: oneOf("deal-escrow"), escrow }),
  ...custodyOrders,
  ...vaultOrders,
  "propose-erasure": fieldsOf({ type: oneOf("propose-erasure"), reason: oneOf(...erasureReasons) }),
  "confirm-erasure": withTold({ type: oneOf("confirm-erasure"), days: wholeUpTo(mostErasureDays) }),
  ...floodOrders,
  ...laterShapes,
  "stop-erasure": fieldsOf({ type: oneOf("stop-erasure") }),
  "grant-access": fieldsOf({ type: oneOf("grant-access"), reason: oneOf(...accessReasons), grants }),
};

/** Reads an order as it comes over the line. */
export const staffCommandShape: Shape<StaffCommand> = (value) => {
  const type = typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
  return typeof type === "string" && Object.hasOwn(shapes, type)
    ? shapes[type as StaffCommand["type"]](value)
    : undefined;
};
