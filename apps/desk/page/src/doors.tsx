import { rolesIn } from "@temwen/casework/matters";
import { kindOfMatter, matterKinds } from "@temwen/vocabulary";
import { boardNames } from "./boards/board-names.ts";
import { listsCases } from "./boards/lists-cases.ts";
import { goTo, type Place, person, place } from "./desk-state.ts";
import { matterWords } from "./matters/say-matter.ts";
import { wordFor, words } from "./say.ts";

/** Who may read cases that went before other authorities. */
const referring: readonly string[] = ["intake", "investigator", "child-protection", "panel"];

/** What this desk has beside the list of cases; whoever has no part in any of it sees no door. */
export function Doors() {
  const w = matterWords();
  const here = place.value;
  const role = person.value?.me.role;
  const mine = matterKinds.filter((kind) => rolesIn[kind].some((one) => one === role));
  const boards = listsCases() ? boardNames : [];
  const refers = referring.some((one) => one === role);
  if (mine.length === 0 && boards.length === 0 && !refers) return null;
  const kind = here.at === "matter" ? kindOfMatter(here.matter) : here.at === "matters" && here.kind;
  const door = (to: Place, text: string, isHere: boolean) => (
    <li key={text}>
      <button type="button" class="tab" aria-current={isHere ? "page" : undefined} onClick={() => goTo(to)}>
        {text}
      </button>
    </li>
  );
  return (
    <nav class="doors" aria-label={w.cases}>
      <ul class="tabs">
        {door({ at: "queue" }, w.cases, here.at !== "board" && here.at !== "referrals" && kind === false)}
        {boards.map((board) =>
          door({ at: "board", board }, wordFor("board", board), here.at === "board" && here.board === board),
        )}
        {refers && door({ at: "referrals" }, words().doorReferrals, here.at === "referrals")}
        {mine.map((one) => door({ at: "matters", kind: one }, w[`door.${one}`], kind === one))}
      </ul>
    </nav>
  );
}
