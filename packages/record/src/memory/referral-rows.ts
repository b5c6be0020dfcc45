import type { SealedPart } from "../record.ts";
import type { ReferralRows } from "../referral-rows.ts";
import type { State } from "./state.ts";

/** The codes by which forums answer, in memory. */
export function createMemoryReferralRows(state: State): ReferralRows {
  const { codes, parts } = state;
  return {
    async keepCode(code, of) {
      const known = codes.get(code);
      if (!known || (known.answer === undefined && known.caseId === of.caseId)) codes.set(code, { ...of });
    },
    async findCode(code) {
      const known = codes.get(code);
      return known && known.answer === undefined ? { caseId: known.caseId, referral: known.referral } : undefined;
    },
    async spendCode({ code, answer, next, at }) {
      const known = codes.get(code);
      if (!known || known.answer !== undefined) return false;
      codes.set(code, { ...known, answer: { digest: answer.digest, at } });
      const { caseId, referral } = known;
      codes.set(next, { caseId, referral });
      const standing = parts.get(caseId) ?? new Map<string, SealedPart>();
      parts.set(caseId, standing.set(answer.name, { ...answer, bytes: answer.bytes.slice() }));
      return true;
    },
    async readAnswers(cases) {
      const came = [...codes.values()].flatMap(({ caseId, referral, answer }) =>
        answer && cases.includes(caseId) ? [{ caseId, referral, ...answer }] : [],
      );
      return came.sort((a, b) => (`${a.at} ${a.digest}` < `${b.at} ${b.digest}` ? -1 : 1));
    },
  };
}
