import { parseId, type StreamId } from "@temwen/vocabulary";
import type { LogLeaf, LogRows } from "../log-rows.ts";
import { eventsOf, type State } from "./state.ts";

/** The public log's rows in memory. */
export function createMemoryLogRows(state: State): LogRows {
  const leaves: LogLeaf[] = state.leaves;
  const placeOfKey = (key: string): number => leaves.findIndex((one) => one.key === key);
  const saltOfFiling = (stream: StreamId): Uint8Array | undefined => {
    const caseId = parseId("case", stream);
    return caseId.ok ? state.filings.get(caseId.value)?.erasable?.salt : undefined;
  };
  return {
    readHead: async () => state.logHead,
    extend: async (step) => {
      const { from, head } = step;
      if (state.logHead.size !== from) return "overtaken";
      const keys = step.leaves.flatMap(({ key }) => key ?? []);
      if (new Set(keys).size < keys.length || keys.some((key) => placeOfKey(key) >= 0)) {
        throw new Error("a key stands in the log already");
      }
      leaves.push(...structuredClone(step.leaves));
      state.logHead = structuredClone(head);
      return "extended";
    },
    readLeaves: async (from, to) => leaves.slice(Number(from), Number(to)).map(({ leaf }) => leaf),
    findKeys: async (keys) => new Set(keys.filter((key) => placeOfKey(key) >= 0)),
    readOf: async (stream) => {
      const placeByPosition = new Map(eventsOf(state, stream).map(({ position, index }) => [position, index]));
      const found = leaves.flatMap(({ key, salt }, index) => {
        const [position, part] = (key ?? "").split("/").map(Number);
        const event = placeByPosition.get(position ?? 0);
        return event === undefined || part === undefined ? [] : [{ event, part, index: BigInt(index), salt }];
      });
      return found.sort((a, b) => a.event - b.event || a.part - b.part);
    },
    readOpenable: async (from, to) =>
      leaves.slice(Number(from), Number(to)).map(({ leaf, key, salt }, n) => {
        const [position, part] = (key ?? "").split("/").map(Number);
        const event = state.events[(position ?? 0) - 1];
        const ofFiling = event?.index === 0 && part === 0 ? saltOfFiling(event.stream) : undefined;
        return {
          index: from + BigInt(n),
          leaf,
          of: event && part !== undefined ? { event, part } : undefined,
          salt: salt ?? ofFiling,
        };
      }),
    findNumber: async (proofNumber) =>
      leaves.flatMap((one, index) => (one.proofNumber === proofNumber ? [BigInt(index)] : [])).slice(0, 16),
  };
}
