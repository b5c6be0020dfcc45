import { useSignal } from "@preact/signals";
import { Button, Field } from "@temwen/ui";
import { parseId } from "@temwen/vocabulary";
import type { FoundCases } from "../../../keeper/src/views.ts";
import { ask, type Refusal } from "../desk-line.ts";
import { goTo, isSignedOut } from "../desk-state.ts";
import { tellRefusal, words } from "../say.ts";
import { QueueRow } from "./queue-row.tsx";

/** Finds a case by its number, or by as much of it as somebody has: one opens at once, several are listed. */
export function FindCase() {
  const w = words();
  const number = useSignal("");
  const wrong = useSignal<string | undefined>(undefined);
  const found = useSignal<FoundCases | undefined>(undefined);

  const find = async (event: Event) => {
    event.preventDefault();
    wrong.value = undefined;
    found.value = undefined;
    const whole = parseId("case", number.value.trim());
    if (whole.ok) return goTo({ at: "case", caseId: whole.value });
    const answer = await ask<FoundCases>("POST", "/api/find", { number: number.value.slice(0, 60) });
    if (!answer.ok) {
      wrong.value = isSignedOut(answer.refusal) ? undefined : sayWhy(answer.refusal);
      return;
    }
    const [first, ...others] = answer.value.rows;
    if (!first) wrong.value = w.caseNumberNone;
    else if (others.length > 0) found.value = answer.value;
    else goTo({ at: "case", caseId: first.caseId });
  };

  return (
    <search>
      <form class="by-number" onSubmit={(event) => void find(event)} noValidate>
        <Field
          id="number"
          label={w.caseNumber}
          error={wrong.value}
          value={number.value}
          onInput={(event) => (number.value = event.currentTarget.value)}
        />
        <Button type="submit" icon="case">
          {w.open}
        </Button>
      </form>
      {found.value && (
        <ol class="rows" aria-label={w.search}>
          {found.value.rows.map((row) => (
            <QueueRow key={row.caseId} row={row} now={found.value?.now ?? row.receivedAt} showsStage />
          ))}
        </ol>
      )}
    </search>
  );
}

const sayWhy = (refusal: Refusal): string =>
  refusal.code === "malformed-number" ? words().caseNumberWrong : tellRefusal(refusal);
