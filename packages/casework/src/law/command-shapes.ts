import { hybridRecipient } from "@temwen/office";
import {
  childAnswers,
  consentChoices,
  fieldsOf,
  languages,
  listOf,
  oneOf,
  parseDigest,
  parsed,
  parseId,
  type Shape,
  textLike,
  wholeUpTo,
} from "@temwen/vocabulary";
import { laterShapes } from "../acts/later-acts.ts";
import type { StaffCommand } from "../case/commands.ts";
import { custodyOrders } from "../custody/custody-orders.ts";
import { erasureReasons, mostErasureDays } from "../facts/erasure-facts.ts";
import { floodOrders } from "../flood/flood-orders.ts";
import { vaultOrders } from "../vault/vault-orders.ts";
import { grantsShape as grants } from "../words/handed-over.ts";
import { partName, partRef } from "../words/part-ref.ts";
import { accessReasons, missionClasses, nonAdmissionReasons, rights } from "../words/vocabulary.ts";

const digest = parsed(parseDigest);
const staffId = parsed((value) => parseId("staff", value));
const shortId = textLike(/^[a-z][a-z0-9-]{1,23}$/);
const consent = fieldsOf({
  choice: oneOf(...consentChoices),
  language: oneOf(...languages),
  explainer: oneOf("page", "command", "partner"),
});
const share = fieldsOf({ part: partName, digest, holder: staffId, commitment: digest });
const escrow = fieldsOf({ threshold: wholeUpTo(5), shares: listOf(share, 5) });

const shapes: { readonly [C in StaffCommand["type"]]: Shape<Extract<StaffCommand, { readonly type: C }>> } = {
  "acknowledge-case": fieldsOf({
    type: oneOf("acknowledge-case"),
    escrow,
    consent,
    message: partRef,
    copy: partRef,
  }),
  "assess-case": fieldsOf({
    type: oneOf("assess-case"),
    rights: listOf(oneOf(...rights), 11),
    class: oneOf(...missionClasses),
    forces: listOf(shortId, 16),
    department: shortId,
    month: textLike(/^(\d{4}-(0[1-9]|1[0-2])|unknown)$/),
    child: oneOf(...childAnswers),
  }),
  "send-message": fieldsOf({ type: oneOf("send-message"), message: partRef, copy: partRef }),
  "propose-non-admission": fieldsOf({
    type: oneOf("propose-non-admission"),
    reason: oneOf(...nonAdmissionReasons),
    explanation: partRef,
    grants,
  }),
  "confirm-non-admission": fieldsOf({ type: oneOf("confirm-non-admission"), message: partRef, copy: partRef }),
  "keep-open": fieldsOf({ type: oneOf("keep-open"), explanation: partRef }),
  "rekey-case": fieldsOf({ type: oneOf("rekey-case"), recipient: hybridRecipient, grants }),
  "deal-escrow": fieldsOf({ type: oneOf("deal-escrow"), escrow }),
  ...custodyOrders,
  ...vaultOrders,
  "propose-erasure": fieldsOf({ type: oneOf("propose-erasure"), reason: oneOf(...erasureReasons) }),
  "confirm-erasure": fieldsOf({
    type: oneOf("confirm-erasure"),
    days: wholeUpTo(mostErasureDays),
    message: partRef,
    copy: partRef,
  }),
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
