import type { BoardName } from "../boards/board-names.ts";
import { CaseloadBoard } from "../boards/caseload-board.tsx";
import { PatternBoard } from "../boards/pattern-board.tsx";
import { RedressBoard } from "../boards/redress-board.tsx";

/** What is counted over all cases that this person may read. */
export function Boards({ board }: { readonly board: BoardName }) {
  switch (board) {
    case "caseload":
      return <CaseloadBoard />;
    case "redress":
      return <RedressBoard />;
    case "patterns":
      return <PatternBoard />;
  }
}
