import { measureQueue } from "../intake/queue.ts";
import type { Part } from "../report.ts";

const extents = {
  full: { sizes: [1000, 100_000, 1_000_000], askings: 300, warmings: 300 },
  quick: { sizes: [100, 2000], askings: 60, warmings: 60 },
};

/** The queue and the search by number among a thousand, a hundred thousand and a million cases. */
export const queueAndSearch: Part = {
  name: "queue",
  run: (context) => measureQueue(context, context.quick ? extents.quick : extents.full),
};
