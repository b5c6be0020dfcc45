import type { TheRecord } from "@temwen/record";
import { type CaseId, type Digest, granted, type Result, refused } from "@temwen/vocabulary";

/** Sealed bytes that the evidence of one case may have from each side, 1 GiB: twice what a complaint can bring with it. */
export const mostOfCase = 1_073_741_824;

export type Announced = Awaited<ReturnType<TheRecord["readAnnounced"]>>[number];
export type NotAwaited = { readonly code: "not-announced" | "too-much-evidence" };

/**
 * The announced piece with this digest, where there is still room for it among those of its case. What counts before it is what was
 * announced before it, arrived or not: so the answer is the same however often, and beside whatever else, it is sent.
 */
export async function findAwaited(
  record: Pick<TheRecord, "readAnnounced">,
  caseId: CaseId,
  digest: Digest,
): Promise<Result<Announced, NotAwaited>> {
  const all = await record.readAnnounced(caseId);
  // What the office took in is counted apart: neither side crowds out the other.
  const wanted = all.find((one) => one.digest === digest);
  const side = all.filter((one) => wanted !== undefined && isTaken(one) === isTaken(wanted));
  let sum = 0;
  for (const one of side.toSorted(inTheirOrder)) {
    sum += one.size;
    if (one.digest !== digest) continue;
    // What was stored under another law stays, and may be asked for.
    return sum <= mostOfCase || one.arrived ? granted(one) : refused({ code: "too-much-evidence" });
  }
  return refused({ code: "not-announced" });
}

const byNumber = new Intl.Collator("en", { numeric: true });

/** What came with the complaint first, then what was added, each by its number. */
const inTheirOrder = (a: Announced, b: Announced): number =>
  Number(isLater(a)) - Number(isLater(b)) || byNumber.compare(a.name, b.name);

const isLater = ({ name }: Announced): boolean => !name.startsWith("evidence-");

const isTaken = ({ name }: Announced): boolean => name.startsWith("taken-");
