import type { ImportState, RegisterBatch, RegisterRows, StandingCase } from "../register-rows.ts";

const byId = (a: StandingCase, b: StandingCase): number => (a.caseId < b.caseId ? -1 : 1);

/** Registers in memory. */
export function createMemoryRegisterRows(): RegisterRows {
  const batches = new Map<string, RegisterBatch[]>();
  const states = new Map<string, ImportState>();
  const cases = new Map<string, StandingCase[]>();
  const importKey = (register: string, from: number): string => `${register}/${from}`;

  return {
    readImport: async (register, from) => states.get(importKey(register, from)),
    bring: async (given) => {
      const batch = structuredClone(given);
      const key = importKey(batch.register, batch.import);
      const before = states.get(key);
      if ((before?.size ?? 0) !== batch.from) return { outcome: "overtaken", state: before ?? noState };
      const ids = new Set(batch.cases.map(({ caseId }) => caseId));
      const versionsOf = (caseId: string): readonly StandingCase[] => cases.get(`${batch.register}/${caseId}`) ?? [];
      if (ids.size < batch.cases.length) return { outcome: "case-twice" };
      const isHere = ({ import: from }: StandingCase): boolean => from === batch.import;
      if (batch.cases.some(({ caseId }) => versionsOf(caseId).some(isHere))) return { outcome: "case-twice" };
      let { added, changed } = before ?? noState;
      for (const [n, one] of batch.cases.entries()) {
        const versions = versionsOf(one.caseId);
        const last = versions.findLast(({ import: from }) => batch.standing.includes(from));
        if (last?.digest === one.digest) continue;
        if (last) changed += 1;
        else added += 1;
        const version = versions.length + 1;
        const standing = { ...one, version, import: batch.import, place: batch.from + n };
        cases.set(`${batch.register}/${one.caseId}`, [...versions, standing]);
      }
      const state = { ...batch.after, size: batch.from + batch.cases.length, added, changed };
      states.set(key, state);
      batches.set(key, [...(batches.get(key) ?? []), batch]);
      return { outcome: "brought", state };
    },
    readCases: async (register, standing, after, limit) =>
      [...cases]
        .filter(([key]) => key.startsWith(`${register}/`))
        .flatMap(([, versions]) => versions.findLast(({ import: from }) => standing.includes(from)) ?? [])
        .filter(({ caseId }) => caseId > after)
        .sort(byId)
        .slice(0, limit),
    readVersions: async (register, caseId) => [...(cases.get(`${register}/${caseId}`) ?? [])],
    readBatches: async (register, from, after, limit) =>
      (batches.get(importKey(register, from)) ?? [])
        .filter((batch) => batch.from >= after)
        .slice(0, limit)
        .map(({ from: start, statement, vouching, hashes }) => ({ from: start, statement, vouching, hashes })),
  };
}

const noState: ImportState = {
  size: 0,
  peaks: new Uint8Array(0),
  allegations: 0,
  flagged: 0,
  added: 0,
  changed: 0,
};
