import { verifyInBrowser } from "@temwen/office/signing-web";
import type { Instant } from "@temwen/vocabulary";
import { hourText } from "@temwen/words/dates";
import { byId, show, tell } from "../page/dom.ts";
import { saveFile } from "../page/save-file.ts";
import { keepSaid, say } from "../page/words.ts";
import { formatKeptFiling } from "../proving/kept-filing.ts";
import { type OwnFiling, readOwnPromise } from "../proving/own-filing.ts";

/** The zone in which the mission's days begin; written here when the page is built. */
declare const missionZone: string;

/** What is said in the language in use; empty where nothing is promised. */
let write = (): void => undefined;
let isSaid = false;

/**
 * Says beside the receipt what the office signed, and offers it as a file, with all that the log's word on this filing needs. The
 * file bears the proof too once `proof` gives one. Without a filing nothing of it is here any more.
 */
export function showPromise(own: OwnFiling | undefined, proof: () => Uint8Array | undefined): void {
  const read = own?.filing.promise && readOwnPromise(own, verifyInBrowser);
  const promise = read?.ok ? read.value : undefined;
  show("promised", promise !== undefined);
  byId("promise-keep").onclick = promise
    ? () => {
        const held = proof();
        saveFile(
          `${own?.filing.proofNumber}.kept`,
          formatKeptFiling({ ...promise.kept, ...(held && { proof: held }) }),
        );
      }
    : null;
  write = () => {
    byId("promised-said").textContent = promise ? say("promised", { hour: hourOf(promise.by) }) : "";
    tell("promise-wrong", read && !read.ok ? say("promiseWrong") : "");
  };
  write();
  if (!isSaid) keepSaid(() => write());
  isSaid = true;
}

const hourOf = (at: Instant): string =>
  hourText({ months: say("months").split(" "), dates: { day: say("day"), month: "" } }, at, missionZone);
