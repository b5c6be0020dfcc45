import type { ServerRefusal } from "@temwen/courier";
import { doWork, type OnWork, readWork } from "@temwen/courier/work";
import { breathe } from "../page/dom.ts";

/** Does the small work that an office asks for in a flood: the value of `Temwen-Work`, or undefined where none is asked. */
export async function workFor(refusal: ServerRefusal, onWork: OnWork): Promise<string | undefined> {
  const work = readWork(refusal);
  return work && doWork(work, breathe, onWork);
}
