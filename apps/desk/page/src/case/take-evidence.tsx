import { useSignal } from "@preact/signals";
import { Button, Choice, Choices, Field, Select } from "@temwen/ui";
import type { CaseView } from "../../../keeper/src/views.ts";
import { askForm } from "../desk-line.ts";
import { isSignedOut, person } from "../desk-state.ts";
import { tellRefusal, wordFor, words } from "../say.ts";
import { CaseForm } from "./case-form.tsx";

type TakeProps = { readonly view: CaseView; readonly onRead: () => Promise<void> };

/** Takes files into the case: sealed on this computer, announced in a signed act, and then brought. */
export function TakeEvidence({ view, onRead }: TakeProps) {
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
  return <TakeForm view={view} onRead={onRead} onClose={() => (isOpen.value = false)} />;
}

function TakeForm({ view, onRead, onClose }: TakeProps & { readonly onClose: () => void }) {
  const w = words();
  const files = useSignal<readonly File[]>([]);
  const source = useSignal("");
  const request = useSignal("");
  const requests = requestsOf(view);
  const take = async (text: string): Promise<string | undefined> => {
    const form = new FormData();
    const answered = request.value === "" ? [] : [Number(request.value)];
    form.set("said", JSON.stringify({ expected: view.version, source: source.value, request: answered, text }));
    for (const file of files.value) form.append("file", file);
    const answer = await askForm(`/api/cases/${view.caseId}/taken`, form);
    if (answer.ok || isSignedOut(answer.refusal)) return undefined;
    return answer.refusal.part === "evidence" ? w.takeTooMuch : tellRefusal(answer.refusal);
  };
  return (
    <CaseForm
      id="take"
      head={w.takeHead}
      submit={w.takeSubmit}
      why={{ label: w.takeText, hint: w.takeTextHint }}
      isReady={() => files.value.length > 0 && source.value !== ""}
      send={take}
      onRead={onRead}
      onClose={onClose}
    >
      {(isTried) => (
        <>
          <Field
            id="take-files"
            type="file"
            multiple
            label={w.takeFiles}
            hint={w.takeFilesHint}
            error={isTried && files.value.length === 0 && w.takeNothing}
            onChange={(event) => (files.value = [...(event.currentTarget.files ?? [])])}
          />
          <Choices id="take-source" legend={w.takeSource} error={isTried && source.value === "" && w.chooseOne}>
            {handedOver().map((one) => (
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
        </>
      )}
    </CaseForm>
  );
}

/** Whose hands a file may come from; a copy that a desk makes itself comes from none. */
const handedOver = (): readonly string[] =>
  (person.value?.choices.evidenceSources ?? []).filter((source) => source !== "working-copy");

/** What the office asked for in this case, by number; the words of the question where this person can open them. */
function requestsOf({ timeline }: CaseView): readonly { readonly value: string; readonly text: string }[] {
  return timeline.flatMap(({ type, facts, text }) => {
    const { number } = facts;
    if (!type.startsWith("case.evidence-requested/") || number === undefined) return [];
    const asked = text === undefined ? wordFor("holder", facts.holder ?? "") : text.slice(0, 60);
    return [{ value: number, text: `${number}. ${asked}` }];
  });
}
