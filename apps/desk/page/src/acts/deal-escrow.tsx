import { words } from "../say.ts";
import { type ActProps, ActSheet } from "./act-sheet.tsx";

/** Shares of the story's key for five who serve now. There is nothing to choose: the rule names them. */
export function DealEscrow(props: ActProps) {
  const w = words();
  return (
    <ActSheet
      {...props}
      act="deal-escrow"
      ready={() => ({ act: "deal-escrow" })}
      forget={() => undefined}
      isTouched={false}
      submit={w.dealYes}
      twice={{ question: w.dealAsk, consequence: w.dealLose }}
    >
      <p>{w.dealHint}</p>
    </ActSheet>
  );
}
