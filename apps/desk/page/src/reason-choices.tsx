import { Choice, Choices } from "@temwen/ui";
import { wordFor, words } from "./say.ts";

/** One reason of several, each in the words of its kind; says when none was chosen although one is needed. */
export function ReasonChoices({
  kind,
  reasons,
  chosen,
  isMissing,
  onChoose,
  id = "reason",
}: {
  readonly kind: "access" | "erasure" | "export" | "identity" | "reason";
  readonly reasons: readonly string[];
  readonly chosen: string;
  readonly isMissing: boolean;
  readonly onChoose: (reason: string) => void;
  /** Where several stand on one screen, each has its own. */
  readonly id?: string;
}) {
  const w = words();
  return (
    <Choices id={id} legend={w.reason} error={isMissing && w.chooseReason}>
      {reasons.map((reason) => (
        <Choice
          key={reason}
          name={id}
          value={reason}
          label={wordFor(kind, reason)}
          checked={chosen === reason}
          onChange={() => onChoose(reason)}
        />
      ))}
    </Choices>
  );
}
