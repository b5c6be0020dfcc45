import type { IncomingMessage } from "node:http";
import { ShelfFault } from "./shelf.ts";

/** Whether a bucket did what it was asked. */
export const isGood = ({ statusCode = 0 }: IncomingMessage): boolean => statusCode >= 200 && statusCode < 300;

/** Names no address: it would tell which piece somebody looks at. */
export const unreachable = (): ShelfFault =>
  new ShelfFault("evidence-store-unreachable", "the evidence store cannot be reached, or is too slow");

/** What a bucket answered that did not do it. */
export const refusing = ({ statusCode }: IncomingMessage): ShelfFault =>
  new ShelfFault(
    "evidence-store-refuses",
    `the evidence store answered ${statusCode}: look at its bucket, its key and its rights`,
  );
