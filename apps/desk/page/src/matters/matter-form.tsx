import { useSignal } from "@preact/signals";
import { type MatterForm as Form, formOfMatter, type MatterOrder } from "@temwen/casework/matters";
import { LongField } from "@temwen/ui";
import type { MatterId, MatterKind, StaffId } from "@temwen/vocabulary";
import type { MatterView } from "../../../keeper/src/matters/matter-views.ts";
import { listIn, textIn, type Written } from "../acts/asked.ts";
import { isDay } from "../acts/day-lists.tsx";
import { type FrameState, SheetFrame, tellWhenLong } from "../acts/sheet-frame.tsx";
import { type Answer, ask, type Refusal } from "../desk-line.ts";
import { isSignedOut, person } from "../desk-state.ts";
import { draftName, draftOf } from "../drafts.ts";
import { words } from "../say.ts";
import { TroubleNotice } from "../trouble-notice.tsx";
import { LetIn } from "./let-in.tsx";
import { isDayField, MatterField } from "./matter-field.tsx";
import { matterWords, orderName, whyNot } from "./say-matter.ts";
import { saidAs, writtenAs } from "./written.ts";

type FormProps = {
  readonly order: MatterOrder["type"];
  /** The matter that the act goes on with; none while it is opened. */
  readonly about: { readonly kind: MatterKind; readonly view?: MatterView };
  readonly onRead: () => Promise<void>;
  /** With the matter that was acted in; without it where somebody changed their mind. */
  readonly onClose: (done?: MatterId) => void;
};

type Done = { readonly matter: MatterId; readonly version: number };

/** The form of an act in a matter: what it says, field by field as the rules ask for it, and the words sealed with it. */
export function MatterForm({ order, about, onRead, onClose }: FormProps) {
  const w = matterWords();
  const form = formOfMatter(order) as Form;
  const { kind, view } = about;
  const draft = draftOf<Written>(
    draftName(person.value?.me.id ?? "", view?.matter ?? `new-${kind}`, order),
    startOf(form, view),
  );
  const written = draft.value;
  const isTried = useSignal(false);
  const state = useSignal<FrameState>({ at: "writing" });
  const trouble = useSignal<Refusal | undefined>(undefined);
  const names = Object.keys(form.says);
  const text = textIn(written, "text");
  const letIn = listIn(written, "letIn") as readonly StaffId[];
  const isReady =
    names.every((name) => isAnswered(form, name, written)) &&
    (!form.words || text.trim() !== "") &&
    (!form.letsIn || letIn.length > 0);
  const twice = secondQuestion(order);

  const send = async () => {
    state.value = { at: "working", isLong: false };
    trouble.value = undefined;
    const says = Object.fromEntries(names.map((name) => [name, saidAs(name, written)]));
    const request = { act: order, says, text: form.words ? text : "", letIn: form.letsIn ? letIn : [] };
    const done = tellWhenLong(() => (state.value = { at: "working", isLong: true }));
    const answer = await hand(about, request);
    done();
    if (answer.ok) {
      draft.forget();
      return onClose(answer.value.matter);
    }
    state.value = { at: "stopped" };
    if (!isSignedOut(answer.refusal)) trouble.value = answer.refusal;
  };
  const trySending = () => {
    isTried.value = true;
    if (!isReady || state.value.at === "working") return;
    if (twice) state.value = { at: "asking" };
    else void send();
  };
  return (
    <SheetFrame
      title={orderName(order)}
      submit={w.sign}
      state={state.value}
      canSend
      draft={draft}
      twice={twice}
      onTry={trySending}
      onSure={() => void send()}
      onBack={() => (state.value = { at: "writing" })}
      onClose={() => onClose()}
      notices={<TroubleNotice refusal={trouble.value} onRead={onRead} tell={whyNot} />}
    >
      <Fields order={order} about={about} form={form} written={written} isTried={isTried.value} change={draft.change} />
    </SheetFrame>
  );
}

/** Whether a field says what the rules can read; a day must be one that there is. */
function isAnswered(form: Form, name: string, written: Written): boolean {
  const said = saidAs(name, written);
  return form.says[name]?.(said) !== undefined && (!isDayField(name) || isDay(String(said)));
}

type FieldsProps = Pick<FormProps, "order" | "about"> & {
  readonly form: Form;
  readonly written: Written;
  readonly isTried: boolean;
  readonly change: (part: Written) => void;
};

/** Everything that an order asks for, in the order of the rules. */
function Fields({ order, about: { kind, view }, form, written, isTried, change }: FieldsProps) {
  const w = matterWords();
  const text = textIn(written, "text");
  const letIn = listIn(written, "letIn") as readonly StaffId[];
  return (
    <>
      {Object.keys(form.says).map((name) => (
        <MatterField
          key={name}
          order={order}
          name={name}
          value={saidAs(name, written)}
          isWrong={isTried && !isAnswered(form, name, written)}
          onWrite={(value) => change(writtenAs(name, value))}
        />
      ))}
      {form.letsIn && (
        <LetIn
          kind={kind}
          view={view}
          isNewKey={form.drawsKey}
          forces={saidAs("forces", written)}
          chosen={letIn}
          isMissing={isTried && letIn.length === 0}
          onChoose={(ids) => change({ letIn: ids })}
        />
      )}
      {form.words && (
        <LongField
          id="matter-words"
          label={w.words}
          hint={w.wordsHint}
          dir="auto"
          error={isTried && text.trim() === "" && w.needed}
          value={text}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** Hands an act to the keeper: for the version of the matter that is on screen, or to open one. */
const hand = ({ kind, view }: FormProps["about"], request: object): Promise<Answer<Done>> =>
  view
    ? ask<Done>("POST", `/api/matters/${view.matter}/acts`, { request, expected: view.version })
    : ask<Done>("POST", "/api/matters/open", { kind, request });

/** Whoever goes on keeps reading behind a new key, unless somebody says otherwise. */
const startOf = (form: Form, view: MatterView | undefined): Written =>
  form.drawsKey && view ? { letIn: view.mayKeepKey.map(({ id }) => id) } : {};

/** What cannot be taken back is asked a second time. */
function secondQuestion(order: MatterOrder["type"]) {
  const question = `${orderName(order)}?`;
  if (order === "rekey-matter") return { question, consequence: words().rekeyLose };
  const isForAll = order === "publish-recommendation" || order === "report-visit";
  return isForAll ? { question, consequence: matterWords().forAll } : undefined;
}
