import type { LogLeaf, LogRows } from "../log-rows.ts";
import { eventsOf, type State } from "./state.ts";

/** The public log's rows in memory. */
export function createMemoryLogRows(state: State): LogRows {
  const leaves: LogLeaf[] = state.leaves;
  const placeOfKey = (key: string): number => leaves.findIndex((one) => one.key === key);
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
    findNumber: async (proofNumber) =>
      leaves.flatMap((one, index) => (one.proofNumber === proofNumber ? [BigInt(index)] : [])).slice(0, 16),
  };
}
