import { consentFor, publicationOf } from "@temwen/casework";
import type { CallRefusal, DeskCourier } from "@temwen/courier/desk";
import { digestOf, openTreatment } from "@temwen/sealing/open";
import { granted, type Instant, type Result, type StaffId } from "@temwen/vocabulary";
import type { CaseRoom } from "../room/case-room.ts";
import { wordsKeysOf } from "../room/words-keys.ts";
import type { ConsentForView, CopyView, OwedView, TreatmentView } from "./owed-view.ts";

/** What the person said purpose by purpose, who holds copies, and how they were treated, as far as this person's keys go. */
export async function describeOwed(
  room: CaseRoom,
  { courier, now }: { readonly courier: DeskCourier; readonly now: Instant },
): Promise<Result<OwedView, CallRefusal>> {
  const treatments = await openTreatments(room, courier);
  if (!treatments.ok) return treatments;
  const consents = listConsentsFor(room, now);
  const isTakenBack = room.theCase.withdrawalAsked || consents.some(({ given }) => given === "withdrawn");
  return granted({
    ...{ consents, isTakenBack, copies: listCopies(room), treatments: treatments.value },
    ...(room.theCase.summary && { publication: publicationOf(room.theCase, now) }),
  });
}

/** Every word of the person for one purpose, oldest first, with those that count now. */
function listConsentsFor({ stream, theCase }: CaseRoom, now: Instant): readonly ConsentForView[] {
  return stream.happened.flatMap(({ fact, at, whose }): readonly ConsentForView[] => {
    if (fact.type === "case.consent-withdrawn/1") {
      const { purpose, recipient } = fact;
      return [{ purpose, recipient, given: "withdrawn", including: [], at, countsNow: false }];
    }
    if (fact.type !== "case.consent-recorded/1") return [];
    const { purpose, recipient, given, including, until } = fact;
    const [end] = until;
    const countsNow = consentFor(theCase, purpose, recipient, now)?.at === at;
    const by = whose as StaffId;
    return [{ purpose, recipient, given, including, at, by, countsNow, ...(end !== undefined && { until: end }) }];
  });
}

/** Whoever has something of the case and keeps it, whatever is allowed from now on. */
function listCopies({ stream, theCase }: CaseRoom): readonly CopyView[] {
  const out = stream.happened.flatMap(({ fact, at, whose }): readonly CopyView[] => {
    if (fact.type === "case.evidence-exported/1")
      return [{ how: "exported", at, who: whose as StaffId, piece: fact.evidence.part, reason: fact.reason }];
    const isReferred = fact.type === "case.referred/1" || fact.type === "case.referred/2";
    return isReferred ? [{ how: "referred", at, forum: fact.forum }] : [];
  });
  const letIn = theCase.access.map(({ to, at }): CopyView => ({ how: "let-in", at, who: to }));
  return [...out, ...letIn].sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
}

/** What lies sealed beside each treatment that was told; nothing where this person lacks the key. */
async function openTreatments(
  room: CaseRoom,
  courier: DeskCourier,
): Promise<Result<readonly TreatmentView[], CallRefusal>> {
  const keysOf = wordsKeysOf(room.stream, /^treatment-in-/);
  const told = room.stream.happened.flatMap(({ fact, at }) =>
    fact.type === "case.treatment-told/1" ? [{ at, ...fact.told }] : [],
  );
  const wanted = told.filter(({ part }) => keysOf.get(part)?.some((key) => room.keys[key]));
  if (wanted.length === 0) return granted([]);
  const fetched = await courier.readParts(
    room.caseId,
    wanted.map(({ part }) => part),
  );
  if (!fetched.ok) return fetched;
  const opened: TreatmentView[] = [];
  for (const { part, digest, at } of wanted) {
    const sealed = fetched.value[part];
    if (!sealed || digestOf(sealed) !== digest) continue;
    for (const key of keysOf.get(part) ?? []) {
      const held = room.keys[key];
      const content = held ? await openTreatment(held, sealed, room.caseId) : undefined;
      if (!content?.ok) continue;
      opened.push({ at, answers: content.value.answers, text: content.value.text });
      break;
    }
  }
  return granted(opened);
}
