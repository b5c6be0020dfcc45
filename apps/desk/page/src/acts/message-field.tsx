import { LongField, Notice } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { wordFor, words } from "../say.ts";
import { hasGap } from "./patterns.ts";

type MessageFieldProps = {
  readonly id: string;
  readonly view: Pick<CaseView, "story" | "opened">;
  /** What is asked for, where it is more than a message in the person's language. */
  readonly label?: string | undefined;
  readonly hint?: string | undefined;
  readonly rows: number;
  readonly error?: string | false | undefined;
  readonly value: string;
  readonly onWrite: (text: string) => void;
};

/** Anything the person will read: in their language, and with the reminder of who else may have their receipt. */
export function MessageField({ id, view, label, hint, rows, error, value, onWrite }: MessageFieldProps) {
  const w = words();
  const spoken = view.story?.language;
  if (view.opened)
    return (
      <Notice icon="people">
        <p>{w.openedUntold}</p>
      </Notice>
    );
  return (
    <>
      <Notice icon="receipt">
        <p>{w.receiptReminder}</p>
      </Notice>
      <LongField
        id={id}
        rows={rows}
        label={label ?? (spoken ? w.writeIn({ language: wordFor("language", spoken) }) : w.messageWrite)}
        {...(hint && { hint })}
        {...(spoken && { lang: spoken })}
        dir="auto"
        error={error}
        value={value}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
    </>
  );
}

/** An empty text, or a pattern whose lines in brackets nobody replaced. */
export function whatIsWrong(text: string): string | undefined {
  const w = words();
  if (text.trim() === "") return w["refusal.empty"];
  return hasGap(text) ? w.templateLeft : undefined;
}
