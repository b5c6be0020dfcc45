// What `/reply` loads behind an answer that is longer than the shortest: the law for every case, and how its steps are told.
import { wholeLaw } from "../reply/whole-law.ts";

/** The law by which every case is judged. */
export const law = wholeLaw;
