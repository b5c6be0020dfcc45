import { useSignal } from "@preact/signals";
import { Button, Choice, Choices, Doing, Field, LongField, Notice, Select } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { askForm, type Refusal } from "../desk-line.ts";
import { isSignedOut, person } from "../desk-state.ts";
import { tellRefusal, wordFor, words } from "../say.ts";

type TakeProps = { readonly view: CaseView; readonly onRead: () => Promise<void> };

/** Takes files into the case: sealed on this computer, announced in a signed act, and then brought. */
export function TakeEvidence({ view, onRead }: TakeProps) {
  const w = words();
  const isOpen = useSignal(false);
  const isLawful = view.orders.some(({ order, refusal }) => order === "take-evidence" && refusal === undefined);
  if (!isLawful) return null;
  if (!isOpen.value) {
    return (
      <div class="row">
        <Button icon="lock" onClick={() => (isOpen.value = true)}>
          {wordFor("order", "take-evidence")}
        </Button>
      </div>
    );
  }
  return <TakeForm view={view} onRead={onRead} onClose={() => (isOpen.value = false)} legend={w.takeHead} />;
}

function TakeForm({ view, onRead, onClose, legend }: TakeProps & { onClose: () => void; legend: string }) {
  const w = words();
  const files = useSignal<readonly File[]>([]);
  const source = useSignal("");
  const request = useSignal("");
  const text = useSignal("");
  const isTried = useSignal(false);
  const isWorking = useSignal(false);
  const trouble = useSignal<Refusal | undefined>(undefined);
  const requests = requestsOf(view);

  const take = async (event: Event) => {
    event.preventDefault();
    isTried.value = true;
    if (files.value.length === 0 || source.value === "" || text.value.trim() === "") return;
    const form = new FormData();
    const answered = request.value === "" ? [] : [Number(request.value)];
    const said = { expected: view.version, source: source.value, request: answered, text: text.value };
    form.set("said", JSON.stringify(said));
    for (const file of files.value) form.append("file", file);
    isWorking.value = true;
    const answer = await askForm(`/api/cases/${view.caseId}/taken`, form);
    isWorking.value = false;
    trouble.value = answer.ok || isSignedOut(answer.refusal) ? undefined : answer.refusal;
    if (answer.ok) onClose();
    await onRead();
  };
  return (
    <form class="act-sheet" onSubmit={(event) => void take(event)} noValidate>
      <h3>{legend}</h3>
      {trouble.value && (
        <Notice kind="alarm">
          <p>{trouble.value.part === "evidence" ? w.takeTooMuch : tellRefusal(trouble.value)}</p>
        </Notice>
      )}
      <fieldset class="act-fields" disabled={isWorking.value}>
        <Field
          id="take-files"
          type="file"
          multiple
          label={w.takeFiles}
          hint={w.takeFilesHint}
          error={isTried.value && files.value.length === 0 && w.takeNothing}
          onChange={(event) => (files.value = [...(event.currentTarget.files ?? [])])}
        />
        <Choices id="take-source" legend={w.takeSource} error={isTried.value && source.value === "" && w.chooseOne}>
          {(person.value?.choices.evidenceSources ?? []).map((one) => (
            <Choice
              key={one}
              name="take-source"
              value={one}
              label={wordFor("source", one)}
              checked={source.value === one}
              onChange={() => (source.value = one)}
            />
          ))}
        </Choices>
        {requests.length > 0 && (
          <Select
            id="take-request"
            label={w.takeRequest}
            value={request.value}
            options={[{ value: "", text: w.takeUnasked }, ...requests]}
            onChoose={(value) => (request.value = value)}
          />
        )}
        <LongField
          id="take-text"
          label={w.takeText}
          hint={w.takeTextHint}
          error={isTried.value && text.value.trim() === "" && w["refusal.empty"]}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
      </fieldset>
      {isWorking.value ? (
        <Doing stages={[{ state: "now", text: w.sealing }]} />
      ) : (
        <div class="row">
          <Button look="primary" type="submit" icon="lock">
            {w.takeSubmit}
          </Button>
          <Button look="plain" onClick={onClose}>
            {w.cancel}
          </Button>
        </div>
      )}
    </form>
  );
}

/** What the office asked for in this case, by number; the words of the question where this person can open them. */
function requestsOf({ timeline }: CaseView): readonly { readonly value: string; readonly text: string }[] {
  return timeline.flatMap(({ type, facts, text }) => {
    const { number } = facts;
    if (type !== "case.evidence-requested/1" || number === undefined) return [];
    const asked = text === undefined ? wordFor("holder", facts.holder ?? "") : text.slice(0, 60);
    return [{ value: number, text: `${number}. ${asked}` }];
  });
}
